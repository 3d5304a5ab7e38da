-- A clock is never moved or dated back (that its rows stay holds for every table): it is due after it started, an event
-- follows the one before it in number and in time, nothing follows the one that satisfies, and none lies in the future
-- of its own recording. Two events at once have one number, and the key refuses the second.

CREATE FUNCTION clocks_due() RETURNS trigger LANGUAGE plpgsql SET search_path = cases, pg_temp AS $$
BEGIN
    IF NEW.due <= NEW.started OR NEW.started > NEW.recorded THEN
        RAISE EXCEPTION 'rule: clocks-run' USING ERRCODE = 'HW010';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER clocks__due BEFORE INSERT ON clocks FOR EACH ROW EXECUTE FUNCTION clocks_due();

CREATE FUNCTION clock_events_order() RETURNS trigger LANGUAGE plpgsql SET search_path = cases, pg_temp AS $$
DECLARE
    before clock_events%ROWTYPE;
BEGIN
    SELECT * INTO before FROM clock_events WHERE clock_id = NEW.clock_id ORDER BY number DESC LIMIT 1;
    IF NEW.at > NEW.recorded
        OR NOT EXISTS (SELECT 1 FROM clocks WHERE id = NEW.clock_id AND started <= NEW.at)
        OR NEW.number <> coalesce(before.number, 0) + 1
        OR before.at > NEW.at
        OR before.change = 'Satisfied'
        OR (NEW.change <> 'Satisfied'
            AND (NEW.change = 'Resumed') <> (coalesce(before.change, '') = 'Suspended'))
        OR (NEW.change = 'Satisfied') <> (NEW.fact IS NOT NULL)
        OR (NEW.change = 'Suspended') <> (NEW.order_number IS NOT NULL)
    THEN
        RAISE EXCEPTION 'rule: clocks-run' USING ERRCODE = 'HW010';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER clock_events__order BEFORE INSERT ON clock_events
FOR EACH ROW EXECUTE FUNCTION clock_events_order();
