-- routed links: fe80::1 is on many links; segment, cable, ND or router id tell
INSERT INTO put_agent VALUES (1, 'r1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'r2', '00:00:5e:00:53:02');
INSERT INTO put_agent VALUES (3, 'r3', '00:00:5e:00:53:03');
INSERT INTO put_agent VALUES (4, 'r4', '00:00:5e:00:53:04');
INSERT INTO put_agent VALUES (5, 'r5', '00:00:5e:00:53:05');
INSERT INTO put_agent VALUES (6, 'r6', '00:00:5e:00:53:06');
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 1;
INSERT INTO put_port VALUES
	(1, 2, 'to r2', '00:00:5e:00:53:12'), (2, 1, 'to r1', '00:00:5e:00:53:21'),
	(1, 3, 'to r3', '00:00:5e:00:53:13'), (3, 1, 'to r1', '00:00:5e:00:53:31'),
	(1, 4, 'to r4', '00:00:5e:00:53:14'), (4, 1, 'to r1', '00:00:5e:00:53:41'),
	(1, 5, 'to r5', '00:00:5e:00:53:15'), (5, 1, 'to r1', '00:00:5e:00:53:51'),
	(1, 6, 'to r6', '00:00:5e:00:53:16'), (6, 1, 'to r1', '00:00:5e:00:53:61'),
	(1, 9, 'lo0', NULL), (4, 9, 'lo0', NULL);
INSERT INTO put_address VALUES
	(1, 2, 'fe80::1/64'), (2, 1, 'fe80::2/64'), (1, 3, 'fe80::1/64'),
	(3, 1, 'fe80::2/64'), (1, 4, 'fe80::1/64'), (4, 1, 'fe80::2/64'),
	(1, 5, 'fe80::1/64'), (5, 1, 'fe80::2/64'), (1, 6, 'fe80::1/64'),
	(6, 1, 'fe80::2/64'),
	(1, 9, '198.51.100.1/32'), (4, 9, '198.51.100.4/32');
-- r2 by a cable, from both ends.
INSERT INTO put_lldp VALUES (1, 2, '00:00:5e:00:53:02', 'to r1', 'r2'),
                            (2, 1, '00:00:5e:00:53:01', 'to r2', 'r1');
INSERT INTO put_igp VALUES
	(1, 'OSPFv3', 2, '203.0.113.2', 'fe80::2', 'full'),
	(2, 'OSPFv3', 1, '203.0.113.1', 'fe80::1', 'full');
-- r3 by the MAC of its ND entry, from one end.
INSERT INTO put_igp VALUES (1, 'IS-IS', 3, '0000.0000.0003', 'fe80::2', 'up');
INSERT INTO put_heard VALUES (1, 3, 'fe80::2', '00:00:5e:00:53:31', NULL);
-- r4 by router ids that are addresses of both, each knowing the other.
INSERT INTO put_igp VALUES
	(1, 'OSPFv3', 4, '198.51.100.4', 'fe80::2', 'full'),
	(4, 'OSPFv3', 1, '198.51.100.1', 'fe80::1', 'full');
-- r5 says nothing but r1's id, which r1 does not return: no link.
INSERT INTO put_igp VALUES (5, 'OSPFv3', 1, '198.51.100.1', 'fe80::1', 'full');
-- r6 is heard by nobody's MAC; and who tells no address is told nothing.
INSERT INTO put_igp VALUES (1, 'IS-IS', 6, '0000.0000.0006', 'fe80::2', 'up'),
                           (1, 'IS-IS', 6, '0000.0000.0007', NULL, 'up');
-- ask
SELECT a_name, COALESCE(a_port, 'no port'), b_name,
       COALESCE(b_port, 'no port'), protocols, families, evidence
FROM   page_routed_link
ORDER  BY key;
SELECT device_name, port, protocol, ip, far_name, far_port, matched_by
FROM   page_routed_neighbour
ORDER  BY device_name, port, protocol, ip, remote_id;
