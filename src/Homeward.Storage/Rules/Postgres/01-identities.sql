-- Every function here runs with the owner's rights, since the application's may not write what the rules keep.
-- Guards: whatever depends on what is known of a human being first counts up the guard of its identity. Of two acts that
-- touch the same one, the second waits, and then sees what the first has done (READ COMMITTED: each statement looks
-- anew) or fails with a serialization error (the stricter levels).
CREATE FUNCTION guard_identity(person uuid) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
DECLARE root uuid; again uuid;
BEGIN
    IF person IS NULL THEN RETURN NULL; END IF;
    SELECT root_id INTO root FROM identities WHERE person_id = person;
    LOOP
        UPDATE identities SET guard = guard + 1 WHERE person_id = root;
        -- While this waited, the identity may have been merged.
        SELECT root_id INTO again FROM identities WHERE person_id = person;
        EXIT WHEN again IS NOT DISTINCT FROM root;
        root := again;
    END LOOP;
    RETURN root;
END $$;

CREATE FUNCTION is_adverse(identity uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM adverse_links a WHERE a.identity_id = identity);
END $$;

-- Guards everybody whom the current custody of an identity names, and refuses it when one of them has an adverse link.
CREATE FUNCTION screen_custody_of(identity uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
DECLARE named uuid;
BEGIN
    FOR named IN
        SELECT c.carer_id FROM current_custodies c WHERE c.identity_id = identity AND c.carer_id IS NOT NULL
        UNION
        SELECT h.member_id FROM current_custodies c JOIN household_members h ON h.custody_id = c.id
        WHERE c.identity_id = identity
        ORDER BY 1
    LOOP
        PERFORM guard_identity(named);
    END LOOP;
    IF EXISTS (SELECT 1 FROM unclean_custodies u WHERE u.identity_id = identity) THEN
        RAISE EXCEPTION 'rule: never-with-a-buyer' USING ERRCODE = 'HW001';
    END IF;
END $$;

-- Refuses that somebody with an adverse link looks after anybody.
CREATE FUNCTION screen_carer(identity uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    IF is_adverse(identity)
       AND (EXISTS (SELECT 1 FROM current_carers c WHERE c.identity_id = identity)
            OR EXISTS (SELECT 1 FROM current_households h WHERE h.identity_id = identity)
            OR EXISTS (SELECT 1 FROM live_duties d WHERE d.identity_id = identity)) THEN
        RAISE EXCEPTION 'rule: never-with-a-buyer' USING ERRCODE = 'HW001';
    END IF;
END $$;

-- Every person has an identity from the first moment; only merges move it.
CREATE FUNCTION begin_identity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    INSERT INTO identities (person_id, root_id, guard) VALUES (NEW.id, NEW.id, 0);
    RETURN NULL;
END $$;

CREATE TRIGGER identities__begin AFTER INSERT ON persons FOR EACH ROW EXECUTE FUNCTION begin_identity();

CREATE FUNCTION move_merged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
DECLARE root uuid; upper uuid;
BEGIN
    -- In the order of their ids, so that two merges of the same people do not wait for each other for ever.
    PERFORM guard_identity(it) FROM unnest(ARRAY[NEW.person_id, NEW.into_id]) it ORDER BY it;
    SELECT root_id INTO root FROM identities WHERE person_id = NEW.person_id;
    SELECT root_id INTO upper FROM identities WHERE person_id = NEW.into_id;
    -- Only the root of an identity is put under another, and not under itself.
    IF root <> NEW.person_id OR upper = NEW.person_id THEN
        RAISE EXCEPTION 'rule: one-identity' USING ERRCODE = 'HW001';
    END IF;
    UPDATE identities SET root_id = upper, guard = guard + 1 WHERE root_id = NEW.person_id;
    PERFORM screen_carer(upper);
    PERFORM screen_custody_of(upper);
    RETURN NULL;
END $$;

CREATE TRIGGER person_merges__move AFTER INSERT ON person_merges FOR EACH ROW EXECUTE FUNCTION move_merged();

CREATE FUNCTION move_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
DECLARE lower uuid; upper uuid;
BEGIN
    SELECT person_id, into_id INTO lower, upper FROM person_merges WHERE id = NEW.merge_id;
    PERFORM guard_identity(upper);
    UPDATE identities SET root_id = lower, guard = guard + 1
    WHERE person_id IN (
        WITH RECURSIVE down(id) AS (
            SELECT lower UNION SELECT m.person_id FROM down JOIN live_merges m ON m.into_id = down.id)
        SELECT id FROM down);
    PERFORM screen_custody_of(root_id) FROM identities WHERE person_id IN (lower, upper) ORDER BY root_id;
    RETURN NULL;
END $$;

CREATE TRIGGER merge_reversals__move AFTER INSERT ON merge_reversals FOR EACH ROW EXECUTE FUNCTION move_back();
