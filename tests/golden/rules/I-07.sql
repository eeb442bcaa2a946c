-- fires prefix 203.0.113.0/26
-- silent prefix 192.0.2.0/26
-- silent prefix 198.51.100.0/30
-- silent prefix 198.51.100.4/30
-- silent prefix 10.0.0.0/24
-- unknown prefix 2001:db8:ffff::/64
-- unknown prefix 3fff:a10::/64
INSERT INTO meta (id, observed_at, started_at, tool)
VALUES (1, 1789632900, 1789632900, 'test');
INSERT INTO device (id, source, sys_name) VALUES (1, 'agent', 'r1');
INSERT INTO fact_device (name, role) VALUES ('r1', 'router');
INSERT INTO fact_device_match VALUES ('r1', 'name', 'r1');
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
SELECT column1, 1, column1, column2, 6, NULL, 'up'
FROM   (VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'isp'), (5, 'd'), (6, 'isp-b'));
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, iid, usable, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'unicast', column5, column6, column7,
       'ipAddressTable'
FROM   (VALUES (1, '203.0.113.1', 26, '203.0.113.0/26', 'documentation', NULL, 1),
       (2, '192.0.2.1', 26, '192.0.2.0/26', 'documentation', NULL, 1),
       (3, '2001:db8:ffff::1', 64, '2001:db8:ffff::/64', 'documentation', 'low', 1),
       (4, '198.51.100.1', 30, '198.51.100.0/30', 'documentation', NULL, 1),
       (5, '10.0.0.1', 24, '10.0.0.0/24', 'private', NULL, 1),
       (5, '3fff:a10::1', 64, '3fff:a10::/64', 'documentation', 'low', 1),
       (6, '198.51.100.5', 30, '198.51.100.4/30', 'documentation', NULL, 1))
JOIN   interface i ON i.id = column1;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 1 FROM device;
INSERT INTO fact_own_prefix (prefix) VALUES ('192.0.2.0/24');
INSERT INTO fact_circuit (id, kind) VALUES ('isp', 'uplink');
INSERT INTO fact_circuit_prefix VALUES ('isp', '198.51.100.0/30');
INSERT INTO fact_circuit (id, kind, device, interface)
VALUES ('isp-b', 'uplink', 'r1', 'isp-b');
