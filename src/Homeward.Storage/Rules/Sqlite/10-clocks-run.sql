-- A clock is never moved or dated back (that its rows stay holds for every table): it is due after it started, an event
-- follows the one before it in number and in time, nothing follows the one that satisfies, and none lies in the future
-- of its own recording.

CREATE TRIGGER clocks__due BEFORE INSERT ON clocks
WHEN NEW.due <= NEW.started OR NEW.started > NEW.recorded
BEGIN
    SELECT RAISE(ABORT, 'rule: clocks-run');
END;

CREATE TRIGGER clock_events__order BEFORE INSERT ON clock_events
WHEN NEW.at > NEW.recorded
  OR NOT EXISTS (SELECT 1 FROM clocks WHERE id = NEW.clock_id AND started <= NEW.at)
  OR NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM clock_events WHERE clock_id = NEW.clock_id)
  OR EXISTS (SELECT 1 FROM clock_events WHERE clock_id = NEW.clock_id AND (at > NEW.at OR change = 'Satisfied'))
  OR (NEW.change <> 'Satisfied' AND (NEW.change = 'Resumed') IS NOT EXISTS
      (SELECT 1 FROM clock_events
       WHERE clock_id = NEW.clock_id AND number = NEW.number - 1 AND change = 'Suspended'))
  OR (NEW.change = 'Satisfied') IS NOT (NEW.fact IS NOT NULL)
  OR (NEW.change = 'Suspended') IS NOT (NEW.order_number IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'rule: clocks-run');
END;
