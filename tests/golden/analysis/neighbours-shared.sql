-- neighbours: what two devices share, or any device may have, matches nobody
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'r2', '00:00:5e:00:53:02');
INSERT INTO put_agent VALUES (3, 'r3', '00:00:5e:00:53:03');
INSERT INTO put_port VALUES (1, 1, 'Gi0/1', NULL),
                            (2, 1, 'vrrp', '00:00:5e:00:01:0a'),
                            (2, 2, 'lan', '00:00:5e:00:53:aa'),
                            (3, 2, 'lan', '00:00:5e:00:53:aa');
INSERT INTO put_address VALUES (2, 2, '192.0.2.1/24'), (3, 2, '192.0.2.1/24'),
                               (2, 2, '2001:db8::1/64'), (3, 2, '2001:db8::1/64'),
                               (2, 2, '192.0.2.2/24'), (2, 2, 'fe80::2/64'),
                               (3, 2, '2001:db8::3/64');
-- A virtual MAC, a MAC of two devices, addresses of two, a link-local one.
INSERT INTO put_lldp VALUES (1, 1, '00:00:5e:00:01:0a', 'a', 'by virtual MAC'),
                            (1, 1, '00:00:5e:00:53:aa', 'b', 'by shared MAC'),
                            (1, 1, NULL, 'c', 'by shared IPv4'),
                            (1, 1, NULL, 'd', 'by shared IPv6'),
                            (1, 1, NULL, 'e', 'by link-local'),
                            (1, 1, '00:00:5e:00:53:bb', 'f', 'by another chassis'),
                            (1, 1, NULL, 'g', 'by own IPv4'),
                            (1, 1, NULL, 'h', 'by own IPv6'),
                            (1, 1, NULL, 'i', 'by chassis address');
INSERT INTO adjacency_address
SELECT id, CASE WHEN ip LIKE '%:%' THEN 6 ELSE 4 END, ip, zeroblob(16)
FROM   adjacency
JOIN   (SELECT 'c' AS port, '192.0.2.1' AS ip
        UNION ALL VALUES ('d', '2001:db8::1'), ('e', 'fe80::2'),
                         ('f', '192.0.2.2'), ('g', '192.0.2.2'),
                         ('h', '2001:db8::3')) ON port = port_id;
UPDATE adjacency
SET    chassis_id_subtype = 'network address',
       chassis_id = '2001:db8::3'
WHERE  port_id = 'i';
-- ask
SELECT a.sys_name, d.source, CASE d.source WHEN 'agent' THEN d.name END,
       a.matched_by
FROM   adjacency a
JOIN   device d ON d.id = a.far_device
ORDER  BY a.id;
