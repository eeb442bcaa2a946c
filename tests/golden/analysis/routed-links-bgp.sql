-- routed links: a BGP session is on ports that share a line, or on none
INSERT INTO put_agent VALUES (1, 'r1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'r2', '00:00:5e:00:53:02');
INSERT INTO put_agent VALUES (3, 'r3', '00:00:5e:00:53:03');
INSERT INTO put_agent VALUES (4, 'r4', '00:00:5e:00:53:04');
INSERT INTO put_port VALUES
	(1, 1, 'eth1', NULL), (2, 1, 'eth1', NULL),
	(1, 9, 'lo0', NULL), (2, 9, 'lo0', NULL), (3, 9, 'lo0', NULL),
	(3, 1, 'fxp0', NULL), (4, 1, 'fxp0', NULL);
INSERT INTO put_address VALUES
	(1, 1, '192.0.2.1/30'), (2, 1, '192.0.2.2/30'),
	(1, 1, '2001:db8:12::1/64'), (2, 1, '2001:db8:12::2/64'),
	(1, 9, '198.51.100.1/32'), (2, 9, '198.51.100.2/32'),
	(1, 9, '2001:db8::1/128'), (2, 9, '2001:db8::2/128'),
	(3, 9, '2001:db8::3/128'),
	(3, 1, '203.0.113.4/24'), (4, 1, '203.0.113.4/24');
INSERT INTO put_prefix VALUES
	('192.0.2.0/30', '192.0.2.'), ('2001:db8:12::/64', '2001:db8:12:');
-- Over the line, told by both; r2 tells no address of its own.
INSERT INTO put_bgp VALUES
	(1, '192.0.2.1', '192.0.2.2', 'established'),
	(1, '2001:db8:12::1', '2001:db8:12::2', 'established'),
	(2, NULL, '192.0.2.1', 'established');
-- Over loopbacks, of both families; r3 is told by one end.
INSERT INTO put_bgp VALUES
	(1, '198.51.100.1', '198.51.100.2', 'established'),
	(2, '2001:db8::2', '2001:db8::1', 'established'),
	(1, '2001:db8::1', '2001:db8::3', 'established');
-- No session: idle, with nobody, with one of two, with itself.
INSERT INTO put_bgp VALUES
	(2, '2001:db8::2', '2001:db8::3', 'idle'),
	(1, '192.0.2.1', '192.0.2.99', 'established'),
	(1, '192.0.2.1', '203.0.113.4', 'established'),
	(1, '2001:db8:12::1', '2001:db8::1', 'established');
-- ask
SELECT a_name, COALESCE(a_port, 'no port'), b_name,
       COALESCE(b_port, 'no port'), protocols, families, evidence
FROM   page_routed_link
ORDER  BY key;
SELECT device_name, ip, far_name, is_up, matched_by
FROM   page_routed_neighbour
WHERE  protocol = 'BGP'
ORDER  BY device_name, ip;
