-- fires interface r1/eth1
-- fires interface r1/eth2
-- silent interface r1/eth3
-- silent interface r1/eth4
-- silent interface r1/eth5
-- unknown interface r2/eth1
-- eth1: OSPFv2 alone; eth2: IS-IS of IPv4 alone; eth3: OSPFv3 too; eth4: IS-IS of
-- both; eth5 has no IPv6 address. r2 does not tell OSPFv3.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'r1', 1, 1), (2, 'agent', 'r2', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (11, 1, 1, 'eth1', 6, 'up'), (12, 1, 2, 'eth2', 6, 'up'),
       (13, 1, 3, 'eth3', 6, 'up'), (14, 1, 4, 'eth4', 6, 'up'),
       (15, 1, 5, 'eth5', 6, 'up'), (21, 2, 1, 'eth1', 6, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows', 9),
       (1, 'OSPFV3-MIB::ospfv3NbrTable', 'rows', 1),
       (1, 'ISIS-MIB::isisISAdjIPAddrTable', 'rows', 3),
       (2, 'IP-MIB::ipAddressTable', 'rows', 2),
       (2, 'OSPFV3-MIB::ospfv3NbrTable', 'not implemented', 0);
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT device, id, if_index, 4, '192.0.2.' || (id * 4 + 2), CAST(id AS BLOB),
       '192.0.2.' || (id * 4) || '/30', 30, 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   interface
UNION  ALL
SELECT device, id, if_index, 6, '2001:db8:' || id || '::2', CAST(id AS BLOB),
       '2001:db8:' || id || '::/64', 64, 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   interface
WHERE  name <> 'eth5';
INSERT INTO igp_neighbour (id, device, protocol, interface, if_index, remote_id,
                           state)
VALUES (1, 1, 'OSPFv2', 11, 1, '192.0.2.201', 'full'),
       (2, 1, 'IS-IS', 12, 2, '0001.0002.0003', 'up'),
       (3, 1, 'OSPFv2', 13, 3, '192.0.2.203', 'full'),
       (4, 1, 'OSPFv3', 13, 3, '192.0.2.203', 'full'),
       (5, 1, 'IS-IS', 14, 4, '0001.0002.0004', 'up'),
       (6, 1, 'OSPFv2', 15, 5, '192.0.2.205', 'full'),
       (7, 2, 'OSPFv2', 21, 1, '192.0.2.206', 'full');
INSERT INTO igp_neighbour_address (neighbour, family, ip, ip_key)
VALUES (2, 4, '192.0.2.49', x'01'), (5, 4, '192.0.2.57', x'02'),
       (5, 6, 'fe80::57', x'03');
