-- ports: LLDP's numbers are ifIndexes of an agent that has no other
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_agent VALUES (3, 'sw3', '00:00:5e:00:53:03');
INSERT INTO put_lldp VALUES (1, 622, '00:00:5e:00:53:02', '7', 'sw2'),
                            (2, 7, '00:00:5e:00:53:01', '622', 'sw1'),
                            (1, 624, '00:00:5e:00:53:03', '9', 'sw3'),
                            (3, 9, '00:00:5e:00:53:01', '624', 'sw1');
UPDATE adjacency SET port_id_subtype = 'local';
INSERT INTO lldp_local_port VALUES (1, 622, 'local', '622', 'to sw2'),
                                   (1, 624, 'local', '624', 'to sw3');
-- sw2 counts ports in two ways; sw3 has an interface table that says other.
INSERT INTO lldp_local_port VALUES (2, 7, 'local', '1', 'one'),
                                   (2, 1, 'local', '7', 'seven'),
                                   (3, 9, 'local', '9', 'nine');
INSERT INTO put_port VALUES (3, 1, 'Gi0/1', NULL);
-- ask
SELECT a_name, a_port, p.if_index, b_name, b_port, q.if_index
FROM   page_link l
LEFT   JOIN interface p ON p.id = l.a_interface
LEFT   JOIN interface q ON q.id = l.b_interface
ORDER  BY key;
