-- fires routed_link r1 e1 - r2 e1
-- silent routed_link r1 e2 - r3 e1
-- unknown routed_link r1 e3 - r4 e1
-- OSPFv3 runs on three lines: on link-local addresses, on a prefix, and to a
-- router of which no table of IPv6 was read.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'r1', 1, 1), (2, 'agent', 'r2', 1, 1),
       (3, 'agent', 'r3', 1, 1), (4, 'agent', 'r4', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 1, 'e1', 6, 'up'), (2, 1, 2, 'e2', 6, 'up'),
       (3, 1, 3, 'e3', 6, 'up'), (4, 2, 1, 'e1', 6, 'up'),
       (5, 3, 1, 'e1', 6, 'up'), (6, 4, 1, 'e1', 6, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows', 5),
       (2, 'IP-MIB::ipAddressTable', 'rows', 2),
       (3, 'IP-MIB::ipAddressTable', 'rows', 3),
       (4, 'RFC1213-MIB::ipAddrTable', 'rows', 1);
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (1, 1, 1, '192.0.2.0', 31, '192.0.2.0/31'),
               (2, 4, 1, '192.0.2.1', 31, '192.0.2.0/31'),
               (1, 1, 1, 'fe80::11', 64, 'fe80::/64'),
               (2, 4, 1, 'fe80::21', 64, 'fe80::/64'),
               (1, 2, 2, '192.0.2.2', 31, '192.0.2.2/31'),
               (3, 5, 1, '192.0.2.3', 31, '192.0.2.2/31'),
               (1, 2, 2, '2001:db8:2::', 127, '2001:db8:2::/127'),
               (3, 5, 1, '2001:db8:2::1', 127, '2001:db8:2::/127'),
               (1, 2, 2, 'fe80::12', 64, 'fe80::/64'),
               (3, 5, 1, 'fe80::31', 64, 'fe80::/64'),
               (1, 3, 3, '192.0.2.4', 31, '192.0.2.4/31'),
               (1, 3, 3, 'fe80::13', 64, 'fe80::/64'),
               (4, 6, 1, '192.0.2.5', 31, '192.0.2.4/31'));
INSERT INTO igp_neighbour (id, device, protocol, interface, if_index,
                           remote_id, state)
VALUES (1, 1, 'OSPFv3', 1, 1, '192.0.2.1', 'full'),
       (2, 1, 'OSPFv3', 2, 2, '192.0.2.3', 'full'),
       (3, 4, 'OSPFv3', 6, 1, '192.0.2.4', 'full');
INSERT INTO igp_neighbour_address (neighbour, family, ip, ip_key)
VALUES (1, 6, 'fe80::21', CAST('fe80::21' AS BLOB)),
       (2, 6, 'fe80::31', CAST('fe80::31' AS BLOB)),
       (3, 6, 'fe80::13', CAST('fe80::13' AS BLOB));
