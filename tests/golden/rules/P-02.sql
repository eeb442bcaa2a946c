-- fires segment r1 eth1 - r2 eth1
-- silent segment r1 eth2 - r2 eth2
-- silent segment r1 eth3 - r2 eth3
-- unknown segment r1 eth4 - r3 eth1
-- eth2 has IPv6 at both ends, eth3 at none; r3 has only tables of IPv4.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'r1', 1, 1), (2, 'agent', 'r2', 1, 1),
       (3, 'agent', 'r3', 1, NULL);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (11, 1, 1, 'eth1', 6, 'up'), (21, 2, 1, 'eth1', 6, 'up'),
       (12, 1, 2, 'eth2', 6, 'up'), (22, 2, 2, 'eth2', 6, 'up'),
       (13, 1, 3, 'eth3', 6, 'up'), (23, 2, 3, 'eth3', 6, 'up'),
       (14, 1, 4, 'eth4', 6, 'up'), (31, 3, 1, 'eth1', 6, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows', 9),
       (2, 'IP-MIB::ipAddressTable', 'rows', 9),
       (3, 'RFC1213-MIB::ipAddrTable', 'rows', 1);
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT column1 / 10, column1, column1 % 10,
       CASE WHEN column2 LIKE '%:%' THEN 6 ELSE 4 END, column2,
       CAST(column2 AS BLOB), column3,
       SUBSTR(column3, INSTR(column3, '/') + 1), 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   (VALUES (11, '192.0.2.0', '192.0.2.0/31'),
               (21, '192.0.2.1', '192.0.2.0/31'),
               (11, '2001:db8:1::', '2001:db8:1::/127'),
               (12, '192.0.2.2', '192.0.2.2/31'),
               (22, '192.0.2.3', '192.0.2.2/31'),
               (12, '2001:db8:2::', '2001:db8:2::/127'),
               (22, '2001:db8:2::1', '2001:db8:2::/127'),
               (13, '192.0.2.4', '192.0.2.4/31'),
               (23, '192.0.2.5', '192.0.2.4/31'),
               (14, '192.0.2.6', '192.0.2.6/31'),
               (31, '192.0.2.7', '192.0.2.6/31'),
               (14, '2001:db8:4::', '2001:db8:4::/127'));
