-- phase_views.sql: phases, their exit checks, what is due in each, and what
-- the strategy of the declared one warns of; as views.sql.

-- When a phase may be called finished, by what was observed: phases are first,
-- second ... in the order of the facts, whatever they are called.
DROP VIEW IF EXISTS page_phase_number;
CREATE VIEW page_phase_number AS
SELECT f.id,
       f.title,
       (SELECT COUNT(*) FROM fact_phase o WHERE o.ordinal < f.ordinal)
           AS number,
       f.id = (SELECT phase FROM meta) AS is_declared,
       strftime('%Y-%m-%d', f.start, 'unixepoch') AS starts,
       strftime('%Y-%m-%d', f.finish, 'unixepoch') AS ends,
       f.strategy,
       f.scope,
       f.owner,
       f.ordinal
FROM   fact_phase f;

DROP VIEW IF EXISTS page_exit_rule;
CREATE VIEW page_exit_rule (number, ordinal, name, rule) AS
VALUES (1, 2, 'every router with IPv6 forwards it', 'P-03'),
       (1, 3, 'default routes are there in both families', 'P-04'),
       (1, 4, 'sessions with providers are up in both families', 'P-05'),
       (1, 5, 'zone policies say what holds for IPv6', 'P-18'),
       (2, 4, 'no published IPv6 address fails', 'P-12'),
       (2, 5, 'no unexpected router was seen', 'S-01'),
       (2, 6, 'what is watched is watched in both families', 'P-20');

-- `value` as of a check. One count decides each: of what must not be (bad) and
-- of what could not be decided (unknown), among so many (total); of nothing
-- none is met.
DROP VIEW IF EXISTS page_exit_count;
CREATE VIEW page_exit_count AS
SELECT 0 AS number, 1 AS ordinal,
       'every own device was observed, or is stated' AS name,
       COUNT(*) AS total, 0 AS bad,
       SUM(class = 'unknown' AND key NOT IN (SELECT name FROM fact_device))
           AS unknown,
       'devices.md' AS path
FROM   page_device
WHERE  documented
UNION ALL
SELECT 0, 2, 'equipment has a class', COUNT(*),
       SUM(NOT EXISTS (SELECT 1 FROM fact_device f
                       WHERE  f.name = d.key AND f.capability IS NOT NULL)),
       0, 'equipment.md'
FROM   device d
WHERE  d.documented
UNION ALL
SELECT 0, 3, 'every provider was asked', COUNT(*),
       SUM(NOT EXISTS (SELECT 1 FROM checklist_status a
                       WHERE  a.circuit = c.id AND a.answer IS NOT NULL)),
       0, 'uplinks.md'
FROM   circuit c
UNION ALL
SELECT 1, 1, 'circuits of the phase are dual-stack', COUNT(*),
       SUM(c.class NOT IN ('dual-stack', 'unknown')),
       SUM(c.class = 'unknown'), 'uplinks.md'
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id
WHERE  f.target_phase IS NULL
OR     f.target_phase IN (SELECT id FROM page_phase_number WHERE number <= 1)
UNION ALL
SELECT r.number, r.ordinal, r.name || ' (' || r.rule || ')',
       CASE r.rule
       WHEN 'P-12' THEN (SELECT COUNT(*) FROM service)
       WHEN 'P-18' THEN (SELECT COUNT(*) FROM fact_zone_policy)
       WHEN 'P-20' THEN (SELECT COUNT(*) FROM fact_monitor)
       ELSE (SELECT COUNT(*) FROM device
             WHERE  documented AND class IN ('dual-stack', 'IPv6 only')) END,
       (SELECT COUNT(*) FROM finding f
        WHERE  f.rule = r.rule AND f.state = 'open'),
       (SELECT COUNT(*) FROM finding f
        WHERE  f.rule = r.rule AND f.state = 'unknown'),
       'findings.md#rule-' || lower(r.rule)
FROM   page_exit_rule r
UNION ALL
SELECT 1, 6, 'own IPv6 prefixes are announced', COUNT(*),
       COALESCE(SUM(value = 'false'), 0), COALESCE(SUM(value = 'unknown'), 0),
       'checks.md#uplinks'
FROM   status_check
WHERE  item = 'REQ4'
AND    name = 'own IPv6 prefixes announced'
UNION ALL
SELECT 2, 1, 'the pilot is done', COUNT(*), COALESCE(SUM(value = 'false'), 0),
       COALESCE(SUM(value = 'unknown'), 0), 'pilot.md'
FROM   status_check
WHERE  section = 'pilot'
UNION ALL
SELECT 2, 2, 'services of the phase are dual-stack', COUNT(*),
       SUM(s.class NOT IN ('dual-stack', 'unknown')),
       SUM(s.class = 'unknown'), 'services.md'
