-- A bed that is held for an operation is not free for anybody else. Who asks is told "no free bed" and no more. A hold
-- counts until it ends, whenever it was recorded: of two that race, the later one may carry the earlier moment.
CREATE TRIGGER bed_reservations__free AFTER INSERT ON bed_reservations
BEGIN
    SELECT RAISE(ABORT, 'rule: free-bed')
    WHERE (SELECT f.beds FROM facilities f WHERE f.id = NEW.facility_id)
        < (SELECT count(*) FROM current_custodies o
           WHERE o.facility_id = NEW.facility_id AND o.kind IN ('WelfareInstitution', 'RescueStation'))
        + (SELECT sum(max(0, h.beds - coalesce(
               (SELECT u.beds FROM bed_uses u
                WHERE u.operation_id = h.operation_id AND u.facility_id = NEW.facility_id), 0)))
           FROM (SELECT operation_id, sum(beds) AS beds FROM bed_holds
                 WHERE facility_id = NEW.facility_id AND NEW.at < held_until
                 GROUP BY operation_id) h);
END;

CREATE TRIGGER custodies__held_bed AFTER INSERT ON custodies
WHEN NEW.kind IN ('WelfareInstitution', 'RescueStation')
    AND NEW.facility_id IS NOT
        (SELECT p.facility_id FROM live_custodies p JOIN identities i ON i.root_id = p.identity_id
         WHERE i.person_id = NEW.person_id AND p.id <> NEW.id ORDER BY p.since DESC, p.id DESC LIMIT 1)
BEGIN
    SELECT RAISE(ABORT, 'rule: free-bed')
    WHERE (SELECT f.beds FROM facilities f WHERE f.id = NEW.facility_id)
        < (SELECT count(*) FROM current_custodies o
           WHERE o.facility_id = NEW.facility_id AND o.kind IN ('WelfareInstitution', 'RescueStation'))
        + (SELECT coalesce(sum(max(0, h.beds - coalesce(
               (SELECT u.beds FROM bed_uses u
                WHERE u.operation_id = h.operation_id AND u.facility_id = NEW.facility_id), 0))), 0)
           FROM (SELECT operation_id, sum(beds) AS beds FROM bed_holds
                 WHERE facility_id = NEW.facility_id AND NEW.at < held_until
                 GROUP BY operation_id) h
           WHERE h.operation_id NOT IN
               (SELECT o.operation_id FROM operation_rescues o
                JOIN rescues r ON r.id = o.rescue_id
                JOIN identities i ON i.person_id = r.person_id
                JOIN identities j ON j.root_id = i.root_id
                WHERE j.person_id = NEW.person_id));
END;
