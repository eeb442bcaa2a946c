-- links: two lone halves that name other ports are not one cable
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_port VALUES (1, 1, 'Gi0/1', NULL), (1, 2, 'Gi0/2', NULL),
                            (2, 1, 'Gi0/1', NULL), (2, 2, 'Gi0/2', NULL);
INSERT INTO put_lldp VALUES (1, 1, '00:00:5e:00:53:02', 'Gi0/1', 'sw2'),
                            (2, 2, '00:00:5e:00:53:01', 'Gi0/2', 'sw1');
-- ask
SELECT a_name, a_port, b_name, b_port, evidence, matched_by
FROM   page_link
ORDER  BY key;
