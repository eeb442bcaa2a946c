-- links: devices that name no port are linked when there is no choice
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_agent VALUES (3, 'sw3', '00:00:5e:00:53:03');
INSERT INTO put_port VALUES (1, 1, 'Gi0/1', NULL), (1, 2, 'Gi0/2', NULL),
                            (1, 3, 'Gi0/3', NULL), (2, 1, 'Gi0/1', NULL),
                            (3, 1, 'Gi0/1', NULL);
INSERT INTO put_lldp VALUES (1, 1, '00:00:5e:00:53:02', NULL, 'sw2'),
                            (2, 1, '00:00:5e:00:53:01', NULL, 'sw1');
-- Two ports of sw1 hear sw3, which says nothing of ports: there is a choice.
INSERT INTO put_lldp VALUES (1, 2, '00:00:5e:00:53:03', NULL, 'sw3'),
                            (1, 3, '00:00:5e:00:53:03', NULL, 'sw3'),
                            (3, 1, '00:00:5e:00:53:01', NULL, 'sw1');
-- ask
SELECT a_name, a_port, b_name, b_port, evidence, matched_by
FROM   page_link
ORDER  BY key;
