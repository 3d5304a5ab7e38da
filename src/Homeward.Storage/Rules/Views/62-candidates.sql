-- Candidates that somebody should look at: neither closed nor excluded, and what they rest on may still be searched. A
-- consent that was taken back hides them before the gene database has heard of it.
CREATE VIEW open_candidates AS
SELECT c.number, c.child, c.family_id, t.person_id
FROM candidates c
JOIN live_typings t ON t.accession = c.child AND t.role = 'Rescued'
JOIN family_versions v ON v.gene_family_id = c.family_id AND v.body IS NOT NULL
WHERE NOT EXISTS (SELECT 1 FROM family_versions later
                  WHERE later.gene_family_id = v.gene_family_id AND later.version > v.version)
  AND NOT EXISTS (SELECT 1 FROM candidate_closings x WHERE x.number = c.number)
  AND NOT EXISTS (SELECT 1 FROM pair_exclusions e WHERE e.candidate = c.number);
