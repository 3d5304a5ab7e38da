-- Custody tiles time: two rows of one record never begin at once, and a row replaces a row of the same record.
CREATE FUNCTION tile_custody() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    PERFORM guard_identity(NEW.person_id);
    IF EXISTS (SELECT 1 FROM live_custodies c
               WHERE c.person_id = NEW.person_id AND c.since = NEW.since AND c.id <> NEW.id)
       OR (NEW.supersedes_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM custodies s
                           WHERE s.id = NEW.supersedes_id AND s.person_id = NEW.person_id
                             AND s.origin_id = NEW.origin_id)) THEN
        RAISE EXCEPTION 'rule: no-gap' USING ERRCODE = 'HW001';
    END IF;
    IF (NEW.kind = 'PoliceEmergency'
        AND NOT EXISTS (SELECT 1 FROM agencies a
                        WHERE a.id = NEW.agency_id AND a.kind IN ('PublicSecurity', 'BorderControl')))
       OR (NEW.kind IN ('WelfareInstitution', 'RescueStation', 'Hospital')
           AND NOT EXISTS (SELECT 1 FROM facilities f WHERE f.id = NEW.facility_id AND f.kind = NEW.kind))
       OR (NEW.kind = 'ForeignAuthority'
           AND NOT EXISTS (SELECT 1 FROM agencies a WHERE a.id = NEW.agency_id AND a.kind = 'ForeignLiaison'))
       OR (NEW.kind = 'FosterFamily'
           AND NOT EXISTS (SELECT 1 FROM agencies a
                           WHERE a.id = NEW.agency_id AND a.kind IN ('WelfareInstitution', 'CivilAffairs')))
       OR (NEW.kind = 'Independent'
           AND NOT EXISTS (SELECT 1 FROM persons p
                           WHERE p.id = NEW.person_id
                             AND p.born_latest + interval '18 years'
                                 <= (to_timestamp(NEW.since / 1000000) AT TIME ZONE 'UTC')::date)) THEN
        RAISE EXCEPTION 'rule: right-place' USING ERRCODE = 'HW001';
    END IF;
    -- An unsettled person is an alarm.
    IF NEW.kind = 'Unsettled' THEN
        INSERT INTO emergency_tasks (cause, kind, person_id, at) VALUES (NEW.id, 'Unsettled', NEW.person_id, NEW.at);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER custodies__tiles AFTER INSERT ON custodies FOR EACH ROW EXECUTE FUNCTION tile_custody();

-- The receiving side has accepted this person, here, and once.
CREATE FUNCTION accepted_custody() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NEW.acceptance_id IS NULL THEN RETURN NULL; END IF;
    PERFORM guard_identity(a.person_id) FROM acceptances a WHERE a.id = NEW.acceptance_id;
    IF NOT EXISTS (SELECT 1 FROM acceptances a
                   JOIN identities i ON i.person_id = a.person_id
                   JOIN identities j ON j.root_id = i.root_id
                   WHERE a.id = NEW.acceptance_id AND j.person_id = NEW.person_id
                     AND a.agency_id = NEW.agency_id AND a.facility_id IS NOT DISTINCT FROM NEW.facility_id)
       OR EXISTS (SELECT 1 FROM custodies c
                  WHERE c.acceptance_id = NEW.acceptance_id AND c.origin_id <> NEW.origin_id) THEN
        RAISE EXCEPTION 'rule: accepted' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER custodies__accepted AFTER INSERT ON custodies FOR EACH ROW EXECUTE FUNCTION accepted_custody();

CREATE FUNCTION sign_acceptance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM users u WHERE u.id = NEW.by_id AND u.agency_id = NEW.agency_id)
       OR (NEW.facility_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM facilities f
                           WHERE f.id = NEW.facility_id AND f.agency_id = NEW.agency_id)) THEN
        RAISE EXCEPTION 'rule: accepted' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER acceptances__signed AFTER INSERT ON acceptances FOR EACH ROW EXECUTE FUNCTION sign_acceptance();

