-- classes: a link's stroke shows its segment, or the weaker of its devices
INSERT INTO put_agent VALUES (1, 'dual', '00:00:5e:00:53:01'),
                             (2, 'also-dual', '00:00:5e:00:53:02'),
                             (3, 'old', '00:00:5e:00:53:03');
INSERT INTO put_read
SELECT id, 'IP-MIB::ipAddressTable', 'rows' FROM device;
INSERT INTO put_port
SELECT device.id, value, 'e' || value, NULL FROM device, json_each('[1, 2, 3]');
-- On 1 the two share IPv4 alone; 2 is a trunk without addresses.
INSERT INTO put_address VALUES (1, 1, '192.0.2.0/31'), (2, 1, '192.0.2.1/31'),
                               (1, 1, '2001:db8:1::/127'),
                               (2, 3, '2001:db8:2::2/64'), (3, 3, '192.0.2.33/27');
INSERT INTO put_prefix VALUES ('192.0.2.32/27', '192.0.2.33'),
                              ('192.0.2.0/31', '192.0.2.'),
                              ('2001:db8:1::/127', '2001:db8:1:'),
                              ('2001:db8:2::/64', '2001:db8:2:');
INSERT INTO put_lldp VALUES (1, 1, '00:00:5e:00:53:02', 'e1', 'also-dual'),
                            (1, 2, '00:00:5e:00:53:02', 'e2', 'also-dual'),
                            (1, 3, '00:00:5e:00:53:03', 'e2', 'old'),
                            (2, 2, '00:00:5e:00:53:77', '1', 'nobody');
-- ask
SELECT a_name, a_port, b_name, b_port, class, class_note FROM page_link ORDER BY key;
