-- fires prefix 2001:db8:ffff::/64
-- fires prefix 2002:c000:201::/48
-- fires device r1
-- silent prefix 2001:db8:0:20::/64
-- silent prefix 2001:db8:0:10::/64
-- silent prefix 198.51.100.0/30
-- unknown prefix 10.9.0.0/24
-- unknown prefix 203.0.113.0/30
INSERT INTO meta (id, observed_at, started_at, tool)
VALUES (1, 1789632900, 1789632900, 'test');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'r1'), (2, 'agent', 'r2');
UPDATE device SET ip_forwarding = 1;
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
SELECT column1, column2, column1, column3, column4, column5, 'up'
FROM   (VALUES (1, 1, 'a', 6, NULL), (2, 1, 'b', 6, NULL), (3, 1, 'isp', 6, NULL),
       (4, 1, 'lo0', 24, NULL), (5, 1, 'tun6to4', 131, NULL), (6, 2, 'a', 6, NULL));
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, iid, usable, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'unicast', column5, column6, column7,
       'ipAddressTable'
FROM   (VALUES (1, '2001:db8:0:20::1', 64, '2001:db8:0:20::/64', 'documentation', 'low', 1),
       (1, '2001:db8:0:10::1', 64, '2001:db8:0:10::/64', 'documentation', 'low', 1),
       (2, '10.9.0.1', 24, '10.9.0.0/24', 'private', NULL, 1),
       (2, '2001:db8:ffff::1', 64, '2001:db8:ffff::/64', 'documentation', 'low', 1),
       (3, '198.51.100.1', 30, '198.51.100.0/30', 'documentation', NULL, 1),
       (4, '2001:db8:8::1', 128, '2001:db8:8::1/128', 'documentation', 'low', 1),
       (5, '2002:c000:201::1', 48, '2002:c000:201::/48', '6to4', 'low', 0),
       (6, '203.0.113.1', 30, '203.0.113.0/30', 'documentation', NULL, 1))
JOIN   interface i ON i.id = column1;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 1 FROM device;
INSERT INTO fact_own_prefix (prefix) VALUES ('2001:db8::/48');
INSERT INTO fact_circuit (id, kind) VALUES ('isp', 'uplink');
INSERT INTO fact_circuit_prefix VALUES ('isp', '198.51.100.0/29');
