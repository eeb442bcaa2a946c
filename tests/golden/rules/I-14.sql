-- fires interface r1/mapped
-- fires interface r1/group
-- fires interface r1/first
-- silent interface r1/pair
-- silent interface r1/one
-- silent interface r1/good
-- silent interface r1/joined
-- unknown interface r1/vague
INSERT INTO meta (id, observed_at, started_at, tool)
VALUES (1, 1789632900, 1789632900, 'test');
INSERT INTO device (id, source, sys_name) VALUES (1, 'agent', 'r1');
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
SELECT column1, column2, column1, column3, column4, column5, 'up'
FROM   (VALUES (1, 1, 'mapped', 6, NULL), (2, 1, 'group', 6, NULL), (3, 1, 'first', 6, NULL),
       (4, 1, 'pair', 6, NULL), (5, 1, 'one', 24, NULL), (6, 1, 'good', 6, NULL),
       (7, 1, 'vague', 6, NULL), (8, 1, 'joined', 6, NULL));
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, iid, usable, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'unicast', column5, column6, column7,
       'ipAddressTable'
FROM   (VALUES (1, '::ffff:192.0.2.1', 128, '::ffff:192.0.2.1/128', 'v4-mapped', NULL, 0),
       (2, 'ff02::1', 128, 'ff02::1/128', 'multicast', NULL, 0),
       (3, '2001:db8::', 64, '2001:db8::/64', 'documentation', 'low', 1),
       (4, '2001:db8:0:1::', 127, '2001:db8:0:1::/127', 'documentation', 'low', 1),
       (5, '2001:db8:0:2::', 128, '2001:db8:0:2::/128', 'documentation', 'low', 1),
       (6, '2001:db8:0:3::1', 64, '2001:db8:0:3::/64', 'documentation', 'low', 1),
       (6, '192.0.2.1', 24, '192.0.2.0/24', 'documentation', NULL, 1),
       (7, '2001:db8:0:4::', NULL, NULL, 'documentation', 'low', 1),
       (8, 'ff02::1', 16, 'ff02::/16', 'multicast', NULL, 0))
JOIN   interface i ON i.id = column1;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 1 FROM device;
UPDATE address SET type = 'anycast' WHERE interface = 8;

