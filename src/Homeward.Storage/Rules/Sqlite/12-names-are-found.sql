-- A name is found under the keys that were written with it: no name without keys, no key without its name.
CREATE TRIGGER person_names__keys AFTER INSERT ON person_names
BEGIN
    INSERT INTO name_keys (key, name_id) SELECT value, NEW.id FROM json_each(NEW.keys);
END;

CREATE TRIGGER name_keys__belong BEFORE INSERT ON name_keys
WHEN NOT EXISTS (
    SELECT 1 FROM person_names n JOIN json_each(n.keys) k WHERE n.id = NEW.name_id AND k.value = NEW.key)
BEGIN
    SELECT RAISE(ABORT, 'rule: names-are-found');
END;
