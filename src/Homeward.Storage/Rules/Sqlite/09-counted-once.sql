-- Rule 9: a number is counted once. That lines stay, and that a key has each ordinal once, hold for every table; here:
-- an ordinal follows the one before it, a line that undoes says what the undone line says, odd is +1 and even is -1,
-- and lines are numbered in the order of their commits, without a gap.

CREATE TRIGGER count_entries__chain BEFORE INSERT ON count_entries
WHEN NEW.ordinal < 1
  OR NEW.delta IS NOT CASE NEW.ordinal % 2 WHEN 1 THEN 1 ELSE -1 END
  OR NEW.subject IS NOT lower(NEW.subject)
  OR NEW.subject = ''
  OR (NEW.ordinal > 1 AND NOT EXISTS
      (SELECT 1 FROM count_entries last
       WHERE last.metric = NEW.metric AND last.version = NEW.version AND last.subject = NEW.subject
         AND last.ordinal = NEW.ordinal - 1
         AND (NEW.ordinal % 2 = 1
              OR (last.occurred_on IS NEW.occurred_on AND last.lead IS NEW.lead
                  AND last.operation_id IS NEW.operation_id AND last.sex IS NEW.sex
                  AND last.born_earliest IS NEW.born_earliest AND last.born_latest IS NEW.born_latest
                  AND last.citizenship IS NEW.citizenship AND last.offence IS NEW.offence
                  AND last.route IS NEW.route AND last.strength IS NEW.strength))))
BEGIN
    SELECT RAISE(ABORT, 'rule: counted-once');
END;

-- The number is known only after the row is written.
CREATE TRIGGER count_entries__number AFTER INSERT ON count_entries
WHEN EXISTS (SELECT 1 FROM count_entries WHERE number > NEW.number)
  OR NEW.number < 1
  OR (NEW.number > 1 AND NOT EXISTS (SELECT 1 FROM count_entries WHERE number = NEW.number - 1))
BEGIN
    SELECT RAISE(ABORT, 'rule: counted-once');
END;
