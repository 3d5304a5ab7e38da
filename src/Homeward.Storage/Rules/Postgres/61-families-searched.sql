-- Whether a family is searched is told by its last step, and what the gene database is told of it by its last version:
-- each follows the one before. Of two that are written at once the second has a number that is taken.
CREATE FUNCTION follow_family_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NEW.ordinal IS DISTINCT FROM 1 + (
            SELECT coalesce(max(s.ordinal), 0) FROM family_steps s
            WHERE s.family_id = NEW.family_id AND s.ordinal <> NEW.ordinal)
       OR NOT (CASE coalesce((SELECT s.kind FROM family_steps s
                             WHERE s.family_id = NEW.family_id AND s.ordinal = NEW.ordinal - 1), 'Ended')
              WHEN 'Ended' THEN NEW.kind = 'Activated'
              WHEN 'Held' THEN NEW.kind IN ('Released', 'Ended')
              ELSE NEW.kind IN ('Held', 'Ended') END) THEN
        RAISE EXCEPTION 'rule: steps-follow' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER family_steps__follow AFTER INSERT ON family_steps
FOR EACH ROW EXECUTE FUNCTION follow_family_step();

CREATE FUNCTION follow_family_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NEW.version IS DISTINCT FROM 1 + (
            SELECT coalesce(max(v.version), 0) FROM family_versions v
            WHERE v.gene_family_id = NEW.gene_family_id AND v.version <> NEW.version)
       OR NOT EXISTS (SELECT 1 FROM gene_families f WHERE f.gene_family_id = NEW.gene_family_id) THEN
        RAISE EXCEPTION 'rule: steps-follow' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER family_versions__follow AFTER INSERT ON family_versions
FOR EACH ROW EXECUTE FUNCTION follow_family_version();

CREATE FUNCTION deliver_family_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM family_versions v
                   WHERE v.gene_family_id = NEW.gene_family_id AND v.version = NEW.version) THEN
        RAISE EXCEPTION 'rule: references-exist' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER family_deliveries__of_a_version AFTER INSERT ON family_deliveries
FOR EACH ROW EXECUTE FUNCTION deliver_family_version();