-- Whoever comes to be in a facility has a bed of his own there. Whoever was there before keeps his, also when beds
-- have become fewer.
CREATE FUNCTION take_bed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
DECLARE identity uuid; place uuid;
BEGIN
    identity := guard_identity(NEW.person_id);
    SELECT c.facility_id INTO place FROM current_custodies c
    WHERE c.identity_id = identity AND c.kind IN ('WelfareInstitution', 'RescueStation')
      AND (c.id = NEW.id OR NEW.supersedes_id IS NOT NULL)
      AND c.facility_id IS DISTINCT FROM (
          SELECT p.facility_id FROM live_custodies p
          WHERE p.identity_id = c.identity_id AND p.id <> c.id ORDER BY p.since DESC, p.id DESC LIMIT 1)
      AND c.facility_id IS DISTINCT FROM (SELECT p.facility_id FROM custodies p WHERE p.id = NEW.supersedes_id);
    IF place IS NULL THEN RETURN NULL; END IF;
    UPDATE bed_guards SET guard = guard + 1 WHERE facility_id = place;
    IF (SELECT f.beds FROM facilities f WHERE f.id = place)
       < (SELECT count(*) FROM current_custodies o
          WHERE o.facility_id = place AND o.kind IN ('WelfareInstitution', 'RescueStation')) THEN
        RAISE EXCEPTION 'rule: free-bed' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER custodies__bed AFTER INSERT ON custodies FOR EACH ROW EXECUTE FUNCTION take_bed();

CREATE FUNCTION begin_beds() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    INSERT INTO bed_guards (facility_id, guard) VALUES (NEW.id, 0);
    RETURN NULL;
END $$;

CREATE TRIGGER bed_guards__begin AFTER INSERT ON facilities FOR EACH ROW EXECUTE FUNCTION begin_beds();

CREATE FUNCTION duty_removed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF NEW.for_adverse_link THEN
        INSERT INTO emergency_tasks (cause, kind, facility_id, at)
        SELECT NEW.duty_id, 'DutyRemoved', d.facility_id, NEW.at FROM duties d WHERE d.id = NEW.duty_id;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER duty_ends__alarm AFTER INSERT ON duty_ends FOR EACH ROW EXECUTE FUNCTION duty_removed();

CREATE FUNCTION no_bed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    INSERT INTO emergency_tasks (cause, kind, person_id, at) VALUES (NEW.id, 'NoBed', NEW.person_id, NEW.at);
    RETURN NULL;
END $$;

CREATE TRIGGER bed_escalations__alarm AFTER INSERT ON bed_escalations FOR EACH ROW EXECUTE FUNCTION no_bed();

-- A rescue begins custody of its person: it names the first of a chain of rows, and no other rescue that counts does.
CREATE FUNCTION rescued_into_custody() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    PERFORM guard_identity(NEW.person_id);
    IF NOT EXISTS (SELECT 1 FROM custodies c JOIN live_custodies v ON v.origin_id = c.id
                   WHERE c.id = NEW.custody_id AND c.origin_id = c.id AND c.person_id = NEW.person_id
                     AND (NEW.latest IS NULL OR NEW.latest >= v.since))
       OR EXISTS (SELECT 1 FROM rescues r
                  WHERE r.custody_id = NEW.custody_id AND r.id <> NEW.id
                    AND NOT EXISTS (SELECT 1 FROM rescues s WHERE s.supersedes_id = r.id))
       OR (NEW.supersedes_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM rescues s
                           WHERE s.id = NEW.supersedes_id AND s.person_id = NEW.person_id)) THEN
        RAISE EXCEPTION 'rule: rescued-into-custody' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER rescues__custody AFTER INSERT ON rescues FOR EACH ROW EXECUTE FUNCTION rescued_into_custody();
