-- fires prefix 192.0.2.0/29
-- silent prefix 192.0.2.64/29
-- silent prefix 203.0.113.0/30
-- silent prefix 203.0.113.4/31
-- unknown prefix 198.51.100.0/24
INSERT INTO meta (id, observed_at, started_at, tool)
VALUES (1, 1789632900, 1789632900, 'test');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'r1'), (2, 'agent', 'r2');
UPDATE device SET ip_forwarding = 1;
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
SELECT column1, column2, column1, column3, column4, column5, 'up'
FROM   (VALUES (1, 1, 'a', 6, NULL), (2, 1, 'b', 6, NULL), (3, 1, 'c', 6, NULL),
       (4, 1, 'd', 6, NULL), (5, 2, 'a', 6, NULL));
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, iid, usable, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'unicast', column5, column6, column7,
       'ipAddressTable'
FROM   (VALUES (1, '192.0.2.1', 29, '192.0.2.0/29', 'documentation', NULL, 1),
       (2, '192.0.2.65', 29, '192.0.2.64/29', 'documentation', NULL, 1),
       (3, '203.0.113.1', 30, '203.0.113.0/30', 'documentation', NULL, 1),
       (4, '203.0.113.4', 31, '203.0.113.4/31', 'documentation', NULL, 1),
       (5, '198.51.100.1', 24, '198.51.100.0/24', 'documentation', NULL, 1))
JOIN   interface i ON i.id = column1;
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac, kind,
                       type, state, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'dynamic', 'reachable', 'test'
FROM   (VALUES (1, '192.0.2.2', '00:00:5e:00:53:02', 'documentation'),
       (1, '192.0.2.3', '00:00:5e:00:53:03', 'documentation'),
       (1, '192.0.2.4', '00:00:5e:00:53:04', 'documentation'),
       (1, '192.0.2.5', '00:00:5e:00:53:05', 'documentation'),
       (1, '192.0.2.6', '00:00:5e:00:53:06', 'documentation'),
       (2, '192.0.2.66', '00:00:5e:00:53:66', 'documentation'),
       (3, '203.0.113.2', '00:00:5e:00:53:07', 'documentation'),
       (4, '203.0.113.5', '00:00:5e:00:53:08', 'documentation'))
JOIN   interface i ON i.id = column1;
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipNetToPhysicalTable', 'rows', 8),
       (2, 'IP-MIB::ipNetToPhysicalTable', 'cut short', 8);
