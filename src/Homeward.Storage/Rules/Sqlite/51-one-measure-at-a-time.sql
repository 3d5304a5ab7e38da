-- Of one person no two measures begin at the same moment, so that each lasts until the next. A row that was corrected
-- no longer counts.
CREATE TRIGGER detentions__one_measure_at_a_time AFTER INSERT ON detentions
WHEN EXISTS
    (SELECT 1 FROM detentions other
     WHERE other.person_id = NEW.person_id AND other.since = NEW.since AND other.id <> NEW.id
        AND NOT EXISTS (SELECT 1 FROM detentions later WHERE later.corrects_id = other.id))
    OR EXISTS
    (SELECT 1 FROM detentions wrong WHERE wrong.id = NEW.corrects_id AND wrong.person_id <> NEW.person_id)
BEGIN
    SELECT RAISE(ABORT, 'rule: one-measure-at-a-time');
END;
