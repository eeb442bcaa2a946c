-- fires circuit slow
-- fires circuit lossy
-- silent circuit even
-- silent circuit old
-- unknown circuit quiet
-- 5 packets each; old has no IPv6; over quiet no echo of IPv6 came back, which
-- is no loss.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'slow', 1, 1), (2, 'agent', 'lossy', 1, 1),
       (3, 'agent', 'even', 1, 1), (4, 'agent', 'old', 1, 1),
       (5, 'agent', 'quiet', 1, 1), (6, 'agent', 'provider', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
SELECT id * 10 + 1, id, 1, 'eth1', 6, 'up' FROM device WHERE id < 6
UNION  ALL
SELECT 60 + id, 6, id, 'eth' || id, 6, 'up' FROM device WHERE id < 6;
INSERT INTO fact_circuit (id, kind, device, interface)
SELECT sys_name, 'uplink', sys_name, 'eth1' FROM device WHERE id < 6;
INSERT INTO coverage (device, question, result, rows)
SELECT id, value, 'rows', 2
FROM   device
JOIN   (SELECT 'IP-MIB::ipAddressTable' AS value
        UNION ALL SELECT 'IP-FORWARD-MIB::inetCidrRouteTable (::/0)'
        UNION ALL SELECT 'IP-FORWARD-MIB::inetCidrRouteTable (0.0.0.0/0)');
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT i.device, i.id, i.if_index, 4,
       '192.0.2.' || (line * 4 + (i.device = 6) + 1), CAST(i.id AS BLOB),
       '192.0.2.' || (line * 4) || '/30', 30, 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   (SELECT *, CASE device WHEN 6 THEN if_index ELSE device END AS line
        FROM   interface) i
UNION  ALL
SELECT i.device, i.id, i.if_index, 6,
       '2001:db8:' || line || '::' || ((i.device = 6) + 1), CAST(i.id AS BLOB),
       '2001:db8:' || line || '::/64', 64, 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   (SELECT *, CASE device WHEN 6 THEN if_index ELSE device END AS line
        FROM   interface) i
WHERE  line <> 4;
INSERT INTO route (device, family, prefix, next_hop, interface, if_index, type,
                   source)
SELECT id, 4, '0.0.0.0/0', '192.0.2.' || (id * 4 + 2), id * 10 + 1, 1, 'remote',
       'inetCidrRouteTable'
FROM   device
WHERE  id < 6
UNION  ALL
SELECT id, 6, '::/0', '2001:db8:' || id || '::2', id * 10 + 1, 1, 'remote',
       'inetCidrRouteTable'
FROM   device
WHERE  id < 6
AND    id <> 4;
INSERT INTO probe (id, kind, target, family, ip, proto, result, reason, at)
SELECT id * 10 + 4, 'I1', sys_name, 4, '203.0.113.1', 'icmp', 'true', NULL,
       1789632900
FROM   device
WHERE  id < 6
UNION  ALL
SELECT id * 10 + 6, 'I1', sys_name, 6, '2001:db8:ff::1', 'icmp',
       CASE sys_name WHEN 'quiet' THEN 'unknown' ELSE 'true' END,
       CASE sys_name WHEN 'quiet' THEN 'no-answer' END, 1789632900
FROM   device
WHERE  id < 6;
INSERT INTO probe_echo (probe, sent, received, median_us, jitter_us)
VALUES (14, 5, 5, 10000, 500), (16, 5, 5, 20000, 500),
       (24, 5, 5, 10000, 500), (26, 5, 4, 10000, 500),
       (34, 5, 5, 10000, 500), (36, 5, 5, 16900, 5400),
       (44, 5, 5, 10000, 500), (46, 5, 5, 90000, 500),
       (54, 5, 5, 10000, 500), (56, 5, 0, NULL, NULL);
