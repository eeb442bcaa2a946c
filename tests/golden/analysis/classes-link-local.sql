-- classes: routers that speak IPv6 over link-local addresses alone (RFC 7404)
INSERT INTO put_agent (id, sys_name)
VALUES (1, 'r1'), (2, 'r2');
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 1;
INSERT INTO put_port (device, if_index, name)
SELECT id, column1, 'eth' || column1
FROM   device, (VALUES (1), (2), (3));
INSERT INTO put_read (device, question, result)
SELECT id, 'IP-MIB::ipAddressTable', 'rows' FROM device;
INSERT INTO put_address (device, port, p)
SELECT i.device, i.if_index, column1 || (2 * i.if_index + i.device - 1) || column2
FROM   interface i, (VALUES ('192.0.2.', '/31'), ('fe80::', '/64'));
UPDATE address
SET    prefix = CASE family WHEN 6 THEN 'fe80::/64'
                ELSE '192.0.2.' || (2 * if_index) || '/31' END;
-- Of eth1 OSPFv3 is up, of eth2 it is not; of eth3 IS-IS is.
INSERT INTO put_igp (device, protocol, port, remote_id, ip, state)
VALUES (1, 'OSPFv3', 1, '198.51.100.2', NULL, 'full'),
       (2, 'OSPFv3', 1, '198.51.100.1', NULL, 'full'),
       (1, 'OSPFv3', 2, '198.51.100.2', NULL, 'down'),
       (1, 'IS-IS', 3, '0001.0002.0002', 'fe80::7', 'up'),
       (2, 'IS-IS', 3, '0001.0002.0001', 'fe80::6', 'up');
-- ask
SELECT name, class, class_note FROM segment ORDER BY key;
SELECT subject FROM finding WHERE rule = 'P-01';
SELECT part, total FROM metric WHERE id IN ('K4', 'K5');
SELECT metric, class, objects
FROM   metric_class
WHERE  metric IN ('K4', 'K5')
ORDER  BY metric, class;
