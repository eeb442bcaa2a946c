-- fires host 00:00:5e:00:53:31
-- fires device printer
-- fires device server
-- silent host 00:00:5e:00:53:32
-- silent host 00:00:5e:00:53:41
-- silent device switch
-- unknown host 00:00:5e:00:53:51
-- VLAN 30 has both families, 40 IPv4 alone; r2's ND cache, of VLAN 50, was cut
-- short. A switch's family is that of its management (P-15).
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'r1', 1, 1), (2, 'agent', 'r2', 1, 1),
       (3, 'agent', 'server', 0, 0), (4, 'agent', 'switch', 0, 0);
INSERT INTO fact_device (name, role)
VALUES ('r1', 'router'), ('r2', 'router'), ('server', 'server'),
       ('switch', 'switch'), ('printer', 'printer');
INSERT INTO fact_device_match (device, kind, value)
VALUES ('r1', 'name', 'r1'), ('r2', 'name', 'r2'), ('server', 'name', 'server'),
       ('switch', 'name', 'switch'), ('printer', 'mac', '00:00:5e:00:53:33');
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (11, 1, 1, 'Vlan30', 135, 'up'), (12, 1, 2, 'Vlan40', 135, 'up'),
       (21, 2, 1, 'Vlan50', 135, 'up'), (31, 3, 1, 'eth0', 6, 'up'),
       (41, 4, 1, 'Vlan30', 135, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows', 3),
       (1, 'IP-MIB::ipNetToPhysicalTable', 'rows', 5),
       (2, 'IP-MIB::ipAddressTable', 'rows', 2),
       (2, 'IP-MIB::ipNetToPhysicalTable', 'cut short', 1),
       (3, 'IP-MIB::ipAddressTable', 'rows', 1),
       (4, 'IP-MIB::ipAddressTable', 'rows', 1);
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT column1 / 10, column1, column1 % 10,
       CASE WHEN column2 LIKE '%:%' THEN 6 ELSE 4 END, column2,
       CAST(column2 AS BLOB), column3,
       SUBSTR(column3, INSTR(column3, '/') + 1), 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   (VALUES (11, '192.0.2.1', '192.0.2.0/24'),
               (11, '2001:db8:30::1', '2001:db8:30::/64'),
               (12, '198.51.100.1', '198.51.100.0/24'),
               (21, '203.0.113.1', '203.0.113.0/24'),
               (21, '2001:db8:50::1', '2001:db8:50::/64'),
               (31, '192.0.2.3', '192.0.2.0/24'),
               (41, '192.0.2.4', '192.0.2.0/24'));
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac, kind,
                       type, state, sources)
SELECT column1 / 10, column1, column1 % 10,
       CASE WHEN column2 LIKE '%:%' THEN 6 ELSE 4 END, column2,
       CAST(column2 AS BLOB), '00:00:5e:00:53:' || column3, 'documentation',
       'dynamic', 'reachable', 'ipNetToPhysicalTable'
FROM   (VALUES (11, '192.0.2.31', '31'), (11, '192.0.2.32', '32'),
               (11, '2001:db8:30::32', '32'), (11, '192.0.2.33', '33'),
               (12, '198.51.100.41', '41'), (21, '203.0.113.51', '51'));
