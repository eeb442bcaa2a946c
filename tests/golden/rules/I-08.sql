-- fires device r1
-- silent device r2
-- silent device r4
-- unknown device r3
INSERT INTO meta (id, observed_at, started_at, tool)
VALUES (1, 1789632900, 1789632900, 'test');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'r1'), (2, 'agent', 'r2'), (3, 'agent', 'r3'),
       (4, 'agent', 'r4');
-- Junos reaches its own cards so.
UPDATE device SET sys_object_id = '1.3.6.1.4.1.2636.1.1.1.2.29' WHERE id = 4;
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
SELECT column1, column2, column1, column3, column4, column5, 'up'
FROM   (VALUES (1, 1, 'a', 6, NULL), (2, 2, 'a', 6, NULL),
       (4, 4, 'em1.0', 53, NULL));
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, iid, usable, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'unicast', column5, column6, column7,
       'ipAddressTable'
FROM   (VALUES (1, 'fec0::1', 64, 'fec0::/64', 'site-local', 'low', 0),
       (4, 'fec0::a:0:0:4', 64, 'fec0::/64', 'site-local', 'low', 0),
       (2, 'fe80::1', 64, 'fe80::/64', 'link-local', 'low', 0),
       (2, 'fd00::1', 64, 'fd00::/64', 'ULA', 'low', 1))
JOIN   interface i ON i.id = column1;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 1 FROM device WHERE id <> 3;
INSERT INTO coverage (device, question, result)
VALUES (3, 'IP-MIB::ipAddressTable', 'not implemented');
