-- links: several neighbours on one port give a link each
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_port VALUES (1, 5, 'Gi0/5', NULL), (2, 9, 'Gi0/9', NULL);
INSERT INTO put_lldp VALUES (1, 5, '00:00:5e:00:53:41', '00:00:5e:00:53:41', 'phone'),
                            (1, 5, '00:00:5e:00:53:31', '00:00:5e:00:53:31', 'pc'),
                            (1, 5, '00:00:5e:00:53:02', 'Gi0/9', 'sw2'),
                            (2, 9, '00:00:5e:00:53:01', 'Gi0/5', 'sw1');
-- ask
SELECT a_name, a_port, b_name, b_port, evidence, matched_by
FROM   page_link
ORDER  BY key;
