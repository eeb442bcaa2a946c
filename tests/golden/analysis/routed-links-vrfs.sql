-- routed links: who has the address in another VRF is not the neighbour
INSERT INTO put_agent VALUES (1, 'r1', '00:00:5e:00:53:01'),
                             (2, 'r2', '00:00:5e:00:53:02'),
                             (3, 'r3', '00:00:5e:00:53:03');
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 1;
INSERT INTO put_port VALUES (1, 1, 'red', NULL), (2, 1, 'blue', NULL),
                            (3, 1, 'red', NULL);
INSERT INTO vrf_interface VALUES (1, 'red', 1), (2, 'blue', 1), (3, 'red', 1);
-- Nobody read whom r1 means by .2 and ::2; r2 has both in blue.
INSERT INTO put_address VALUES (1, 1, '192.0.2.1/30'), (2, 1, '192.0.2.2/30'),
                               (1, 1, '2001:db8:1::1/64'),
                               (2, 1, '2001:db8:1::2/64');
-- r3 is in the same VRF.
INSERT INTO put_address VALUES (3, 1, '2001:db8:1::3/64'),
                               (3, 1, '198.51.100.3/32');
INSERT INTO put_prefix VALUES ('192.0.2.0/30', '192.0.2.'),
                              ('2001:db8:1::/64', '2001:db8:1:'),
                              ('198.51.100.3/32', '198.51.100.3');
INSERT INTO put_igp VALUES
	(1, 'OSPFv2', 1, '198.51.100.9', '192.0.2.2', 'full'),
	(1, 'IS-IS', 1, '0000.0000.0003', '2001:db8:1::3', 'up');
INSERT INTO put_bgp VALUES
	(1, '192.0.2.1', '192.0.2.2', 'established'),
	(1, '2001:db8:1::1', '2001:db8:1::2', 'established'),
	(1, '192.0.2.1', '198.51.100.3', 'established');
-- ask
SELECT protocol, ip, far_name, far_port, matched_by
FROM   page_routed_neighbour
WHERE  device = 1
ORDER  BY protocol, ip;
SELECT a_name, a_port, b_name, b_port, protocols, evidence
FROM   page_routed_link
ORDER  BY key;
