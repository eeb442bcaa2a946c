-- space-tree: owned, planned and observed prefixes are one tree for each VRF
INSERT INTO put_agent VALUES (1, 'r1', NULL), (2, 'r2', NULL);
UPDATE device SET ip_forwarding = 1, sys_location = 'HQ';
INSERT INTO put_port VALUES (1, 10, 'Vlan10', '00:00:5e:00:53:01'),
                            (1, 20, 'Vlan20', '00:00:5e:00:53:01'),
                            (1, 30, 'red', '00:00:5e:00:53:02'),
                            (1, 1, 'te1', '00:00:5e:00:53:03'),
                            (2, 1, 'te1', '00:00:5e:00:53:04'),
                            (1, 99, 'lo0', NULL),
                            (1, 40, 'em1', NULL);
INSERT INTO vrf_interface VALUES (1, 'red', 30);
INSERT INTO put_address VALUES
	(1, 10, '192.0.2.1/27'), (1, 10, '2001:db8:0:10::1/64'),
	(1, 20, '192.0.2.33/27'), (1, 20, '2001:db8:0:20::1/72'),
	(1, 30, '192.0.2.1/25'), (1, 30, '2001:db8:0:10::1/64'),
	(1, 1, '203.0.113.0/31'), (1, 1, '2001:db8:0:fe01::/127'),
	(2, 1, '203.0.113.1/31'), (2, 1, '2001:db8:0:fe01::1/127'),
	(1, 99, '203.0.113.228/32'), (1, 99, '2001:db8:0:ff00::4/128'),
	(1, 10, 'fe80::1/64'), (1, 40, '128.0.0.1/2');
INSERT INTO put_prefix VALUES
	('192.0.2.0/27', '192.0.2.'), ('192.0.2.32/27', '192.0.2.3'),
	('192.0.2.0/25', '192.0.2.'), ('2001:db8:0:10::/64', '2001:db8:0:10:'),
	('2001:db8:0:20::/72', '2001:db8:0:20:'),
	('203.0.113.0/31', '203.0.113.'), ('2001:db8:0:fe01::/127', '2001:db8:0:fe01'),
	('203.0.113.228/32', '203.0.113.228'),
	('2001:db8:0:ff00::4/128', '2001:db8:0:ff00'),
	('128.0.0.0/2', '128.'), ('fe80::/64', 'fe80:');
UPDATE address SET prefix = '192.0.2.32/27' WHERE ip = '192.0.2.33';
INSERT INTO put_heard VALUES (1, 10, '192.0.2.2', '00:00:5e:00:53:10', NULL),
                             (1, 10, '192.0.2.3', '00:00:5e:00:53:11', 'incomplete'),
                             (1, 30, '192.0.2.9', '00:00:5e:00:53:12', NULL);
INSERT INTO fact_site (id, name, match_location) VALUES ('HQ', 'Headquarters', 'HQ'),
                                                        ('B1', 'Branch 1', 'B1');
INSERT INTO fact_site_prefix VALUES ('B1', '198.51.100.0/24');
INSERT INTO fact_own_prefix (prefix) VALUES ('192.0.2.0/24'), ('2001:db8::/44');
INSERT INTO fact_circuit (id, kind) VALUES ('wan', 'wan');
INSERT INTO fact_circuit_prefix VALUES ('wan', '203.0.113.0/31');
INSERT INTO fact_device_match VALUES ('printer', 'address', '192.0.2.7');
INSERT INTO fact_plan_prefix (prefix, site, vlan, use, role, status, vrf) VALUES
	('2001:db8::/48', 'HQ', NULL, NULL, 'container', 'container', NULL),
	('192.0.2.0/27', 'HQ', 10, 'MGMT', 'lan', 'active', NULL),
	('2001:db8:0:10::/64', 'HQ', 10, 'MGMT', 'lan', 'active', NULL),
	('2001:db8:0:20::/64', 'HQ', 20, 'ADMIN', 'lan', 'active', NULL),
	('198.51.100.0/28', NULL, 30, 'STAFF', 'lan', 'reserved', NULL),
	('2001:db8:1::/48', 'B1', NULL, NULL, 'container', NULL, NULL),
	('192.0.2.0/26', NULL, NULL, 'RED', 'container', NULL, 'red');
-- ask
SELECT s.key, s.depth, p.key, s.is_own || s.is_planned || s.is_observed,
       s.stated_as, s.status, s.role
FROM space s LEFT JOIN space p ON p.id = s.parent ORDER BY s.id;
SELECT s.key, s.site, s.vlan, s.use, g.name, s.slug
FROM space s LEFT JOIN segment g ON g.id = s.segment ORDER BY s.id;
SELECT key, used, usable, nets_used, next_free FROM space ORDER BY id;
