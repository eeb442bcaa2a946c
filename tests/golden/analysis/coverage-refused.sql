-- classes: a table whose rows made no sense cannot tell what is not there
INSERT INTO put_agent VALUES (1, 'all rows understood', NULL),
                             (2, 'some rows refused', NULL),
                             (3, 'all rows refused', NULL),
                             (4, 'old IPv6 table understood', NULL);
INSERT INTO put_port SELECT id, 1, 'eth0', NULL FROM device;
INSERT INTO put_address
SELECT id, 1, '192.0.2.' || id || '/24'
FROM   device
WHERE  id <> 3;
INSERT INTO coverage (device, question, result, rows, refused)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows', 1, 0),
       (2, 'IP-MIB::ipAddressTable', 'rows', 1, 2),
       (3, 'IP-MIB::ipAddressTable', 'rows', 0, 2),
       (4, 'IP-MIB::ipAddressTable', 'rows', 1, 2),
       (4, 'IPV6-MIB::ipv6AddrTable', 'empty', 0, 0);
-- ask
SELECT name, class, class_note FROM page_device ORDER BY id;
