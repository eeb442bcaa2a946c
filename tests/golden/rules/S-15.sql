-- fires segment site1 VLAN 70
-- fires segment site1 VLAN 71
-- silent segment site1 VLAN 20
-- silent segment site1 VLAN 72
-- unknown segment site1 VLAN 73
-- VLAN 70 has a host with a working address, 71 a router that advertises itself;
-- 72 has link-local addresses alone; the gateway of 73 has no table of IPv6. VLAN 20 may have it.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_site (id, name, match_name) VALUES ('site1', 'Site 1', 'gw');
INSERT INTO fact_ipv4_only (vlan, site)
VALUES (70, 'site1'), (71, NULL), (72, 'site1'), (73, NULL);
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'gw1', 1, 1), (2, 'agent', 'old-gw', 1, NULL);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 70, 'Vlan70', 135, 'up'), (2, 1, 71, 'Vlan71', 135, 'up'),
       (3, 1, 72, 'Vlan72', 135, 'up'), (4, 1, 20, 'Vlan20', 135, 'up'),
       (5, 2, 73, 'Vlan73', 135, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows', 5),
       (1, 'IP-MIB::ipNetToPhysicalTable', 'rows', 2),
       (2, 'RFC1213-MIB::ipAddrTable', 'rows', 1);
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (1, 1, 70, '192.0.2.1', 26, '192.0.2.0/26'),
               (1, 2, 71, '192.0.2.65', 26, '192.0.2.64/26'),
               (1, 3, 72, '192.0.2.129', 26, '192.0.2.128/26'),
               (1, 3, 72, 'fe80::1', 64, 'fe80::/64'),
               (1, 4, 20, '198.51.100.1', 26, '198.51.100.0/26'),
               (1, 4, 20, '2001:db8:20::1', 64, '2001:db8:20::/64'),
               (2, 5, 73, '198.51.100.65', 26, '198.51.100.64/26'));
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
                       kind, type, state, sources)
VALUES (1, 1, 70, 6, '2001:db8:70::9', x'01', '00:00:5e:00:53:70',
        'documentation', 'dynamic', 'reachable', 'ipNetToPhysicalTable'),
       (1, 3, 72, 6, 'fe80::9', x'02', '00:00:5e:00:53:72', 'link-local',
        'dynamic', 'reachable', 'ipNetToPhysicalTable');
INSERT INTO router_advert (device, interface, if_index, sends, lifetime)
VALUES (1, 2, 71, 1, 1800), (1, 3, 72, 0, 0);
