-- ports: a protocol that names the ifIndex is not misled by bridge ports
INSERT INTO put_agent VALUES (1, 'core', '00:00:5e:00:53:01'),
                             (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_port VALUES (1, 3, 'xe3', NULL), (1, 4, 'xe4', NULL),
                            (2, 1, 'ge1', NULL);
INSERT INTO bridge_port VALUES (1, 3, 4), (1, 4, 3);
INSERT INTO put_lldp VALUES (1, 3, '00:00:5e:00:53:02', 'ge1', 'sw2'),
                            (2, 1, '00:00:5e:00:53:01', 'xe3', 'core'),
                            (1, 4, '00:00:5e:00:53:09', '1', 'sw9');
UPDATE adjacency SET if_index = 3 WHERE device = 1 AND local_port_number = 3;
-- An ifIndex that IF-MIB does not have is no port.
INSERT INTO adjacency (device, protocol, local_port_number, if_index,
                       remote_index, sys_name, device_id)
VALUES (1, 'cdp', 77, 77, 1, 'sw7', 'sw7');
-- ask
SELECT a.protocol, a.local_port_number, i.name
FROM   adjacency a
LEFT   JOIN interface i ON i.id = a.interface
ORDER  BY a.id;
SELECT a_name, a_port, b_name, b_port, evidence
FROM   page_link
ORDER  BY key;
