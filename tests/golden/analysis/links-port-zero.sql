-- links: rows on local port 0 learn their port from the far end
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_agent VALUES (3, 'sw3', '00:00:5e:00:53:03');
INSERT INTO put_port VALUES (1, 1, 'Gi0/1', NULL), (1, 2, 'Gi0/2', NULL),
                            (2, 5, 'Gi0/5', NULL), (3, 6, 'Gi0/6', NULL);
INSERT INTO put_lldp VALUES (1, 0, '00:00:5e:00:53:02', 'Gi0/5', 'sw2'),
                            (1, 0, '00:00:5e:00:53:03', 'Gi0/6', 'sw3'),
                            (1, 0, '00:00:5e:00:53:04', 'Gi0/7', 'sw4'),
                            (2, 5, '00:00:5e:00:53:01', 'Gi0/1', 'sw1'),
                            (3, 6, '00:00:5e:00:53:01', 'Gi0/2', 'sw1');
-- A trap: an agent that describes a port 0 means none of its ports by it.
INSERT INTO lldp_local_port VALUES (1, 0, 'interface name', 'Gi0/2', 'Gi0/2');
-- ask
SELECT a_name, a_port, b_name, b_port, evidence, matched_by
FROM   page_link
ORDER  BY key;
