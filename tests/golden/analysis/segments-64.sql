-- segments: a /64 is a line when it is a tunnel or a cable between two routers
INSERT INTO put_agent VALUES (1, 'r1', NULL), (2, 'r2', NULL), (3, 'host', NULL);
UPDATE device SET ipv6_forwarding = id < 3, ip_forwarding = 0;
INSERT INTO put_read
SELECT id, 'IP-MIB::ipAddressTable', 'rows' FROM device
UNION ALL SELECT id, 'RFC1213-MIB::ipAddrTable', 'rows' FROM device;
INSERT INTO put_port
SELECT d.id, value, 'e' || value, NULL
FROM   device d, json_each('[1, 2, 3, 4, 5]');
UPDATE interface SET type = 131 WHERE if_index = 2;
-- 1 a cable; 2 a tunnel; 3 no cable is known: a LAN; 4 a cable to a host: a
-- LAN; 5 a cable, but IPv4 says LAN.
INSERT INTO put_address
SELECT d.id, value, '2001:db8:' || value || '::' || d.id || '/64'
FROM   device d, json_each('[1, 2, 3, 4, 5]')
WHERE  (d.id = 3) = (value = 4)
OR     (d.id = 1 AND value = 4);
INSERT INTO put_address VALUES (1, 5, '192.0.2.1/24'), (2, 5, '192.0.2.2/24');
INSERT INTO put_lldp VALUES (1, 1, NULL, 'e1', 'r2'), (2, 1, NULL, 'e1', 'r1'),
                            (1, 4, NULL, 'e4', 'host'), (1, 5, NULL, 'e5', 'r2');
INSERT INTO put_prefix VALUES ('192.0.2.0/24', '192.0.2.');
INSERT INTO put_prefix
SELECT '2001:db8:' || value || '::/64', '2001:db8:' || value || ':'
FROM   json_each('[1, 2, 3, 4, 5]');
-- ask
SELECT prefix, kind, name, class, class_note, ipv6_ends
FROM   page_segment g
JOIN   segment_prefix p ON p.segment = g.id AND p.family = 6
ORDER  BY prefix;
