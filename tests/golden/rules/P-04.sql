-- fires device half
-- fires device later
-- fires device apart
-- silent device both
-- silent device host
-- silent device old
-- silent device switch
-- silent device number
-- unknown device untold
-- unknown device blind
-- All of number's IPv4 is the address of a loopback port. All of blind's routes were read: its table has room for IPv4 alone.
-- later has a route of IPv6 only, and is a router; switch keeps its IPv4 gateway
-- elsewhere. apart leaves by two ports. host believes in a router that advertises
-- itself. old has no IPv6 at all.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'half', 1, 1), (2, 'agent', 'later', 1, 1),
       (3, 'agent', 'apart', 1, 1), (4, 'agent', 'both', 1, 1),
       (5, 'agent', 'host', 0, 0), (6, 'agent', 'old', 0, 0),
       (7, 'agent', 'switch', 0, 0), (8, 'agent', 'untold', 1, 1),
       (9, 'agent', 'blind', 1, 1), (10, 'agent', 'number', 1, 1);
INSERT INTO fact_device (name, role)
VALUES ('half', 'router'), ('later', 'router'), ('apart', 'router'),
       ('both', 'router'), ('host', 'host'), ('old', 'host'),
       ('switch', 'switch'), ('untold', 'router'), ('blind', 'router'), ('number', 'router');
INSERT INTO fact_device_match (device, kind, value)
SELECT name, 'name', name FROM fact_device;
INSERT INTO interface (id, device, if_index, name, type, oper_status)
SELECT id * 10 + 1, id, 1, 'eth1', 6, 'up' FROM device;
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (32, 3, 2, 'eth2', 6, 'up'), (102, 10, 2, 'lo0', 24, 'up');
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 2 FROM device;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-FORWARD-MIB::inetCidrRouteTable (0.0.0.0/0)', 'rows', 1
FROM   device
WHERE  sys_name <> 'untold';
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-FORWARD-MIB::inetCidrRouteTable (::/0)',
       CASE WHEN sys_name IN ('half', 'blind') THEN 'empty' ELSE 'rows' END, 1
FROM   device
WHERE  sys_name <> 'untold';
INSERT INTO coverage (device, question, result, rows)
VALUES (8, 'RFC1213-MIB::ipRouteTable (0.0.0.0)', 'rows', 1),
       (9, 'IP-FORWARD-MIB::inetCidrRouteTable', 'rows', 7);
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT id, id * 10 + 1, 1, 4, '192.0.2.' || (id * 16 + 1), CAST(id AS BLOB),
       '192.0.2.' || (id * 16) || '/28', 28, 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   device
UNION  ALL
SELECT id, id * 10 + 1, 1, 6, '2001:db8:' || id || '::1', CAST(id AS BLOB),
       '2001:db8:' || id || '::/64', 64, 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   device
WHERE  sys_name <> 'old';
INSERT INTO route (device, family, prefix, next_hop, interface, if_index, type,
                   source)
SELECT column1, column2, CASE column2 WHEN 4 THEN '0.0.0.0/0' ELSE '::/0' END,
       CASE column2 WHEN 4 THEN '192.0.2.' || (column1 * 16 + 2)
       ELSE '2001:db8:' || column1 || '::2' END,
       column1 * 10 + column3, column3, 'remote', 'inetCidrRouteTable'
FROM   (VALUES (1, 4, 1), (2, 6, 1), (3, 4, 1), (3, 6, 2), (4, 4, 1),
               (4, 6, 1), (5, 4, 1), (6, 4, 1), (7, 6, 1), (8, 4, 1), (9, 4, 1), (10, 6, 1));
UPDATE address
SET    interface = 102, if_index = 2, prefix = '192.0.2.161/32',
       prefix_length = 32
WHERE  device = 10
AND    family = 4;
INSERT INTO default_router (device, family, ip, ip_key, interface, if_index,
                            lifetime)
VALUES (5, 6, 'fe80::1', x'01', 51, 1, 1800);
