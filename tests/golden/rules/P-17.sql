-- fires interface r1/eth1
-- fires interface r1/eth2
-- fires segment r1 eth3 - r2 eth3
-- silent segment r1 eth4 - r2 eth4
-- silent interface r1/eth5
-- unknown interface r1/eth6
-- eth1 takes 1,200 octets, eth2 announces more than it takes; the ends of eth3
-- differ, those of eth4 by the header of a frame alone; eth5 has no IPv6.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'r1', 1, 1), (2, 'agent', 'r2', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, mtu, oper_status)
VALUES (11, 1, 1, 'eth1', 6, 1200, 'up'), (12, 1, 2, 'eth2', 6, 1500, 'up'),
       (13, 1, 3, 'eth3', 6, 1500, 'up'), (14, 1, 4, 'eth4', 6, 1500, 'up'),
       (15, 1, 5, 'eth5', 6, 576, 'up'), (16, 1, 6, 'eth6', 6, NULL, 'up'),
       (23, 2, 3, 'eth3', 6, 9000, 'up'), (24, 2, 4, 'eth4', 6, 1514, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows', 9), (1, 'IF-MIB::ifTable', 'rows', 6),
       (2, 'IP-MIB::ipAddressTable', 'rows', 9), (2, 'IF-MIB::ifTable', 'rows', 2);
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT device, id, if_index, 4, '192.0.2.' || (if_index * 4 + device),
       CAST(id AS BLOB), '192.0.2.' || (if_index * 4) || '/30', 30, 'unicast',
       'documentation', 1, 'ipAddressTable'
FROM   interface
UNION  ALL
SELECT device, id, if_index, 6, '2001:db8:' || if_index || '::' || device,
       CAST(id AS BLOB), '2001:db8:' || if_index || '::/64', 64, 'unicast',
       'documentation', 1, 'ipAddressTable'
FROM   interface
WHERE  name <> 'eth5';
INSERT INTO router_advert (device, interface, if_index, sends, lifetime, mtu)
VALUES (1, 12, 2, 1, 1800, 9000), (1, 13, 3, 1, 1800, 1500);
