-- segments: a prefix used in two places joins only what ARP and ND confirm
INSERT INTO put_agent VALUES (1, 'r1', NULL), (2, 'r2', NULL), (3, 'h1', NULL),
                             (4, 'h2', NULL), (5, 'g1', NULL), (6, 'g2', NULL);
UPDATE device SET ip_forwarding = 1 WHERE id IN (1, 2, 5, 6);
INSERT INTO put_port VALUES (1, 1, 'lan', '00:00:5e:00:53:01'),
                            (2, 1, 'lan', '00:00:5e:00:53:02'),
                            (3, 1, 'eth0', '00:00:5e:00:53:03'),
                            (4, 1, 'eth0', '00:00:5e:00:53:04'),
                            (5, 1, 'lan', '00:00:5e:00:53:05'),
                            (6, 1, 'lan', '00:00:5e:00:53:06');
-- Two branches, each with the same gateway address and one host.
INSERT INTO put_address VALUES (1, 1, '192.0.2.1/24'), (2, 1, '192.0.2.1/24'),
                               (3, 1, '192.0.2.30/24'), (4, 1, '192.0.2.40/24'),
                               (1, 1, 'fd00::1/64'), (2, 1, 'fd00::1/64');
INSERT INTO put_heard VALUES (1, 1, '192.0.2.30', '00:00:5e:00:53:03', NULL),
                             (2, 1, '192.0.2.40', '00:00:5e:00:53:04', NULL);
-- Two gateways that share a virtual address stay on one segment.
INSERT INTO put_address VALUES (5, 1, '198.51.100.2/24'), (5, 1, '198.51.100.1/24'),
                               (6, 1, '198.51.100.3/24'), (6, 1, '198.51.100.1/24');
INSERT INTO put_prefix VALUES ('192.0.2.0/24', '192.0.2.'),
                              ('198.51.100.0/24', '198.51.100.'),
                              ('fd00::/64', 'fd00::');
-- ask
SELECT segment, device_name FROM page_segment_end ORDER BY 1, 2;
SELECT COUNT(DISTINCT key), COUNT(DISTINCT slug), COUNT(*) FROM segment;
