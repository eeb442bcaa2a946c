-- fires segment site VLAN 20
-- unknown segment site VLAN 30
-- silent segment site VLAN 40
-- VLAN 20: a host believes in its gateway and in a stranger. VLAN 30: only the
-- host was read there. VLAN 40: the second router is stated.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_site (id, name, match_name) VALUES ('site', 'Site', '1');
INSERT INTO fact_expect_router (vlan, mac) VALUES (40, '00:00:5e:00:53:41');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'gw1', 1, 1), (2, 'agent', 'host1', 0, 0);
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
VALUES (1, 1, 20, 'Vlan20', 135, '00:00:5e:00:53:01', 'up'),
       (2, 1, 40, 'Vlan40', 135, '00:00:5e:00:53:01', 'up'),
       (3, 2, 20, 'eth0.20', 135, '00:00:5e:00:53:02', 'up'),
       (4, 2, 30, 'eth0.30', 135, '00:00:5e:00:53:02', 'up'),
       (5, 2, 40, 'eth0.40', 135, '00:00:5e:00:53:02', 'up');
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT device, interface, if_index, 6, ip, CAST(ip AS BLOB), 64, prefix,
       'unicast', kind, kind <> 'link-local', 'ipAddressTable'
FROM   (SELECT 1 AS device, 1 AS interface, 20 AS if_index,
               '2001:db8:20::1' AS ip, '2001:db8:20::/64' AS prefix,
               'documentation' AS kind
        UNION ALL SELECT 1, 1, 20, 'fe80::1', 'fe80::/64', 'link-local'
        UNION ALL SELECT 1, 2, 40, '2001:db8:40::1', '2001:db8:40::/64',
                         'documentation'
        UNION ALL SELECT 2, 3, 20, '2001:db8:20::2', '2001:db8:20::/64',
                         'documentation'
        UNION ALL SELECT 2, 4, 30, '2001:db8:30::2', '2001:db8:30::/64',
                         'documentation'
        UNION ALL SELECT 2, 5, 40, '2001:db8:40::2', '2001:db8:40::/64',
                         'documentation');
INSERT INTO default_router (device, family, ip, ip_key, interface, if_index,
                            lifetime)
VALUES (2, 6, 'fe80::1', x'01', 3, 20, 1800),
       (2, 6, 'fe80::66', x'66', 3, 20, 1800),
       (2, 6, 'fe80::31', x'31', 4, 30, 1800),
       (2, 6, 'fe80::41', x'41', 5, 40, 1800);
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
                       kind, type, state, sources)
VALUES (2, 3, 20, 6, 'fe80::66', x'66', '00:00:5e:00:53:66', 'link-local',
        'dynamic', 'stale', 'ipNetToPhysicalTable'),
       (2, 4, 30, 6, 'fe80::31', x'31', '00:00:5e:00:53:31', 'link-local',
        'dynamic', 'stale', 'ipNetToPhysicalTable'),
       (2, 5, 40, 6, 'fe80::41', x'41', '00:00:5e:00:53:41', 'link-local',
        'dynamic', 'stale', 'ipNetToPhysicalTable');
