-- neighbours: an address inside a chassis identifies nobody
INSERT INTO put_agent VALUES (1, 'junos', NULL), (2, 'sw', '00:00:5e:00:53:02');
INSERT INTO put_port VALUES (1, 1, 'em0.0', NULL), (1, 2, 'ge-0/0/0.0', NULL),
                            (2, 1, 'Gi1', NULL), (2, 2, 'Gi2', NULL);
INSERT INTO put_address VALUES (1, 1, '198.18.0.4/15'), (1, 1, '128.0.0.4/2'),
                               (1, 2, '192.0.2.1/24');
INSERT INTO put_prefix VALUES ('198.18.0.0/15', '198.18.'),
                              ('128.0.0.0/2', '128.'),
                              ('192.0.2.0/24', '192.');
INSERT INTO put_lldp VALUES (2, 1, '00:00:5e:00:53:71', 'eth0', 'printer'),
                            (2, 2, '00:00:5e:00:53:72', 'ge-0/0/0', 'other');
INSERT INTO adjacency_address
SELECT id, 4, CASE sys_name WHEN 'other' THEN '192.0.2.1' ELSE '198.18.0.4' END,
       zeroblob(16)
FROM   adjacency;
INSERT INTO put_bgp VALUES (2, '192.0.2.9', '198.18.0.4', 'established'),
                           (2, '192.0.2.9', '192.0.2.1', 'established');
-- ask
SELECT said_name, verdict, matched_by, far_name FROM page_match ORDER BY port;
SELECT ip, far_name, matched_by FROM page_routed_neighbour ORDER BY ip;
SELECT value FROM device_identity WHERE device = 1 ORDER BY value;
