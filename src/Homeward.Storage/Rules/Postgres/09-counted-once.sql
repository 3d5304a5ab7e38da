-- Rule 9: a number is counted once. That lines stay, and that a key has each ordinal once, hold for every table; here:
-- an ordinal follows the one before it, a line that undoes says what the undone line says, odd is +1 and even is -1,
-- and lines are numbered in the order of their commits, without a gap: one transaction at a time adds lines, and the
-- lock is kept until it has committed. A transaction with an older snapshot fails on the number, by its key.

CREATE FUNCTION count_entries_chain() RETURNS trigger LANGUAGE plpgsql SET search_path = cases, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(4851409);
    IF NEW.ordinal < 1
        OR NEW.delta IS DISTINCT FROM (CASE NEW.ordinal % 2 WHEN 1 THEN 1 ELSE -1 END)
        OR NEW.subject IS DISTINCT FROM lower(NEW.subject)
        OR NEW.subject = ''
        OR (NEW.ordinal > 1 AND NOT EXISTS
            (SELECT 1 FROM count_entries last
             WHERE last.metric = NEW.metric AND last.version = NEW.version AND last.subject = NEW.subject
               AND last.ordinal = NEW.ordinal - 1
               AND (NEW.ordinal % 2 = 1
                    OR (last.occurred_on, last.lead, last.operation_id, last.sex, last.born_earliest, last.born_latest,
                        last.citizenship, last.offence, last.route, last.strength)
                       IS NOT DISTINCT FROM
                       (NEW.occurred_on, NEW.lead, NEW.operation_id, NEW.sex, NEW.born_earliest, NEW.born_latest,
                        NEW.citizenship, NEW.offence, NEW.route, NEW.strength))))
    THEN
        RAISE EXCEPTION 'rule: counted-once' USING ERRCODE = 'HW009';
    END IF;
    NEW.number := (SELECT coalesce(max(number), 0) + 1 FROM count_entries);
    RETURN NEW;
END $$;

CREATE TRIGGER count_entries__chain BEFORE INSERT ON count_entries
FOR EACH ROW EXECUTE FUNCTION count_entries_chain();
