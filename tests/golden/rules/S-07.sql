-- fires host 00:00:5e:00:53:21
-- silent host 00:00:5e:00:53:22
-- silent host 00:00:5e:00:53:23
-- unknown segment n VLAN 30
-- Of VLAN 20 the first was never seen, the second was, the third is stated. In
-- VLAN 30 a node made up its MAC.
INSERT INTO meta (id, observed_at, started_at, complete, tool, previous_id)
VALUES (1, 1789632900, 1789632900, 1, 'test', '20260521T080000Z');
INSERT INTO fact_site (id, name, match_name) VALUES ('n', 'N', 'gw');
INSERT INTO fact_device (name, role) VALUES ('printer1', 'printer');
INSERT INTO fact_device_match (device, kind, value)
VALUES ('printer1', 'mac', '00:00:5e:00:53:23');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'gw', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 20, 'Vlan20', 135, 'up'), (2, 1, 30, 'Vlan30', 135, 'up');
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (1, 1, 20, '192.0.2.1', 26, '192.0.2.0/26'),
               (1, 1, 20, '2001:db8:20::1', 64, '2001:db8:20::/64'),
               (1, 2, 30, '2001:db8:30::1', 64, '2001:db8:30::/64'));
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
                       kind, type, sources)
VALUES (1, 1, 20, 6, '2001:db8:20::21', x'01', '00:00:5e:00:53:21',
        'documentation', 'dynamic', 'ipNetToPhysicalTable'),
       (1, 1, 20, 4, '192.0.2.22', x'02', '00:00:5e:00:53:22', 'documentation',
        'dynamic', 'ipNetToPhysicalTable'),
       (1, 1, 20, 4, '192.0.2.23', x'03', '00:00:5e:00:53:23', 'documentation',
        'dynamic', 'ipNetToPhysicalTable'),
       (1, 2, 30, 6, '2001:db8:30::9', x'04', '02:00:5e:00:53:31',
        'documentation', 'dynamic', 'ipNetToPhysicalTable');
INSERT INTO seen (subject_type, subject, first_seen, last_seen, last_before)
VALUES ('host', '00:00:5e:00:53:22', 1779350400, 1779350400, 1779350400);
