-- point-to-point: what is no half, and what only looks like IPv6
INSERT INTO put_agent VALUES (1, 'r1', NULL), (2, 'r2', NULL);
UPDATE device SET ip_forwarding = 1;
INSERT INTO put_read
SELECT device.id, value, 'rows'
FROM   device, json_each('["IP-MIB::ipAddressTable",
                           "IP-MIB::ipNetToPhysicalTable"]');
INSERT INTO put_port
SELECT device.id, value, 'e' || value, NULL
FROM   device, json_each('[1, 2, 3, 4]');
-- 1 link-local addresses beside IPv4; 2 both have IPv6, in two prefixes; 3 a
-- silent peer on a port whose ND cache shows nobody; 4 one whose cache shows it.
INSERT INTO put_address
VALUES (1, 1, '192.0.2.0/31'), (2, 1, '192.0.2.1/31'),
       (1, 1, 'fe80::1/64'), (2, 1, 'fe80::2/64'),
       (1, 2, '192.0.2.2/31'), (2, 2, '192.0.2.3/31'),
       (1, 2, '2001:db8:2::/127'), (2, 2, '2001:db8:2::3/64'),
       (1, 3, '192.0.2.4/31'), (1, 3, '2001:db8:3::/127'),
       (1, 4, '192.0.2.6/31'), (1, 4, '2001:db8:4::/127');
INSERT INTO put_prefix
VALUES ('192.0.2.0/31', '192.0.2.0'), ('192.0.2.0/31', '192.0.2.1'),
       ('192.0.2.2/31', '192.0.2.2'), ('192.0.2.2/31', '192.0.2.3'),
       ('192.0.2.4/31', '192.0.2.4'), ('192.0.2.6/31', '192.0.2.6'),
       ('2001:db8:2::/127', '2001:db8:2::'), ('2001:db8:2::/64', '2001:db8:2::'),
       ('2001:db8:3::/127', '2001:db8:3::'), ('2001:db8:4::/127', '2001:db8:4::');
INSERT INTO put_heard
VALUES (1, 3, '192.0.2.5', '00:00:5e:00:53:33', NULL),
       (1, 4, '192.0.2.7', '00:00:5e:00:53:44', NULL),
       (1, 4, 'fe80::44', '00:00:5e:00:53:44', NULL);
-- ask
SELECT p.prefix, g.kind, g.class, g.class_note, g.ipv4_ends, g.ipv6_ends
FROM   page_segment g
JOIN   segment_prefix p ON p.segment = g.id AND p.family = 4
ORDER  BY p.prefix_key, p.prefix;
