-- services: each class, by records, ports and protocols of both families
INSERT INTO put_agent VALUES (1, 'host', '00:00:5e:00:53:01');
INSERT INTO put_port VALUES (1, 1, 'eth0', NULL);
INSERT INTO put_address VALUES (1, 1, '192.0.2.1/24'), (1, 1, '2001:db8::1/64');
INSERT INTO fact_service (name, port, zone, device)
VALUES ('both', 443, 'example', 'host'), ('broken', 443, 'example', NULL),
       ('hollow', 443, 'example', NULL), ('tried', 443, 'example', 'nobody'),
       ('old', 443, 'example', NULL), ('new', 443, 'example', NULL),
       ('gone', 443, 'example', NULL), ('asked', 443, 'example', NULL),
       ('far', 443, 'example', NULL), ('down', 443, 'example', NULL);
INSERT INTO fact_service (name, port) VALUES ('short', 443);
INSERT INTO probe (id, kind, target, name, record, family, ip, proto, port,
                   result, reason, at)
SELECT ROW_NUMBER() OVER (), column2, column1 || ':443/tcp',
       column1 || '.example', CASE column2 WHEN 'D1' THEN column3 END,
       CASE column3 WHEN 4 THEN 4 WHEN 6 THEN 6 END,
       CASE column3 WHEN 4 THEN '192.0.2.1' WHEN 6 THEN '2001:db8::1' END,
       'tcp', 443, column4, column5, 0
FROM   (VALUES ('both', 'D1', 'A', 'true', NULL),
               ('both', 'D1', 'AAAA', 'true', NULL),
               ('both', 'T1', 4, 'true', NULL), ('both', 'T3', 4, 'true', NULL),
               ('both', 'T1', 6, 'true', NULL), ('both', 'T3', 6, 'true', NULL),
               ('broken', 'D1', 'A', 'true', NULL),
               ('broken', 'D1', 'AAAA', 'true', NULL),
               ('broken', 'T3', 4, 'true', NULL),
               ('broken', 'T1', 6, 'false', 'refused'),
               ('hollow', 'D1', 'A', 'true', NULL),
               ('hollow', 'D1', 'AAAA', 'true', NULL),
               ('hollow', 'T3', 4, 'true', NULL),
               ('hollow', 'T1', 6, 'true', NULL),
               ('hollow', 'T3', 6, 'false', 'no-answer'),
               ('tried', 'D1', 'A', 'true', NULL),
               ('tried', 'D1', 'AAAA', 'false', 'nodata'),
               ('tried', 'T3', 4, 'true', NULL),
               ('tried', 'T3', 6, 'true', NULL),
               ('old', 'D1', 'A', 'true', NULL),
               ('old', 'D1', 'AAAA', 'false', 'nodata'),
               ('old', 'T3', 4, 'true', NULL),
               ('new', 'D1', 'A', 'false', 'nodata'),
               ('new', 'D1', 'AAAA', 'true', NULL),
               ('new', 'T3', 6, 'true', NULL),
               ('gone', 'D1', 'A', 'false', 'nxdomain'),
               ('gone', 'D1', 'AAAA', 'false', 'nxdomain'),
               ('asked', 'D1', 'A', 'unknown', 'servfail'),
               ('asked', 'D1', 'AAAA', 'unknown', 'servfail'),
               ('far', 'D1', 'A', 'true', NULL),
               ('far', 'D1', 'AAAA', 'true', NULL),
               ('far', 'T3', 4, 'true', NULL),
               ('far', 'T3', 6, 'unknown', 'prober-lacks-family'),
               ('down', 'D1', 'A', 'true', NULL),
               ('down', 'D1', 'AAAA', 'true', NULL),
               ('down', 'T1', 4, 'false', 'refused'),
               ('down', 'T3', 6, 'true', NULL));
INSERT INTO probe_record (probe, value)
SELECT id, CASE record WHEN 'A' THEN '192.0.2.1' ELSE '2001:db8::1' END
FROM   probe
WHERE  kind = 'D1'
AND    result = 'true';
-- ask
SELECT s.name, COALESCE(d.name, 'no device'), s.class, COALESCE(s.class_note, '')
FROM   service s
LEFT   JOIN device d ON d.id = s.device
ORDER  BY s.key;
SELECT s.name, f.family, COALESCE(f.ip, ''), COALESCE(f.is_published, '?'),
       COALESCE(f.is_reachable, '?'), COALESCE(f.is_operational, '?')
FROM   service_family f
JOIN   service s ON s.id = f.service
ORDER  BY s.key, f.family DESC;
