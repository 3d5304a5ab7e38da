-- A name is found under the keys that were written with it: no name without keys, no key without its name. The
-- application's role may not write name_keys itself.
CREATE FUNCTION key_name() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    INSERT INTO name_keys (key, name_id) SELECT value, NEW.id FROM jsonb_array_elements_text(NEW.keys::jsonb);
    RETURN NULL;
END $$;

CREATE TRIGGER person_names__keys AFTER INSERT ON person_names FOR EACH ROW EXECUTE FUNCTION key_name();
