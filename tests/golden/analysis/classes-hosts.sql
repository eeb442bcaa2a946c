-- classes: of devices that did not answer, by what their gateway hears
INSERT INTO put_agent VALUES (1, 'gw', NULL), (2, 'gw-cut', NULL);
UPDATE device SET ip_forwarding = 1;
INSERT INTO put_read VALUES (1, 'IP-MIB::ipAddressTable', 'rows'),
                            (1, 'IP-MIB::ipNetToPhysicalTable', 'rows'),
                            (2, 'IP-MIB::ipAddressTable', 'rows'),
                            (2, 'IP-MIB::ipNetToPhysicalTable', 'cut short'),
                            (2, 'IP-MIB::ipNetToMediaTable', 'rows');
INSERT INTO put_port VALUES (1, 1, 'Vlan10', '00:00:5e:00:53:01'),
                            (1, 2, 'Vlan20', '00:00:5e:00:53:01'),
                            (1, 3, 'Vlan30', '00:00:5e:00:53:01'),
                            (2, 1, 'Vlan40', '00:00:5e:00:53:02');
-- VLAN 10 has both families, 20 has IPv4 alone, 30 both but no ND row.
INSERT INTO put_address VALUES (1, 1, '192.0.2.1/26'), (1, 1, '2001:db8:10::1/64'),
                               (1, 2, '192.0.2.65/26'),
                               (1, 3, '192.0.2.129/26'), (1, 3, '2001:db8:30::1/64'),
                               (2, 1, '192.0.2.193/26'), (2, 1, '2001:db8:40::1/64');
INSERT INTO put_prefix VALUES ('192.0.2.64/26', '192.0.2.65'),
                              ('192.0.2.128/26', '192.0.2.129'),
                              ('192.0.2.192/26', '192.0.2.193'),
                              ('192.0.2.0/26', '192.0.2.1'),
                              ('2001:db8:10::/64', '2001:db8:10:'),
                              ('2001:db8:30::/64', '2001:db8:30:'),
                              ('2001:db8:40::/64', '2001:db8:40:');
INSERT INTO put_heard
VALUES (1, 1, '192.0.2.11', '00:00:5e:00:53:11', NULL),
       (1, 1, '2001:db8:10::11', '00:00:5e:00:53:11', 'stale'),
       (1, 1, '192.0.2.12', '00:00:5e:00:53:12', NULL),
       (1, 1, '192.0.2.13', '00:00:5e:00:53:13', NULL),
       (1, 1, 'fe80::13', '00:00:5e:00:53:13', NULL),
       (1, 1, '2001:db8:10::14', '00:00:5e:00:53:14', NULL),
       (1, 1, '192.0.2.15', '00:00:5e:00:53:15', NULL),
       (1, 1, '2001:db8:10::15', '00:00:5e:00:53:15', 'incomplete'),
       (1, 1, '192.0.2.16', '00:00:5e:00:53:16', NULL),
       (1, 1, '2001:db8:10::16', '00:00:5e:00:53:16', NULL),
       (1, 1, '192.0.2.17', '00:00:5e:00:53:17', NULL),
       (1, 1, '192.0.2.62', '00:00:5e:00:01:0a', NULL),
       (1, 2, '192.0.2.71', '00:00:5e:00:53:21', NULL),
       (1, 3, '192.0.2.131', '00:00:5e:00:53:31', NULL),
       (2, 1, '192.0.2.194', '00:00:5e:00:53:41', NULL);
INSERT INTO fact_device (name, role)
VALUES ('both', 'host'), ('IPv4, ND read', 'host'), ('link-local', 'host'),
       ('IPv6', 'host'), ('IPv6 lookup failed', 'host'),
       ('by address, both', 'provider'), ('IPv4, no IPv6 prefix', 'printer'),
       ('IPv4, no ND row there', 'phone'), ('IPv4, ND cut short', 'phone'),
       ('never seen', 'phone'), ('switch that should answer', 'switch');
INSERT INTO fact_device_match
VALUES ('both', 'mac', '00:00:5e:00:53:11'),
       ('IPv4, ND read', 'mac', '00:00:5e:00:53:12'),
       ('link-local', 'mac', '00:00:5e:00:53:13'),
       ('IPv6', 'mac', '00:00:5e:00:53:14'),
       ('IPv6 lookup failed', 'mac', '00:00:5e:00:53:15'),
       ('by address, both', 'address', '192.0.2.16'),
       ('IPv4, no IPv6 prefix', 'mac', '00:00:5e:00:53:21'),
       ('IPv4, no ND row there', 'mac', '00:00:5e:00:53:31'),
       ('IPv4, ND cut short', 'mac', '00:00:5e:00:53:41'),
       ('never seen', 'mac', '00:00:5e:00:53:51'),
       ('switch that should answer', 'mac', '00:00:5e:00:53:17');
-- ask
SELECT name, class, class_note, documented
FROM   page_device WHERE source = 'facts' ORDER BY name;
SELECT segment_name, mac, device_name, has_ipv4, has_ipv6
FROM   page_segment_end WHERE interface IS NULL ORDER BY 1, 2;
