-- fires segment site1 VLAN 20
-- silent segment site1 VLAN 30
-- silent segment site1 VLAN 40
-- unknown segment site2 VLAN 20
-- One host of VLAN 20 is on no port, of both families; that of VLAN 30 is; of
-- VLAN 40 no bridge has a table. At the other site a table was cut short.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_site (id, name, match_name)
VALUES ('site1', 'Site 1', 'one'), ('site2', 'Site 2', 'two');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'one-gw', 1, 1), (2, 'agent', 'two-gw', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 20, 'Vlan20', 135, 'up'), (2, 1, 30, 'Vlan30', 135, 'up'),
       (3, 1, 40, 'Vlan40', 135, 'up'), (4, 2, 20, 'Vlan20', 135, 'up'),
       (5, 1, 1, 'Gi0/1', 6, 'up'), (6, 2, 1, 'Gi0/1', 6, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'Q-BRIDGE-MIB::dot1qTpFdbTable', 'rows', 2),
       (2, 'Q-BRIDGE-MIB::dot1qTpFdbTable', 'cut short', 1);
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (1, 1, 20, '192.0.2.1', 26, '192.0.2.0/26'),
               (1, 1, 20, '2001:db8:20::1', 64, '2001:db8:20::/64'),
               (1, 2, 30, '192.0.2.65', 26, '192.0.2.64/26'),
               (1, 3, 40, '192.0.2.129', 26, '192.0.2.128/26'),
               (2, 4, 20, '198.51.100.1', 26, '198.51.100.0/26'));
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
                       kind, type, sources)
VALUES (1, 1, 20, 4, '192.0.2.9', x'01', '00:00:5e:00:53:21', 'documentation',
        'dynamic', 'ipNetToPhysicalTable'),
       (1, 1, 20, 6, '2001:db8:20::9', x'02', '00:00:5e:00:53:21',
        'documentation', 'dynamic', 'ipNetToPhysicalTable'),
       (1, 2, 30, 4, '192.0.2.70', x'03', '00:00:5e:00:53:31', 'documentation',
        'dynamic', 'ipNetToPhysicalTable'),
       (1, 3, 40, 4, '192.0.2.140', x'04', '00:00:5e:00:53:41',
        'documentation', 'dynamic', 'ipNetToPhysicalTable'),
       (2, 4, 20, 4, '198.51.100.9', x'05', '00:00:5e:00:53:51',
        'documentation', 'dynamic', 'ipNetToPhysicalTable');
INSERT INTO fdb (device, vlan, mac, port, if_index, status)
VALUES (1, 20, '00:00:5e:00:53:77', 1, 1, 'learned'),
       (1, 30, '00:00:5e:00:53:31', 1, 1, 'learned'),
       (2, 20, '00:00:5e:00:53:78', 1, 1, 'learned');
