-- classes: a LAN has what one of its gateways has
INSERT INTO put_agent VALUES (1, 'gw1', NULL), (2, 'gw2', NULL), (3, 'old', NULL),
                             (4, 'host', NULL);
UPDATE device SET ip_forwarding = id < 4;
INSERT INTO put_read VALUES (1, 'IP-MIB::ipAddressTable', 'rows'),
                            (2, 'IP-MIB::ipAddressTable', 'rows'),
                            (3, 'RFC1213-MIB::ipAddrTable', 'rows'),
                            (4, 'IP-MIB::ipAddressTable', 'rows');
INSERT INTO put_port
SELECT device.id, value, 'Vlan' || (value * 10), NULL
FROM   device, json_each('[1, 2, 3, 4, 5]');
-- 10 both gateways dual-stack by one of them; 20 IPv4 alone; 30 one gateway
-- cannot tell; 40 no gateway at all, though a host has both; 50 a host has both,
-- its gateway IPv4 alone.
INSERT INTO put_address VALUES (1, 1, '192.0.2.1/26'), (2, 1, '192.0.2.2/26'),
                               (2, 1, '2001:db8:10::2/64'),
                               (1, 2, '192.0.2.65/26'), (2, 2, '192.0.2.66/26'),
                               (1, 3, '192.0.2.129/26'), (3, 3, '192.0.2.130/26'),
                               (4, 4, '192.0.2.200/26'), (4, 4, '2001:db8:40::4/64'),
                               (1, 5, '198.51.100.1/24'), (4, 5, '198.51.100.4/24'),
                               (4, 5, '2001:db8:50::4/64');
INSERT INTO put_prefix VALUES ('192.0.2.64/26', '192.0.2.65'),
                              ('192.0.2.64/26', '192.0.2.66'),
                              ('192.0.2.128/26', '192.0.2.129'),
                              ('192.0.2.128/26', '192.0.2.130'),
                              ('192.0.2.192/26', '192.0.2.200'),
                              ('192.0.2.0/26', '192.0.2.'),
                              ('2001:db8:10::/64', '2001:db8:10:'),
                              ('2001:db8:40::/64', '2001:db8:40:'),
                              ('2001:db8:50::/64', '2001:db8:50:'),
                              ('198.51.100.0/24', '198.51.100.');
-- ask
SELECT name, class, class_note FROM page_segment ORDER BY name;
