-- Families by numbers, each change a version; the body is null when a family is not searched any more.
CREATE TABLE family (
    number      bigint  PRIMARY KEY,
    id          uuid    NOT NULL,
    version     bigint  NOT NULL,
    body        text,
    entry       uuid    NOT NULL,
    accepted_at bigint  NOT NULL,
    UNIQUE (id, version)
);

CREATE TABLE family_member (
    number    bigint  NOT NULL,
    member    text    NOT NULL,
    accession text    NOT NULL,
    PRIMARY KEY (number, member)
);

CREATE INDEX family_member_by_accession ON family_member (accession);

-- What searches take for granted: the last row holds. A new one makes everything unsearched.
CREATE TABLE terms (
    number   bigint  PRIMARY KEY,
    engine   text    NOT NULL,
    digest   text    NOT NULL CHECK (length(digest) = 64),
    words    text    NOT NULL,
    began_at bigint  NOT NULL
);

-- A completed search: of one child against all families, or of one family against all children, as of a version.
CREATE TABLE search (
    number       bigint  PRIMARY KEY,
    child        text,
    family       uuid,
    terms        bigint  NOT NULL,
    version      bigint  NOT NULL,
    compared     bigint  NOT NULL CHECK (compared >= 0),
    digest       text    NOT NULL CHECK (length(digest) = 64),
    outcome      text    NOT NULL CHECK (outcome IN ('Searched', 'CannotReach', 'TooOpen')),
    completed_at bigint  NOT NULL,
    CHECK ((child IS NULL) <> (family IS NULL))
);

CREATE INDEX search_by_child ON search (child, terms, version);
CREATE INDEX search_by_family ON search (family, terms, version);

CREATE TABLE candidate (
    number   bigint  PRIMARY KEY,
    child    text    NOT NULL,
    family   uuid    NOT NULL,
    member   text    NOT NULL,
    log10    double precision NOT NULL,
    evidence text    NOT NULL CHECK (length(evidence) = 64),
    terms    bigint  NOT NULL,
    version  bigint  NOT NULL,
    found_at bigint  NOT NULL,
    UNIQUE (child, family, member, terms, version)
);

CREATE INDEX candidate_by_family ON candidate (family);

-- A pair that people have excluded, and on what evidence: it comes back with other evidence only.
CREATE TABLE exclusion (
    child       text    NOT NULL,
    family      uuid    NOT NULL,
    member      text    NOT NULL,
    evidence    text    NOT NULL CHECK (length(evidence) = 64),
    entry       uuid    NOT NULL,
    excluded_at bigint  NOT NULL,
    PRIMARY KEY (child, family, member, evidence)
);

CREATE VIEW version AS
SELECT greatest(coalesce((SELECT max(number) FROM profile), 0),
           coalesce((SELECT max(number) FROM withdrawal), 0),
           coalesce((SELECT max(number) FROM family), 0)) AS number;

-- A family is touched by its own versions and by whatever happens to the profiles of its members.
CREATE VIEW live_family AS
SELECT f.number, f.id, f.version, f.body,
       greatest(f.number,
           coalesce((SELECT max(p.number) FROM family_member m
                     JOIN profile o ON o.accession = m.accession JOIN profile p ON p.donor = o.donor
                     WHERE m.number = f.number), 0),
           coalesce((SELECT max(w.number) FROM family_member m
                     JOIN profile o ON o.accession = m.accession JOIN profile p ON p.donor = o.donor
                     JOIN withdrawal w ON w.accession = p.accession
                     WHERE m.number = f.number), 0)) AS touched
FROM family AS f
WHERE f.body IS NOT NULL AND f.version = (SELECT max(version) FROM family WHERE id = f.id);

CREATE VIEW unsearched_child AS
SELECT it.accession, it.number FROM live_profile AS it
WHERE it.kind = 'Unidentified' AND NOT EXISTS (
    SELECT 1 FROM search AS s
    WHERE s.child = it.accession AND s.terms = (SELECT max(number) FROM terms) AND s.version >= it.number);

CREATE VIEW unsearched_family AS
SELECT it.id, it.touched FROM live_family AS it
WHERE NOT EXISTS (
    SELECT 1 FROM search AS s
    WHERE s.family = it.id AND s.terms = (SELECT max(number) FROM terms) AND s.version >= it.touched);

CREATE VIEW idle_profile AS
SELECT it.accession, it.number FROM live_profile AS it
WHERE it.kind = 'Reference' AND NOT EXISTS (
    SELECT 1 FROM profile AS p
    JOIN family_member AS m ON m.accession = p.accession JOIN live_family AS f ON f.number = m.number
    WHERE p.donor = it.donor);

