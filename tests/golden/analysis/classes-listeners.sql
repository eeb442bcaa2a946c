-- classes: absent is what every gateway of the LAN could have heard
INSERT INTO put_agent VALUES (1, 'gw1', NULL), (2, 'gw2', NULL), (3, 'linux', NULL);
UPDATE device SET ip_forwarding = 1;
UPDATE device SET sys_object_id = '1.3.6.1.4.1.8072.3.2.10' WHERE id = 3;
INSERT INTO put_read
VALUES (1, 'IP-MIB::ipAddressTable', 'rows'),
       (1, 'IP-MIB::ipNetToPhysicalTable', 'rows'),
       (2, 'IP-MIB::ipAddressTable', 'rows'),
       (2, 'IP-MIB::ipNetToPhysicalTable', 'cut short'),
       (2, 'IP-MIB::ipNetToMediaTable', 'rows'),
       (3, 'IP-MIB::ipAddressTable', 'rows'),
       (3, 'IP-MIB::ipNetToPhysicalTable', 'rows');
INSERT INTO put_port
SELECT 1, value, 'Vlan' || value || '0', '00:00:5e:00:53:01'
FROM   json_each('[1, 2, 3]')
UNION ALL VALUES (2, 2, 'Vlan20', '00:00:5e:00:53:02'),
                 (3, 4, 'eth0', '00:00:5e:00:53:03');
-- VLAN 10 has one gateway, 20 a second one whose ND cache was cut short; in 30
-- the ND cache shows the gateway alone. eth0 is a host with containers: what
-- leaves by its default route does not come from that LAN.
INSERT INTO put_address
VALUES (1, 1, '192.0.2.1/26'), (1, 1, '2001:db8:10::1/64'),
       (1, 2, '192.0.2.65/26'), (1, 2, '2001:db8:20::1/64'),
       (2, 2, '192.0.2.66/26'), (2, 2, '2001:db8:20::2/64'),
       (1, 3, '192.0.2.129/26'), (1, 3, '2001:db8:30::1/64'),
       (3, 4, '192.0.2.200/26');
INSERT INTO route (device, family, prefix, next_hop, interface, if_index, source)
SELECT device, 4, '0.0.0.0/0', '192.0.2.193', id, if_index, 'inetCidrRouteTable'
FROM   interface
WHERE  name = 'eth0';
INSERT INTO put_prefix
VALUES ('192.0.2.128/26', '192.0.2.129'), ('192.0.2.64/26', '192.0.2.65'),
       ('192.0.2.64/26', '192.0.2.66'), ('192.0.2.0/26', '192.0.2.1'),
       ('192.0.2.192/26', '192.0.2.200'),
       ('2001:db8:10::/64', '2001:db8:10:'),
       ('2001:db8:20::/64', '2001:db8:20:'),
       ('2001:db8:30::/64', '2001:db8:30:');
INSERT INTO put_heard
VALUES (1, 1, '192.0.2.11', '00:00:5e:00:53:11', NULL),
       (1, 1, 'fe80::99', '00:00:5e:00:53:99', NULL),
       (1, 2, '192.0.2.71', '00:00:5e:00:53:21', NULL),
       (1, 2, 'fe80::99', '00:00:5e:00:53:99', NULL),
       (2, 2, '192.0.2.72', '00:00:5e:00:53:22', NULL),
       (1, 3, '192.0.2.131', '00:00:5e:00:53:31', NULL),
       (1, 3, 'fe80::1', '00:00:5e:00:53:01', NULL);
UPDATE neighbour SET type = 'local' WHERE ip = 'fe80::1';
INSERT INTO fact_device (name, role) VALUES ('one gateway', 'phone'),
                                            ('a deaf gateway too', 'phone'),
                                            ('an ND cache of its own', 'phone');
INSERT INTO fact_device_match
VALUES ('one gateway', 'mac', '00:00:5e:00:53:11'),
       ('a deaf gateway too', 'mac', '00:00:5e:00:53:21'),
       ('an ND cache of its own', 'mac', '00:00:5e:00:53:31');
-- ask
SELECT name, class, class_note FROM page_device WHERE source = 'facts' ORDER BY id;
SELECT name, class, class_note FROM page_segment ORDER BY name;