FROM   service s
WHERE  s.target_phase IN (SELECT id FROM page_phase_number WHERE number <= 2)
UNION ALL
SELECT 3, 1, 'own devices are dual-stack or IPv6 only', COUNT(*),
       SUM(d.class NOT IN ('dual-stack', 'IPv6 only', 'unknown')
           AND f.target_phase IN (SELECT id FROM page_phase_number
                                  WHERE  number <= 3)),
       SUM(d.class = 'unknown'), 'devices.md'
FROM   device d
LEFT JOIN fact_device f ON f.name = d.key
WHERE  d.documented
UNION ALL
SELECT 3, 2, 'no gap of a segment is overdue', COUNT(*),
       (SELECT COUNT(*) FROM finding f
        WHERE  f.state = 'open' AND f.is_overdue
        AND    f.subject_type IN ('segment', 'interface')),
       SUM(g.class = 'unknown'), 'segments.md'
FROM   segment g
UNION ALL
SELECT 3, 3, 'voice is done', COUNT(*), COALESCE(SUM(value = 'false'), 0),
       COALESCE(SUM(value = 'unknown'), 0), 'voip.md'
FROM   status_check
WHERE  section = 'voip'
UNION ALL
SELECT 3, 4, 'pages are signed', 13,
       13 - (SELECT COUNT(DISTINCT page) FROM fact_signoff
             WHERE  page IN (SELECT id FROM section)), 0, 'record.md'
UNION ALL
SELECT 3, 5, 'accepted exceptions have not run out', 1,
       (SELECT COUNT(*) FROM fact_waiver WHERE until + 86400 <= observed_at), 0,
       'findings.md#accepted-exceptions'
FROM   meta
UNION ALL
SELECT 4, 1, 'segments have left IPv4', COUNT(*), SUM(class <> 'IPv6 only'
                                                     AND class <> 'unknown'),
       SUM(class = 'unknown'), 'segments.md'
FROM   segment;

DROP VIEW IF EXISTS page_exit;
CREATE VIEW page_exit AS
SELECT p.id AS phase,
       p.title AS phase_title,
       c.ordinal,
       c.name AS exit_name,
       CASE WHEN c.total = 0 THEN 'unknown'
            WHEN c.bad > 0 THEN 'false'
            WHEN c.unknown > 0 THEN 'unknown'
            ELSE 'true' END AS value,
       CASE WHEN c.total = 0 THEN 'nothing of it is stated or was seen'
            WHEN c.bad > 0 AND c.unknown > 0
            THEN c.bad || ' not, ' || c.unknown || ' not observed'
            WHEN c.bad > 0 THEN c.bad || ' not'
            WHEN c.unknown > 0 THEN c.unknown || ' not observed'
            ELSE 'met' END AS words,
       c.path
FROM   page_exit_count c
JOIN   page_phase_number p ON p.number = c.number;

-- Phases whose checks are all met.
DROP VIEW IF EXISTS page_phase;
CREATE VIEW page_phase AS
SELECT p.*,
       COALESCE((SELECT MIN(e.value = 'true') FROM page_exit e
                 WHERE  e.phase = p.id), 0) AS is_met,
       (SELECT COUNT(*) FROM page_exit e
        WHERE  e.phase = p.id AND e.value = 'true') AS met,
       (SELECT COUNT(*) FROM page_exit e WHERE e.phase = p.id) AS exits,
       (SELECT COUNT(*) FROM fact_task t WHERE t.phase = p.id) AS tasks,
       (SELECT COUNT(*) FROM fact_task t
        WHERE  t.phase = p.id AND t.state = 'done') AS tasks_done
FROM   page_phase_number p;

-- What has a class, with the phase in which it is due. A segment is due with a
-- planned prefix of its own, else with its site and VLAN.
DROP VIEW IF EXISTS page_target;
CREATE VIEW page_target AS
SELECT f.target_phase AS phase_id, 'devices' AS kind, 'devices.md' AS path,
       d.name, COALESCE(d.class, 'unknown') AS class
FROM   device d
LEFT JOIN fact_device f ON f.name = d.key
WHERE  d.documented
UNION ALL
SELECT COALESCE((SELECT p.target_phase
                 FROM   segment_prefix s
                 JOIN   fact_plan_prefix p ON p.prefix = s.prefix
                 JOIN   fact_phase f ON f.id = p.target_phase
                 WHERE  s.segment = g.id
                 AND    NOT EXISTS (SELECT 1 FROM fact_plan_prefix t
                                    WHERE  t.prefix = p.prefix
                                    AND    t.site = g.site
                                    AND    p.site IS NOT g.site)
                 ORDER  BY f.ordinal DESC
                 LIMIT  1),
                (SELECT p.target_phase
                 FROM   fact_plan_prefix p
                 JOIN   fact_phase f ON f.id = p.target_phase
                 WHERE  p.vlan = g.vlan
                 AND    p.site = g.site
                 ORDER  BY f.ordinal DESC
                 LIMIT  1)),
       'segments', 'segments.md', g.name, COALESCE(g.class, 'unknown')
