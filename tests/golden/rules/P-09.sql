-- fires name old.example
-- silent name both.example
-- silent name tried.example
-- silent name none.example
-- unknown name failed.example
-- unknown name unasked.example
-- tried works over IPv6 already (P-09u); none has no A record either; failed got
-- no answer of DNS.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_service (name, port, zone)
VALUES ('old', 80, 'example'), ('old', 443, 'example'),
       ('both', 443, 'example'), ('tried', 443, 'example'),
       ('none', 443, 'example'), ('failed', 443, 'example');
INSERT INTO fact_service (name, port) VALUES ('unasked.example', 443);
INSERT INTO probe (id, kind, target, name, record, family, ip, proto, port,
                   result, reason, at)
SELECT column1, column2, column3, column4 || '.example', column5, column6,
       column7, CASE WHEN column7 IS NOT NULL THEN 'tcp' END, 443, column8,
       column9, 1789632900
FROM   (VALUES (1, 'D1', 'old:443/tcp', 'old', 'A', NULL, NULL, 'true', NULL),
               (2, 'D1', 'old:443/tcp', 'old', 'AAAA', NULL, NULL, 'false',
                'nodata'),
               (3, 'D1', 'both:443/tcp', 'both', 'A', NULL, NULL, 'true', NULL),
               (4, 'D1', 'both:443/tcp', 'both', 'AAAA', NULL, NULL, 'true',
                NULL),
               (5, 'D1', 'tried:443/tcp', 'tried', 'A', NULL, NULL, 'true',
                NULL),
               (6, 'D1', 'tried:443/tcp', 'tried', 'AAAA', NULL, NULL, 'false',
                'nodata'),
               (7, 'T3', 'tried:443/tcp', 'tried', NULL, 6, '2001:db8::7',
                'true', NULL),
               (8, 'D1', 'none:443/tcp', 'none', 'A', NULL, NULL, 'false',
                'nxdomain'),
               (9, 'D1', 'none:443/tcp', 'none', 'AAAA', NULL, NULL, 'false',
                'nxdomain'),
               (10, 'D1', 'failed:443/tcp', 'failed', 'A', NULL, NULL, 'true',
                NULL),
               (11, 'D1', 'failed:443/tcp', 'failed', 'AAAA', NULL, NULL,
                'unknown', 'servfail'));
