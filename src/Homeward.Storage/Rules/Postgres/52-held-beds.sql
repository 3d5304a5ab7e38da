-- A bed that is held for an operation is not free for anybody else. Who asks is told "no free bed" and no more. Both
-- sides write the facility's guard, as whoever takes a bed does. A hold counts until it ends, whenever it was recorded:
-- of two that race, the later one may carry the earlier moment.
CREATE FUNCTION beds_held_for_others(place uuid, person uuid, moment bigint) RETURNS bigint LANGUAGE sql
SECURITY DEFINER SET search_path = cases, pg_temp AS $$
    SELECT coalesce(sum(greatest(0, h.beds - coalesce(u.beds, 0))), 0)::bigint
    FROM (SELECT operation_id, sum(beds) AS beds FROM bed_holds
          WHERE facility_id = place AND moment < held_until
          GROUP BY operation_id) h
    LEFT JOIN bed_uses u ON u.operation_id = h.operation_id AND u.facility_id = place
    WHERE h.operation_id NOT IN
        (SELECT o.operation_id FROM operation_rescues o
         JOIN rescues r ON r.id = o.rescue_id
         JOIN identities i ON i.person_id = r.person_id
         JOIN identities j ON j.root_id = i.root_id
         WHERE j.person_id = person)
$$;

CREATE FUNCTION hold_beds() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    UPDATE bed_guards SET guard = guard + 1 WHERE facility_id = NEW.facility_id;
    IF (SELECT f.beds FROM facilities f WHERE f.id = NEW.facility_id)
       < (SELECT count(*) FROM current_custodies o
          WHERE o.facility_id = NEW.facility_id AND o.kind IN ('WelfareInstitution', 'RescueStation'))
       + beds_held_for_others(NEW.facility_id, NULL, NEW.at) THEN
        RAISE EXCEPTION 'rule: free-bed' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER bed_reservations__free AFTER INSERT ON bed_reservations FOR EACH ROW EXECUTE FUNCTION hold_beds();

CREATE FUNCTION leave_held_beds() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cases, pg_temp AS $$
BEGIN
    PERFORM guard_identity(NEW.person_id);
    IF NEW.facility_id IS NOT DISTINCT FROM
        (SELECT p.facility_id FROM live_custodies p JOIN identities i ON i.root_id = p.identity_id
         WHERE i.person_id = NEW.person_id AND p.id <> NEW.id ORDER BY p.since DESC, p.id DESC LIMIT 1) THEN
        RETURN NULL;
    END IF;
    UPDATE bed_guards SET guard = guard + 1 WHERE facility_id = NEW.facility_id;
    IF (SELECT f.beds FROM facilities f WHERE f.id = NEW.facility_id)
       < (SELECT count(*) FROM current_custodies o
          WHERE o.facility_id = NEW.facility_id AND o.kind IN ('WelfareInstitution', 'RescueStation'))
       + beds_held_for_others(NEW.facility_id, NEW.person_id, NEW.at) THEN
        RAISE EXCEPTION 'rule: free-bed' USING ERRCODE = 'HW001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER custodies__held_bed AFTER INSERT ON custodies
FOR EACH ROW WHEN (NEW.kind IN ('WelfareInstitution', 'RescueStation')) EXECUTE FUNCTION leave_held_beds();
