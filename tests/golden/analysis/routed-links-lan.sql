-- routed links: routers of a LAN by pairs, and what is down is none
INSERT INTO put_agent VALUES (1, 'r1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'r2', '00:00:5e:00:53:02');
INSERT INTO put_agent VALUES (3, 'r3', '00:00:5e:00:53:03');
INSERT INTO put_port VALUES (1, 1, 'eth1', NULL), (2, 1, 'eth1', NULL),
                            (3, 1, 'eth1', NULL);
INSERT INTO put_address VALUES
	(1, 1, '192.0.2.1/24'), (2, 1, '192.0.2.2/24'), (3, 1, '192.0.2.3/24'),
	(1, 1, 'fe80::1/64'), (2, 1, 'fe80::2/64'), (3, 1, 'fe80::3/64');
INSERT INTO put_prefix VALUES ('192.0.2.0/24', '192.0.2.');
INSERT INTO put_igp VALUES
	(1, 'OSPFv2', 1, '192.0.2.2', '192.0.2.2', 'full'),
	(2, 'OSPFv2', 1, '192.0.2.1', '192.0.2.1', 'full'),
	(2, 'OSPFv2', 1, '192.0.2.3', '192.0.2.3', 'twoWay'),
	(1, 'OSPFv3', 1, '192.0.2.2', 'fe80::2', 'full'),
	(3, 'OSPFv2', 1, '192.0.2.1', '192.0.2.1', 'init'),
	(1, 'OSPFv3', 1, '192.0.2.3', 'fe80::3', 'down'),
	(1, 'IS-IS', 1, '0000.0000.0003', '192.0.2.3', 'failed');
-- ask
SELECT a_name, COALESCE(a_port, 'no port'), b_name,
       COALESCE(b_port, 'no port'), protocols, families, evidence
FROM   page_routed_link
ORDER  BY key;