FROM   segment g
UNION ALL
SELECT target_phase, 'services', 'services.md', name, class
FROM   service
UNION ALL
SELECT f.target_phase, 'circuits', 'uplinks.md', c.id, c.class
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id;

-- ----------------------------------------------------------------- hints ----

-- From the core to the edge: a segment has IPv6 before a way out. From the
-- edge to the core: work inside goes before the public services. Islands:
-- a tunnel outlives the phase for which it was made. Hints are no findings:
-- they tell of order. Who states no strategy goes from the core to the edge.
DROP VIEW IF EXISTS page_strategy;
CREATE VIEW page_strategy AS
SELECT COALESCE(f.strategy, 'core-to-edge') AS strategy,
       m.phase,
       m.observed_at
FROM   meta m
LEFT   JOIN fact_phase f ON f.id = m.phase;

-- Routers without a way out over IPv6, as P-04 finds them: they have one over
-- IPv4, and their routes were read to the end.
DROP VIEW IF EXISTS page_no_way_out;
CREATE VIEW page_no_way_out AS
SELECT d.id AS device,
       f.coverage
FROM   finding f
JOIN   device d ON d.key = f.subject
WHERE  f.rule = 'P-04'
AND    f.subject_type = 'device'
AND    f.verdict = 'fires'
AND    f.severity = 'E'
AND    NOT EXISTS (SELECT 1 FROM route r
                   WHERE  r.device = d.id AND r.prefix = '::/0')
AND    NOT EXISTS (SELECT 1 FROM default_router r
                   WHERE  r.device = d.id AND r.family = 6);

-- Tunnels with the state that saw them first.
DROP VIEW IF EXISTS page_tunnel_age;
CREATE VIEW page_tunnel_age AS
SELECT d.name || ' ' || COALESCE(NULLIF(i.name, ''), i.descr, i.if_index)
           AS tunnel_name,
       'devices/' || d.slug || '.md#interfaces' AS path,
       s.first_seen,
       (SELECT h.phase
        FROM   history h
        WHERE  h.observed_at = s.first_seen
        LIMIT  1) AS first_phase
FROM   tunnel t
JOIN   interface i ON i.id = t.interface AND i.oper_status = 'up'
JOIN   device d ON d.id = t.device
JOIN   seen s ON s.subject_type = 'tunnel'
             AND s.subject = d.key || '/' || t.if_index;

DROP VIEW IF EXISTS page_hint;
CREATE VIEW page_hint AS
SELECT 'core-to-edge' AS strategy,
       g.name AS object,
       'segments.md#segment-' || g.slug AS path,
       g.name || ' has IPv6; an IPv6 default route was not seen on its gateways.'
           AS sentence
FROM   segment g
JOIN   page_strategy p ON p.strategy = 'core-to-edge'
WHERE  g.class IN ('dual-stack', 'IPv6 only')
AND    EXISTS (SELECT 1 FROM segment_end e
               WHERE  e.segment = g.id AND e.is_gateway)
AND    NOT EXISTS (SELECT 1 FROM segment_end e
                   WHERE  e.segment = g.id
                   AND    e.is_gateway
                   AND    (e.device IS NULL
                           OR e.device NOT IN (SELECT device
                                               FROM   page_no_way_out)))
UNION ALL
SELECT p.strategy, s.name, 'services/' || s.slug || '.md',
       s.name || ' is public and ' || s.class || '; LANs that carry no public'
           || ' service and have IPv6 already: ' || l.lans || '.'
FROM   page_strategy p
JOIN   (SELECT COUNT(*) AS lans
        FROM   segment g
        WHERE  g.kind = 'lan'
        AND    g.class IN ('dual-stack', 'IPv6 only')
        AND    NOT EXISTS (SELECT 1
                           FROM   segment_end e
                           JOIN   service v ON v.device = e.device
                           JOIN   fact_service f
                                  ON v.key = f.name || ':' || f.port || '/'
                                             || f.proto
                           WHERE  e.segment = g.id
                           AND    f.exposure = 'public')) l ON l.lans > 0
JOIN   service s
JOIN   fact_service f ON s.key = f.name || ':' || f.port || '/' || f.proto
WHERE  p.strategy = 'edge-to-core'
AND    f.exposure = 'public'
AND    s.class NOT IN ('dual-stack', 'IPv6 only', 'unknown')
UNION ALL
SELECT p.strategy, t.tunnel_name, t.path,
       t.tunnel_name || ' was seen first on '
           || strftime('%Y-%m-%d', t.first_seen, 'unixepoch') || ', in phase '
           || t.first_phase || '.'
FROM   page_strategy p
JOIN   page_tunnel_age t ON t.first_phase <> p.phase
WHERE  p.strategy = 'islands';
