-- fires segment n VLAN 20
-- fires segment n VLAN 70
-- fires segment n VLAN 100
-- fires interface gw/Vlan40
-- silent segment n VLAN 40
-- silent segment n VLAN 50
-- silent segment n VLAN 90
-- unknown device old-gw
-- unknown segment n VLAN 30
-- unknown segment n VLAN 80
-- VLAN 20: two MACs by ND; VLAN 30: by ARP that tells no age, 70: by ARP that
-- does. Of VLAN 80 two gateways have one address, each with its MAC, of 90 with
-- one MAC, of 100 a gateway and a server. VLAN 40: the gateway finds its own
-- address taken; there a router that two share answers with its virtual MAC, and
-- an address moved (its old row is stale). VLAN 50: both MACs are of one device.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_site (id, name, match_name) VALUES ('n', 'N', 'gw');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'gw', 1, 1), (2, 'agent', 'old-gw', 1, 1),
       (3, 'agent', 'gw-server', 0, 0);
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
VALUES (1, 1, 20, 'Vlan20', 135, NULL, 'up'), (2, 1, 30, 'Vlan30', 135, NULL, 'up'),
       (3, 1, 40, 'Vlan40', 135, NULL, 'up'), (4, 1, 50, 'Vlan50', 135, NULL, 'up'),
       (5, 2, 60, 'Vlan60', 135, NULL, 'up'),
       (6, 3, 1, 'eth0', 6, '00:00:5e:00:53:51', 'up'),
       (7, 3, 2, 'eth1', 6, '00:00:5e:00:53:52', 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipNetToPhysicalTable', 'rows', 9),
       (2, 'IP-MIB::ipNetToPhysicalTable', 'cut short', 1);
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (1, 1, 20, '2001:db8:20::1', 64, '2001:db8:20::/64'),
               (1, 2, 30, '192.0.2.65', 26, '192.0.2.64/26'),
               (1, 3, 40, '2001:db8:40::1', 64, '2001:db8:40::/64'),
               (1, 4, 50, '2001:db8:50::1', 64, '2001:db8:50::/64'),
               (2, 5, 60, '2001:db8:60::1', 64, '2001:db8:60::/64'));
UPDATE address SET status = 'duplicate' WHERE ip = '2001:db8:40::1';
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
                       kind, type, state, sources)
SELECT 1, column1, column2, CASE WHEN column3 LIKE '%:%' THEN 6 ELSE 4 END,
       column3, CAST(column3 AS BLOB), column4, 'documentation', 'dynamic',
       column5, 'ipNetToPhysicalTable'
FROM   (VALUES (1, 20, '2001:db8:20::9', '00:00:5e:00:53:21', 'reachable'),
               (2, 30, '192.0.2.70', '00:00:5e:00:53:31', NULL),
               (3, 40, '2001:db8:40::fe', '00:00:5e:00:02:01', 'reachable'),
               (3, 40, '2001:db8:40::9', '00:00:5e:00:53:41', 'reachable'),
               (4, 50, '2001:db8:50::9', '00:00:5e:00:53:51', 'reachable'));
-- What a second gateway of the same LANs hears.
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (4, 'agent', 'gw2', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (11, 4, 20, 'Vlan20', 135, 'up'), (12, 4, 30, 'Vlan30', 135, 'up'),
       (13, 4, 40, 'Vlan40', 135, 'up'), (14, 4, 50, 'Vlan50', 135, 'up');
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (4, 11, 20, '2001:db8:20::2', 64, '2001:db8:20::/64'),
               (4, 12, 30, '192.0.2.66', 26, '192.0.2.64/26'),
               (4, 13, 40, '2001:db8:40::2', 64, '2001:db8:40::/64'),
               (4, 14, 50, '2001:db8:50::2', 64, '2001:db8:50::/64'));
INSERT INTO coverage (device, question, result, rows)
VALUES (4, 'IP-MIB::ipNetToPhysicalTable', 'rows', 9);
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
                       kind, type, state, sources)
SELECT 4, column1, column2, CASE WHEN column3 LIKE '%:%' THEN 6 ELSE 4 END,
       column3, CAST(column3 AS BLOB), column4, 'documentation', 'dynamic',
       column5, 'ipNetToPhysicalTable'
FROM   (VALUES (11, 20, '2001:db8:20::9', '00:00:5e:00:53:22', 'reachable'),
               (12, 30, '192.0.2.70', '00:00:5e:00:53:32', NULL),
               (13, 40, '2001:db8:40::fe', '00:00:5e:00:53:43', 'reachable'),
               (13, 40, '2001:db8:40::9', '00:00:5e:00:53:42', 'stale'),
               (14, 50, '2001:db8:50::9', '00:00:5e:00:53:52', 'reachable'));
-- IPv4 whose rows tell how old they are, and addresses that two have.
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
VALUES (21, 1, 70, 'Vlan70', 135, NULL, 'up'), (22, 4, 70, 'Vlan70', 135, NULL, 'up'),
       (23, 1, 80, 'Vlan80', 135, '00:00:5e:00:53:81', 'up'),
       (24, 4, 80, 'Vlan80', 135, '00:00:5e:00:53:82', 'up'),
       (25, 1, 90, 'Vlan90', 135, '00:00:5e:00:53:91', 'up'),
       (26, 4, 90, 'Vlan90', 135, '00:00:5e:00:53:91', 'up'),
       (27, 1, 100, 'Vlan100', 135, '00:00:5e:00:53:a1', 'up'),
       (28, 3, 100, 'Vlan100', 135, '00:00:5e:00:53:a2', 'up'),
       (29, 4, 100, 'Vlan100', 135, '00:00:5e:00:53:a3', 'up');
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT i.device, i.id, i.if_index, IIF(column2 LIKE '%:%', 6, 4), column2,
       CAST(column2 AS BLOB), column3, column4, 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   (VALUES (21, '192.0.2.129', 26, '192.0.2.128/26'),
               (22, '192.0.2.130', 26, '192.0.2.128/26'),
               (23, '2001:db8:80::1', 64, '2001:db8:80::/64'),
               (24, '2001:db8:80::1', 64, '2001:db8:80::/64'),
               (23, '2001:db8:80::2', 64, '2001:db8:80::/64'),
               (24, '2001:db8:80::3', 64, '2001:db8:80::/64'),
               (25, '2001:db8:90::1', 64, '2001:db8:90::/64'),
               (26, '2001:db8:90::1', 64, '2001:db8:90::/64'),
               (27, '2001:db8:100::1', 64, '2001:db8:100::/64'),
               (29, '2001:db8:100::2', 64, '2001:db8:100::/64'),
               (28, '2001:db8:100::1', 64, '2001:db8:100::/64'),
               (28, '2001:db8:100::9', 64, '2001:db8:100::/64'))
JOIN   interface i ON i.id = column1;
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
                       kind, type, state, sources)
SELECT i.device, i.id, i.if_index, IIF(column2 LIKE '%:%', 6, 4), column2,
       CAST(column2 AS BLOB), column3, 'documentation', 'dynamic', 'reachable',
       'ipNetToPhysicalTable'
FROM   (VALUES (21, '192.0.2.140', '00:00:5e:00:53:71'),
               (22, '192.0.2.140', '00:00:5e:00:53:72'),
               -- these see each other on one wire
               (23, '2001:db8:80::3', '00:00:5e:00:53:82'),
               (24, '2001:db8:80::2', '00:00:5e:00:53:81'),
               (29, '2001:db8:100::1', '00:00:5e:00:53:a1'),
               (29, '2001:db8:100::9', '00:00:5e:00:53:a2'))
JOIN   interface i ON i.id = column1;
