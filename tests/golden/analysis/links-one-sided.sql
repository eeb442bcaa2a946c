-- links: what one end alone says is one-sided, its far port still known
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_port VALUES (1, 7, 'Gi0/7', NULL), (2, 9, 'Gi0/9', NULL);
INSERT INTO put_lldp VALUES (1, 7, '00:00:5e:00:53:02', 'Gi0/9', 'sw2');
-- The same neighbour heard a second time is no second link.
INSERT INTO put_lldp VALUES (1, 7, '00:00:5e:00:53:02', 'Gi0/9', 'sw2');
-- ask
SELECT a_name, a_port, b_name, b_port, evidence, matched_by
FROM   page_link
ORDER  BY key;
SELECT name, source FROM page_interface ORDER BY device_name;
SELECT COUNT(*) FROM link_evidence;
