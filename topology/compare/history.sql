-- history.sql: adds the figures of this state, and what was seen in it, to what
-- the states before it left (recall.sql, forget.sql).

INSERT INTO history (snapshot, observed_at, phase, metric, part, total, unknown)
SELECT strftime('%Y%m%dT%H%M%SZ', m.observed_at, 'unixepoch'), m.observed_at,
       m.phase, f.metric, f.part, f.total, f.unknown
FROM   meta m,
       (SELECT id AS metric, part, total, unknown FROM metric
        UNION ALL
        SELECT metric || '/' || class, objects, NULL, NULL
        FROM   metric_class) f;

-- Unknown is not seen.
CREATE TEMP TABLE seen_now AS
SELECT 'device' AS subject_type, key AS subject
FROM   device
WHERE  documented
AND    (source <> 'facts' OR COALESCE(class, 'unknown') <> 'unknown')
UNION
SELECT 'segment', key FROM segment WHERE class <> 'unknown'
UNION
SELECT 'link', key FROM link
UNION
SELECT 'tunnel', d.key || '/' || t.if_index
FROM   tunnel t
JOIN   device d ON d.id = t.device
UNION
SELECT 'service', key FROM service WHERE class <> 'unknown'
UNION
SELECT 'circuit', id FROM circuit WHERE class <> 'unknown'
UNION
SELECT 'prefix', key FROM space WHERE is_observed
UNION
SELECT 'host', mac FROM host
UNION
SELECT 'finding', key FROM finding WHERE state IN ('open', 'accepted');

INSERT INTO seen (subject_type, subject, first_seen, last_seen)
SELECT n.subject_type, n.subject, m.observed_at, m.observed_at
FROM   seen_now n
JOIN   meta m
WHERE  n.subject IS NOT NULL
ON CONFLICT DO UPDATE SET last_seen = excluded.last_seen;

DROP TABLE seen_now;
