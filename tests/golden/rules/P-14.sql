-- fires service names:443/tcp
-- fires service status:443/tcp
-- silent service same:443/tcp
-- silent service twins:443/tcp
-- unknown service half:443/tcp
-- twins show two certificates for the same names, as two servers do.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_service (name, port, zone)
VALUES ('names', 443, 'example'), ('status', 443, 'example'),
       ('same', 443, 'example'), ('twins', 443, 'example'),
       ('half', 443, 'example');
INSERT INTO probe (id, kind, target, name, family, ip, proto, port, result,
                   reason, detail, at)
SELECT column1, column2, column3 || ':443/tcp', column3 || '.example', column4,
       CASE column4 WHEN 4 THEN '192.0.2.1' ELSE '2001:db8::1' END, 'tcp', 443,
       CASE WHEN column5 IS NULL THEN 'unknown' ELSE 'true' END,
       CASE WHEN column5 IS NULL THEN 'no-answer' END,
       CASE column2 WHEN 'T3' THEN column5 END, 1789632900
FROM   (VALUES (1, 'T2', 'names', 4, 'a'), (2, 'T2', 'names', 6, 'b'),
               (3, 'T3', 'status', 4, 'HTTP 200'),
               (4, 'T3', 'status', 6, 'HTTP 503'),
               (5, 'T2', 'same', 4, 'a'), (6, 'T2', 'same', 6, 'a'),
               (7, 'T3', 'same', 4, 'HTTP 200'),
               (8, 'T3', 'same', 6, 'HTTP 200'),
               (9, 'T2', 'twins', 4, 'a'), (10, 'T2', 'twins', 6, 'b'),
               (11, 'T2', 'half', 4, 'a'), (12, 'T2', 'half', 6, NULL));
INSERT INTO probe_certificate (probe, fingerprint, names, expires)
VALUES (1, '0a', 'names.example', 1800000000),
       (2, '0b', 'default.invalid', 1800000000),
       (5, '0c', 'same.example', 1800000000),
       (6, '0c', 'same.example', 1800000000),
       (9, '0d', 'twins.example', 1800000000),
       (10, '0e', 'twins.example', 1800000000),
       (11, '0f', 'half.example', 1800000000);
