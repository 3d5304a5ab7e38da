-- Who is one human being, and who may look after nobody.
CREATE VIEW live_merges AS
SELECT m.id, m.person_id, m.into_id
FROM person_merges m
WHERE NOT EXISTS (SELECT 1 FROM merge_reversals r WHERE r.merge_id = m.id);

-- Links that nobody was acquitted of or cleared from, with the merged identity they touch. The roles are
-- PartyRoles.Adverse.
CREATE VIEW adverse_links AS
SELECT l.id AS link_id, i.root_id AS identity_id
FROM party_links l
JOIN identities i ON i.person_id = l.person_id
WHERE l.role IN ({adverse_roles})
  AND NOT EXISTS (SELECT 1 FROM acquittals a WHERE a.link_id = l.id)
  AND NOT EXISTS (SELECT 1 FROM clearings c JOIN clearing_confirmations k ON k.clearing_id = c.id
                  WHERE c.link_id = l.id);

CREATE VIEW live_duties AS
SELECT d.id, d.facility_id, d.person_id, i.root_id AS identity_id
FROM duties d
JOIN identities i ON i.person_id = d.person_id
WHERE NOT EXISTS (SELECT 1 FROM duty_ends e WHERE e.duty_id = d.id);
