-- monitor.sql: what /metrics says of the archive, for Prometheus: a name, its
-- type and help, one label at most, a whole number. Rows of one name stand
-- together.
WITH latest AS (SELECT * FROM snapshot WHERE is_latest)
SELECT 'twinmap_snapshots' AS name, 'gauge' AS type,
       'Snapshots in the archive, without those that were pruned.' AS help,
       NULL AS label, NULL AS label_value,
       (SELECT count(*) FROM snapshot WHERE NOT is_pruned) AS value
UNION ALL
SELECT 'twinmap_unreadable_snapshots', 'gauge',
       'Snapshots that are not as they were published.', NULL, NULL,
       (SELECT count(*) FROM snapshot WHERE NOT is_readable)
UNION ALL
SELECT 'twinmap_newest_snapshot_timestamp_seconds', 'gauge',
       'When the newest state was observed.', NULL, NULL, observed_at
FROM   latest
UNION ALL
SELECT 'twinmap_newest_snapshot_complete', 'gauge',
       'Whether its crawl came to an end.', NULL, NULL, complete
FROM   latest
WHERE  complete IS NOT NULL
UNION ALL
SELECT 'twinmap_newest_snapshot_bytes', 'gauge',
       'All files of the newest snapshot.', NULL, NULL, bytes
FROM   latest
WHERE  bytes IS NOT NULL
UNION ALL
SELECT *
FROM   (SELECT 'twinmap_devices', 'gauge',
               'Devices of the newest state by the families they speak.',
               'class', c.key, c.value
        FROM   latest s
        JOIN   json_each(json_object('dual-stack', s.dual, 'IPv4 only',
                   s.v4_only, 'IPv6 only', s.v6_only, 'none', s.none,
                   'unknown', s.unknown)) c
        WHERE  s.is_readable
        ORDER BY c.id)
UNION ALL
SELECT *
FROM   (SELECT 'twinmap_metric_part', 'gauge',
               'Figures of the rollout, of the newest state: how many.',
               'metric', m.metric, m.part
        FROM   latest s
        JOIN   metric m ON m.id = s.id
        WHERE  m.part IS NOT NULL
        ORDER BY m.ordinal)
UNION ALL
SELECT *
FROM   (SELECT 'twinmap_metric_total', 'gauge',
               'Figures of the rollout, of the newest state: of how many.',
               'metric', m.metric, m.total
        FROM   latest s
        JOIN   metric m ON m.id = s.id
        WHERE  m.total IS NOT NULL
        ORDER BY m.ordinal)
UNION ALL
SELECT *
FROM   (SELECT 'twinmap_metric_unknown', 'gauge',
               'Figures of the rollout, of the newest state: undecided.',
               'metric', m.metric, m.unknown
        FROM   latest s
        JOIN   metric m ON m.id = s.id
        WHERE  m.unknown IS NOT NULL
        ORDER BY m.ordinal)
UNION ALL
SELECT *
FROM   (SELECT 'twinmap_findings', 'gauge',
               'Open findings of the newest state.', 'severity',
               CASE m.metric WHEN 'K11-E' THEN 'error'
                   WHEN 'K11-W' THEN 'warning' ELSE 'note' END, m.part
        FROM   latest s
        JOIN   metric m ON m.id = s.id
        WHERE  m.metric IN ('K11-E', 'K11-W', 'K11-I')
        AND    m.part IS NOT NULL
        ORDER BY m.ordinal)
UNION ALL
SELECT *
FROM   (SELECT 'twinmap_coverage_questions', 'gauge',
               'Questions asked of devices, by what came back.', 'result',
               c.result, c.questions
        FROM   latest s
        JOIN   coverage c ON c.id = s.id
        ORDER BY c.result)
