-- links: two ends that know each other by MAC and name ports by description
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_port VALUES (1, 7, 'Gi0/7', NULL), (2, 9, 'Gi0/9', NULL);
-- Both give the MAC of the whole device as port id.
INSERT INTO put_lldp VALUES (1, 7, '00:00:5e:00:53:02', '00:00:5e:00:53:02', 'sw2');
INSERT INTO put_lldp VALUES (2, 9, '00:00:5e:00:53:01', '00:00:5e:00:53:01', 'sw1');
UPDATE adjacency SET port_description = 'Gi0/9' WHERE device = 1;
UPDATE adjacency SET port_description = 'Gi0/7' WHERE device = 2;
-- ask
SELECT a_name, a_port, b_name, b_port, evidence, matched_by
FROM   page_link
ORDER  BY key;
