-- segments: the inside of a chassis is no LAN, its cards are no hosts
INSERT INTO put_agent VALUES (1, 'r1', NULL), (2, 'r2', NULL);
UPDATE device SET ip_forwarding = 1;
INSERT INTO put_port VALUES (1, 1, 'em0.0', '02:00:00:00:00:04'),
                            (1, 2, 'ge-1/0/0.0', '00:00:5e:00:53:02'),
                            (2, 1, 'fxp1.0', '02:00:00:00:00:04'),
                            (2, 2, 'lan', '00:00:5e:00:53:04');
INSERT INTO put_address VALUES (1, 1, '198.18.0.4/15'), (1, 1, '128.0.0.1/2'),
                               (2, 1, '198.18.0.4/15'), (2, 1, '128.0.0.4/2'),
                               (1, 2, '192.0.2.1/24'), (2, 2, '198.18.9.1/15');
INSERT INTO put_prefix VALUES ('198.18.0.0/15', '198.18.'), ('128.0.0.0/2', '128.'),
                              ('192.0.2.0/24', '192.');
INSERT INTO put_heard VALUES (1, 1, '198.18.0.17', '02:00:00:00:00:11', NULL),
                             (1, 1, '128.0.0.17', '02:00:00:00:00:11', NULL),
                             (2, 2, '198.18.9.9', '00:00:5e:00:53:99', NULL);
-- ask
SELECT s.name, e.device_name, e.interface_name
FROM   page_segment_end e
JOIN   segment s ON s.id = e.segment
WHERE  e.interface_name IS NOT NULL
ORDER  BY s.name, e.device_name;
SELECT mac FROM host ORDER BY mac;
