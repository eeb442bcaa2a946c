-- links: an agent that claims thousands of cables to itself makes no link
INSERT INTO put_agent VALUES (1, 'liar', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_port VALUES (2, 9, 'Gi0/9', NULL), (1, 20000, 'e1', NULL);
INSERT INTO adjacency (device, protocol, local_port_number, remote_index,
                       chassis_id_subtype, chassis_id, port_id_subtype, port_id)
WITH RECURSIVE port (n) AS (
	SELECT 1
	UNION ALL
	SELECT n + 1 FROM port WHERE n < 10000)
SELECT 1, 'lldp', n, 1, 'mac', '00:00:5e:00:53:01', 'interface name', 'p' || n
FROM   port;
INSERT INTO put_lldp VALUES (1, 20000, '00:00:5e:00:53:02', 'Gi0/9', 'sw2'),
                            (2, 9, '00:00:5e:00:53:01', 'e1', 'liar');
-- ask
SELECT a_name, a_port, b_name, b_port, evidence FROM page_link
WHERE  a_device <> b_device;
SELECT COUNT(*) > 0 FROM page_link WHERE evidence <> 'one-sided' AND a_device = b_device;
