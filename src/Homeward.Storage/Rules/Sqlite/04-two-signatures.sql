-- A link is cleared by two people of two agencies, each of whom signs for his own.
CREATE TRIGGER clearings__signed AFTER INSERT ON clearings
BEGIN
    SELECT RAISE(ABORT, 'rule: two-signatures')
    WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = NEW.by_id AND u.agency_id = NEW.agency_id)
       OR (NEW.basis IN ('CoVictim', 'Bystander')
           AND NOT EXISTS (SELECT 1 FROM party_links l WHERE l.id = NEW.link_id AND l.role = 'FoundWith'));
END;

CREATE TRIGGER clearing_confirmations__signed AFTER INSERT ON clearing_confirmations
BEGIN
    SELECT RAISE(ABORT, 'rule: two-signatures')
    WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = NEW.by_id AND u.agency_id = NEW.agency_id)
       OR EXISTS (SELECT 1 FROM clearings c
                  WHERE c.id = NEW.clearing_id AND (c.by_id = NEW.by_id OR c.agency_id = NEW.agency_id));
END;

CREATE TRIGGER acquittals__court AFTER INSERT ON acquittals
BEGIN
    SELECT RAISE(ABORT, 'rule: acquitted-by-a-court')
    WHERE NOT EXISTS (SELECT 1 FROM agencies a WHERE a.id = NEW.court_id AND a.kind = 'Court')
       OR EXISTS (SELECT 1 FROM party_links l WHERE l.id = NEW.link_id AND l.role = 'FoundWith');
END;

-- What a signature or a placement rests on does not change under it.
CREATE TRIGGER agencies__kind BEFORE UPDATE ON agencies
WHEN NEW.kind IS NOT OLD.kind
BEGIN
    SELECT RAISE(ABORT, 'rule: rows-stay');
END;

CREATE TRIGGER facilities__kind BEFORE UPDATE ON facilities
WHEN NEW.kind IS NOT OLD.kind OR NEW.agency_id IS NOT OLD.agency_id
BEGIN
    SELECT RAISE(ABORT, 'rule: rows-stay');
END;
