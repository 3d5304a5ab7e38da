-- Samples: taken with a consent that is for it, handed from one hand to the next without a gap, typed by the laboratory
-- that holds them, under a seal that nobody found broken. A consent that was taken back carries nothing new: taking it
-- back, taking a sample and typing one all write the guard of the donor's identity.
CREATE FUNCTION take_sample() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    PERFORM guard_identity(NEW.person_id);
    IF NOT EXISTS (
            SELECT 1 FROM consents c
            JOIN identities i ON i.person_id = c.person_id JOIN identities j ON j.root_id = i.root_id
            WHERE c.id = NEW.consent_id AND j.person_id = NEW.person_id AND c.given <= NEW.taken)
       OR EXISTS (SELECT 1 FROM consent_withdrawals w WHERE w.consent_id = NEW.consent_id)
       OR NOT EXISTS (
            SELECT 1 FROM consent_scopes s WHERE s.consent_id = NEW.consent_id
              AND s.use = CASE NEW.role WHEN 'Staff' THEN 'ContaminationCheck' ELSE 'Search' END) THEN
        RAISE EXCEPTION 'rule: consent-first' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER samples__consented AFTER INSERT ON samples FOR EACH ROW EXECUTE FUNCTION take_sample();

-- A consent is written whole: what it is for is not widened afterwards.
CREATE FUNCTION scope_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NEW.entry_id IS DISTINCT FROM (SELECT c.entry_id FROM consents c WHERE c.id = NEW.consent_id) THEN
        RAISE EXCEPTION 'rule: consent-first' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER consent_scopes__at_once AFTER INSERT ON consent_scopes FOR EACH ROW EXECUTE FUNCTION scope_consent();

CREATE FUNCTION withdraw_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
DECLARE donor uuid;
BEGIN
    FOR donor IN SELECT DISTINCT s.person_id FROM samples s WHERE s.consent_id = NEW.consent_id
                 UNION SELECT c.person_id FROM consents c WHERE c.id = NEW.consent_id ORDER BY 1
    LOOP
        PERFORM guard_identity(donor);
    END LOOP;
    RETURN NULL;
END $$;

CREATE TRIGGER consent_withdrawals__guarded AFTER INSERT ON consent_withdrawals
FOR EACH ROW EXECUTE FUNCTION withdraw_consent();

CREATE FUNCTION hand_over() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NEW.ordinal IS DISTINCT FROM 1 + (
            SELECT coalesce(max(h.ordinal), 0) FROM sample_handovers h
            WHERE h.sample_id = NEW.sample_id AND h.ordinal <> NEW.ordinal)
       OR NEW.from_id IS DISTINCT FROM coalesce(
            (SELECT h.to_id FROM sample_handovers h
             WHERE h.sample_id = NEW.sample_id AND h.ordinal = NEW.ordinal - 1),
            (SELECT s.by_id FROM samples s WHERE s.id = NEW.sample_id))
       OR NEW."at" < coalesce(
            (SELECT h."at" FROM sample_handovers h
             WHERE h.sample_id = NEW.sample_id AND h.ordinal = NEW.ordinal - 1),
            (SELECT s.taken FROM samples s WHERE s.id = NEW.sample_id)) THEN
        RAISE EXCEPTION 'rule: chain-of-custody' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER sample_handovers__chain AFTER INSERT ON sample_handovers
FOR EACH ROW EXECUTE FUNCTION hand_over();

CREATE FUNCTION type_sample() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    PERFORM guard_identity((SELECT s.person_id FROM samples s WHERE s.id = NEW.sample_id));
    IF NEW.ordinal IS DISTINCT FROM 1 + (
            SELECT coalesce(max(t.ordinal), 0) FROM typings t
            WHERE t.sample_id = NEW.sample_id AND t.accession <> NEW.accession)
       OR NOT EXISTS (SELECT 1 FROM agencies a WHERE a.id = NEW.laboratory_id AND a.kind = 'DnaLaboratory')
       OR NEW.laboratory_id IS DISTINCT FROM (SELECT u.agency_id FROM users u WHERE u.id = NEW.by_id)
       OR NEW.laboratory_id IS DISTINCT FROM (
            SELECT u.agency_id FROM sample_holders h JOIN users u ON u.id = h.holder_id
            WHERE h.sample_id = NEW.sample_id)
       OR EXISTS (SELECT 1 FROM sample_handovers h WHERE h.sample_id = NEW.sample_id AND NOT h.seal_intact)
       OR EXISTS (SELECT 1 FROM samples s JOIN consent_withdrawals w ON w.consent_id = s.consent_id
                  WHERE s.id = NEW.sample_id)
       OR (NEW.ordinal > 1 AND NOT EXISTS (
            SELECT 1 FROM samples s JOIN consent_scopes c ON c.consent_id = s.consent_id
            WHERE s.id = NEW.sample_id AND c.use = 'RepeatTyping'))
       OR NOT EXISTS (SELECT 1 FROM samples s JOIN gene_donors d ON d.person_id = s.person_id
                      WHERE s.id = NEW.sample_id) THEN
        RAISE EXCEPTION 'rule: usable-sample' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER typings__usable AFTER INSERT ON typings FOR EACH ROW EXECUTE FUNCTION type_sample();

-- A profile takes the place of one of the same donor only.
CREATE FUNCTION accept_typing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM typings t JOIN samples s ON s.id = t.sample_id
        JOIN samples o ON o.person_id = s.person_id JOIN typings p ON p.sample_id = o.id
        JOIN typing_acceptances a ON a.accession = p.accession
        WHERE t.accession = NEW.accession AND p.accession = NEW.supersedes AND p.accession <> t.accession) THEN
        RAISE EXCEPTION 'rule: usable-sample' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER typing_acceptances__same_donor AFTER INSERT ON typing_acceptances
FOR EACH ROW WHEN (NEW.supersedes IS NOT NULL) EXECUTE FUNCTION accept_typing();

CREATE FUNCTION note_withdrawal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM typings t JOIN samples s ON s.id = t.sample_id
        JOIN consent_withdrawals w ON w.consent_id = s.consent_id
        WHERE t.accession = NEW.accession) THEN
        RAISE EXCEPTION 'rule: consent-first' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER typing_withdrawals__withdrawn AFTER INSERT ON typing_withdrawals
FOR EACH ROW EXECUTE FUNCTION note_withdrawal();
