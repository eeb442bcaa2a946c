-- classes: absent is nothing in a VRF whose cache was cut short
INSERT INTO put_agent VALUES (1, 'gw', NULL);
UPDATE device SET ip_forwarding = 1;
INSERT INTO put_read
VALUES (1, 'IP-MIB::ipAddressTable', 'rows'),
       (1, 'IP-MIB::ipNetToPhysicalTable', 'rows'),
       (1, 'IP-MIB::ipNetToPhysicalTable, each VRF', 'cut short');
INSERT INTO put_port VALUES (1, 1, 'Vlan10', '00:00:5e:00:53:01'),
                            (1, 2, 'Vlan20', '00:00:5e:00:53:01');
INSERT INTO vrf_interface VALUES (1, 'red', 2);
INSERT INTO put_address
VALUES (1, 1, '192.0.2.1/26'), (1, 1, '2001:db8:10::1/64'),
       (1, 2, '192.0.2.65/26'), (1, 2, '2001:db8:20::1/64');
INSERT INTO put_prefix
VALUES ('192.0.2.0/26', '192.0.2.1'), ('192.0.2.64/26', '192.0.2.65'),
       ('2001:db8:10::/64', '2001:db8:10:'),
       ('2001:db8:20::/64', '2001:db8:20:');
INSERT INTO put_heard
VALUES (1, 1, '192.0.2.11', '00:00:5e:00:53:11', NULL),
       (1, 1, 'fe80::99', '00:00:5e:00:53:99', NULL),
       (1, 2, '192.0.2.71', '00:00:5e:00:53:21', NULL),
       (1, 2, 'fe80::99', '00:00:5e:00:53:99', NULL);
-- ask
SELECT h.mac, s.name, h.class, h.class_note
FROM   host h
JOIN   segment s ON s.id = h.segment
ORDER  BY s.name, h.mac;
