-- fires device srv1
-- fires device r1
-- fires device ph1
-- fires segment none VLAN 10
-- silent device srv2
-- silent device pc1
-- unknown device srv3
INSERT INTO meta (id, observed_at, started_at, tool)
VALUES (1, 1789632900, 1789632900, 'test');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'r1'), (2, 'agent', 'srv1'), (3, 'agent', 'srv2'),
       (4, 'agent', 'srv3'), (5, 'agent', 'pc1');
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 1 WHERE id = 1;
INSERT INTO fact_device (name, role)
VALUES ('r1', 'router'), ('srv1', 'server'), ('srv2', 'server'),
       ('srv3', 'server'), ('pc1', 'host'), ('ph1', 'phone');
INSERT INTO fact_device_match
SELECT name, 'name', name FROM fact_device WHERE name <> 'ph1';
INSERT INTO fact_device_match VALUES ('ph1', 'mac', '00:00:5e:00:53:40');
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
FROM   (VALUES (1, '2001:db8::200:5eff:fe00:5301', 64, '2001:db8::/64', 'documentation', 'EUI-64', 1),
       (2, '2001:db8::200:5eff:fe00:5302', 64, '2001:db8::/64', 'documentation', 'EUI-64', 1),
       (3, '2001:db8::3', 64, '2001:db8::/64', 'documentation', 'low', 1),
       (3, 'fe80::200:5eff:fe00:5303', 64, 'fe80::/64', 'link-local', 'EUI-64', 0),
       (5, 'fd00::200:5eff:fe00:5305', 64, 'fd00::/64', 'ULA', 'EUI-64', 1))
JOIN   interface i ON i.id = column1;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 1 FROM device WHERE id <> 4;
INSERT INTO coverage (device, question, result)
VALUES (4, 'IP-MIB::ipAddressTable', 'cut short');
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac, kind,
                       type, state, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'dynamic', 'reachable', 'test'
FROM   (VALUES (1, '2001:db8::200:5eff:fe00:5340', '00:00:5e:00:53:40', 'documentation'),
       (1, '2001:db8::200:5eff:fe00:5377', '00:00:5e:00:53:77', 'documentation'))
JOIN   interface i ON i.id = column1;
