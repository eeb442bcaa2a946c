-- ports: each way of naming a local port finds its interface, or none
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01');
INSERT INTO interface (device, if_index, name, descr, alias, type, mac)
VALUES (1, 10101, 'Gi0/1', 'GigabitEthernet0/1', 'to core', 6, '00:00:5e:00:53:11'),
       (1, 10102, 'Gi0/2', 'GigabitEthernet0/2', 'spare', 6, '00:00:5e:00:53:12'),
       (1, 10103, 'Gi0/3', 'GigabitEthernet0/3', 'spare', 6, '00:00:5e:00:53:13'),
       (1, 10104, 'Gi0/4', 'GigabitEthernet0/4', NULL, 6, '00:00:5e:00:53:14'),
       (1, 4, 'Vl4', 'Vlan4', NULL, 53, '00:00:5e:00:53:13'),
       (1, 99, '99', 'slot 9', NULL, 6, NULL);
INSERT INTO bridge_port VALUES (1, 4, 10104);
INSERT INTO lldp_local_port
VALUES (1, 11, 'interface name', 'gi0/1', NULL),
       (1, 12, 'interface name', 'GigabitEthernet0/2', NULL),
       (1, 13, 'interface alias', 'to core', NULL),
       (1, 14, 'mac', '00:00:5e:00:53:13', NULL),
       (1, 15, 'local', '10102', NULL),
       (1, 16, 'local', '4', 'GigabitEthernet0/4'),
       (1, 17, 'local', 'port seventeen', 'Gi0/3'),
       (1, 18, 'interface alias', 'spare', NULL),
       (1, 19, 'local', '4711', NULL);
INSERT INTO put_lldp
SELECT 1, value, '00:00:5e:00:53:02', 'x' || value, 'sw2'
FROM   json_each('[11, 12, 13, 14, 15, 16, 17, 18, 19, 4, 99, 0]');
-- ask
SELECT a.local_port_number, i.name
FROM   adjacency a
LEFT   JOIN interface i ON i.id = a.interface
ORDER  BY a.id;
