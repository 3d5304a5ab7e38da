-- What is published is a count that two people signed, neither of whom drafted or counted it, with the pages it had when
-- the first of them signed. That nothing of it changes afterwards holds for every table; here also that a count belongs
-- to its bulletin, and that a published bulletin is not counted again. One transaction at a time writes about bulletins,
-- and sees what the one before has committed; one with an older snapshot is refused.

CREATE FUNCTION bulletins_signed() RETURNS trigger LANGUAGE plpgsql SET search_path = cases, pg_temp AS $$
DECLARE
    is_wrong boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(4851411);
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'rule: two-sign-a-bulletin' USING ERRCODE = 'HW011';
    END IF;
    IF TG_TABLE_NAME = 'bulletin_counts' THEN
        is_wrong := EXISTS (SELECT 1 FROM bulletin_publications WHERE bulletin_id = NEW.bulletin_id)
            OR NEW.last_line > (SELECT coalesce(max(number), 0) FROM count_entries);
    ELSIF TG_TABLE_NAME = 'bulletin_texts' THEN
        is_wrong := EXISTS (SELECT 1 FROM bulletin_approvals WHERE count_id = NEW.count_id)
            OR EXISTS (SELECT 1 FROM bulletin_publications WHERE count_id = NEW.count_id);
    ELSIF TG_TABLE_NAME = 'bulletin_approvals' THEN
        is_wrong := EXISTS
            (SELECT 1 FROM bulletin_counts c JOIN bulletins b ON b.id = c.bulletin_id
             WHERE c.id = NEW.count_id AND (c.by_id = NEW.by_id OR b.by_id = NEW.by_id));
    ELSE
        is_wrong := (SELECT count(*) FROM bulletin_approvals WHERE count_id = NEW.count_id) < 2
            OR NEW.count_id IS DISTINCT FROM
               (SELECT id FROM bulletin_counts WHERE bulletin_id = NEW.bulletin_id
                ORDER BY last_line DESC, at DESC, id DESC LIMIT 1);
    END IF;
    IF is_wrong THEN
        RAISE EXCEPTION 'rule: two-sign-a-bulletin' USING ERRCODE = 'HW011';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER bulletin_counts__open BEFORE INSERT ON bulletin_counts
FOR EACH ROW EXECUTE FUNCTION bulletins_signed();
CREATE TRIGGER bulletin_texts__before_signing BEFORE INSERT ON bulletin_texts
FOR EACH ROW EXECUTE FUNCTION bulletins_signed();
CREATE TRIGGER bulletin_approvals__others BEFORE INSERT ON bulletin_approvals
FOR EACH ROW EXECUTE FUNCTION bulletins_signed();
CREATE TRIGGER bulletin_publications__signed BEFORE INSERT ON bulletin_publications
FOR EACH ROW EXECUTE FUNCTION bulletins_signed();
