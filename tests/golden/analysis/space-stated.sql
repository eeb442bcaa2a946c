-- space-stated: LANs and links that only the plan has are segments, unknown
INSERT INTO put_agent VALUES (1, 'r1', NULL), (2, 'r2', NULL);
UPDATE device SET ip_forwarding = 1, sys_location = 'HQ';
INSERT INTO put_port VALUES (1, 30, 'Vlan30', '00:00:5e:00:53:01'),
                            (2, 30, 'Vlan30', '00:00:5e:00:53:02'),
                            (1, 9, 'te1', '00:00:5e:00:53:03'),
                            (2, 9, 'te1', '00:00:5e:00:53:04');
INSERT INTO put_address VALUES (1, 30, '192.0.2.65/26'), (2, 30, '192.0.2.66/26'),
                               (1, 9, '203.0.113.0/31'), (2, 9, '203.0.113.1/31');
INSERT INTO put_prefix VALUES ('192.0.2.64/26', '192.0.2.'),
                              ('203.0.113.0/31', '203.0.113.');
INSERT INTO fact_site (id, name, match_location) VALUES ('HQ', 'Headquarters', 'HQ'),
                                                        ('B2', 'Branch 2', 'B2');
INSERT INTO fact_plan_prefix (prefix, site, vlan, use, role, status)
VALUES -- seen; its IPv6 prefix is not, and makes no segment of its own
       ('192.0.2.64/26', 'HQ', 30, 'STAFF', 'lan', 'active'),
       ('3fff:a10:0:30::/64', 'HQ', 30, 'STAFF', 'lan', 'active'),
       ('203.0.113.0/31', 'HQ', NULL, 'core', 'p2p', 'active'),
       ('3fff:a10:0:fe01::/127', 'HQ', NULL, 'core', 'p2p', 'active'),
       -- behind a silent router: both families are one segment
       ('198.51.100.192/27', 'B2', 210, 'STAFF', 'lan', 'active'),
       ('3fff:a10:2:210::/64', 'B2', 210, 'STAFF', 'lan', 'active'),
       ('203.0.113.206/31', 'B2', NULL, 'WAN to B2', 'p2p', 'active'),
       ('3fff:a10:0:fe08::/127', 'B2', NULL, 'WAN to B2', 'p2p', 'active'),
       ('198.51.100.224/28', NULL, NULL, NULL, 'lan', NULL),
       -- one VLAN, no site: nothing says that they are one
       ('198.51.100.240/29', NULL, 99, 'LAB', 'lan', 'active'),
       ('198.51.100.248/29', NULL, 99, 'LAB', 'lan', 'active'),
       -- not in use: no segment
       ('192.0.2.128/27', 'HQ', 40, 'VOICE', 'lan', 'reserved'),
       ('192.0.2.160/27', 'HQ', 50, 'OLD', 'lan', 'deprecated'),
       ('192.0.2.0/24', 'HQ', NULL, NULL, 'container', 'active'),
       ('203.0.113.228/32', 'HQ', NULL, NULL, 'loopback', 'active');
-- ask
SELECT s.key, s.slug, s.name, s.kind, s.vlan, s.class, s.class_note, s.is_stated
FROM segment s ORDER BY s.id;
SELECT s.name, p.family, p.prefix FROM segment s
JOIN segment_prefix p ON p.segment = s.id ORDER BY s.id, p.prefix_key;
SELECT id, name, source FROM site ORDER BY id;
