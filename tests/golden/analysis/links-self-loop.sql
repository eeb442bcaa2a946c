-- links: a cable between two ports of one device is a link, an echo is not
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_port VALUES (1, 3, 'Gi0/3', NULL), (1, 4, 'Gi0/4', NULL),
                            (2, 8, 'Gi0/8', NULL);
INSERT INTO put_lldp VALUES (1, 3, '00:00:5e:00:53:01', 'Gi0/4', 'sw1'),
                            (1, 4, '00:00:5e:00:53:01', 'Gi0/3', 'sw1');
-- sw2 hears its own port.
INSERT INTO put_lldp VALUES (2, 8, '00:00:5e:00:53:02', 'Gi0/8', 'sw2');
-- ask
SELECT a_name, a_port, b_name, b_port, evidence, matched_by
FROM   page_link
ORDER  BY key;
SELECT device, far_device, matched_by FROM adjacency ORDER BY id;
