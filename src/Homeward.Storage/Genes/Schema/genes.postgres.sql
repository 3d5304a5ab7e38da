-- Profiles under numbers that say nothing. Rows are added, one number after the other, and nothing else ever happens to
-- them. Every change takes the next number, in the order of the commits: the last one is the version of the database.
CREATE SCHEMA genes;
SET LOCAL search_path = genes;

CREATE TABLE profile (
    number      bigint PRIMARY KEY,
    accession   text   NOT NULL UNIQUE CHECK (length(accession) = 11),
    donor       uuid   NOT NULL,
    kind        text   NOT NULL CHECK (kind IN ('Unidentified', 'Reference', 'Staff')),
    sealed      bytea  NOT NULL CHECK (octet_length(sealed) > 28),
    fingerprint bytea  NOT NULL CHECK (octet_length(fingerprint) = 32),
    supersedes  text   UNIQUE,
    entry       uuid   NOT NULL,
    accepted_at bigint NOT NULL
);

CREATE INDEX profile_by_donor ON profile (donor);

-- A profile that must not be searched any more.
CREATE TABLE withdrawal (
    number       bigint PRIMARY KEY,
    accession    text   NOT NULL UNIQUE REFERENCES profile (accession),
    reason       text   NOT NULL CHECK (reason IN ('Consent', 'WrongSample', 'Erased')),
    entry        uuid   NOT NULL,
    withdrawn_at bigint NOT NULL
);

-- What is searched: accepted, not replaced by a better typing, not withdrawn.
CREATE VIEW live_profile AS
SELECT * FROM profile AS it
WHERE NOT EXISTS (SELECT 1 FROM profile p WHERE p.supersedes = it.accession)
  AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.accession = it.accession);

-- The lock is held until the commit, so that numbers are in the order in which changes become visible.
CREATE FUNCTION change_follows() RETURNS trigger LANGUAGE plpgsql SET search_path = genes, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('homeward genes', 0));
    IF NEW.number IS DISTINCT FROM 1 + (SELECT number FROM version) THEN
        RAISE EXCEPTION 'genes: a change takes the next number';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION profile_replaces() RETURNS trigger LANGUAGE plpgsql SET search_path = genes, pg_temp AS $$
BEGIN
    IF NEW.supersedes IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM profile
        WHERE accession = NEW.supersedes AND donor = NEW.donor AND kind = NEW.kind) THEN
        RAISE EXCEPTION 'genes: a profile takes the place of one of the same donor';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION rows_stay() RETURNS trigger LANGUAGE plpgsql SET search_path = genes, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'genes: rows are never changed and never removed';
END $$;

CREATE TRIGGER profile_follows BEFORE INSERT ON profile FOR EACH ROW EXECUTE FUNCTION change_follows();
CREATE TRIGGER profile_replaces BEFORE INSERT ON profile FOR EACH ROW EXECUTE FUNCTION profile_replaces();
CREATE TRIGGER profile_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON profile
    FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
CREATE TRIGGER withdrawal_follows BEFORE INSERT ON withdrawal FOR EACH ROW EXECUTE FUNCTION change_follows();
CREATE TRIGGER withdrawal_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON withdrawal
    FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
