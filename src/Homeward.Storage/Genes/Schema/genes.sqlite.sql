-- Profiles under numbers that say nothing. Rows are added, one number after the other, and nothing else ever happens to
-- them. Every change takes the next number, in the order of the commits: the last one is the version of the database.
CREATE TABLE profile (
    number      INTEGER PRIMARY KEY,
    accession   TEXT    NOT NULL UNIQUE CHECK (length(accession) = 11),
    donor       BLOB    NOT NULL CHECK (length(donor) = 16),
    kind        TEXT    NOT NULL CHECK (kind IN ('Unidentified', 'Reference', 'Staff')),
    sealed      BLOB    NOT NULL CHECK (length(sealed) > 28),
    fingerprint BLOB    NOT NULL CHECK (length(fingerprint) = 32),
    supersedes  TEXT    UNIQUE,
    entry       BLOB    NOT NULL CHECK (length(entry) = 16),
    accepted_at INTEGER NOT NULL
) STRICT;

CREATE INDEX profile_by_donor ON profile (donor);

-- A profile that must not be searched any more.
CREATE TABLE withdrawal (
    number       INTEGER PRIMARY KEY,
    accession    TEXT    NOT NULL UNIQUE,
    reason       TEXT    NOT NULL CHECK (reason IN ('Consent', 'WrongSample', 'Erased')),
    entry        BLOB    NOT NULL CHECK (length(entry) = 16),
    withdrawn_at INTEGER NOT NULL
) STRICT;

-- What is searched: accepted, not replaced by a better typing, not withdrawn.
CREATE VIEW live_profile AS
SELECT * FROM profile AS it
WHERE NOT EXISTS (SELECT 1 FROM profile WHERE supersedes = it.accession)
  AND NOT EXISTS (SELECT 1 FROM withdrawal WHERE accession = it.accession);

-- Before the row is written, so that INSERT OR REPLACE and ON CONFLICT DO UPDATE meet it too.
CREATE TRIGGER profile_follows BEFORE INSERT ON profile
WHEN NEW.number IS NOT 1 + (SELECT number FROM version)
  OR EXISTS (SELECT 1 FROM profile WHERE accession = NEW.accession)
  OR (NEW.supersedes IS NOT NULL AND EXISTS (SELECT 1 FROM profile WHERE supersedes = NEW.supersedes))
BEGIN
    SELECT RAISE(ABORT, 'genes: a profile takes the next number and an accession number of its own');
END;

CREATE TRIGGER profile_replaces BEFORE INSERT ON profile
WHEN NEW.supersedes IS NOT NULL
 AND NOT EXISTS (SELECT 1 FROM profile
                 WHERE accession = NEW.supersedes AND donor = NEW.donor AND kind = NEW.kind)
BEGIN
    SELECT RAISE(ABORT, 'genes: a profile takes the place of one of the same donor');
END;

CREATE TRIGGER profile_stays BEFORE UPDATE ON profile
BEGIN
    SELECT RAISE(ABORT, 'genes: profiles are never changed');
END;

CREATE TRIGGER profile_remains BEFORE DELETE ON profile
BEGIN
    SELECT RAISE(ABORT, 'genes: profiles are never removed');
END;

CREATE TRIGGER withdrawal_follows BEFORE INSERT ON withdrawal
WHEN NEW.number IS NOT 1 + (SELECT number FROM version)
  OR EXISTS (SELECT 1 FROM withdrawal WHERE accession = NEW.accession)
  OR NOT EXISTS (SELECT 1 FROM profile WHERE accession = NEW.accession)
BEGIN
    SELECT RAISE(ABORT, 'genes: a profile is withdrawn once, under the next number');
END;

CREATE TRIGGER withdrawal_stays BEFORE UPDATE ON withdrawal
BEGIN
    SELECT RAISE(ABORT, 'genes: withdrawals are never changed');
END;

CREATE TRIGGER withdrawal_remains BEFORE DELETE ON withdrawal
BEGIN
    SELECT RAISE(ABORT, 'genes: withdrawals are never removed');
END;
