-- hints: each strategy warns of what is out of its order
-- way leads out in both families, stop in IPv4 alone, mute does not tell its routes
-- of IPv6. The strategy is changed after the analysis: only hints depend on it.
UPDATE meta SET phase = 'p2';
INSERT INTO fact_phase (id, ordinal, title, strategy)
VALUES ('p1', 1, 'First', NULL), ('p2', 2, 'Second', NULL);
INSERT INTO put_agent VALUES
	(1, 'way', '00:00:5e:00:53:01'), (2, 'stop', '00:00:5e:00:53:02'),
	(3, 'mute', '00:00:5e:00:53:03'), (4, 'web', '00:00:5e:00:53:04');
INSERT INTO put_port
SELECT d.id, p.value, 'eth' || p.value, NULL
FROM   device d, json_each('[1, 2]') p;
UPDATE device SET ip_forwarding = id < 4, ipv6_forwarding = id < 4;
INSERT INTO put_address
SELECT id, 1, '192.0.2.' || (id * 16 + 1) || '/28' FROM device WHERE id < 4
UNION ALL
SELECT id, 1, '2001:db8:' || id || '::1/64' FROM device WHERE id < 4;
INSERT INTO put_address VALUES (4, 1, '192.0.2.20/28'), (4, 1, '2001:db8:1::4/64');
UPDATE address
SET    prefix = CASE family WHEN 4 THEN '192.0.2.' || (device % 4 * 16) || '/28'
                ELSE '2001:db8:' || (device % 4) || '::/64' END
WHERE  device < 4;
UPDATE address
SET    prefix = CASE family WHEN 4 THEN '192.0.2.16/28' ELSE '2001:db8:1::/64' END
WHERE  device = 4;
INSERT INTO put_read SELECT id, 'IP-MIB::ipAddressTable', 'rows' FROM device;
INSERT INTO put_read
SELECT id, 'IP-FORWARD-MIB::inetCidrRouteTable (0.0.0.0/0)', 'rows' FROM device;
INSERT INTO put_read
SELECT id, 'IP-FORWARD-MIB::inetCidrRouteTable (::/0)',
       CASE id WHEN 2 THEN 'empty' WHEN 3 THEN 'cut short' ELSE 'rows' END
FROM   device;
INSERT INTO route (device, family, prefix, next_hop, type, source)
VALUES (1, 4, '0.0.0.0/0', '192.0.2.17', 'remote', 'inetCidrRouteTable'),
       (1, 6, '::/0', '2001:db8:1::9', 'remote', 'inetCidrRouteTable'),
       (2, 4, '0.0.0.0/0', '192.0.2.34', 'remote', 'inetCidrRouteTable'),
       (3, 4, '0.0.0.0/0', '192.0.2.50', 'remote', 'inetCidrRouteTable');

INSERT INTO fact_device (name) VALUES ('web');
INSERT INTO fact_dns_zone (zone) VALUES ('marlin.example');
INSERT INTO fact_service (name, zone, port, exposure, device)
VALUES ('www', 'marlin.example', 443, 'public', 'web'),
       ('files', 'marlin.example', 445, 'internal', 'web');
INSERT INTO probe (kind, target, name, record, family, ip, ip_key, proto, port,
                   result, reason, at)
SELECT 'T3', f.name || ':' || f.port || '/tcp', f.name || '.marlin.example', NULL, 4,
       '192.0.2.20', zeroblob(16), 'tcp', f.port, 'true', NULL, 1789632900
FROM   fact_service f
UNION ALL
SELECT 'D1', f.name || ':' || f.port || '/tcp', f.name || '.marlin.example',
       r.value, NULL, NULL, NULL, NULL, NULL,
       CASE r.value WHEN 'A' THEN 'true' ELSE 'false' END,
       CASE r.value WHEN 'AAAA' THEN 'nodata' END, 1789632900
FROM   fact_service f, json_each('["A", "AAAA"]') r;
INSERT INTO probe_record (probe, value)
SELECT id, '192.0.2.20' FROM probe WHERE record = 'A';

INSERT INTO tunnel (device, interface, if_index, method)
SELECT device, id, if_index, 'gre' FROM interface WHERE if_index = 2 AND device < 3;
-- ask
BEGIN;
SELECT * FROM page_hint ORDER BY 1, 2;
UPDATE fact_phase SET strategy = 'edge-to-core';
SELECT * FROM page_hint ORDER BY 1, 2;
UPDATE fact_phase SET strategy = 'islands';
UPDATE seen SET first_seen = 1786924800
WHERE  subject_type = 'tunnel' AND subject LIKE '%01/2';
INSERT INTO history (snapshot, observed_at, phase, metric)
VALUES ('20260817T000000Z', 1786924800, 'p1', 'K1');
SELECT * FROM page_hint ORDER BY 1, 2;
ROLLBACK;
