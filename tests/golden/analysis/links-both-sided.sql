-- links: two ends that name each other's port are one confirmed link
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_port VALUES (1, 7, 'Gi0/7', NULL), (2, 9, 'Gi0/9', NULL);
INSERT INTO put_lldp VALUES (1, 7, '00:00:5e:00:53:02', 'Gi0/9', 'sw2');
INSERT INTO put_lldp VALUES (2, 9, '00:00:5e:00:53:01', 'Gi0/7', 'sw1');
-- ask
SELECT a_name, a_port, b_name, b_port, evidence, matched_by
FROM   page_link
ORDER  BY key;
SELECT COUNT(*) FROM link_evidence;
