-- What is published is a count that two people signed, neither of whom drafted or counted it, with the pages it had when
-- the first of them signed. That nothing of it changes afterwards holds for every table; here also that a count belongs
-- to its bulletin, is the last one, and that a published bulletin is not counted again.

CREATE TRIGGER bulletin_counts__open BEFORE INSERT ON bulletin_counts
WHEN EXISTS (SELECT 1 FROM bulletin_publications WHERE bulletin_id = NEW.bulletin_id)
  OR NEW.last_line > (SELECT coalesce(max(number), 0) FROM count_entries)
BEGIN
    SELECT RAISE(ABORT, 'rule: two-sign-a-bulletin');
END;

CREATE TRIGGER bulletin_texts__before_signing BEFORE INSERT ON bulletin_texts
WHEN EXISTS (SELECT 1 FROM bulletin_approvals WHERE count_id = NEW.count_id)
  OR EXISTS (SELECT 1 FROM bulletin_publications WHERE count_id = NEW.count_id)
BEGIN
    SELECT RAISE(ABORT, 'rule: two-sign-a-bulletin');
END;

CREATE TRIGGER bulletin_approvals__others BEFORE INSERT ON bulletin_approvals
WHEN EXISTS
    (SELECT 1 FROM bulletin_counts c JOIN bulletins b ON b.id = c.bulletin_id
     WHERE c.id = NEW.count_id AND (c.by_id = NEW.by_id OR b.by_id = NEW.by_id))
BEGIN
    SELECT RAISE(ABORT, 'rule: two-sign-a-bulletin');
END;

CREATE TRIGGER bulletin_publications__signed BEFORE INSERT ON bulletin_publications
WHEN (SELECT count(*) FROM bulletin_approvals WHERE count_id = NEW.count_id) < 2
  OR NEW.count_id IS NOT
     (SELECT id FROM bulletin_counts WHERE bulletin_id = NEW.bulletin_id ORDER BY last_line DESC, at DESC, id DESC LIMIT 1)
BEGIN
    SELECT RAISE(ABORT, 'rule: two-sign-a-bulletin');
END;
