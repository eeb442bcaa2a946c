-- fires prefix 192.0.2.128/26
-- fires prefix 2001:db8:0:10::/64
-- fires prefix 10.1.0.0/24
-- silent prefix 192.0.2.0/24
-- silent prefix 198.51.100.0/24
-- silent prefix 198.51.100.0/24 in red
-- silent prefix 203.0.113.1/32
-- silent prefix 192.168.122.0/24
-- silent prefix 128.0.0.0/2
-- silent prefix 192.0.2.64/28
-- unknown prefix 10.2.0.0/24
-- unknown prefix 10.3.0.0/24
INSERT INTO meta (id, observed_at, started_at, tool)
VALUES (1, 1789632900, 1789632900, 'test');
INSERT INTO device (id, source, sys_name, sys_location)
VALUES (1, 'agent', 'r1', 'one'), (2, 'agent', 'r2', 'two'),
       (3, 'agent', 'r3', 'one'), (4, 'agent', 's1', 'one'),
       (5, 'agent', 's2', 'one');
UPDATE device SET ip_forwarding = 1;
INSERT INTO fact_device (name, role)
VALUES ('r1', 'router'), ('r2', 'router'), ('r3', 'router'),
       ('s1', 'server'), ('s2', 'server');
INSERT INTO fact_device_match SELECT name, 'name', name FROM fact_device;
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
SELECT column1, column2, column1, column3, column4, column5, 'up'
FROM   (VALUES (11, 1, 'a', 6, NULL), (12, 1, 'b', 6, NULL), (13, 1, 'c', 6, NULL),
       (14, 1, 'd', 6, NULL), (15, 1, 'red', 6, NULL), (16, 1, 'lo0', 24, NULL),
       (17, 1, 'em0', 6, NULL), (18, 1, 'e', 6, NULL),
       (21, 2, 'a', 6, NULL), (22, 2, 'b', 6, NULL), (23, 2, 'c', 6, NULL),
       (24, 2, 'em0', 6, NULL), (31, 3, 'a', 6, NULL), (32, 3, 'c', 6, NULL),
       (41, 4, 'virbr0', 6, NULL), (51, 5, 'virbr0', 6, NULL),
       (19, 1, 'f', 6, NULL));
UPDATE interface SET oper_status = 'down' WHERE id = 19;
INSERT INTO vrf_interface VALUES (1, 'red', 15);
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, iid, usable, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'unicast', column5, column6, column7,
       'ipAddressTable'
FROM   (VALUES (11, '192.0.2.1', 24, '192.0.2.0/24', 'documentation', NULL, 1),
       (21, '192.0.2.129', 26, '192.0.2.128/26', 'documentation', NULL, 1),
       (11, '2001:db8::1', 48, '2001:db8::/48', 'documentation', 'low', 1),
       (22, '2001:db8:0:10::1', 64, '2001:db8:0:10::/64', 'documentation', 'low', 1),
       -- two sites, one prefix
       (12, '10.1.0.1', 24, '10.1.0.0/24', 'private', NULL, 1),
       (23, '10.1.0.1', 24, '10.1.0.0/24', 'private', NULL, 1),
       -- two leaves of one site with one gateway
       (13, '10.2.0.1', 24, '10.2.0.0/24', 'private', NULL, 1),
       (31, '10.2.0.1', 24, '10.2.0.0/24', 'private', NULL, 1),
       -- who else is there nobody knows
       (18, '10.3.0.1', 24, '10.3.0.0/24', 'private', NULL, 1),
       (32, '10.3.0.1', 24, '10.3.0.0/24', 'private', NULL, 1),
       -- one prefix in two routing tables
       (14, '198.51.100.1', 24, '198.51.100.0/24', 'documentation', NULL, 1),
       (15, '198.51.100.1', 24, '198.51.100.0/24', 'documentation', NULL, 1),
       (16, '203.0.113.1', 32, '203.0.113.1/32', 'documentation', NULL, 1),
       -- set up on a port that is down
       (19, '192.0.2.65', 28, '192.0.2.64/28', 'documentation', NULL, 1),
       -- inside of devices
       (17, '128.0.0.1', 2, '128.0.0.0/2', 'global', NULL, 1),
       (24, '128.0.0.1', 2, '128.0.0.0/2', 'global', NULL, 1),
       (41, '192.168.122.1', 24, '192.168.122.0/24', 'private', NULL, 1),
       (51, '192.168.122.1', 24, '192.168.122.0/24', 'private', NULL, 1))
JOIN   interface i ON i.id = column1;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 1 FROM device;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipNetToPhysicalTable', 'rows', 1 FROM device;
