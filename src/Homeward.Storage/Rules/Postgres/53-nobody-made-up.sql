-- Made-up people and real ones never share a database: in a demonstration every name is marked, elsewhere none is.
-- Until it is settled what a database is for, whoever settles it and whoever records somebody wait for each other, and
-- then see what the first has done. An older snapshot would not show it: until then only READ COMMITTED may write here.
CREATE FUNCTION await_settling(is_settling boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'rule: nobody-made-up' USING ERRCODE = 'HW001';
    END IF;
    IF is_settling THEN
        PERFORM pg_advisory_xact_lock(4851453);
    ELSE
        PERFORM pg_advisory_xact_lock_shared(4851453);
    END IF;
END $$;

CREATE FUNCTION settled_first() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    PERFORM await_settling(TRUE);
    IF EXISTS (SELECT 1 FROM persons) OR EXISTS (SELECT 1 FROM person_names) THEN
        RAISE EXCEPTION 'rule: nobody-made-up' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER installations__first AFTER INSERT ON installations FOR EACH ROW EXECUTE FUNCTION settled_first();

CREATE FUNCTION recorded_after_settling() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM installations) THEN PERFORM await_settling(FALSE); END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER persons__settled AFTER INSERT ON persons FOR EACH ROW EXECUTE FUNCTION recorded_after_settling();

CREATE FUNCTION nobody_made_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM installations) THEN PERFORM await_settling(FALSE); END IF;
    IF EXISTS (SELECT 1 FROM installations i
               WHERE (i.kind = 'Demonstration') <> (upper(NEW.text) LIKE 'SYNTHETIC %')) THEN
        RAISE EXCEPTION 'rule: nobody-made-up' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER person_names__marked AFTER INSERT ON person_names FOR EACH ROW EXECUTE FUNCTION nobody_made_up();
