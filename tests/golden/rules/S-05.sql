-- fires device SN001
-- silent device SN002
-- silent device SN003
-- unknown device SN004
-- No router of VLAN 80 sends any; the first server received 12, the second none
-- since the state before. In VLAN 20 the gateway sends them. What the gateway of
-- VLAN 90 sends is not told.
INSERT INTO meta (id, observed_at, started_at, complete, tool, previous_id)
VALUES (1, 1789632900, 1789632900, 1, 'test', '20260521T080000Z');
INSERT INTO device (id, source, sys_name, serial, ip_forwarding,
                    ipv6_forwarding)
VALUES (1, 'agent', 'server1', 'SN001', 0, 0),
       (2, 'agent', 'server2', 'SN002', 0, 0),
       (3, 'agent', 'server3', 'SN003', 0, 0),
       (4, 'agent', 'server4', 'SN004', 0, 0), (5, 'agent', 'gw1', NULL, 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 2, 'eth0', 6, 'up'), (2, 2, 2, 'eth0', 6, 'up'),
       (3, 3, 2, 'eth0', 6, 'up'), (4, 4, 2, 'eth0', 6, 'up'),
       (5, 5, 80, 'Vlan80', 135, 'up'), (6, 5, 20, 'Vlan20', 135, 'up'),
       (7, 5, 90, 'Vlan90', 135, 'up');
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (5, 5, 80, '2001:db8:80::1', 64, '2001:db8:80::/64'),
               (5, 6, 20, '2001:db8:20::1', 64, '2001:db8:20::/64'),
               (5, 7, 90, '2001:db8:90::1', 64, '2001:db8:90::/64'),
               (1, 1, 2, '2001:db8:80::11', 64, '2001:db8:80::/64'),
               (2, 2, 2, '2001:db8:80::12', 64, '2001:db8:80::/64'),
               (3, 3, 2, '2001:db8:20::13', 64, '2001:db8:20::/64'),
               (4, 4, 2, '2001:db8:90::14', 64, '2001:db8:90::/64'));
INSERT INTO router_advert (device, interface, if_index, sends, lifetime)
VALUES (5, 5, 80, 0, 0), (5, 6, 20, 1, 1800);
INSERT INTO icmp_count (device, family, type, received, sent)
VALUES (1, 6, 134, 112, 0), (2, 6, 134, 100, 0), (3, 6, 134, 500, 0),
       (4, 6, 134, 7, 0), (4, 4, 134, 7, 0);
INSERT INTO icmp_before (kind, value, type, received, observed_at)
VALUES ('serial', 'SN001', 134, 100, 1779350400),
       ('serial', 'SN002', 134, 100, 1779350400),
       ('serial', 'SN003', 134, 100, 1779350400),
       ('serial', 'SN004', 134, 0, 1779350400);
