-- fires name old.example
-- fires name late.example
-- fires name round.example
-- fires name silent.example
-- silent name good.example
-- silent name served.example
-- unknown name failed.example
-- unknown name far.example
-- old is the name server of a zone and has no AAAA record; good is its mail
-- exchanger and has one; failed got no answer of DNS. Of zones, served is answered
-- over IPv6, silent is not, far could not be asked; late is with an older serial,
-- and so is round, whose serial began anew; served with a newer one.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO probe_family (family, own_address, default_route, works, at)
VALUES (4, 1, 1, 1, 1789632900), (6, 1, 1, 1, 1789632900);
INSERT INTO probe (id, kind, target, name, record, family, ip, proto, result,
                   reason, at)
SELECT column1, column2, column3 || '.example', column4 || '.example', column5,
       column6, column7, CASE column2 WHEN 'D2' THEN 'udp' END, column8, column9,
       1789632900
FROM   (VALUES (1, 'D1', 'zone', 'zone', 'NS', NULL, NULL, 'true', NULL),
               (2, 'D1', 'zone', 'zone', 'MX', NULL, NULL, 'true', NULL),
               (3, 'D1', 'zone', 'old', 'A', NULL, NULL, 'true', NULL),
               (4, 'D1', 'zone', 'old', 'AAAA', NULL, NULL, 'false', 'nodata'),
               (5, 'D1', 'zone', 'good', 'A', NULL, NULL, 'true', NULL),
               (6, 'D1', 'zone', 'good', 'AAAA', NULL, NULL, 'true', NULL),
               (7, 'D1', 'zone', 'failed', 'A', NULL, NULL, 'true', NULL),
               (8, 'D1', 'zone', 'failed', 'AAAA', NULL, NULL, 'unknown',
                'servfail'),
               (9, 'D2', 'served', 'served', 'SOA', 4, '192.0.2.53', 'true',
                NULL),
               (10, 'D2', 'served', 'served', 'SOA', 6, '2001:db8::53', 'true',
                NULL),
               (11, 'D2', 'silent', 'silent', 'SOA', 4, '192.0.2.53', 'true',
                NULL),
               (12, 'D2', 'silent', 'silent', 'SOA', 6, '2001:db8::53',
                'unknown', 'no-answer'),
               (13, 'D2', 'far', 'far', 'SOA', 4, '192.0.2.53', 'true', NULL),
               (14, 'D2', 'far', 'far', 'SOA', 6, '2001:db8::54', 'unknown',
                'not-attempted'),
               (15, 'D2', 'late', 'late', 'SOA', 4, '192.0.2.53', 'true', NULL),
               (16, 'D2', 'late', 'late', 'SOA', 6, '2001:db8::53', 'true',
                NULL),
               (17, 'D2', 'round', 'round', 'SOA', 4, '192.0.2.53', 'true',
                NULL),
               (18, 'D2', 'round', 'round', 'SOA', 6, '2001:db8::53', 'true',
                NULL));
INSERT INTO probe_record (probe, value, number)
VALUES (1, 'old.example', NULL), (1, 'failed.example', NULL),
       (2, 'good.example', 10), (9, 'ns.example', 7), (10, 'ns.example', 8),
       (15, 'ns.example', 8), (16, 'ns.example', 7), (17, 'ns.example', 1),
       (18, 'ns.example', 4294967295);
