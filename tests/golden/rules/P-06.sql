-- fires device mixed
-- silent device apart
-- silent device labelled
-- silent device down
-- silent device none
-- unknown device untold
-- labelled carries IPv6 over IPv4 with labels (6PE). The session of down fell;
-- none agreed on IPv6 and got no route.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'mixed', 1, 1), (2, 'agent', 'apart', 1, 1),
       (3, 'agent', 'labelled', 1, 1), (4, 'agent', 'untold', 1, 1),
       (5, 'agent', 'down', 1, 1), (6, 'agent', 'none', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
SELECT id * 10 + 1, id, 1, 'eth1', 6, 'up' FROM device;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 2 FROM device;
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT id, id * 10 + 1, 1, 4, '192.0.2.' || (id * 4 + 2), CAST(id AS BLOB),
       '192.0.2.' || (id * 4) || '/30', 30, 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   device
UNION  ALL
SELECT id, id * 10 + 1, 1, 6, '2001:db8:' || id || '::2', CAST(id AS BLOB),
       '2001:db8:' || id || '::/64', 64, 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   device;
INSERT INTO bgp_peer (device, instance, family, peer_ip, peer_ip_key, if_index,
                      remote_as, state, sources)
SELECT id, 0, 4, '192.0.2.' || (id * 4 + 1), CAST(id AS BLOB), 0, 64496,
       CASE sys_name WHEN 'down' THEN 'idle' ELSE 'established' END,
       'cbgpPeer2Table'
FROM   device;
INSERT INTO bgp_family (device, peer_ip, peer_ip_key, afi, safi, accepted)
VALUES (1, '192.0.2.5', x'01', 1, 1, 10), (1, '192.0.2.5', x'01', 2, 1, 10),
       (2, '192.0.2.9', x'02', 1, 1, 10),
       (2, '2001:db8:2::1', x'03', 2, 1, 10),
       (3, '192.0.2.13', x'04', 2, 4, 10),
       (5, '192.0.2.21', x'05', 2, 1, 10), (6, '192.0.2.25', x'06', 2, 1, 0);
