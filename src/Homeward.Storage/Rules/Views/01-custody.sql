-- Rows of custody that count, each with the merged identity it is about.
CREATE VIEW live_custodies AS
SELECT c.id, c.person_id, i.root_id AS identity_id, c.since, c.kind, c.agency_id, c.facility_id, c.carer_id,
       c.acceptance_id, c.origin_id
FROM custodies c
JOIN identities i ON i.person_id = c.person_id
WHERE NOT EXISTS (SELECT 1 FROM custodies s WHERE s.supersedes_id = c.id);

-- The last one of each identity. Two that begin at once (the records of a merged identity may) go by their ids.
CREATE VIEW current_custodies AS
SELECT c.id, c.person_id, c.identity_id, c.since, c.kind, c.agency_id, c.facility_id, c.carer_id
FROM live_custodies c
WHERE NOT EXISTS (
    SELECT 1 FROM identities j JOIN custodies d ON d.person_id = j.person_id
    WHERE j.root_id = c.identity_id
      AND (d.since > c.since OR (d.since = c.since AND d.id > c.id))
      AND NOT EXISTS (SELECT 1 FROM custodies s WHERE s.supersedes_id = d.id));

-- What must never be: somebody with an adverse link, or the person itself, named in its own current custody.
CREATE VIEW unclean_custodies AS
SELECT c.id, c.identity_id
FROM current_custodies c
WHERE EXISTS (SELECT 1 FROM identities i
              WHERE i.person_id = c.carer_id
                AND (i.root_id = c.identity_id
                     OR EXISTS (SELECT 1 FROM adverse_links a WHERE a.identity_id = i.root_id)))
   OR EXISTS (SELECT 1 FROM household_members h JOIN identities i ON i.person_id = h.member_id
              WHERE h.custody_id = c.id
                AND (i.root_id = c.identity_id
                     OR EXISTS (SELECT 1 FROM adverse_links a WHERE a.identity_id = i.root_id)));

-- Everybody whom a current custody names, by merged identity: who looks after somebody, and who lives there.
CREATE VIEW current_carers AS
SELECT i.root_id AS identity_id, c.id AS custody_id, c.identity_id AS cared_for_id
FROM identities i
JOIN current_custodies c ON c.carer_id = i.person_id;

CREATE VIEW current_households AS
SELECT i.root_id AS identity_id, c.id AS custody_id, c.identity_id AS cared_for_id
FROM identities i
JOIN household_members h ON h.member_id = i.person_id
JOIN current_custodies c ON c.id = h.custody_id;

CREATE VIEW rescue_times AS
SELECT r.id AS rescue_id, r.person_id, c.identity_id, c.since
FROM rescues r
JOIN live_custodies c ON c.origin_id = r.custody_id
WHERE NOT EXISTS (SELECT 1 FROM rescues s WHERE s.supersedes_id = r.id);
