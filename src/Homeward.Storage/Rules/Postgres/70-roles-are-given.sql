-- Roles are given: in cases by the approver of the same agency, the others by an administrator, never by oneself, and
-- for no larger region than the giver's own.
-- The first administrator alone is made by nobody, before anybody has a role.
CREATE FUNCTION grants_given() RETURNS trigger LANGUAGE plpgsql SET search_path = cases, pg_temp AS $$
BEGIN
    -- Two roles for one person wait for each other, and the second sees the first. An older snapshot would not show it.
    PERFORM pg_advisory_xact_lock(hashtextextended('grants.' || NEW.user_id, 0));
    IF current_setting('transaction_isolation') <> 'read committed'
       OR NOT EXISTS (SELECT 1 FROM users WHERE id = NEW.user_id AND agency_id = NEW.agency_id)
       OR (NEW.granted_by_id IS NULL AND EXISTS (SELECT 1 FROM grants WHERE id <> NEW.id))
       OR (NEW.granted_by_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM grants g
            WHERE g.user_id = NEW.granted_by_id
              AND g.role = CASE WHEN NEW.role IN ('Administrator', 'Approver') THEN 'Administrator' ELSE 'Approver' END
              AND (g.role = 'Administrator' OR g.agency_id = NEW.agency_id)
              AND g.region IN (
                  WITH RECURSIVE up (code) AS (
                      SELECT NEW.region
                      UNION SELECT r.parent FROM up JOIN regions r ON r.code = up.code WHERE r.parent IS NOT NULL)
                  SELECT code FROM up)
              AND g.since <= NEW.since AND NEW.since < g.until
              AND NOT EXISTS (SELECT 1 FROM grant_ends e WHERE e.grant_id = g.id))) THEN
        RAISE EXCEPTION 'rule: roles-are-given' USING ERRCODE = 'HW001';
    END IF;
    -- Whoever runs the installation or gives roles works on no case.
    IF EXISTS (
        SELECT 1 FROM grants g
        WHERE g.user_id = NEW.user_id
          AND (g.role IN ('Administrator', 'Approver')) <> (NEW.role IN ('Administrator', 'Approver'))
          AND g.since < NEW.until AND NEW.since < g.until
          AND NOT EXISTS (SELECT 1 FROM grant_ends e WHERE e.grant_id = g.id)) THEN
        RAISE EXCEPTION 'rule: one-kind-of-role' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER grants__given AFTER INSERT ON grants FOR EACH ROW EXECUTE FUNCTION grants_given();
