-- segments: interfaces of one prefix are joined, over both families
INSERT INTO put_agent VALUES (1, 'r1', NULL), (2, 'r2', NULL), (3, 'h3', NULL),
                             (4, 'h4', NULL), (5, 'h5', NULL);
UPDATE device SET ip_forwarding = 1, sys_location = 'HQ' WHERE id IN (1, 2);
INSERT INTO interface (device, if_index, name, type, oper_status)
VALUES (1, 1, 'Vlan20', 135, 'up'), (2, 1, 'irb.20', 135, 'up'),
       (3, 1, 'eth0', 6, 'up'), (4, 1, 'eth0', 6, 'up'),
       (5, 1, 'eth0', 6, 'down'), (1, 2, 'lo0', 24, 'up'),
       (2, 2, 'lo0', 24, 'up');
-- h3 has IPv4 alone, h4 IPv6 alone: r1 has both, and r2 another IPv4 prefix.
INSERT INTO put_address VALUES (1, 1, '192.0.2.1/26'), (1, 1, '2001:db8::1/64'),
                               (3, 1, '192.0.2.3/26'), (4, 1, '2001:db8::4/64'),
                               (2, 1, '192.0.2.65/26'), (2, 1, '2001:db8::2/64'),
                               (5, 1, '192.0.2.5/26');
INSERT INTO put_prefix VALUES ('192.0.2.64/26', '192.0.2.65'),
                              ('192.0.2.0/26', '192.0.2.'),
                              ('2001:db8::/64', '2001:db8::');
-- Neither host addresses nor link-local ones join anything.
INSERT INTO put_address VALUES (1, 2, '198.51.100.1/32'), (2, 2, '198.51.100.1/32'),
                               (1, 2, 'fe80::1/64'), (5, 1, 'fe80::5/64');
INSERT INTO put_prefix VALUES ('198.51.100.1/32', '198.51.100.1'),
                              ('fe80::/64', 'fe80::');
-- ask
SELECT key, slug, name, kind, site, vlan, ipv4_ends, ipv6_ends
FROM   segment ORDER BY key;
SELECT segment_name, device_name, interface_name, is_gateway, has_ipv4, has_ipv6
FROM   page_segment_end ORDER BY segment_name, device_name;
SELECT prefix FROM segment_prefix ORDER BY family, prefix_key;
