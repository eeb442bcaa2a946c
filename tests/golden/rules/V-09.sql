-- fires voice pbx1
-- silent voice pbx2
-- silent voice pbx4
-- unknown voice pbx3
-- Of the registrars of telephones with IPv6 the first has IPv4 alone, the second
-- both, the third was not observed. Telephones of the fourth have IPv4 alone.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_site (id, name, match_name) VALUES ('site', 'Site', 'gw');
INSERT INTO fact_voice (vlan, registrar)
VALUES (40, 'pbx1'), (41, 'pbx2'), (42, 'pbx3'), (43, 'pbx4');
INSERT INTO fact_device (name, role, site)
VALUES ('phone0', 'phone', 'site'), ('phone1', 'phone', 'site'),
       ('phone2', 'phone', 'site'), ('phone3', 'phone', 'site'),
       ('pbx1', 'server', 'site'), ('pbx2', 'server', 'site'),
       ('pbx3', 'server', 'site'), ('pbx4', 'server', 'site');
INSERT INTO fact_device_match (device, kind, value)
VALUES ('phone0', 'mac', '00:00:5e:00:53:40'),
       ('phone1', 'mac', '00:00:5e:00:53:41'),
       ('phone2', 'mac', '00:00:5e:00:53:42'),
       ('phone3', 'mac', '00:00:5e:00:53:43');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'gw1', 1, 1), (2, 'agent', 'pbx1', 0, 0),
       (3, 'agent', 'pbx2', 0, 0), (4, 'agent', 'pbx4', 0, 0);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 40, 'Vlan40', 135, 'up'), (2, 1, 41, 'Vlan41', 135, 'up'),
       (3, 1, 42, 'Vlan42', 135, 'up'), (4, 1, 43, 'Vlan43', 135, 'up'),
       (5, 2, 2, 'eth0', 6, 'up'), (6, 3, 2, 'eth0', 6, 'up'),
       (7, 4, 2, 'eth0', 6, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows', 5),
       (1, 'IP-MIB::ipNetToPhysicalTable', 'rows', 4),
       (2, 'IP-MIB::ipAddressTable', 'rows', 1),
       (3, 'IP-MIB::ipAddressTable', 'rows', 2),
       (4, 'IP-MIB::ipAddressTable', 'rows', 1);
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (1, 1, 40, '2001:db8:40::1', 64, '2001:db8:40::/64'),
               (1, 2, 41, '2001:db8:41::1', 64, '2001:db8:41::/64'),
               (1, 3, 42, '2001:db8:42::1', 64, '2001:db8:42::/64'),
               (1, 4, 43, '192.0.2.1', 26, '192.0.2.0/26'),
               (2, 5, 2, '198.51.100.2', 24, '198.51.100.0/24'),
               (3, 6, 2, '198.51.100.3', 24, '198.51.100.0/24'),
               (3, 6, 2, '2001:db8:50::3', 64, '2001:db8:50::/64'),
               (4, 7, 2, '198.51.100.4', 24, '198.51.100.0/24'));
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
                       kind, type, state, sources)
VALUES (1, 1, 40, 6, '2001:db8:40::9', x'01', '00:00:5e:00:53:40',
        'documentation', 'dynamic', 'reachable', 'ipNetToPhysicalTable'),
       (1, 2, 41, 6, '2001:db8:41::9', x'02', '00:00:5e:00:53:41',
        'documentation', 'dynamic', 'reachable', 'ipNetToPhysicalTable'),
       (1, 3, 42, 6, '2001:db8:42::9', x'03', '00:00:5e:00:53:42',
        'documentation', 'dynamic', 'reachable', 'ipNetToPhysicalTable'),
       (1, 4, 43, 4, '192.0.2.9', x'04', '00:00:5e:00:53:43',
        'documentation', 'dynamic', 'reachable', 'ipNetToPhysicalTable');
