-- Candidates are taken over in the order in which they were found, none left out; one that is closed or excluded is
-- proposed by nobody.
CREATE TRIGGER candidates__follow AFTER INSERT ON candidates
BEGIN
    SELECT RAISE(ABORT, 'rule: candidates-follow')
    WHERE NEW.number IS NOT 1 + (SELECT coalesce(max(c.number), 0) FROM candidates c WHERE c.number <> NEW.number);
END;

CREATE TRIGGER candidate_closings__better AFTER INSERT ON candidate_closings
WHEN NEW.better IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'rule: candidates-follow')
    WHERE NOT EXISTS (
        SELECT 1 FROM candidates c JOIN candidates b
            ON b.child = c.child AND b.family_id = c.family_id AND b.member = c.member
        WHERE c.number = NEW.number AND b.number = NEW.better AND b.number > c.number);
END;

CREATE TRIGGER pair_exclusions__open AFTER INSERT ON pair_exclusions
BEGIN
    SELECT RAISE(ABORT, 'rule: open-candidate')
    WHERE EXISTS (SELECT 1 FROM candidate_closings x WHERE x.number = NEW.candidate);
END;

CREATE TRIGGER match_proposals__open AFTER INSERT ON match_proposals
BEGIN
    SELECT RAISE(ABORT, 'rule: open-candidate')
    WHERE NOT EXISTS (SELECT 1 FROM open_candidates o WHERE o.number = NEW.candidate);
END;
