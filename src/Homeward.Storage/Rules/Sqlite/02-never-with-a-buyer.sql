-- Nobody with an adverse link looks after anybody, whichever of the two comes first.
CREATE TRIGGER custodies__screened AFTER INSERT ON custodies
BEGIN
    SELECT RAISE(ABORT, 'rule: never-with-a-buyer')
    WHERE EXISTS (SELECT 1 FROM identities i JOIN adverse_links a ON a.identity_id = i.root_id
                  WHERE i.person_id = NEW.carer_id)
       OR EXISTS (SELECT 1 FROM identities i JOIN identities j ON j.root_id = i.root_id
                  WHERE i.person_id = NEW.carer_id AND j.person_id = NEW.person_id)
       -- A row that supersedes another may make an older one the last.
       OR EXISTS (SELECT 1 FROM identities i JOIN unclean_custodies u ON u.identity_id = i.root_id
                  WHERE i.person_id = NEW.person_id);
END;

CREATE TRIGGER household_members__screened AFTER INSERT ON household_members
BEGIN
    SELECT RAISE(ABORT, 'rule: never-with-a-buyer')
    WHERE EXISTS (SELECT 1 FROM identities i JOIN adverse_links a ON a.identity_id = i.root_id
                  WHERE i.person_id = NEW.member_id)
       OR EXISTS (SELECT 1 FROM custodies c
                  JOIN identities i ON i.person_id = c.person_id
                  JOIN identities j ON j.root_id = i.root_id
                  WHERE c.id = NEW.custody_id AND j.person_id = NEW.member_id);
END;

-- Only a home has a household.
CREATE TRIGGER household_members__home AFTER INSERT ON household_members
WHEN NOT EXISTS (SELECT 1 FROM custodies c
                 WHERE c.id = NEW.custody_id AND c.kind IN ('FosterFamily', 'PoliceEmergency'))
BEGIN
    SELECT RAISE(ABORT, 'rule: right-place');
END;

CREATE TRIGGER duties__screened AFTER INSERT ON duties
BEGIN
    SELECT RAISE(ABORT, 'rule: never-with-a-buyer')
    WHERE EXISTS (SELECT 1 FROM identities i JOIN adverse_links a ON a.identity_id = i.root_id
                  WHERE i.person_id = NEW.person_id);
END;

CREATE TRIGGER party_links__screened AFTER INSERT ON party_links
WHEN NEW.role IN ({adverse_roles})
BEGIN
    SELECT RAISE(ABORT, 'rule: never-with-a-buyer')
    WHERE EXISTS (SELECT 1 FROM identities i JOIN current_carers c ON c.identity_id = i.root_id
                  WHERE i.person_id = NEW.person_id)
       OR EXISTS (SELECT 1 FROM identities i JOIN current_households h ON h.identity_id = i.root_id
                  WHERE i.person_id = NEW.person_id)
       OR EXISTS (SELECT 1 FROM identities i JOIN live_duties d ON d.identity_id = i.root_id
                  WHERE i.person_id = NEW.person_id);
END;

-- Nobody was found with himself.
CREATE TRIGGER party_links__another AFTER INSERT ON party_links
WHEN EXISTS (SELECT 1 FROM rescues r
             JOIN identities i ON i.person_id = r.person_id
             JOIN identities j ON j.root_id = i.root_id
             WHERE r.id = NEW.rescue_id AND j.person_id = NEW.person_id)
BEGIN
    SELECT RAISE(ABORT, 'rule: found-with-another');
END;
