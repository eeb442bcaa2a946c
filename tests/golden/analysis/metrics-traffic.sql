-- metrics: the share of IPv6 in traffic, and readings that say nothing
-- Edge routers by their uplinks. 1 and 2 count; 3 restarted, 4 was reset, 5 was
-- read too early, 6 has 32 bits and a fast port, 7 has 32 bits, began anew once
-- on a slow port and counts; 8 has no second reading, 9 is no edge router; 10 is as
-- 7, with one more port that does not tell its speed.
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'edge1'), (2, 'agent', 'edge2'), (3, 'agent', 'edge3'),
       (4, 'agent', 'edge4'), (5, 'agent', 'edge5'), (6, 'agent', 'edge6'),
       (7, 'agent', 'edge7'), (8, 'agent', 'edge8'), (9, 'agent', 'core1'),
       (10, 'agent', 'edge10');
INSERT INTO interface (device, if_index, name, type, speed)
SELECT id, 1, 'wan0', 6, iif(id IN (7, 10), 10000000, 10000000000)
FROM   device;
INSERT INTO interface (device, if_index, name, type, oper_status)
VALUES (7, 2, 'lo0', 24, 'up'), (10, 2, 'wan1', 6, 'up');
INSERT INTO fact_circuit (id, kind, device, interface)
SELECT 'line ' || id, 'uplink', sys_name, 'wan0'
FROM   device
WHERE  id <> 9;
INSERT INTO traffic_reading (device, family, reading, sys_uptime, bits,
                             in_octets, discontinuity, at)
SELECT d.id, f.value, 1, 1000, iif(d.id IN (6, 7, 10), 32, 64),
       iif(f.value = 4, 4294967000, 100), 0, 1789632900
FROM   device d, json_each('[4, 6]') f;
INSERT INTO traffic_reading (device, family, reading, sys_uptime, bits,
                             in_octets, discontinuity, at)
SELECT d.id, f.value, 2,
       CASE d.id WHEN 3 THEN 400 WHEN 5 THEN 30999 ELSE 31000 END,
       iif(d.id IN (6, 7, 10), 32, 64),
       CASE WHEN d.id IN (7, 10) AND f.value = 4 THEN 704
            WHEN f.value = 4 THEN 4294967000 + 4000
            ELSE 100 + 2000 END,
       iif(d.id = 4 AND f.value = 6, 20000, 0), 1789633200
FROM   device d, json_each('[4, 6]') f
WHERE  d.id <> 8;
-- ask
SELECT part, total, unknown, share, low, high, note FROM metric WHERE id = 'K10';
SELECT class, objects FROM metric_class WHERE metric = 'K10' ORDER BY class;
