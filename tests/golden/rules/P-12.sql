-- fires service shut:25/tcp
-- fires service hollow:25/tcp
-- silent service good:25/tcp
-- silent service old:25/tcp
-- silent service gone:25/tcp
-- unknown service unasked:25/tcp
-- shut refuses IPv6; hollow takes connections and says nothing; gone works in
-- neither family; old publishes no IPv6.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_service (name, port, zone)
VALUES ('shut', 25, 'example'), ('hollow', 25, 'example'),
       ('good', 25, 'example'), ('old', 25, 'example'),
       ('gone', 25, 'example'), ('unasked', 25, 'example');
INSERT INTO probe (id, kind, target, name, record, result, reason, at)
SELECT ROW_NUMBER() OVER (ORDER BY f.name, r.record), 'D1',
       f.name || ':25/tcp', f.name || '.example', r.record,
       CASE WHEN f.name = 'old' AND r.record = 'AAAA' THEN 'false'
       ELSE 'true' END,
       CASE WHEN f.name = 'old' AND r.record = 'AAAA' THEN 'nodata' END,
       1789632900
FROM   fact_service f
JOIN   (SELECT 'A' AS record UNION ALL SELECT 'AAAA') r;
INSERT INTO probe_record (probe, value)
SELECT id, CASE record WHEN 'A' THEN '192.0.2.' || id
           ELSE '2001:db8::' || id END
FROM   probe
WHERE  result = 'true';
INSERT INTO probe (kind, target, name, family, ip, proto, port, result, reason,
                   at)
SELECT column1, column2 || ':25/tcp', column2 || '.example', column3,
       (SELECT r.value
        FROM   probe p
        JOIN   probe_record r ON r.probe = p.id
        WHERE  p.target = column2 || ':25/tcp'
        AND    p.record = CASE column3 WHEN 4 THEN 'A' ELSE 'AAAA' END),
       'tcp', 25, column4, column5, 1789632900
FROM   (VALUES ('T1', 'shut', 4, 'true', NULL), ('T3', 'shut', 4, 'true', NULL),
               ('T1', 'shut', 6, 'false', 'refused'),
               ('T1', 'hollow', 4, 'true', NULL),
               ('T3', 'hollow', 4, 'true', NULL),
               ('T1', 'hollow', 6, 'true', NULL),
               ('T3', 'hollow', 6, 'false', 'no-answer'),
               ('T3', 'good', 4, 'true', NULL), ('T3', 'good', 6, 'true', NULL),
               ('T3', 'old', 4, 'true', NULL),
               ('T1', 'gone', 4, 'false', 'refused'),
               ('T1', 'gone', 6, 'false', 'refused'),
               ('T3', 'unasked', 4, 'true', NULL),
               ('T3', 'unasked', 6, 'unknown', 'prober-lacks-family'));
