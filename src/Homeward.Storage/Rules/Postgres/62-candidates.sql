-- Candidates are taken over in the order in which they were found, none left out; one that is closed or excluded is
-- proposed by nobody.
CREATE FUNCTION take_candidate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NEW.number IS DISTINCT FROM 1 + (
            SELECT coalesce(max(c.number), 0) FROM candidates c WHERE c.number <> NEW.number) THEN
        RAISE EXCEPTION 'rule: candidates-follow' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER candidates__follow AFTER INSERT ON candidates FOR EACH ROW EXECUTE FUNCTION take_candidate();

CREATE FUNCTION close_candidate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM candidates c JOIN candidates b
            ON b.child = c.child AND b.family_id = c.family_id AND b.member = c.member
        WHERE c.number = NEW.number AND b.number = NEW.better AND b.number > c.number) THEN
        RAISE EXCEPTION 'rule: candidates-follow' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER candidate_closings__better AFTER INSERT ON candidate_closings
FOR EACH ROW WHEN (NEW.better IS NOT NULL) EXECUTE FUNCTION close_candidate();

CREATE FUNCTION exclude_pair() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM candidate_closings x WHERE x.number = NEW.candidate) THEN
        RAISE EXCEPTION 'rule: open-candidate' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER pair_exclusions__open AFTER INSERT ON pair_exclusions
FOR EACH ROW EXECUTE FUNCTION exclude_pair();

-- The donor's guard: who proposes, and who takes the child's consent back, wait for each other.
CREATE FUNCTION propose_match() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    PERFORM guard_identity((
        SELECT s.person_id FROM candidates c JOIN typings t ON t.accession = c.child
        JOIN samples s ON s.id = t.sample_id WHERE c.number = NEW.candidate));
    IF NOT EXISTS (SELECT 1 FROM open_candidates o WHERE o.number = NEW.candidate) THEN
        RAISE EXCEPTION 'rule: open-candidate' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER match_proposals__open AFTER INSERT ON match_proposals
FOR EACH ROW EXECUTE FUNCTION propose_match();
