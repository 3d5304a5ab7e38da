-- Families by numbers, each change a version; the body is null when a family is not searched any more.
CREATE TABLE family (
    number      INTEGER PRIMARY KEY,
    id          BLOB    NOT NULL CHECK (length(id) = 16),
    version     INTEGER NOT NULL,
    body        TEXT,
    entry       BLOB    NOT NULL CHECK (length(entry) = 16),
    accepted_at INTEGER NOT NULL,
    UNIQUE (id, version)
) STRICT;

CREATE TABLE family_member (
    number    INTEGER NOT NULL,
    member    TEXT    NOT NULL,
    accession TEXT    NOT NULL,
    PRIMARY KEY (number, member)
) STRICT, WITHOUT ROWID;

CREATE INDEX family_member_by_accession ON family_member (accession);

-- What searches take for granted: the last row holds. A new one makes everything unsearched.
CREATE TABLE terms (
    number   INTEGER PRIMARY KEY,
    engine   TEXT    NOT NULL,
    digest   TEXT    NOT NULL CHECK (length(digest) = 64),
    words    TEXT    NOT NULL,
    began_at INTEGER NOT NULL
) STRICT;

-- A completed search: of one child against all families, or of one family against all children, as of a version.
CREATE TABLE search (
    number       INTEGER PRIMARY KEY,
    child        TEXT,
    family       BLOB,
    terms        INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    compared     INTEGER NOT NULL CHECK (compared >= 0),
    digest       TEXT    NOT NULL CHECK (length(digest) = 64),
    outcome      TEXT    NOT NULL CHECK (outcome IN ('Searched', 'CannotReach', 'TooOpen')),
    completed_at INTEGER NOT NULL,
    CHECK ((child IS NULL) <> (family IS NULL))
) STRICT;

CREATE INDEX search_by_child ON search (child, terms, version);
CREATE INDEX search_by_family ON search (family, terms, version);

CREATE TABLE candidate (
    number   INTEGER PRIMARY KEY,
    child    TEXT    NOT NULL,
    family   BLOB    NOT NULL CHECK (length(family) = 16),
    member   TEXT    NOT NULL,
    log10    REAL    NOT NULL,
    evidence TEXT    NOT NULL CHECK (length(evidence) = 64),
    terms    INTEGER NOT NULL,
    version  INTEGER NOT NULL,
    found_at INTEGER NOT NULL,
    UNIQUE (child, family, member, terms, version)
) STRICT;

CREATE INDEX candidate_by_family ON candidate (family);

-- A pair that people have excluded, and on what evidence: it comes back with other evidence only.
CREATE TABLE exclusion (
    child       TEXT    NOT NULL,
    family      BLOB    NOT NULL CHECK (length(family) = 16),
    member      TEXT    NOT NULL,
    evidence    TEXT    NOT NULL CHECK (length(evidence) = 64),
    entry       BLOB    NOT NULL CHECK (length(entry) = 16),
    excluded_at INTEGER NOT NULL,
    PRIMARY KEY (child, family, member, evidence)
) STRICT, WITHOUT ROWID;

CREATE VIEW version AS
SELECT max(coalesce((SELECT max(number) FROM profile), 0),
           coalesce((SELECT max(number) FROM withdrawal), 0),
           coalesce((SELECT max(number) FROM family), 0)) AS number;

