-- Every person has an identity from the first moment; only merges move it.
CREATE TRIGGER identities__begin AFTER INSERT ON persons
BEGIN
    INSERT INTO identities (person_id, root_id, guard) VALUES (NEW.id, NEW.id, 0);
END;

CREATE TRIGGER identities__alone BEFORE INSERT ON identities
WHEN NEW.root_id IS NOT NEW.person_id
BEGIN
    SELECT RAISE(ABORT, 'rule: one-identity');
END;

-- An identity is where its merges lead, whoever writes it.
CREATE TRIGGER identities__follow AFTER UPDATE ON identities
WHEN NEW.root_id IS NOT (
    WITH RECURSIVE up(id) AS (
        SELECT NEW.person_id
        UNION SELECT m.into_id FROM up JOIN live_merges m ON m.person_id = up.id)
    SELECT id FROM up WHERE NOT EXISTS (SELECT 1 FROM live_merges m WHERE m.person_id = up.id))
BEGIN
    SELECT RAISE(ABORT, 'rule: one-identity');
END;

-- Only the root of an identity is put under another, and not under itself.
CREATE TRIGGER person_merges__root BEFORE INSERT ON person_merges
WHEN NOT EXISTS (SELECT 1 FROM identities WHERE person_id = NEW.person_id AND root_id = NEW.person_id)
  OR EXISTS (SELECT 1 FROM identities WHERE person_id = NEW.into_id AND root_id = NEW.person_id)
BEGIN
    SELECT RAISE(ABORT, 'rule: one-identity');
END;

CREATE TRIGGER person_merges__move AFTER INSERT ON person_merges
BEGIN
    UPDATE identities
    SET root_id = (SELECT root_id FROM identities WHERE person_id = NEW.into_id), guard = guard + 1
    WHERE root_id = NEW.person_id;
    SELECT RAISE(ABORT, 'rule: never-with-a-buyer')
    WHERE EXISTS (
        SELECT 1 FROM identities i JOIN adverse_links a ON a.identity_id = i.root_id
        WHERE i.person_id = NEW.person_id
          AND (EXISTS (SELECT 1 FROM current_carers c WHERE c.identity_id = i.root_id)
               OR EXISTS (SELECT 1 FROM current_households h WHERE h.identity_id = i.root_id)
               OR EXISTS (SELECT 1 FROM live_duties d WHERE d.identity_id = i.root_id)));
    SELECT RAISE(ABORT, 'rule: never-with-a-buyer')
    WHERE EXISTS (
        SELECT 1 FROM identities i JOIN unclean_custodies u ON u.identity_id = i.root_id
        WHERE i.person_id = NEW.person_id);
END;

CREATE TRIGGER merge_reversals__move AFTER INSERT ON merge_reversals
BEGIN
    UPDATE identities
    SET root_id = (SELECT person_id FROM person_merges WHERE id = NEW.merge_id), guard = guard + 1
    WHERE person_id IN (
        WITH RECURSIVE down(id) AS (
            SELECT person_id FROM person_merges WHERE id = NEW.merge_id
            UNION SELECT m.person_id FROM down JOIN live_merges m ON m.into_id = down.id)
        SELECT id FROM down);
    SELECT RAISE(ABORT, 'rule: never-with-a-buyer')
    WHERE EXISTS (
        SELECT 1 FROM person_merges m
        JOIN identities i ON i.person_id IN (m.person_id, m.into_id)
        JOIN unclean_custodies u ON u.identity_id = i.root_id
        WHERE m.id = NEW.merge_id);
END;
