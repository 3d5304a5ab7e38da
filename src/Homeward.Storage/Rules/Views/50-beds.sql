-- Beds held for operations, from when until when: a release ends it early.
CREATE VIEW bed_holds AS
SELECT r.id, r.operation_id, r.facility_id, r.beds, r.at AS held_from,
       CASE WHEN l.at IS NOT NULL AND l.at < r.until THEN l.at ELSE r.until END AS held_until
FROM bed_reservations r
LEFT JOIN bed_releases l ON l.reservation_id = r.id;

-- People rescued in an operation who have a bed of a facility now: they use up what was held for them.
CREATE VIEW bed_uses AS
SELECT o.operation_id, c.facility_id, count(DISTINCT c.identity_id) AS beds
FROM current_custodies c
JOIN identities i ON i.root_id = c.identity_id
JOIN rescues r ON r.person_id = i.person_id
JOIN operation_rescues o ON o.rescue_id = r.id
WHERE c.kind IN ('WelfareInstitution', 'RescueStation')
GROUP BY o.operation_id, c.facility_id;