-- The last word on each pair, as long as it rests on what is there now and nobody has excluded it.
CREATE VIEW open_candidate AS
SELECT it.* FROM candidate AS it
JOIN live_family AS f ON f.id = it.family
JOIN live_profile AS p ON p.accession = it.child
WHERE it.terms = (SELECT max(number) FROM terms)
  AND it.version >= f.touched AND it.version >= p.number
  AND NOT EXISTS (SELECT 1 FROM candidate AS later
                  WHERE later.child = it.child AND later.family = it.family AND later.member = it.member
                    AND later.number > it.number)
  AND NOT EXISTS (SELECT 1 FROM exclusion AS e
                  WHERE e.child = it.child AND e.family = it.family AND e.member = it.member
                    AND e.evidence = it.evidence);

-- The lock is held until the commit, so that numbers are in the order in which rows become visible.
CREATE FUNCTION family_follows() RETURNS trigger LANGUAGE plpgsql SET search_path = genes, pg_temp AS $$
BEGIN
    IF NEW.version IS DISTINCT FROM 1 + (SELECT coalesce(max(version), 0) FROM family WHERE id = NEW.id) THEN
        RAISE EXCEPTION 'genes: a family takes its next version';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION family_member_follows() RETURNS trigger LANGUAGE plpgsql SET search_path = genes, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('homeward genes', 0));
    IF NEW.number IS DISTINCT FROM (SELECT number FROM version)
        OR NOT EXISTS (SELECT 1 FROM family WHERE number = NEW.number)
        OR NOT EXISTS (SELECT 1 FROM profile WHERE accession = NEW.accession AND kind = 'Reference') THEN
        RAISE EXCEPTION 'genes: a member comes with its family and has a relative''s profile';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION terms_follow() RETURNS trigger LANGUAGE plpgsql SET search_path = genes, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('homeward genes', 0));
    IF NEW.number IS DISTINCT FROM 1 + (SELECT coalesce(max(number), 0) FROM terms) THEN
        RAISE EXCEPTION 'genes: terms follow each other';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION search_follows() RETURNS trigger LANGUAGE plpgsql SET search_path = genes, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('homeward genes', 0));
    IF NEW.number IS DISTINCT FROM 1 + (SELECT coalesce(max(number), 0) FROM search)
        OR NEW.terms IS DISTINCT FROM (SELECT max(number) FROM terms)
        OR NEW.version > (SELECT number FROM version) THEN
        RAISE EXCEPTION 'genes: a search is recorded under the present terms, of a version that there is';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION candidate_follows() RETURNS trigger LANGUAGE plpgsql SET search_path = genes, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('homeward genes', 0));
    IF NEW.number IS DISTINCT FROM 1 + (SELECT coalesce(max(number), 0) FROM candidate)
        OR NEW.terms IS DISTINCT FROM (SELECT max(number) FROM terms)
        OR NEW.version > (SELECT number FROM version) THEN
        RAISE EXCEPTION 'genes: a candidate takes the next number';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER family_follows BEFORE INSERT ON family FOR EACH ROW EXECUTE FUNCTION change_follows();
CREATE TRIGGER family_follows_itself BEFORE INSERT ON family FOR EACH ROW EXECUTE FUNCTION family_follows();
CREATE TRIGGER family_member_follows BEFORE INSERT ON family_member
    FOR EACH ROW EXECUTE FUNCTION family_member_follows();
CREATE TRIGGER terms_follow BEFORE INSERT ON terms FOR EACH ROW EXECUTE FUNCTION terms_follow();
CREATE TRIGGER search_follows BEFORE INSERT ON search FOR EACH ROW EXECUTE FUNCTION search_follows();
CREATE TRIGGER candidate_follows BEFORE INSERT ON candidate FOR EACH ROW EXECUTE FUNCTION candidate_follows();
CREATE TRIGGER family_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON family
    FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
CREATE TRIGGER family_member_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON family_member
    FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
CREATE TRIGGER terms_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON terms
    FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
CREATE TRIGGER search_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON search
    FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
CREATE TRIGGER candidate_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON candidate
    FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();
CREATE TRIGGER exclusion_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON exclusion
    FOR EACH STATEMENT EXECUTE FUNCTION rows_stay();

CREATE TABLE schema_seal (digest text NOT NULL);

GRANT USAGE ON SCHEMA genes TO {application};
GRANT SELECT ON ALL TABLES IN SCHEMA genes TO {application};
GRANT INSERT ON profile, withdrawal, family, family_member, terms, search, candidate, exclusion TO {application};
