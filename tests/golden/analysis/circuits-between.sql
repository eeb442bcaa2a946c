-- circuits: between sites, of a port in an aggregate, and by what speaks OSPF
INSERT INTO put_agent VALUES
	(1, 'hub', '00:00:5e:00:53:01'), (2, 'b1', '00:00:5e:00:53:02'),
	(3, 'b2', '00:00:5e:00:53:03');
INSERT INTO put_port VALUES
	(1, 1, 'eth1', NULL), (1, 2, 'eth2', NULL), (1, 10, 'ae0', NULL),
	(2, 1, 'eth1', NULL), (3, 1, 'eth1', NULL);
INSERT INTO lag_member (device, member, aggregate, source)
VALUES (1, 1, 10, 'ifStackTable');
INSERT INTO put_address VALUES
	(1, 10, '192.0.2.1/30'), (2, 1, '192.0.2.2/30'),
	(1, 10, '2001:db8:1::1/64'), (2, 1, '2001:db8:1::2/64'),
	(1, 2, '192.0.2.5/30'), (3, 1, '192.0.2.6/30'),
	(1, 2, '2001:db8:2::1/64'), (3, 1, '2001:db8:2::2/64');
INSERT INTO put_prefix VALUES
	('192.0.2.0/30', '192.0.2.1'), ('192.0.2.0/30', '192.0.2.2'),
	('192.0.2.4/30', '192.0.2.5'), ('192.0.2.4/30', '192.0.2.6'),
	('2001:db8:1::/64', '2001:db8:1:'), ('2001:db8:2::/64', '2001:db8:2:');
INSERT INTO put_read
SELECT id, 'IP-MIB::ipAddressTable', 'rows' FROM device;
-- The branch has the default routes of both; of the other the hub tells OSPF of
-- both, and there are no routes.
INSERT INTO route (device, family, prefix, next_hop, interface, if_index, type,
                   source)
VALUES (2, 4, '0.0.0.0/0', '192.0.2.1', NULL, 0, 'remote', 'inetCidrRouteTable'),
       (2, 6, '::/0', '2001:db8:1::1', NULL, 0, 'remote', 'inetCidrRouteTable');
INSERT INTO put_igp VALUES
	(1, 'OSPFv2', 2, '192.0.2.103', '192.0.2.6', 'full'),
	(1, 'OSPFv3', 2, '192.0.2.103', 'fe80::6', 'full');
INSERT INTO fact_circuit (id, kind, device, interface)
VALUES ('to b1', 'wan', 'hub', 'eth1'), ('to-b1', 'wan', 'b1', 'eth1'),
       ('to-b2', 'wan', 'hub', 'eth2');
-- ask
SELECT c.id, c.slug, d.name, i.name, s.name, c.class, COALESCE(c.class_note, ''),
       COALESCE(c.routed_ipv6, '?'), COALESCE(c.routed_ipv4, '?')
FROM   circuit c
JOIN   device d ON d.id = c.device
JOIN   interface i ON i.id = c.interface
LEFT   JOIN segment s ON s.id = c.segment
ORDER  BY c.id;
