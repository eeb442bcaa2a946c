-- segments: a prefix in several VRFs joins what ARP, ND or a cable joins
INSERT INTO put_agent VALUES (1, 'pe1', '00:00:5e:00:53:01'),
                             (2, 'pe2', '00:00:5e:00:53:02'),
                             (3, 'ce', NULL), (4, 'ce2', NULL);
UPDATE device SET ip_forwarding = 1;
INSERT INTO put_port VALUES (1, 1, 'red', '00:00:5e:00:53:11'),
                            (1, 2, 'blue', '00:00:5e:00:53:12'),
                            (1, 3, 'green', '00:00:5e:00:53:13'),
                            (1, 4, 'main', '00:00:5e:00:53:14'),
                            (2, 1, 'red', '00:00:5e:00:53:21'),
                            (2, 2, 'blue', '00:00:5e:00:53:22'),
                            (2, 3, 'green', '00:00:5e:00:53:23'),
                            (3, 1, 'eth0', '00:00:5e:00:53:31'),
                            (4, 1, 'eth0', '00:00:5e:00:53:41');
INSERT INTO vrf_interface VALUES (1, 'red', 1), (1, 'blue', 2), (1, 'green', 3),
                                 (2, 'red', 1), (2, 'blue', 2), (2, 'green', 3);
-- No address stands twice, but pe1's red and pe2's blue do not meet.
INSERT INTO put_address VALUES (1, 1, '192.0.2.1/30'), (2, 2, '192.0.2.2/30');
-- One VRF on two devices; its neighbour in the main table of one is another.
INSERT INTO put_address VALUES (1, 3, '2001:db8:3::1/64'),
                               (2, 3, '2001:db8:3::2/64'),
                               (1, 4, '2001:db8:3::3/64');
-- Two VRFs of one device; a customer is heard in one of them.
INSERT INTO put_address VALUES (1, 1, '2001:db8:1::1/64'),
                               (1, 2, '2001:db8:1::2/64'),
                               (3, 1, '2001:db8:1::3/64');
INSERT INTO put_heard VALUES (1, 2, '2001:db8:1::3', '00:00:5e:00:53:31', NULL);
-- What is heard in both tells no place.
INSERT INTO put_heard VALUES (1, 1, '2001:db8:1::9', '00:00:5e:00:53:99', NULL),
                             (1, 2, '2001:db8:1::9', '00:00:5e:00:53:99', NULL);
-- A customer's main table is no other VRF.
INSERT INTO put_address VALUES (2, 1, '198.51.100.1/30'),
                               (4, 1, '198.51.100.2/30');
INSERT INTO put_prefix VALUES ('192.0.2.0/30', '192.0.2.'),
                              ('198.51.100.0/30', '198.51.100.'),
                              ('2001:db8:1::/64', '2001:db8:1:'),
                              ('2001:db8:3::/64', '2001:db8:3:');
-- ask
SELECT segment, device_name, interface_name
FROM   page_segment_end
WHERE  interface_name IS NOT NULL
ORDER  BY segment, device_name, interface_name;
SELECT a_name, a_port, b_name, b_port, protocols, evidence
FROM   page_routed_link
ORDER  BY key;
