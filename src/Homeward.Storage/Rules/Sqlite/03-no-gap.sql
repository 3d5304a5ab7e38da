-- Custody tiles time: two rows of one record never begin at once, and a row replaces a row of the same record.
CREATE TRIGGER custodies__tiles AFTER INSERT ON custodies
BEGIN
    SELECT RAISE(ABORT, 'rule: no-gap')
    WHERE EXISTS (SELECT 1 FROM live_custodies c
                  WHERE c.person_id = NEW.person_id AND c.since = NEW.since AND c.id <> NEW.id)
       OR (NEW.supersedes_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM custodies s
                           WHERE s.id = NEW.supersedes_id AND s.person_id = NEW.person_id
                             AND s.origin_id = NEW.origin_id));
END;

CREATE TRIGGER custodies__place AFTER INSERT ON custodies
BEGIN
    SELECT RAISE(ABORT, 'rule: right-place')
    WHERE (NEW.kind = 'PoliceEmergency'
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
                             AND date(p.born_latest, '+18 years') <= date(NEW.since / 1000000, 'unixepoch')));
END;

-- The receiving side has accepted this person, here, and once.
CREATE TRIGGER custodies__accepted AFTER INSERT ON custodies
WHEN NEW.acceptance_id IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'rule: accepted')
    WHERE NOT EXISTS (SELECT 1 FROM acceptances a
                      JOIN identities i ON i.person_id = a.person_id
                      JOIN identities j ON j.root_id = i.root_id
                      WHERE a.id = NEW.acceptance_id AND j.person_id = NEW.person_id
                        AND a.agency_id = NEW.agency_id AND a.facility_id IS NEW.facility_id)
       OR EXISTS (SELECT 1 FROM custodies c
                  WHERE c.acceptance_id = NEW.acceptance_id AND c.origin_id <> NEW.origin_id);
END;

CREATE TRIGGER acceptances__signed AFTER INSERT ON acceptances
BEGIN
    SELECT RAISE(ABORT, 'rule: accepted')
    WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = NEW.by_id AND u.agency_id = NEW.agency_id)
       OR (NEW.facility_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM facilities f
                           WHERE f.id = NEW.facility_id AND f.agency_id = NEW.agency_id));
END;

-- Whoever comes to be in a facility has a bed of his own there. Whoever was there before keeps his, also when beds
-- have become fewer.
CREATE TRIGGER custodies__bed AFTER INSERT ON custodies
BEGIN
    SELECT RAISE(ABORT, 'rule: free-bed')
    WHERE EXISTS (
        SELECT 1 FROM identities i
        JOIN current_custodies c ON c.identity_id = i.root_id AND c.kind IN ('WelfareInstitution', 'RescueStation')
        JOIN facilities f ON f.id = c.facility_id
        WHERE i.person_id = NEW.person_id
          AND (c.id = NEW.id OR NEW.supersedes_id IS NOT NULL)
          AND f.id IS NOT (SELECT p.facility_id FROM live_custodies p
                           WHERE p.identity_id = c.identity_id AND p.id <> c.id
                           ORDER BY p.since DESC, p.id DESC LIMIT 1)
          AND f.id IS NOT (SELECT p.facility_id FROM custodies p WHERE p.id = NEW.supersedes_id)
          AND f.beds < (SELECT count(*) FROM current_custodies o
                        WHERE o.facility_id = f.id AND o.kind IN ('WelfareInstitution', 'RescueStation')));
END;

-- An unsettled person is an alarm.
CREATE TRIGGER custodies__alarm AFTER INSERT ON custodies
WHEN NEW.kind = 'Unsettled'
BEGIN
    INSERT INTO emergency_tasks (cause, kind, person_id, at) VALUES (NEW.id, 'Unsettled', NEW.person_id, NEW.at);
END;

CREATE TRIGGER emergency_tasks__stay BEFORE UPDATE ON emergency_tasks
BEGIN
    SELECT RAISE(ABORT, 'rule: rows-stay');
END;

CREATE TRIGGER duty_ends__alarm AFTER INSERT ON duty_ends
WHEN NEW.for_adverse_link
BEGIN
    INSERT INTO emergency_tasks (cause, kind, facility_id, at)
    SELECT NEW.duty_id, 'DutyRemoved', d.facility_id, NEW.at FROM duties d WHERE d.id = NEW.duty_id;
END;

CREATE TRIGGER bed_escalations__alarm AFTER INSERT ON bed_escalations
BEGIN
    INSERT INTO emergency_tasks (cause, kind, person_id, at) VALUES (NEW.id, 'NoBed', NEW.person_id, NEW.at);
END;

CREATE TRIGGER bed_guards__begin AFTER INSERT ON facilities
BEGIN
    INSERT INTO bed_guards (facility_id, guard) VALUES (NEW.id, 0);
END;

-- A rescue begins custody of its person: it names the first of a chain of rows, and no other rescue that counts does.
CREATE TRIGGER rescues__custody AFTER INSERT ON rescues
BEGIN
    SELECT RAISE(ABORT, 'rule: rescued-into-custody')
    WHERE NOT EXISTS (SELECT 1 FROM custodies c JOIN live_custodies v ON v.origin_id = c.id
                      WHERE c.id = NEW.custody_id AND c.origin_id = c.id AND c.person_id = NEW.person_id
                        AND (NEW.latest IS NULL OR NEW.latest >= v.since))
       OR EXISTS (SELECT 1 FROM rescues r
                  WHERE r.custody_id = NEW.custody_id AND r.id <> NEW.id
                    AND NOT EXISTS (SELECT 1 FROM rescues s WHERE s.supersedes_id = r.id))
       OR (NEW.supersedes_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM rescues s
                           WHERE s.id = NEW.supersedes_id AND s.person_id = NEW.person_id));
END;
