-- The key store: the donors' data keys, wrapped by the key of an epoch, which is a file elsewhere.
CREATE SCHEMA keys;
SET LOCAL search_path = keys;

CREATE TABLE epoch (
    number   integer PRIMARY KEY,
    began_at bigint  NOT NULL
);

CREATE TABLE data_key (
    donor   uuid    PRIMARY KEY,
    epoch   integer NOT NULL REFERENCES epoch (number),
    wrapped bytea   NOT NULL CHECK (octet_length(wrapped) = 60)
);

-- Whose genes were erased. The key goes with the row, and never comes back.
CREATE TABLE erasure (
    donor     uuid   PRIMARY KEY,
    erased_at bigint NOT NULL
);

CREATE FUNCTION epoch_follows() RETURNS trigger LANGUAGE plpgsql SET search_path = keys, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('homeward keys', 0));
    IF NEW.number IS DISTINCT FROM 1 + (SELECT coalesce(max(number), 0) FROM epoch) THEN
        RAISE EXCEPTION 'keys: an epoch follows the last';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION data_key_comes() RETURNS trigger LANGUAGE plpgsql SET search_path = keys, pg_temp AS $$
BEGIN
    -- Shared: many keys come at a time, but none beside an erasure or a new epoch.
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('homeward keys', 0));
    IF EXISTS (SELECT 1 FROM erasure WHERE donor = NEW.donor)
        OR NEW.epoch IS DISTINCT FROM (SELECT max(number) FROM epoch) THEN
        RAISE EXCEPTION 'keys: a donor has one key, of the present epoch, and none after an erasure';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION data_key_moves() RETURNS trigger LANGUAGE plpgsql SET search_path = keys, pg_temp AS $$
BEGIN
    IF NEW.donor IS DISTINCT FROM OLD.donor OR NEW.epoch IS DISTINCT FROM (SELECT max(number) FROM epoch) THEN
        RAISE EXCEPTION 'keys: a key is wrapped again for the present epoch only';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION data_key_goes() RETURNS trigger LANGUAGE plpgsql SET search_path = keys, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM erasure WHERE donor = OLD.donor) THEN
        RAISE EXCEPTION 'keys: a key goes with an erasure only';
    END IF;
    RETURN OLD;
END $$;

-- Runs with the owner's rights: the application may not remove a key by itself.
CREATE FUNCTION erasure_takes_the_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = keys, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('homeward keys', 0));
    DELETE FROM data_key WHERE donor = NEW.donor;
    RETURN NULL;
END $$;

CREATE FUNCTION rows_stay() RETURNS trigger LANGUAGE plpgsql SET search_path = keys, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'keys: rows are never changed and never removed';
END $$;

CREATE TRIGGER epoch_follows BEFORE INSERT ON epoch FOR EACH ROW EXECUTE FUNCTION epoch_follows();
CREATE TRIGGER epoch_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON epoch
    FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
CREATE TRIGGER data_key_comes BEFORE INSERT ON data_key FOR EACH ROW EXECUTE FUNCTION data_key_comes();
CREATE TRIGGER data_key_moves BEFORE UPDATE ON data_key FOR EACH ROW EXECUTE FUNCTION data_key_moves();
CREATE TRIGGER data_key_goes BEFORE DELETE ON data_key FOR EACH ROW EXECUTE FUNCTION data_key_goes();
CREATE TRIGGER data_key_stays BEFORE TRUNCATE ON data_key FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
CREATE TRIGGER erasure_takes_the_key AFTER INSERT ON erasure
    FOR EACH ROW EXECUTE FUNCTION erasure_takes_the_key();
CREATE TRIGGER erasure_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON erasure
    FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();

CREATE TABLE schema_seal (digest text NOT NULL);

REVOKE ALL ON FUNCTION erasure_takes_the_key() FROM PUBLIC;
GRANT USAGE ON SCHEMA keys TO {application};
GRANT SELECT ON ALL TABLES IN SCHEMA keys TO {application};
GRANT INSERT ON epoch, data_key, erasure TO {application};
GRANT UPDATE ON data_key TO {application};
