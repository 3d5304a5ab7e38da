-- Samples: taken with a consent that is for it, handed from one hand to the next without a gap, typed by the laboratory
-- that holds them, under a seal that nobody found broken. A consent that was taken back carries nothing new.
CREATE TRIGGER samples__consented AFTER INSERT ON samples
BEGIN
    SELECT RAISE(ABORT, 'rule: consent-first')
    WHERE NOT EXISTS (
            SELECT 1 FROM consents c
            JOIN identities i ON i.person_id = c.person_id JOIN identities j ON j.root_id = i.root_id
            WHERE c.id = NEW.consent_id AND j.person_id = NEW.person_id AND c.given <= NEW.taken)
       OR EXISTS (SELECT 1 FROM consent_withdrawals w WHERE w.consent_id = NEW.consent_id)
       OR NOT EXISTS (
            SELECT 1 FROM consent_scopes s WHERE s.consent_id = NEW.consent_id
              AND s.use = CASE NEW.role WHEN 'Staff' THEN 'ContaminationCheck' ELSE 'Search' END);
END;

-- A consent is written whole: what it is for is not widened afterwards.
CREATE TRIGGER consent_scopes__at_once AFTER INSERT ON consent_scopes
WHEN NEW.entry_id IS NOT (SELECT c.entry_id FROM consents c WHERE c.id = NEW.consent_id)
BEGIN
    SELECT RAISE(ABORT, 'rule: consent-first');
END;

CREATE TRIGGER sample_handovers__chain AFTER INSERT ON sample_handovers
BEGIN
    SELECT RAISE(ABORT, 'rule: chain-of-custody')
    WHERE NEW.ordinal IS NOT 1 + (SELECT coalesce(max(h.ordinal), 0) FROM sample_handovers h
                                  WHERE h.sample_id = NEW.sample_id AND h.rowid <> NEW.rowid)
       OR NEW.from_id IS NOT coalesce(
            (SELECT h.to_id FROM sample_handovers h
             WHERE h.sample_id = NEW.sample_id AND h.ordinal = NEW.ordinal - 1),
            (SELECT s.by_id FROM samples s WHERE s.id = NEW.sample_id))
       OR NEW."at" < coalesce(
            (SELECT h."at" FROM sample_handovers h
             WHERE h.sample_id = NEW.sample_id AND h.ordinal = NEW.ordinal - 1),
            (SELECT s.taken FROM samples s WHERE s.id = NEW.sample_id));
END;

CREATE TRIGGER typings__usable AFTER INSERT ON typings
BEGIN
    SELECT RAISE(ABORT, 'rule: usable-sample')
    WHERE NEW.ordinal IS NOT 1 + (SELECT coalesce(max(t.ordinal), 0) FROM typings t
                                  WHERE t.sample_id = NEW.sample_id AND t.rowid <> NEW.rowid)
       OR NOT EXISTS (SELECT 1 FROM agencies a WHERE a.id = NEW.laboratory_id AND a.kind = 'DnaLaboratory')
       OR NEW.laboratory_id IS NOT (SELECT u.agency_id FROM users u WHERE u.id = NEW.by_id)
       OR NEW.laboratory_id IS NOT (SELECT u.agency_id FROM sample_holders h JOIN users u ON u.id = h.holder_id
                                    WHERE h.sample_id = NEW.sample_id)
       OR EXISTS (SELECT 1 FROM sample_handovers h WHERE h.sample_id = NEW.sample_id AND NOT h.seal_intact)
       OR EXISTS (SELECT 1 FROM samples s JOIN consent_withdrawals w ON w.consent_id = s.consent_id
                  WHERE s.id = NEW.sample_id)
       OR (NEW.ordinal > 1 AND NOT EXISTS (
            SELECT 1 FROM samples s JOIN consent_scopes c ON c.consent_id = s.consent_id
            WHERE s.id = NEW.sample_id AND c.use = 'RepeatTyping'))
       OR NOT EXISTS (SELECT 1 FROM samples s JOIN gene_donors d ON d.person_id = s.person_id
                      WHERE s.id = NEW.sample_id);
END;

-- A profile takes the place of one of the same donor only.
CREATE TRIGGER typing_acceptances__same_donor AFTER INSERT ON typing_acceptances
WHEN NEW.supersedes IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'rule: usable-sample')
    WHERE NOT EXISTS (
        SELECT 1 FROM typings t JOIN samples s ON s.id = t.sample_id
        JOIN samples o ON o.person_id = s.person_id JOIN typings p ON p.sample_id = o.id
        JOIN typing_acceptances a ON a.accession = p.accession
        WHERE t.accession = NEW.accession AND p.accession = NEW.supersedes AND p.accession <> t.accession);
END;

CREATE TRIGGER typing_withdrawals__withdrawn AFTER INSERT ON typing_withdrawals
BEGIN
    SELECT RAISE(ABORT, 'rule: consent-first')
    WHERE NOT EXISTS (
        SELECT 1 FROM typings t JOIN samples s ON s.id = t.sample_id
        JOIN consent_withdrawals w ON w.consent_id = s.consent_id
        WHERE t.accession = NEW.accession);
END;
