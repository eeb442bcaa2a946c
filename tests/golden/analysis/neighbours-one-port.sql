-- neighbours: one name and one port, said of several that nobody could read
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01'),
                             (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_port
SELECT d.id, p.value, 'Gi' || p.value, NULL
FROM   device d, json_each('[1, 2, 3, 4, 5, 6]') p;
-- 1: two fresh switches without an address. 2: two routers. 3: one router behind
-- a hub. 4: one router with two ports. 5: a domain makes a name whole. 6: so
-- does a serial number.
INSERT INTO adjacency (device, protocol, local_port_number, if_index,
                       device_id, sys_name, port_id_subtype, port_id,
                       capabilities_enabled)
SELECT d.id, 'cdp', v.column1, v.column1, v.column2, v.column3,
       'interface name', CASE d.id WHEN 1 THEN v.column4 ELSE v.column5 END,
       v.column6
FROM   device d,
       (VALUES (1, 'Switch', 'Switch', 'Fa0/1', 'Fa0/1', 'bridge'),
               (2, 'Router', 'Router', 'Gi0/1', 'Gi0/1', 'router'),
               (3, 'hub1', 'hub1', 'Gi0/1', 'Gi0/1', 'router'),
               (4, 'two', 'two', 'Gi0/1', 'Gi0/2', 'router'),
               (5, 'r5.example.net', 'r5.example.net', 'Gi0/1', 'Gi0/1', NULL),
               (6, 'n6(ABC1234DEF5)', 'n6', 'Gi0/1', 'Gi0/1', 'bridge')) v;
INSERT INTO adjacency_address (adjacency, family, ip, ip_key)
SELECT id, 4, '192.0.2.' || (local_port_number * 10 + device), zeroblob(16)
FROM   adjacency
WHERE  local_port_number IN (2, 4, 5);
INSERT INTO adjacency_address (adjacency, family, ip, ip_key)
SELECT id, 6, '2001:db8::3', zeroblob(16)
FROM   adjacency
WHERE  local_port_number = 3;
-- ask
SELECT   a.local_port_number, COUNT(DISTINCT a.far_device) AS devices,
         MIN(d.name) AS name
FROM     adjacency a
JOIN     device d ON d.id = a.far_device
GROUP BY a.local_port_number
ORDER BY a.local_port_number;
