-- fires device pc1
-- fires device srv1
-- fires device pc2
-- fires segment none VLAN 10
-- silent device r1
-- silent device srv2
-- unknown device srv3
INSERT INTO meta (id, observed_at, started_at, tool)
VALUES (1, 1789632900, 1789632900, 'test');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'r1'), (2, 'agent', 'srv1'), (3, 'agent', 'srv2'),
       (4, 'agent', 'srv3'), (5, 'agent', 'pc1');
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 1 WHERE id = 1;
INSERT INTO fact_device (name, role)
VALUES ('r1', 'router'), ('srv1', 'server'), ('srv2', 'server'),
       ('srv3', 'server'), ('pc1', 'host'), ('pc2', 'host');
INSERT INTO fact_device_match
SELECT name, 'name', name FROM fact_device WHERE name <> 'pc2';
INSERT INTO fact_device_match VALUES ('pc2', 'mac', '00:00:5e:00:53:40');
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
SELECT column1, column2, column1, column3, column4, column5, 'up'
FROM   (VALUES (1, 1, 'Vlan10', 53, '00:00:5e:00:53:01'),
       (2, 2, 'eth0', 6, '00:00:5e:00:53:02'),
       (3, 3, 'eth0', 6, '00:00:5e:00:53:03'),
       (5, 5, 'eth0', 6, '00:00:5e:00:53:05'));
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, iid, usable, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'unicast', column5, column6, column7,
       'ipAddressTable'
FROM   (VALUES (1, '2001:db8::1', 64, '2001:db8::/64', 'documentation', 'low', 1),
       (2, '2001:db8::a1b2:c3d4:e5f6:2', 64, '2001:db8::/64', 'documentation', 'temporary', 1),
       (3, '2001:db8::3', 64, '2001:db8::/64', 'documentation', 'low', 1),
       (5, '2001:db8::a1b2:c3d4:e5f6:5', 64, '2001:db8::/64', 'documentation', 'temporary', 1))
JOIN   interface i ON i.id = column1;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 1 FROM device WHERE id <> 4;
INSERT INTO coverage (device, question, result)
VALUES (4, 'IP-MIB::ipAddressTable', 'cut short');
INSERT INTO probe (id, kind, target, name, record, result, at)
VALUES (1, 'D1', 'srv1:443/tcp', 'srv1.example', 'AAAA', 'true', 1789632900);
INSERT INTO probe_record VALUES (1, '2001:db8::a1b2:c3d4:e5f6:2', NULL);
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac, kind,
                       type, state, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'dynamic', 'reachable', 'test'
FROM   (VALUES (1, '2001:db8::a1b2:c3d4:1:40', '00:00:5e:00:53:40', 'documentation'),
       (1, '2001:db8::b1b2:c3d4:2:40', '00:00:5e:00:53:40', 'documentation'),
       (1, '2001:db8::a1b2:c3d4:1:77', '00:00:5e:00:53:77', 'documentation'),
       (1, '2001:db8::b1b2:c3d4:2:77', '00:00:5e:00:53:77', 'documentation'),
       (1, '2001:db8::b1b2:c3d4:2:78', '00:00:5e:00:53:78', 'documentation'))
JOIN   interface i ON i.id = column1;
