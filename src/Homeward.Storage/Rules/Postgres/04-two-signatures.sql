-- A link is cleared by two people of two agencies, each of whom signs for his own.
CREATE FUNCTION sign_clearing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM users u WHERE u.id = NEW.by_id AND u.agency_id = NEW.agency_id)
       OR (NEW.basis IN ('CoVictim', 'Bystander')
           AND NOT EXISTS (SELECT 1 FROM party_links l WHERE l.id = NEW.link_id AND l.role = 'FoundWith')) THEN
        RAISE EXCEPTION 'rule: two-signatures' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER clearings__signed AFTER INSERT ON clearings FOR EACH ROW EXECUTE FUNCTION sign_clearing();

CREATE FUNCTION confirm_clearing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM users u WHERE u.id = NEW.by_id AND u.agency_id = NEW.agency_id)
       OR EXISTS (SELECT 1 FROM clearings c
                  WHERE c.id = NEW.clearing_id AND (c.by_id = NEW.by_id OR c.agency_id = NEW.agency_id)) THEN
        RAISE EXCEPTION 'rule: two-signatures' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER clearing_confirmations__signed AFTER INSERT ON clearing_confirmations
FOR EACH ROW EXECUTE FUNCTION confirm_clearing();

CREATE FUNCTION acquit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM agencies a WHERE a.id = NEW.court_id AND a.kind = 'Court')
       OR EXISTS (SELECT 1 FROM party_links l WHERE l.id = NEW.link_id AND l.role = 'FoundWith') THEN
        RAISE EXCEPTION 'rule: acquitted-by-a-court' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER acquittals__court AFTER INSERT ON acquittals FOR EACH ROW EXECUTE FUNCTION acquit();

-- What a signature or a placement rests on does not change under it.
CREATE TRIGGER agencies__kind BEFORE UPDATE ON agencies FOR EACH ROW
WHEN (NEW.kind IS DISTINCT FROM OLD.kind) EXECUTE FUNCTION rows_stay();
CREATE TRIGGER facilities__kind BEFORE UPDATE ON facilities FOR EACH ROW
WHEN (NEW.kind IS DISTINCT FROM OLD.kind OR NEW.agency_id IS DISTINCT FROM OLD.agency_id)
EXECUTE FUNCTION rows_stay();
