-- before.sql: a network in January; after.sql is the same network in March.
UPDATE meta SET observed_at = 1768435200;

INSERT INTO put_agent VALUES
	(1, 'edge', '00:00:5e:00:53:01'), (2, 'core', '00:00:5e:00:53:02'),
	(3, 'back', '00:00:5e:00:53:03'), (4, 'srv', '00:00:5e:00:53:04'),
	(5, 'quiet', '00:00:5e:00:53:05'), (6, 'gone', '00:00:5e:00:53:06'),
	(7, 'retired', '00:00:5e:00:53:07'), (8, 'clone', NULL),
	(9, 'renamed', '00:00:5e:00:53:09');
UPDATE device SET engine_id = '8000000001020304', serial = 'AAA1' WHERE id = 8;
UPDATE device SET ip_forwarding = id < 4, ipv6_forwarding = id < 4;
INSERT INTO put_read
SELECT device.id, j.value, 'rows'
FROM   device,
       json_each('["IP-MIB::ipAddressTable", "LLDP-MIB::lldpRemTable"]') j;
INSERT INTO put_port
SELECT id, 1, 'eth1', NULL FROM device
UNION ALL
SELECT 2, number + 1, 'eth' || (number + 1), NULL
FROM   (SELECT 1 AS number UNION SELECT 2 UNION SELECT 3);

-- edge - core dual-stack; back and srv dual-stack; the rest IPv4.
INSERT INTO put_address VALUES
	(1, 1, '192.0.2.1/30'), (1, 1, '2001:db8:1::1/64'),
	(2, 1, '192.0.2.2/30'), (2, 1, '2001:db8:1::2/64'),
	(3, 1, '192.0.2.65/26'), (3, 1, '2001:db8:3::1/64'),
	(4, 1, '192.0.2.66/26'), (4, 1, '2001:db8:3::4/64'),
	(5, 1, '192.0.2.67/26'), (6, 1, '192.0.2.68/26'),
	(7, 1, '192.0.2.69/26'), (8, 1, '192.0.2.70/26'), (9, 1, '192.0.2.71/26');
INSERT INTO put_prefix VALUES
	('192.0.2.0/30', '192.0.2.'), ('192.0.2.64/26', '192.0.2.'),
	('2001:db8:1::/64', '2001:db8:1:'), ('2001:db8:3::/64', '2001:db8:3:');

-- core hears gone on eth2, quiet on eth3.
INSERT INTO put_lldp VALUES
	(2, 2, '00:00:5e:00:53:06', 'eth1', 'gone'),
	(2, 3, '00:00:5e:00:53:05', 'eth1', 'quiet'),
	(5, 1, '00:00:5e:00:53:02', 'eth3', 'core');

INSERT INTO put_bgp VALUES (1, '192.0.2.1', '198.51.100.1', 'established'),
                           (1, '2001:db8:1::1', '2001:db8:f::1', 'established');
UPDATE bgp_peer SET remote_as = 64496;

INSERT INTO fact_device (name) VALUES ('retired');
INSERT INTO fact_device_match VALUES ('retired', 'name', 'retired');
INSERT INTO fact_circuit (id, kind, provider, device, interface)
VALUES ('line', 'uplink', 'Alder', 'edge', 'eth1');
INSERT INTO fact_answer (item, circuit, value, by_name, date)
VALUES ('C1', 'line', 'yes', 'R. Reed', 1768262400);
