-- fires device srv1
-- fires device srv2
-- fires host 00:00:5e:00:53:77
-- silent device r1
-- silent device srv4
-- unknown device srv3
INSERT INTO meta (id, observed_at, started_at, tool)
VALUES (1, 1789632900, 1789632900, 'test');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'r1'), (2, 'agent', 'srv1'), (3, 'agent', 'srv2'),
       (4, 'agent', 'srv3'), (5, 'agent', 'srv4');
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 1 WHERE id = 1;
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
SELECT column1, column2, column1, column3, column4, column5, 'up'
FROM   (VALUES (1, 1, 'Vlan10', 53, '00:00:5e:00:53:01'), (2, 2, 'tun6to4', 131, NULL),
       (3, 3, 'isatap', 131, NULL), (5, 5, 'gre', 131, NULL));
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, iid, usable, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'unicast', column5, column6, column7,
       'ipAddressTable'
FROM   (VALUES (1, '2001:db8::1', 64, '2001:db8::/64', 'documentation', 'low', 1),
       (1, '192.0.2.1', 24, '192.0.2.0/24', 'documentation', NULL, 1),
       (2, '2002:c000:2aa::1', 48, '2002:c000:2aa::/48', '6to4', 'low', 0),
       (5, '2001:db8:1::1', 64, '2001:db8:1::/64', 'documentation', 'low', 1))
JOIN   interface i ON i.id = column1;
INSERT INTO tunnel (device, interface, if_index, method)
VALUES (3, 3, 3, 'isatap'), (5, 5, 5, 'gre');
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 1 FROM device WHERE id <> 4;
INSERT INTO coverage (device, question, result)
VALUES (4, 'IP-MIB::ipAddressTable', 'no answer');
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac, kind,
                       type, state, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'dynamic', 'reachable', 'test'
FROM   (VALUES (1, '2001:0:c000:201::3fff:fd55', '00:00:5e:00:53:77', 'Teredo'))
JOIN   interface i ON i.id = column1;
