-- Whoever proposes does not approve: plans of operations, rings broken up, routes closed.

CREATE FUNCTION operation_signed_by_author() RETURNS trigger LANGUAGE plpgsql SET search_path = cases, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM operations WHERE id = NEW.operation_id AND author_id = NEW.by_id) THEN
        RAISE EXCEPTION 'rule: approver-is-another' USING ERRCODE = 'HW001';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION ring_approved_by_another() RETURNS trigger LANGUAGE plpgsql SET search_path = cases, pg_temp AS $$
BEGIN
    IF NOT EXISTS
        (SELECT 1 FROM ring_steps WHERE id = NEW.proposal AND kind = 'Proposed' AND ring_id = NEW.ring_id
            AND by_id <> NEW.by_id)
    THEN
        RAISE EXCEPTION 'rule: approver-is-another' USING ERRCODE = 'HW001';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION route_approved_by_another() RETURNS trigger LANGUAGE plpgsql SET search_path = cases, pg_temp AS $$
BEGIN
    IF NOT EXISTS
        (SELECT 1 FROM route_steps WHERE id = NEW.proposal AND kind = 'Proposed' AND route_id = NEW.route_id
            AND by_id <> NEW.by_id)
    THEN
        RAISE EXCEPTION 'rule: approver-is-another' USING ERRCODE = 'HW001';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER operation_steps__approver_is_another BEFORE INSERT ON operation_steps
FOR EACH ROW WHEN (NEW.kind = 'Authorised') EXECUTE FUNCTION operation_signed_by_author();

CREATE TRIGGER ring_steps__approver_is_another BEFORE INSERT ON ring_steps
FOR EACH ROW WHEN (NEW.kind = 'BrokenUp') EXECUTE FUNCTION ring_approved_by_another();

CREATE TRIGGER route_steps__approver_is_another BEFORE INSERT ON route_steps
FOR EACH ROW WHEN (NEW.kind = 'Closed') EXECUTE FUNCTION route_approved_by_another();
