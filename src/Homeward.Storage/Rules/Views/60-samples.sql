-- In whose hands each sample is: whoever took it over last, or whoever took it.
CREATE VIEW sample_holders AS
SELECT s.id AS sample_id,
       coalesce((SELECT h.to_id FROM sample_handovers h WHERE h.sample_id = s.id
                 ORDER BY h.ordinal DESC LIMIT 1), s.by_id) AS holder_id
FROM samples s;

-- Profiles that may be searched: held by the gene database, not replaced by a better one, consent not taken back.
CREATE VIEW live_typings AS
SELECT t.accession, t.sample_id, s.person_id, s.role
FROM typings t
JOIN samples s ON s.id = t.sample_id
JOIN typing_acceptances a ON a.accession = t.accession
WHERE NOT EXISTS (SELECT 1 FROM typing_acceptances b WHERE b.supersedes = t.accession)
  AND NOT EXISTS (SELECT 1 FROM consent_withdrawals w WHERE w.consent_id = s.consent_id);
