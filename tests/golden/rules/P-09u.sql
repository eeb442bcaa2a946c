-- fires service tried:443/tcp
-- silent service both:443/tcp
-- silent service old:443/tcp
-- unknown service unasked:443/tcp
-- unasked runs on a host that has IPv6, and was asked over IPv4 alone.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'host', 0, 0);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 1, 'eth0', 6, 'up');
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
VALUES (1, 1, 1, 4, '192.0.2.9', x'04', '192.0.2.0/24', 24, 'unicast',
        'documentation', 1, 'ipAddressTable'),
       (1, 1, 1, 6, '2001:db8::9', x'06', '2001:db8::/64', 64, 'unicast',
        'documentation', 1, 'ipAddressTable');
INSERT INTO fact_service (name, port, zone, device)
VALUES ('tried', 443, 'example', 'host'), ('both', 443, 'example', 'host'),
       ('old', 443, 'example', NULL), ('unasked', 443, 'example', 'host');
INSERT INTO probe (id, kind, target, name, record, family, ip, proto, port,
                   result, reason, at)
SELECT column1, column2, column3 || ':443/tcp', column3 || '.example', column4,
       column5, column6, 'tcp', 443, column7, column8, 1789632900
FROM   (VALUES (1, 'D1', 'tried', 'A', NULL, NULL, 'true', NULL),
               (2, 'D1', 'tried', 'AAAA', NULL, NULL, 'false', 'nodata'),
               (3, 'T1', 'tried', NULL, 6, '2001:db8::9', 'true', NULL),
               (4, 'T3', 'tried', NULL, 6, '2001:db8::9', 'true', NULL),
               (5, 'D1', 'both', 'A', NULL, NULL, 'true', NULL),
               (6, 'D1', 'both', 'AAAA', NULL, NULL, 'true', NULL),
               (7, 'T3', 'both', NULL, 6, '2001:db8::9', 'true', NULL),
               (8, 'D1', 'old', 'A', NULL, NULL, 'true', NULL),
               (9, 'D1', 'old', 'AAAA', NULL, NULL, 'false', 'nodata'),
               (10, 'D1', 'unasked', 'A', NULL, NULL, 'true', NULL),
               (11, 'D1', 'unasked', 'AAAA', NULL, NULL, 'false', 'nodata'));
