-- The audit log. Entries are added, one number after the other, and nothing else ever happens to them.
CREATE SCHEMA audit;

CREATE TABLE audit.entry (
    node   text   NOT NULL,
    number bigint NOT NULL,
    id     uuid   NOT NULL UNIQUE,
    body   text   NOT NULL,
    hash   bytea  NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (node, number),
    CHECK (body::jsonb ->> 'node' = node
       AND (body::jsonb ->> 'number')::bigint = number
       AND (body::jsonb ->> 'id')::uuid = id)
);

-- Who was looked at: the subjects of every entry, to find them by.
CREATE TABLE audit.subject (
    node    text   NOT NULL,
    number  bigint NOT NULL,
    subject uuid   NOT NULL,
    PRIMARY KEY (node, number, subject)
);

CREATE INDEX subject_by_subject ON audit.subject (subject);

CREATE FUNCTION audit.entry_follows() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('audit.' || NEW.node, 0));
    IF NEW.number IS DISTINCT FROM
        (SELECT coalesce(max(number), 0) + 1 FROM audit.entry WHERE node = NEW.node) THEN
        RAISE EXCEPTION 'audit: an entry takes the next number of its node';
    END IF;
    RETURN NEW;
END $$;

-- Runs with the owner's rights: the application may not write here by itself.
CREATE FUNCTION audit.entry_subjects() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO audit.subject (node, number, subject)
    SELECT DISTINCT NEW.node, NEW.number, value::uuid
    FROM jsonb_array_elements_text(NEW.body::jsonb -> 'subjects');
    RETURN NULL;
END $$;

CREATE FUNCTION audit.append_only() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'audit: entries are never changed and never removed';
END $$;

CREATE TRIGGER entry_follows BEFORE INSERT ON audit.entry
    FOR EACH ROW EXECUTE FUNCTION audit.entry_follows();
CREATE TRIGGER entry_subjects AFTER INSERT ON audit.entry
    FOR EACH ROW EXECUTE FUNCTION audit.entry_subjects();
CREATE TRIGGER entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit.append_only();
CREATE TRIGGER subject_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.subject
    FOR EACH STATEMENT EXECUTE FUNCTION audit.append_only();

REVOKE ALL ON FUNCTION audit.entry_subjects() FROM PUBLIC;
GRANT USAGE ON SCHEMA audit TO {application};
GRANT SELECT, INSERT ON audit.entry TO {application};
GRANT SELECT ON audit.subject TO {application};
