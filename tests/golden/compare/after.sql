-- after.sql: two months later. core answers with another address, back has lost
-- IPv6, srv is renumbered, one is new; quiet did not answer, nor did anybody tell
-- of gone; a machine with the engine id of clone stands in its place.
UPDATE meta SET observed_at = 1773273600;

INSERT INTO put_agent VALUES
	(11, 'edge', '00:00:5e:00:53:01'), (12, 'core', '00:00:5e:00:53:02'),
	(13, 'back', '00:00:5e:00:53:03'), (14, 'srv', '00:00:5e:00:53:04'),
	(15, 'new', '00:00:5e:00:53:0a'), (18, 'clone2', NULL),
	(19, 'other-name', '00:00:5e:00:53:09');
UPDATE device SET engine_id = '8000000001020304', serial = 'BBB2' WHERE id = 18;
UPDATE device SET ip_forwarding = id < 14, ipv6_forwarding = id < 14;
INSERT INTO put_read
SELECT device.id, j.value, 'rows'
FROM   device,
       json_each('["IP-MIB::ipAddressTable", "LLDP-MIB::lldpRemTable"]') j;
INSERT INTO put_port
SELECT id, 1, 'eth1', NULL FROM device
UNION ALL
SELECT 12, number + 1, 'eth' || (number + 1), NULL
FROM   (SELECT 1 AS number UNION SELECT 2 UNION SELECT 3);

INSERT INTO put_address VALUES
	(11, 1, '192.0.2.1/30'), (11, 1, '2001:db8:1::1/64'),
	(12, 1, '192.0.2.2/30'), (12, 1, '2001:db8:1::2/64'),
	(13, 1, '192.0.2.65/26'), (14, 1, '192.0.2.72/26'),
	(14, 1, '2001:db8:3::4/64'), (15, 1, '192.0.2.73/26'),
	(18, 1, '192.0.2.70/26'), (19, 1, '192.0.2.71/26');
INSERT INTO put_prefix VALUES
	('192.0.2.0/30', '192.0.2.'), ('192.0.2.64/26', '192.0.2.'),
	('2001:db8:1::/64', '2001:db8:1:'), ('2001:db8:3::/64', '2001:db8:3:');

INSERT INTO put_lldp VALUES (12, 4, '00:00:5e:00:53:0a', 'eth1', 'new'),
                            (15, 1, '00:00:5e:00:53:02', 'eth4', 'core');

INSERT INTO put_bgp VALUES (11, '192.0.2.1', '198.51.100.1', 'established'),
                           (11, '2001:db8:1::1', '2001:db8:f::9', 'active');
UPDATE bgp_peer SET remote_as = 64496;

INSERT INTO fact_device (name, retired) VALUES ('retired', 1770076800);
INSERT INTO fact_device_match VALUES ('retired', 'name', 'retired');
INSERT INTO fact_circuit (id, kind, provider, device, interface)
VALUES ('line', 'uplink', 'Alder', 'edge', 'eth1');
INSERT INTO fact_answer (item, circuit, value, by_name, date)
VALUES ('C1', 'line', 'no', 'R. Reed', 1773187200);
