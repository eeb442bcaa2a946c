-- circuits: addresses, routes and sessions of both families
INSERT INTO put_agent VALUES
	(1, 'r1', '00:00:5e:00:53:01'), (2, 'r2', '00:00:5e:00:53:02'),
	(3, 'r3', '00:00:5e:00:53:03'), (4, 'r4', '00:00:5e:00:53:04'),
	(5, 'r5', '00:00:5e:00:53:05'), (6, 'r6', '00:00:5e:00:53:06'),
	(9, 'pe', '00:00:5e:00:53:09');
INSERT INTO put_port VALUES
	(1, 1, 'eth1', NULL), (2, 1, 'eth1', NULL), (3, 1, 'eth1', NULL),
	(4, 1, 'eth1', NULL), (5, 1, 'eth1', NULL), (6, 1, 'eth1', NULL),
	(9, 1, 'eth1', NULL), (9, 2, 'eth2', NULL), (9, 3, 'eth3', NULL),
	(9, 4, 'eth4', NULL), (9, 5, 'eth5', NULL);
INSERT INTO put_address
SELECT column1, column2,
       '192.0.2.' || (column3 * 4 + (column1 = 9) + 1) || '/30'
FROM   (VALUES (1, 1, 1), (9, 1, 1), (2, 1, 2), (9, 2, 2), (3, 1, 3), (9, 3, 3),
               (4, 1, 4), (9, 4, 4), (5, 1, 5), (9, 5, 5));
INSERT INTO put_address
SELECT column1, column2,
       '2001:db8:' || column3 || '::' || ((column1 = 9) + 1) || '/64'
FROM   (VALUES (1, 1, 1), (9, 1, 1), (2, 1, 2), (9, 2, 2), (3, 1, 3), (9, 3, 3),
               (4, 1, 4), (9, 4, 4));
UPDATE address
SET    prefix = CASE family
       WHEN 4 THEN '192.0.2.' || (SUBSTR(ip, 9) / 4 * 4) || '/30'
       ELSE SUBSTR(ip, 1, INSTR(ip, '::') + 1) || '/64'
       END;
INSERT INTO put_read
SELECT id, 'IP-MIB::ipAddressTable', 'rows' FROM device;
INSERT INTO put_read
SELECT id, 'IP-FORWARD-MIB::inetCidrRouteTable (0.0.0.0/0)', 'rows'
FROM   device WHERE id <> 4;
INSERT INTO put_read
SELECT id, 'IP-FORWARD-MIB::inetCidrRouteTable (::/0)',
       CASE id WHEN 3 THEN 'empty' ELSE 'rows' END
FROM   device WHERE id <> 4;
INSERT INTO put_read VALUES (2, 'BGP4V2-MIB::bgp4V2PeerTable', 'rows');
-- One that has all (found by its prefix), one whose session of IPv6 is down, one
-- without a route, one that does not tell routes, one without IPv6, one whose
-- port has no address, one of a device that nobody saw.
INSERT INTO fact_circuit (id, kind, device, interface)
VALUES ('all', 'uplink', NULL, NULL), ('down', 'uplink', 'r2', 'eth1'),
       ('lost', 'uplink', 'r3', 'eth1'), ('mute', 'uplink', 'r4', 'eth1'),
       ('old', 'uplink', 'r5', 'eth1'), ('bare', 'wan', 'r6', 'eth1'),
       ('else', 'wan', 'r7', 'eth1');
INSERT INTO fact_circuit_prefix VALUES ('all', '2001:db8:1::/64');
UPDATE fact_circuit SET device = 'r1' WHERE id = 'all';
INSERT INTO put_bgp VALUES
	(2, '192.0.2.9', '192.0.2.10', 'established'),
	(2, '2001:db8:2::1', '2001:db8:2::2', 'active');
INSERT INTO route (device, family, prefix, next_hop, interface, if_index, type,
                   source)
SELECT column1, column2, CASE column2 WHEN 4 THEN '0.0.0.0/0' ELSE '::/0' END,
       CASE column2 WHEN 4 THEN '192.0.2.' || (column1 * 4 + 2)
       ELSE '2001:db8:' || column1 || '::2' END,
       NULL, 0, 'remote', 'inetCidrRouteTable'
FROM   (VALUES (1, 4), (1, 6), (2, 4), (2, 6), (3, 4), (5, 4));
-- ask
SELECT c.id, c.slug, COALESCE(d.name, '-'), COALESCE(i.name, '-'),
       COALESCE(s.name, '-'), c.class, COALESCE(c.class_note, ''),
       COALESCE(c.routed_ipv6, '?'), COALESCE(c.routed_ipv4, '?')
FROM   circuit c
LEFT   JOIN device d ON d.id = c.device
LEFT   JOIN interface i ON i.id = c.interface
LEFT   JOIN segment s ON s.id = c.segment
ORDER  BY c.id;
