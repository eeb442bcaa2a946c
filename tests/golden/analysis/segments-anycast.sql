-- segments: an address used twice joins those who see one node or one cable
INSERT INTO put_agent
VALUES (1, 'leaf1', NULL), (2, 'leaf2', NULL), (3, 'far', NULL),
       (4, 'br1', NULL), (5, 'br2', NULL), (6, 'pe', NULL),
       (7, 'k1', NULL), (8, 'k2', NULL), (9, 'k3', NULL), (10, 'k4', NULL),
       (11, 'mx1', NULL), (12, 'mx2', NULL);
UPDATE device SET ip_forwarding = 1;
INSERT INTO put_port
VALUES (1, 10, 'Vlan10', '00:00:5e:00:53:01'),
       (2, 10, 'Vlan10', '00:00:5e:00:53:02'),
       (3, 10, 'Vlan10', '00:00:5e:00:53:03'),
       (4, 10, 'Vlan10', '00:00:5e:00:53:04'),
       (5, 10, 'Vlan10', '00:00:5e:00:53:05'),
       (6, 1, 'Vlan10', '00:00:5e:00:53:06'), (6, 2, 'Vlan20', '00:00:5e:00:53:06'),
       (7, 1, 'keep', NULL), (8, 1, 'keep', NULL),
       (9, 1, 'keep', NULL), (10, 1, 'keep', NULL),
       (11, 1, 'em0', NULL), (12, 1, 'em0', NULL);
-- Two chassis, each with its own inside, where all MACs are made up.
INSERT INTO put_address VALUES (11, 1, '203.0.113.129/25'), (12, 1, '203.0.113.129/25');
INSERT INTO put_heard VALUES (11, 1, '203.0.113.200', '02:00:00:00:00:10', NULL),
                             (12, 1, '203.0.113.200', '02:00:00:00:00:10', NULL);
-- Two leaves with an anycast gateway and one host in both caches; a leaf of
-- another hall; two branches; one PE with two customers (VRFs), whose ports
-- share their MAC too.
INSERT INTO put_address
SELECT value, 10, '192.0.2.1/24' FROM json_each('[1, 2, 3, 4, 5]')
UNION ALL SELECT value, 10, '2001:db8:10::1/64' FROM json_each('[1, 2, 3]')
UNION ALL VALUES (6, 1, '198.51.100.1/24'), (6, 2, '198.51.100.1/24');
-- One keepalive prefix on two pairs: a cable shows who belongs together.
INSERT INTO put_address VALUES (7, 1, '203.0.113.1/30'), (8, 1, '203.0.113.2/30'),
                               (9, 1, '203.0.113.1/30'), (10, 1, '203.0.113.2/30');
INSERT INTO put_lldp SELECT 7, 1, NULL, 'keep', 'k2' UNION ALL
                     SELECT 9, 1, NULL, 'keep', 'k4';
INSERT INTO put_heard VALUES (1, 10, '192.0.2.50', '00:00:5e:00:53:50', NULL),
                             (2, 10, '192.0.2.50', '00:00:5e:00:53:50', NULL),
                             (3, 10, '192.0.2.50', '00:00:5e:00:53:51', NULL);
INSERT INTO put_prefix VALUES ('192.0.2.0/24', '192.0.2.'),
                              ('2001:db8:10::/64', '2001:db8:10:'),
                              ('198.51.100.0/24', '198.51.100.'),
                              ('203.0.113.128/25', '203.0.113.129'),
                              ('203.0.113.0/30', '203.0.113.');
-- ask
SELECT (SELECT GROUP_CONCAT(device_name || ' ' || interface_name, ', ')
        FROM   (SELECT *
                FROM   page_segment_end e
                WHERE  e.segment = g.id
                ORDER  BY e.id)) AS ends,
       kind, vlan
FROM   page_segment g
ORDER  BY ends;
