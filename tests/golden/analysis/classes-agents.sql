-- classes: of devices that answered, by addresses and by what was readable
INSERT INTO put_agent VALUES (1, 'both', NULL), (2, 'IPv4, all read', NULL),
                             (3, 'IPv6, all read', NULL),
                             (4, 'IPv4, table cut short', NULL),
                             (5, 'IPv4, old tables alone', NULL),
                             (6, 'IPv4, old tables of both families', NULL),
                             (7, 'link-local', NULL), (8, '6to4', NULL),
                             (9, 'IPv6 on a port that is down', NULL),
                             (10, 'router that forwards IPv4 alone', NULL),
                             (11, 'no address', NULL), (12, 'no answer', NULL),
                             (13, 'IPv6, ND table alone read', NULL),
                             (14, 'answered on a port that says down', NULL);
INSERT INTO put_port SELECT id, 1, 'eth0', NULL FROM device;
INSERT INTO put_port VALUES (9, 2, 'eth1', NULL);
UPDATE interface SET oper_status = 'down' WHERE name = 'eth1';
UPDATE interface SET oper_status = 'down' WHERE device = 14;
UPDATE device SET address = '2001:db8::e' WHERE id = 14;
INSERT INTO put_address
SELECT id, 1, '192.0.2.' || id || '/24'
FROM   device
WHERE  id NOT IN (3, 11, 12, 13);
INSERT INTO put_address VALUES (1, 1, '2001:db8::1/64'), (3, 1, '2001:db8::3/64'),
                               (7, 1, 'fe80::7/64'), (8, 1, '2002:c000:208::1/48'),
                               (9, 2, '2001:db8::9/64'), (10, 1, '2001:db8::a/64'),
                               (13, 1, '2001:db8::d/64'), (14, 1, '2001:db8::e/64');
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 0 WHERE id = 10;
INSERT INTO put_read
SELECT id, 'IP-MIB::ipAddressTable', 'rows'
FROM   device
WHERE  id NOT IN (4, 5, 6, 11, 12, 13);
INSERT INTO put_read
VALUES (4, 'IP-MIB::ipAddressTable', 'cut short'),
       (4, 'RFC1213-MIB::ipAddrTable', 'rows'),
       (5, 'IP-MIB::ipAddressTable', 'not implemented'),
       (5, 'IPV6-MIB::ipv6AddrTable', 'not implemented'),
       (5, 'RFC1213-MIB::ipAddrTable', 'rows'),
       (6, 'IP-MIB::ipAddressTable', 'not implemented'),
       (6, 'IPV6-MIB::ipv6AddrTable', 'empty'),
       (6, 'RFC1213-MIB::ipAddrTable', 'rows'),
       (11, 'RFC1213-MIB::ipAddrTable', 'rows'),
       (11, 'IPV6-MIB::ipv6AddrTable', 'empty'),
       (12, 'IP-MIB::ipAddressTable', 'no answer'),
       (13, 'IP-MIB::ipAddressTable', 'empty'),
       (13, 'IP-MIB::ipNetToPhysicalTable', 'rows');
-- ask
SELECT d.name, d.class, d.class_note, i.class, i.class_note
FROM   device d
JOIN   interface i ON i.device = d.id AND i.if_index = 1
ORDER  BY d.id;
