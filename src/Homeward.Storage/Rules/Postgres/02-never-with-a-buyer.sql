-- Nobody with an adverse link looks after anybody, whichever of the two comes first.
CREATE FUNCTION screen_custody() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
DECLARE identity uuid; carer uuid;
BEGIN
    identity := guard_identity(NEW.person_id);
    carer := guard_identity(NEW.carer_id);
    IF carer = identity OR is_adverse(carer) THEN
        RAISE EXCEPTION 'rule: never-with-a-buyer' USING ERRCODE = 'HW001';
    END IF;
    -- A row that supersedes another may make an older one the last.
    PERFORM screen_custody_of(identity);
    RETURN NULL;
END $$;

CREATE TRIGGER custodies__screened AFTER INSERT ON custodies FOR EACH ROW EXECUTE FUNCTION screen_custody();

CREATE FUNCTION screen_household() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
DECLARE identity uuid; member uuid;
BEGIN
    identity := guard_identity((SELECT c.person_id FROM custodies c WHERE c.id = NEW.custody_id));
    member := guard_identity(NEW.member_id);
    IF member = identity OR is_adverse(member) THEN
        RAISE EXCEPTION 'rule: never-with-a-buyer' USING ERRCODE = 'HW001';
    END IF;
    -- Only a home has a household.
    IF NOT EXISTS (SELECT 1 FROM custodies c
                   WHERE c.id = NEW.custody_id AND c.kind IN ('FosterFamily', 'PoliceEmergency')) THEN
        RAISE EXCEPTION 'rule: right-place' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER household_members__screened AFTER INSERT ON household_members
FOR EACH ROW EXECUTE FUNCTION screen_household();

CREATE FUNCTION screen_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    PERFORM screen_carer(guard_identity(NEW.person_id));
    RETURN NULL;
END $$;

CREATE TRIGGER duties__screened AFTER INSERT ON duties FOR EACH ROW EXECUTE FUNCTION screen_person();
CREATE TRIGGER party_links__screened AFTER INSERT ON party_links FOR EACH ROW EXECUTE FUNCTION screen_person();

-- Nobody was found with himself.
CREATE FUNCTION found_with_another() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM rescues r
               JOIN identities i ON i.person_id = r.person_id
               JOIN identities j ON j.root_id = i.root_id
               WHERE r.id = NEW.rescue_id AND j.person_id = NEW.person_id) THEN
        RAISE EXCEPTION 'rule: found-with-another' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER party_links__another AFTER INSERT ON party_links FOR EACH ROW EXECUTE FUNCTION found_with_another();
