-- routed links: all protocols and both families of two ports are one link
INSERT INTO put_agent VALUES (1, 'r1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'r2', '00:00:5e:00:53:02');
INSERT INTO put_agent VALUES (3, 'r3', '00:00:5e:00:53:03');
INSERT INTO put_agent VALUES (4, 'r4', '00:00:5e:00:53:04');
INSERT INTO put_port VALUES (1, 1, 'eth1', NULL), (1, 2, 'eth2', NULL),
                            (1, 3, 'eth3', NULL), (2, 1, 'eth1', NULL),
                            (3, 1, 'eth1', NULL), (4, 1, 'eth1', NULL);
-- r1 - r2: a /31 and a /127; OSPFv3 speaks of the same link by link-local
-- addresses that stand on every link, ARP and ND of both.
INSERT INTO put_address VALUES
	(1, 1, '192.0.2.0/31'), (2, 1, '192.0.2.1/31'),
	(1, 1, '2001:db8:12::/127'), (2, 1, '2001:db8:12::1/127'),
	(1, 1, 'fe80::1/64'), (2, 1, 'fe80::2/64');
INSERT INTO put_prefix VALUES
	('192.0.2.0/31', '192.0.2.'), ('2001:db8:12::/127', '2001:db8:12:');
INSERT INTO put_igp VALUES
	(1, 'OSPFv2', 1, '198.51.100.2', '192.0.2.1', 'full'),
	(2, 'OSPFv2', 1, '198.51.100.1', '192.0.2.0', 'full'),
	(1, 'OSPFv3', 1, '198.51.100.2', 'fe80::2', 'full'),
	(2, 'OSPFv3', 1, '198.51.100.1', 'fe80::1', 'full'),
	(1, 'IS-IS', 1, '0000.0000.0002', '192.0.2.1', 'up');
INSERT INTO put_heard VALUES
	(1, 1, 'fe80::2', '00:00:5e:00:53:02', NULL),
	(2, 1, '192.0.2.0', '00:00:5e:00:53:01', NULL);
-- r1 - r3: a /30 alone. Nobody says that he hears the other.
INSERT INTO put_address VALUES
	(1, 2, '198.51.100.5/30'), (3, 1, '198.51.100.6/30'),
	(1, 2, 'fe80::1/64'), (3, 1, 'fe80::2/64');
INSERT INTO put_prefix VALUES ('198.51.100.4/30', '198.51.100.');
-- r1 - r4: a /126 alone; only r1 hears r4.
INSERT INTO put_address VALUES
	(1, 3, '2001:db8:14::1/126'), (4, 1, '2001:db8:14::2/126');
INSERT INTO put_prefix VALUES ('2001:db8:14::/126', '2001:db8:14:');
INSERT INTO put_heard VALUES (1, 3, '2001:db8:14::2', '00:00:5e:00:53:04', NULL);
-- ask
SELECT a_name, COALESCE(a_port, 'no port'), b_name,
       COALESCE(b_port, 'no port'), protocols, families, evidence
FROM   page_routed_link
ORDER  BY key;
SELECT device_name, protocol, ip, far_name, far_port, matched_by
FROM   page_routed_neighbour
ORDER  BY device_name, port, protocol, ip;
