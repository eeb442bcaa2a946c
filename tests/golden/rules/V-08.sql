-- fires device phone1
-- silent device phone2
-- unknown device phone3
-- phone1 is heard in VLAN 30, phone2 in 40, which is for voice; phone3 nowhere.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_voice (vlan) VALUES (40);
INSERT INTO fact_site (id, name, match_name) VALUES ('site', 'Site', '1');
INSERT INTO fact_device (name, role, site)
VALUES ('phone1', 'phone', 'site'), ('phone2', 'phone', 'site'),
       ('phone3', 'phone', 'site');
INSERT INTO fact_device_match (device, kind, value)
VALUES ('phone1', 'mac', '00:00:5e:00:53:01'),
       ('phone2', 'mac', '00:00:5e:00:53:02'),
       ('phone3', 'mac', '00:00:5e:00:53:03');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'gw1', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 40, 'Vlan40', 135, 'up'), (2, 1, 30, 'Vlan30', 135, 'up');
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (1, 1, 40, '192.0.2.1', 26, '192.0.2.0/26'),
               (1, 2, 30, '2001:db8:30::1', 64, '2001:db8:30::/64'));
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
                       kind, type, state, sources)
VALUES (1, 2, 30, 6, '2001:db8:30::11', x'01', '00:00:5e:00:53:01',
        'documentation', 'dynamic', 'reachable', 'ipNetToPhysicalTable'),
       (1, 1, 40, 4, '192.0.2.12', x'02', '00:00:5e:00:53:02', 'documentation',
        'dynamic', 'reachable', 'ipNetToPhysicalTable');