-- A family is touched by its own versions and by whatever happens to the profiles of its members.
CREATE VIEW live_family AS
SELECT f.number, f.id, f.version, f.body,
       max(f.number,
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

CREATE TRIGGER family_follows BEFORE INSERT ON family
WHEN NEW.number IS NOT 1 + (SELECT number FROM version)
  OR NEW.version IS NOT 1 + (SELECT coalesce(max(version), 0) FROM family WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'genes: a family takes the next number and its next version');
END;

CREATE TRIGGER family_member_follows BEFORE INSERT ON family_member
WHEN NEW.number IS NOT (SELECT number FROM version)
  OR NOT EXISTS (SELECT 1 FROM family WHERE number = NEW.number)
  OR NOT EXISTS (SELECT 1 FROM profile WHERE accession = NEW.accession AND kind = 'Reference')
  OR EXISTS (SELECT 1 FROM family_member WHERE number = NEW.number AND member = NEW.member)
BEGIN
    SELECT RAISE(ABORT, 'genes: a member comes with its family and has a relative''s profile');
END;

CREATE TRIGGER terms_follow BEFORE INSERT ON terms
WHEN NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM terms)
BEGIN
    SELECT RAISE(ABORT, 'genes: terms follow each other');
END;

CREATE TRIGGER search_follows BEFORE INSERT ON search
WHEN NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM search)
  OR NEW.terms IS NOT (SELECT max(number) FROM terms)
  OR NEW.version > (SELECT number FROM version)
BEGIN
    SELECT RAISE(ABORT, 'genes: a search is recorded under the present terms, of a version that there is');
END;

CREATE TRIGGER candidate_follows BEFORE INSERT ON candidate
WHEN NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM candidate)
  OR NEW.terms IS NOT (SELECT max(number) FROM terms)
  OR NEW.version > (SELECT number FROM version)
  OR EXISTS (SELECT 1 FROM candidate WHERE child = NEW.child AND family = NEW.family AND member = NEW.member
             AND terms = NEW.terms AND version = NEW.version)
BEGIN
    SELECT RAISE(ABORT, 'genes: a candidate takes the next number, once a pair and version');
END;

CREATE TRIGGER exclusion_once BEFORE INSERT ON exclusion
WHEN EXISTS (SELECT 1 FROM exclusion WHERE child = NEW.child AND family = NEW.family AND member = NEW.member
             AND evidence = NEW.evidence)
BEGIN
    SELECT RAISE(ABORT, 'genes: a pair is excluded once on the same evidence');
END;

CREATE TRIGGER family_stays BEFORE UPDATE ON family
BEGIN
    SELECT RAISE(ABORT, 'genes: rows are never changed');
END;

CREATE TRIGGER family_remains BEFORE DELETE ON family
BEGIN
    SELECT RAISE(ABORT, 'genes: rows are never removed');
END;

CREATE TRIGGER family_member_stays BEFORE UPDATE ON family_member
BEGIN
    SELECT RAISE(ABORT, 'genes: rows are never changed');
END;

CREATE TRIGGER family_member_remains BEFORE DELETE ON family_member
BEGIN
    SELECT RAISE(ABORT, 'genes: rows are never removed');
END;

CREATE TRIGGER terms_stays BEFORE UPDATE ON terms
BEGIN
    SELECT RAISE(ABORT, 'genes: rows are never changed');
END;

CREATE TRIGGER terms_remains BEFORE DELETE ON terms
BEGIN
    SELECT RAISE(ABORT, 'genes: rows are never removed');
END;

CREATE TRIGGER search_stays BEFORE UPDATE ON search
BEGIN
    SELECT RAISE(ABORT, 'genes: rows are never changed');
END;

CREATE TRIGGER search_remains BEFORE DELETE ON search
BEGIN
    SELECT RAISE(ABORT, 'genes: rows are never removed');
END;

CREATE TRIGGER candidate_stays BEFORE UPDATE ON candidate
BEGIN
    SELECT RAISE(ABORT, 'genes: rows are never changed');
END;

CREATE TRIGGER candidate_remains BEFORE DELETE ON candidate
BEGIN
    SELECT RAISE(ABORT, 'genes: rows are never removed');
END;

CREATE TRIGGER exclusion_stays BEFORE UPDATE ON exclusion
BEGIN
    SELECT RAISE(ABORT, 'genes: rows are never changed');
END;

CREATE TRIGGER exclusion_remains BEFORE DELETE ON exclusion
BEGIN
    SELECT RAISE(ABORT, 'genes: rows are never removed');
END;
