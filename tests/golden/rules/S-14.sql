-- fires interface a/tun0
-- fires interface a/tun1
-- fires interface a/gre3
-- silent interface a/tun2
-- silent interface a/tun9
-- silent interface a/eth0
-- silent interface a/tun3
-- fires interface junos/gr-0/0/0.0
-- silent interface junos/gr-0/0/0
-- silent interface junos/pime
-- silent interface junos/vt-0/0/0.1
-- unknown interface b/sit1
-- tun0 carries IPv6, tun1 nothing that was seen, gre3 is 6to4; tun2 is stated,
-- tun9 is switched off,
-- tun3 not made. On b only a name tells.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_tunnel (device, interface) VALUES ('a', 'tun2');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'a'), (2, 'agent', 'b');
INSERT INTO device (id, source, sys_name, sys_object_id)
VALUES (3, 'agent', 'junos', '1.3.6.1.4.1.2636.1.1.1.2.29');
INSERT INTO interface (id, device, if_index, name, type, admin_status,
                       oper_status)
VALUES (1, 1, 1, 'eth0', 6, 'up', 'up'), (2, 1, 2, 'tun0', 131, 'up', 'up'),
       (3, 1, 3, 'tun1', 131, 'up', 'down'), (4, 1, 4, 'tun2', 131, 'up', 'up'),
       (5, 1, 5, 'tun9', 131, 'down', 'down'), (6, 1, 6, 'gre3', 1, 'up', 'up'),
       (7, 2, 1, 'sit1', NULL, 'up', 'up'),
       (8, 1, 7, 'tun3', 131, 'up', 'notPresent'),
       (9, 3, 1, 'gr-0/0/0', 131, 'up', 'up'),
       (10, 3, 2, 'gr-0/0/0.0', 131, 'up', 'up'),
       (11, 3, 3, 'pime', 131, 'up', 'up'),
       (12, 3, 4, 'vt-0/0/0.1', 131, 'up', 'up');
INSERT INTO tunnel (device, interface, if_index, method, remote_ip)
VALUES (1, 2, 2, 'direct', '198.51.100.9'), (1, 4, 4, 'gre', '198.51.100.10'),
       (1, 6, 6, 'sixToFour', NULL);
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (1, 1, 1, '192.0.2.1', 24, '192.0.2.0/24'),
               (1, 2, 2, '2001:db8:1::1', 64, '2001:db8:1::/64'),
               (1, 4, 4, '2001:db8:2::1', 64, '2001:db8:2::/64'),
               (2, 7, 1, '2001:db8:3::1', 64, '2001:db8:3::/64'));
