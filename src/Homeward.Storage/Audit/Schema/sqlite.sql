-- The audit log. Entries are added, one number after the other, and nothing else ever happens to them.
CREATE TABLE entry (
    node   TEXT    NOT NULL,
    number INTEGER NOT NULL,
    id     TEXT    NOT NULL UNIQUE,
    body   TEXT    NOT NULL,
    hash   BLOB    NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (node, number),
    CHECK (json_extract(body, '$.node') = node
       AND json_extract(body, '$.number') = number
       AND json_extract(body, '$.id') = id)
) STRICT, WITHOUT ROWID;

-- Who was looked at: the subjects of every entry, to find them by.
CREATE TABLE subject (
    node    TEXT    NOT NULL,
    number  INTEGER NOT NULL,
    subject TEXT    NOT NULL,
    PRIMARY KEY (node, number, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX subject_by_subject ON subject (subject);

-- Before the row is written, so that INSERT OR REPLACE and ON CONFLICT DO UPDATE meet it too.
CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM entry WHERE node = NEW.node)
  OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'audit: an entry takes the next number of its node and an id of its own');
END;

CREATE TRIGGER entry_subjects AFTER INSERT ON entry
BEGIN
    INSERT INTO subject (node, number, subject)
    SELECT DISTINCT NEW.node, NEW.number, value FROM json_each(NEW.body, '$.subjects');
END;

CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
BEGIN
    SELECT RAISE(ABORT, 'audit: entries are never changed');
END;

CREATE TRIGGER entry_remains BEFORE DELETE ON entry
BEGIN
    SELECT RAISE(ABORT, 'audit: entries are never removed');
END;

CREATE TRIGGER subject_follows BEFORE INSERT ON subject
WHEN EXISTS (SELECT 1 FROM subject
             WHERE node = NEW.node AND number = NEW.number AND subject = NEW.subject)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE node = NEW.node AND number = NEW.number)
BEGIN
    SELECT RAISE(ABORT, 'audit: a subject belongs to an entry, once');
END;

CREATE TRIGGER subject_stays BEFORE UPDATE ON subject
BEGIN
    SELECT RAISE(ABORT, 'audit: entries are never changed');
END;

CREATE TRIGGER subject_remains BEFORE DELETE ON subject
BEGIN
    SELECT RAISE(ABORT, 'audit: entries are never removed');
END;
