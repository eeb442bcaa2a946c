-- neighbours: one name or chassis id, said of several that nobody could read
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01'),
                             (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_port
SELECT d.id, p.value, 'Gi' || p.value, NULL
FROM   device d, json_each('[1, 2, 3, 4, 5, 6, 7, 8]') p;
-- A switch announces one address on all ports, a router that of each port.
INSERT INTO adjacency (id, device, protocol, local_port_number, if_index,
                       device_id, sys_name, platform, port_id_subtype, port_id,
                       capabilities_enabled)
VALUES (1, 1, 'cdp', 1, 1, 'Switch', NULL, 'C2960', NULL, 'Fa0/1', 'bridge'),
       (2, 2, 'cdp', 1, 1, 'Switch', NULL, 'C2960', NULL, 'Fa0/1', 'bridge'),
       (3, 1, 'cdp', 2, 2, 'Access', 'access', 'C2960', NULL, 'Fa0/1', 'bridge'),
       (4, 2, 'cdp', 2, 2, 'Access', 'access', 'C2960', NULL, 'Fa0/2', 'bridge'),
       (5, 1, 'cdp', 3, 3, 'Router', NULL, 'C2911', NULL, 'Gi0/1', 'router'),
       (6, 2, 'cdp', 3, 3, 'Router', NULL, 'C2911', NULL, 'Gi0/2', 'router');
INSERT INTO adjacency_address
VALUES (1, 4, '192.0.2.1', zeroblob(16)), (2, 4, '192.0.2.2', zeroblob(16)),
       (3, 4, '192.0.2.3', zeroblob(16)), (3, 6, '2001:db8::3', zeroblob(16)),
       (4, 6, '2001:db8::3', zeroblob(16)), (4, 4, '192.0.2.3', zeroblob(16)),
       (5, 4, '192.0.2.5', zeroblob(16)), (6, 4, '192.0.2.9', zeroblob(16));
-- A pair that works as one system has one chassis id and two names; a domain
-- makes no other name.
INSERT INTO put_lldp VALUES (1, 4, '00:00:5e:00:53:99', '1/1', 'core-a'),
                            (2, 4, '00:00:5e:00:53:99', '1/1', 'core-b'),
                            (1, 5, '00:00:5e:00:53:88', '1/1', 'edge'),
                            (2, 5, '00:00:5e:00:53:88', '1/2', 'edge.example');
-- Two called Spare share a port and no address; a third names another port, and
-- nobody says of which. LLDP without a chassis id says no more than CDP.
INSERT INTO adjacency (id, device, protocol, local_port_number, if_index,
                       device_id, sys_name, port_id_subtype, port_id,
                       capabilities_enabled)
VALUES (21, 1, 'cdp', 6, 6, 'Spare', NULL, NULL, 'Fa0/1', 'bridge'),
       (22, 2, 'cdp', 6, 6, 'Spare', NULL, NULL, 'Fa0/1', 'bridge'),
       (23, 1, 'cdp', 7, 7, 'Spare', NULL, NULL, 'Fa0/2', 'bridge'),
       (24, 1, 'lldp', 8, 8, NULL, 'Fresh', 'interface name', 'Fa0/1', NULL),
       (25, 2, 'lldp', 8, 8, NULL, 'Fresh', 'interface name', 'Fa0/1', NULL);
INSERT INTO adjacency_address VALUES (21, 6, '2001:db8::6', zeroblob(16));
-- ask
SELECT a.device_name, a.port, a.said_name, a.said_id, a.said_port, f.key
FROM   page_match a
JOIN   adjacency j ON j.id = a.id
LEFT   JOIN device f ON f.id = j.far_device
ORDER  BY a.port, a.device_name;
