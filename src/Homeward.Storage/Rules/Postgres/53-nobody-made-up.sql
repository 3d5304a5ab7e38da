-- Made-up people and real ones never share a database: in a demonstration every name is marked, elsewhere none is.
CREATE FUNCTION settled_first() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM persons) OR EXISTS (SELECT 1 FROM person_names) THEN
        RAISE EXCEPTION 'rule: nobody-made-up' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER installations__first AFTER INSERT ON installations FOR EACH ROW EXECUTE FUNCTION settled_first();

CREATE FUNCTION nobody_made_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM installations i
               WHERE (i.kind = 'Demonstration') <> (upper(NEW.text) LIKE 'SYNTHETIC %')) THEN
        RAISE EXCEPTION 'rule: nobody-made-up' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER person_names__marked AFTER INSERT ON person_names FOR EACH ROW EXECUTE FUNCTION nobody_made_up();
