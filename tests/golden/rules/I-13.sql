-- fires segment r1 a
-- silent segment r1 b - r2 b
-- unknown segment r1 c
INSERT INTO meta (id, observed_at, started_at, tool)
VALUES (1, 1789632900, 1789632900, 'test');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'r1'), (2, 'agent', 'r2');
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 1;
INSERT INTO fact_device (name, role) VALUES ('r1', 'router'), ('r2', 'router');
INSERT INTO fact_device_match SELECT name, 'name', name FROM fact_device;
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
SELECT column1, column2, column1, column3, column4, column5, 'up'
FROM   (VALUES (11, 1, 'a', 6, '00:00:5e:00:53:11'), (12, 1, 'b', 6, '00:00:5e:00:53:12'),
       (13, 1, 'c', 6, '00:00:5e:00:53:13'), (21, 2, 'a', 6, '00:00:5e:00:53:21'),
       (22, 2, 'b', 6, '00:00:5e:00:53:22'), (23, 2, 'c', 6, '00:00:5e:00:53:23'));
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, iid, usable, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'unicast', column5, column6, column7,
       'ipAddressTable'
FROM   (VALUES (11, '192.0.2.1', 24, '192.0.2.0/24', 'documentation', NULL, 1),
       (21, '192.0.2.2', 25, '192.0.2.0/25', 'documentation', NULL, 1),
       (12, '198.51.100.1', 24, '198.51.100.0/24', 'documentation', NULL, 1),
       (22, '198.51.100.2', 24, '198.51.100.0/24', 'documentation', NULL, 1),
       -- what a virtual router shares, as a secondary address
       (22, '198.51.100.3', 28, '198.51.100.0/28', 'documentation', NULL, 1),
       (13, '2001:db8::1', 64, '2001:db8::/64', 'documentation', 'low', 1),
       (23, '2001:db8::2', NULL, NULL, 'documentation', 'low', 1))
JOIN   interface i ON i.id = column1;
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac, kind,
                       type, state, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'dynamic', 'reachable', 'test'
FROM   (VALUES (11, '192.0.2.2', '00:00:5e:00:53:21', 'documentation'),
       (12, '198.51.100.3', '00:00:5e:00:53:22', 'documentation'),
       (13, '2001:db8::2', '00:00:5e:00:53:23', 'documentation'))
JOIN   interface i ON i.id = column1;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 1 FROM device;
