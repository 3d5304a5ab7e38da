-- The key store: the donors' data keys, wrapped by the key of an epoch, which is a file elsewhere.
CREATE TABLE epoch (
    number   INTEGER PRIMARY KEY,
    began_at INTEGER NOT NULL
) STRICT;

CREATE TABLE data_key (
    donor   BLOB    PRIMARY KEY CHECK (length(donor) = 16),
    epoch   INTEGER NOT NULL,
    wrapped BLOB    NOT NULL CHECK (length(wrapped) = 60)
) STRICT, WITHOUT ROWID;

-- Whose genes were erased. The key goes with the row, and never comes back.
CREATE TABLE erasure (
    donor     BLOB    PRIMARY KEY CHECK (length(donor) = 16),
    erased_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER epoch_follows BEFORE INSERT ON epoch
WHEN NEW.number IS NOT 1 + (SELECT coalesce(max(number), 0) FROM epoch)
BEGIN
    SELECT RAISE(ABORT, 'keys: an epoch follows the last');
END;

CREATE TRIGGER epoch_stays BEFORE UPDATE ON epoch
BEGIN
    SELECT RAISE(ABORT, 'keys: epochs are never changed');
END;

CREATE TRIGGER epoch_remains BEFORE DELETE ON epoch
BEGIN
    SELECT RAISE(ABORT, 'keys: epochs are never removed');
END;

CREATE TRIGGER data_key_comes BEFORE INSERT ON data_key
WHEN EXISTS (SELECT 1 FROM data_key WHERE donor = NEW.donor)
  OR EXISTS (SELECT 1 FROM erasure WHERE donor = NEW.donor)
  OR NEW.epoch IS NOT (SELECT max(number) FROM epoch)
BEGIN
    SELECT RAISE(ABORT, 'keys: a donor has one key, of the present epoch, and none after an erasure');
END;

CREATE TRIGGER data_key_moves BEFORE UPDATE ON data_key
WHEN NEW.donor IS NOT OLD.donor OR NEW.epoch IS NOT (SELECT max(number) FROM epoch)
BEGIN
    SELECT RAISE(ABORT, 'keys: a key is wrapped again for the present epoch only');
END;

CREATE TRIGGER data_key_goes BEFORE DELETE ON data_key
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE donor = OLD.donor)
BEGIN
    SELECT RAISE(ABORT, 'keys: a key goes with an erasure only');
END;

CREATE TRIGGER erasure_once BEFORE INSERT ON erasure
WHEN EXISTS (SELECT 1 FROM erasure WHERE donor = NEW.donor)
BEGIN
    SELECT RAISE(ABORT, 'keys: a donor is erased once');
END;

CREATE TRIGGER erasure_takes_the_key AFTER INSERT ON erasure
BEGIN
    DELETE FROM data_key WHERE donor = NEW.donor;
END;

CREATE TRIGGER erasure_stays BEFORE UPDATE ON erasure
BEGIN
    SELECT RAISE(ABORT, 'keys: erasures are never changed');
END;

CREATE TRIGGER erasure_remains BEFORE DELETE ON erasure
BEGIN
    SELECT RAISE(ABORT, 'keys: erasures are never removed');
END;
