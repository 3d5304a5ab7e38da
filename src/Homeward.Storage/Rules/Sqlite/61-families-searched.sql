-- Whether a family is searched is told by its last step, and what the gene database is told of it by its last version:
-- each follows the one before.
CREATE TRIGGER family_steps__follow AFTER INSERT ON family_steps
BEGIN
    SELECT RAISE(ABORT, 'rule: steps-follow')
    WHERE NEW.ordinal IS NOT 1 + (SELECT coalesce(max(s.ordinal), 0) FROM family_steps s
                                  WHERE s.family_id = NEW.family_id AND s.rowid <> NEW.rowid)
       OR NOT CASE coalesce((SELECT s.kind FROM family_steps s
                             WHERE s.family_id = NEW.family_id AND s.ordinal = NEW.ordinal - 1), 'Ended')
              WHEN 'Ended' THEN NEW.kind = 'Activated'
              WHEN 'Held' THEN NEW.kind IN ('Released', 'Ended')
              ELSE NEW.kind IN ('Held', 'Ended') END;
END;

CREATE TRIGGER family_versions__follow AFTER INSERT ON family_versions
BEGIN
    SELECT RAISE(ABORT, 'rule: steps-follow')
    WHERE NEW.version IS NOT 1 + (SELECT coalesce(max(v.version), 0) FROM family_versions v
                                  WHERE v.gene_family_id = NEW.gene_family_id AND v.rowid <> NEW.rowid)
       OR NOT EXISTS (SELECT 1 FROM gene_families f WHERE f.gene_family_id = NEW.gene_family_id);
END;

CREATE TRIGGER family_deliveries__of_a_version AFTER INSERT ON family_deliveries
BEGIN
    SELECT RAISE(ABORT, 'rule: references-exist')
    WHERE NOT EXISTS (SELECT 1 FROM family_versions v
                      WHERE v.gene_family_id = NEW.gene_family_id AND v.version = NEW.version);
END;
