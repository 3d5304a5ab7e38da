-- Made-up people and real ones never share a database: in a demonstration every name is marked, elsewhere none is.
CREATE TRIGGER installations__first AFTER INSERT ON installations
WHEN EXISTS (SELECT 1 FROM persons) OR EXISTS (SELECT 1 FROM person_names)
BEGIN
    SELECT RAISE(ABORT, 'rule: nobody-made-up');
END;

CREATE TRIGGER person_names__marked AFTER INSERT ON person_names
WHEN EXISTS
    (SELECT 1 FROM installations i
     WHERE (i.kind = 'Demonstration') <> (NEW.text LIKE 'SYNTHETIC %'))
BEGIN
    SELECT RAISE(ABORT, 'rule: nobody-made-up');
END;
