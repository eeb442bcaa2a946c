-- neighbours: each row has a verdict and the words that led to it
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_agent VALUES (3, 'twin', '00:00:5e:00:53:03');
INSERT INTO put_agent VALUES (4, 'twin', '00:00:5e:00:53:04');
INSERT INTO put_port VALUES (1, 1, 'Gi0/1', NULL), (1, 2, 'Gi0/2', NULL),
                            (1, 3, 'Gi0/3', NULL), (1, 4, 'Gi0/4', NULL),
                            (1, 5, 'Gi0/5', NULL), (1, 6, 'Gi0/6', NULL);
INSERT INTO put_address VALUES (2, 1, '192.0.2.2/24'),
                               (2, 1, '2001:db8::2/64');
INSERT INTO put_lldp VALUES (1, 1, '00:00:5e:00:53:02', 'Gi0/1', 'sw2'),
                            (1, 2, NULL, 'Gi0/1', 'twin'),
                            (1, 3, NULL, 'Gi0/1', NULL),
                            (1, 4, '00:00:5e:00:53:01', 'Gi0/4', 'sw1'),
                            (1, 5, '00:00:5e:00:53:99', 'Gi0/1', 'ap9'),
                            (1, 6, NULL, 'Gi0/6', NULL),
                            (1, 7, NULL, 'Gi0/7', NULL),
                            (1, 8, NULL, 'Gi0/8', NULL);
-- Port 6 announces an IPv6 address and port 7 an IPv4 address of sw2.
INSERT INTO adjacency_address (adjacency, family, ip, ip_key)
VALUES (6, 6, '2001:db8::2', zeroblob(16)), (7, 4, '192.0.2.2', zeroblob(16));
-- ask
SELECT local_port_number, verdict, COALESCE(matched_by, 'names nobody'),
       COALESCE(far_name, 'nobody')
FROM   page_match
ORDER  BY local_port_number;
