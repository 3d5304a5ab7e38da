-- Of one person no two measures begin at the same moment, so that each lasts until the next. A row that was corrected
-- no longer counts.
CREATE FUNCTION one_measure_at_a_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    PERFORM guard_identity(NEW.person_id);
    IF EXISTS
        (SELECT 1 FROM detentions other
         WHERE other.person_id = NEW.person_id AND other.since = NEW.since AND other.id <> NEW.id
            AND NOT EXISTS (SELECT 1 FROM detentions later WHERE later.corrects_id = other.id))
       OR EXISTS
        (SELECT 1 FROM detentions wrong WHERE wrong.id = NEW.corrects_id AND wrong.person_id <> NEW.person_id) THEN
        RAISE EXCEPTION 'rule: one-measure-at-a-time' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER detentions__one_measure_at_a_time AFTER INSERT ON detentions
FOR EACH ROW EXECUTE FUNCTION one_measure_at_a_time();
