-- Whoever proposes does not approve: plans of operations, rings broken up, routes closed.

CREATE TRIGGER operation_steps__approver_is_another BEFORE INSERT ON operation_steps
WHEN NEW.kind = 'Authorised' AND EXISTS
    (SELECT 1 FROM operations WHERE id = NEW.operation_id AND author_id = NEW.by_id)
BEGIN
    SELECT RAISE(ABORT, 'rule: approver-is-another');
END;

CREATE TRIGGER ring_steps__approver_is_another BEFORE INSERT ON ring_steps
WHEN NEW.kind = 'BrokenUp' AND NOT EXISTS
    (SELECT 1 FROM ring_steps WHERE id = NEW.proposal AND kind = 'Proposed' AND ring_id = NEW.ring_id
        AND by_id <> NEW.by_id)
BEGIN
    SELECT RAISE(ABORT, 'rule: approver-is-another');
END;

CREATE TRIGGER route_steps__approver_is_another BEFORE INSERT ON route_steps
WHEN NEW.kind = 'Closed' AND NOT EXISTS
    (SELECT 1 FROM route_steps WHERE id = NEW.proposal AND kind = 'Proposed' AND route_id = NEW.route_id
        AND by_id <> NEW.by_id)
BEGIN
    SELECT RAISE(ABORT, 'rule: approver-is-another');
END;
