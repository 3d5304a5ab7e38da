-- Roles are given: in cases by the approver of the same agency, the others by an administrator, never by oneself, and
-- for no larger region than the giver's own.
-- The first administrator alone is made by nobody, before anybody has a role.
CREATE TRIGGER grants__given AFTER INSERT ON grants
BEGIN
    SELECT RAISE(ABORT, 'rule: roles-are-given')
    WHERE NOT EXISTS (SELECT 1 FROM users WHERE id = NEW.user_id AND agency_id = NEW.agency_id)
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
              AND NOT EXISTS (SELECT 1 FROM grant_ends e WHERE e.grant_id = g.id)));
    -- Whoever runs the installation or gives roles works on no case.
    SELECT RAISE(ABORT, 'rule: one-kind-of-role')
    WHERE EXISTS (
        SELECT 1 FROM grants g
        WHERE g.user_id = NEW.user_id
          AND (g.role IN ('Administrator', 'Approver')) <> (NEW.role IN ('Administrator', 'Approver'))
          AND g.since < NEW.until AND NEW.since < g.until
          AND NOT EXISTS (SELECT 1 FROM grant_ends e WHERE e.grant_id = g.id));
END;
