-- fires device r2
-- fires name www.example
-- fires segment none VLAN 10
-- silent segment none VLAN 20
-- silent name ns.example
-- silent segment none VLAN 30
-- unknown name wiki.example
INSERT INTO meta (id, observed_at, started_at, tool)
VALUES (1, 1789632900, 1789632900, 'test');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'r1'), (2, 'agent', 'r2');
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 1;
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
SELECT column1, column2, column1, column3, column4, column5, 'up'
FROM   (VALUES (1, 1, 'Vlan10', 53, NULL), (2, 1, 'Vlan20', 53, NULL), (3, 2, 'a', 6, NULL),
       (4, 1, 'Vlan30', 53, NULL));
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, iid, usable, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'unicast', column5, column6, column7,
       'ipAddressTable'
FROM   (VALUES (1, 'fd00:0:0:10::1', 64, 'fd00:0:0:10::/64', 'ULA', 'low', 1),
       (2, 'fd00:0:0:20::1', 64, 'fd00:0:0:20::/64', 'ULA', 'low', 1),
       (2, '2001:db8:0:20::1', 64, '2001:db8:0:20::/64', 'documentation', 'low', 1),
       (3, 'fc00::1', 64, 'fc00::/64', 'undefined ULA', 'low', 1),
       (4, 'fd00:0:0:30::1', 126, 'fd00:0:0:30::/126', 'ULA', 'low', 1))
JOIN   interface i ON i.id = column1;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 1 FROM device;
INSERT INTO route (device, family, prefix, next_hop, source)
VALUES (1, 6, '::/0', 'fe80::1', 'inetCidrRouteTable');
INSERT INTO probe (id, kind, target, name, record, result, reason, at)
VALUES (1, 'D1', 'www:443/tcp', 'www.example', 'AAAA', 'true', NULL, 1789632900),
       (2, 'D1', 'www:443/tcp', 'www.example', 'A', 'true', NULL, 1789632900),
       (3, 'D1', 'ns:53/udp', 'ns.example', 'AAAA', 'true', NULL, 1789632900),
       (4, 'D1', 'ns:53/udp', 'ns.example', 'A', 'false', 'nodata', 1789632900),
       (5, 'D1', 'wiki:443/tcp', 'wiki.example', 'AAAA', 'true', NULL, 1789632900),
       (6, 'D1', 'wiki:443/tcp', 'wiki.example', 'A', 'unknown', 'servfail', 1789632900);
INSERT INTO probe_record
VALUES (1, 'fd00::80', NULL), (2, '192.0.2.80', NULL), (3, 'fd00::53', NULL),
       (5, 'fd00::90', NULL);
