-- segments: a MAC at which an end's own address is heard is no other end; and
-- the inside of a chassis is no segment
INSERT INTO put_agent VALUES (1, 'r1', NULL), (2, 'r2', NULL);
UPDATE device SET ip_forwarding = 1;
INSERT INTO put_port VALUES (1, 1, 'xe-0/0/0.0', NULL), (2, 1, 'xe-0/0/1.0', NULL),
                            (1, 2, 'bme0', NULL);
INSERT INTO put_address VALUES (1, 1, '192.0.2.1/30'), (2, 1, '192.0.2.2/30'),
                               (1, 1, '2001:db8::1/126'), (2, 1, '2001:db8::2/126'),
                               (1, 2, '192.0.2.77/2');
INSERT INTO put_prefix VALUES ('192.0.2.0/30', '192.0.2.'),
                              ('192.0.0.0/2', '192.0.2.77'),
                              ('2001:db8::/126', '2001:db8:');
INSERT INTO put_heard VALUES (1, 1, '192.0.2.2', '00:00:5e:00:53:02', NULL),
                             (2, 1, '2001:db8::1', '00:00:5e:00:53:01', NULL),
                             (2, 1, '192.0.2.3', '00:00:5e:00:53:03', NULL);
-- ask
SELECT e.device_name, e.interface_name, e.mac, g.kind
FROM   page_segment_end e
JOIN   segment g ON g.id = e.segment
ORDER  BY e.id;
