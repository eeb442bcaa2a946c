-- fires segment none VLAN 50
-- fires segment r1 odd - r2 odd
-- silent segment none VLAN 40
-- silent segment r2 podman0
-- silent segment r1 p2p - r2 p2p
-- unknown device r3
INSERT INTO meta (id, observed_at, started_at, tool)
VALUES (1, 1789632900, 1789632900, 'test');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'r1'), (2, 'agent', 'r2'), (3, 'agent', 'r3');
UPDATE device SET ip_forwarding = 1;
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
SELECT column1, column2, column1, column3, column4, column5, 'up'
FROM   (VALUES (1, 1, 'Vlan50', 53, NULL), (2, 1, 'Vlan40', 53, NULL),
       (3, 1, 'p2p', 6, NULL), (4, 2, 'p2p', 6, NULL),
       (5, 1, 'odd', 6, NULL), (6, 2, 'odd', 6, NULL),
       (7, 3, 'lan', 6, NULL), (8, 1, 'lo0', 24, NULL),
       (9, 2, 'podman0', 6, NULL));
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, iid, usable, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'unicast', column5, column6, column7,
       'ipAddressTable'
FROM   (VALUES (1, '2001:db8:0:50::1', 72, '2001:db8:0:50::/72', 'documentation', 'low', 1),
       (1, '192.0.2.1', 26, '192.0.2.0/26', 'documentation', NULL, 1),
       (2, '2001:db8:0:40::1', 64, '2001:db8:0:40::/64', 'documentation', 'low', 1),
       (3, '2001:db8::', 127, '2001:db8::/127', 'documentation', 'low', 1),
       (4, '2001:db8::1', 127, '2001:db8::/127', 'documentation', 'low', 1),
       (5, '2001:db8:1::1', 126, '2001:db8:1::/126', 'documentation', 'low', 1),
       (6, '2001:db8:1::2', 126, '2001:db8:1::/126', 'documentation', 'low', 1),
       (7, '2001:db8:2::1', NULL, NULL, 'documentation', 'low', 1),
       (8, '2001:db8:3::1', 128, '2001:db8:3::1/128', 'documentation', 'low', 1),
       (9, 'fd00::1:8:1', 112, 'fd00::1:8:0/112', 'ULA', 'low', 1))
JOIN   interface i ON i.id = column1;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 1 FROM device;
