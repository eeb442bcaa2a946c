-- fires name bare.example
-- fires name astray.example
-- silent name good.example
-- silent name alias.example
-- unknown name failed.example
-- unknown name beyond.example
-- bare has no PTR; that of astray names good, which has another address; that of
-- alias names good, which has its address too. That of beyond names one that was
-- not asked.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_service (name, port, zone, exposure)
VALUES ('bare', 80, 'example', 'public'),
       ('astray', 80, 'example', 'internal'),
       ('good', 80, 'example', 'public'), ('alias', 80, 'example', 'public'),
       ('failed', 80, 'example', 'public'), ('beyond', 80, 'example', 'public');
INSERT INTO probe (id, kind, target, name, record, family, ip, result, reason,
                   at)
SELECT column1, 'D1', column2 || ':80/tcp',
       CASE column3 WHEN 'AAAA' THEN column2 || '.example'
       ELSE 'reverse of ' || column4 END,
       column3, CASE column3 WHEN 'PTR' THEN 6 END,
       CASE column3 WHEN 'PTR' THEN column4 END, column5, column6, 1789632900
FROM   (VALUES (1, 'bare', 'AAAA', NULL, 'true', NULL),
               (2, 'bare', 'PTR', '2001:db8::1', 'false', 'nxdomain'),
               (3, 'astray', 'AAAA', NULL, 'true', NULL),
               (4, 'astray', 'PTR', '2001:db8::2', 'true', NULL),
               (5, 'good', 'AAAA', NULL, 'true', NULL),
               (6, 'good', 'PTR', '2001:db8::3', 'true', NULL),
               (7, 'alias', 'AAAA', NULL, 'true', NULL),
               (8, 'alias', 'PTR', '2001:db8::3', 'true', NULL),
               (9, 'failed', 'AAAA', NULL, 'true', NULL),
               (10, 'failed', 'PTR', '2001:db8::5', 'unknown', 'servfail'),
               (11, 'beyond', 'AAAA', NULL, 'true', NULL),
               (12, 'beyond', 'PTR', '2001:db8::6', 'true', NULL));
INSERT INTO probe_record (probe, value)
VALUES (1, '2001:db8::1'), (3, '2001:db8::2'), (4, 'good.example'),
       (5, '2001:db8::3'), (6, 'good.example'), (7, '2001:db8::3'),
       (8, 'good.example'), (9, '2001:db8::5'), (11, '2001:db8::6'),
       (12, 'host.example');
