-- Where human beings are somebody's business: where they were rescued, who has them in care or gives it, where they are
-- reported missing or searched for, who took measures against them or leads a case that names them. Who is in none of
-- these is in no row.
CREATE VIEW person_places AS
SELECT i.root_id AS identity_id, r.region
FROM rescues r JOIN identities i ON i.person_id = r.person_id
UNION ALL
SELECT c.identity_id, a.region
FROM live_custodies c JOIN agencies a ON a.id = c.agency_id
UNION ALL
SELECT i.root_id, a.region
FROM live_custodies c JOIN identities i ON i.person_id = c.carer_id JOIN agencies a ON a.id = c.agency_id
UNION ALL
SELECT i.root_id, a.region
FROM household_members h
JOIN live_custodies c ON c.id = h.custody_id
JOIN identities i ON i.person_id = h.member_id
JOIN agencies a ON a.id = c.agency_id
UNION ALL
SELECT d.identity_id, f.region
FROM live_duties d JOIN facilities f ON f.id = d.facility_id
UNION ALL
SELECT i.root_id, m.region
FROM missing_reports m JOIN identities i ON i.person_id = m.missing_id
UNION ALL
SELECT i.root_id, a.region
FROM missing_reports m JOIN identities i ON i.person_id = m.missing_id JOIN agencies a ON a.id = m.agency_id
UNION ALL
SELECT i.root_id, m.region
FROM missing_reports m
JOIN family_members f ON f.family_id = m.family_id
JOIN identities i ON i.person_id = f.person_id
UNION ALL
SELECT i.root_id, a.region
FROM missing_reports m
JOIN family_members f ON f.family_id = m.family_id
JOIN identities i ON i.person_id = f.person_id
JOIN agencies a ON a.id = m.agency_id
UNION ALL
SELECT i.root_id, a.region
FROM detentions d JOIN identities i ON i.person_id = d.person_id JOIN agencies a ON a.id = d.authority_id
UNION ALL
SELECT i.root_id, a.region
FROM party_links l
JOIN identities i ON i.person_id = l.person_id
JOIN investigations n ON n.id = l.investigation_id
JOIN agencies a ON a.id = n.lead_id
UNION ALL
SELECT i.root_id, r.region
FROM party_links l
JOIN identities i ON i.person_id = l.person_id
JOIN rescues r ON r.id = l.rescue_id;
