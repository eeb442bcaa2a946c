-- fires device host1
-- silent device host2
-- silent device host4
-- unknown device host3
-- In VLAN 20 host1 sends to a stranger, host2 to the gateway. Only host3 was read
-- in VLAN 30. In VLAN 40 the next hop speaks OSPFv3. Routes of IPv4 do not count.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'gw1', 1, 1), (2, 'agent', 'host1', 0, 0),
       (3, 'agent', 'host2', 0, 0), (4, 'agent', 'host3', 0, 0),
       (5, 'agent', 'host4', 0, 0);
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
VALUES (1, 1, 20, 'Vlan20', 135, '00:00:5e:00:53:01', 'up'),
       (2, 2, 2, 'eth0', 6, '00:00:5e:00:53:02', 'up'),
       (3, 3, 2, 'eth0', 6, '00:00:5e:00:53:03', 'up'),
       (4, 4, 2, 'eth0', 6, '00:00:5e:00:53:04', 'up'),
       (5, 1, 40, 'Vlan40', 135, '00:00:5e:00:53:01', 'up'),
       (6, 5, 2, 'eth0', 6, '00:00:5e:00:53:05', 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (2, 'IP-FORWARD-MIB::inetCidrRouteTable (::/0)', 'rows', 1);
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (1, 1, 20, '2001:db8:20::1', 64, '2001:db8:20::/64'),
               (2, 2, 2, '2001:db8:20::2', 64, '2001:db8:20::/64'),
               (3, 3, 2, '2001:db8:20::3', 64, '2001:db8:20::/64'),
               (4, 4, 2, '2001:db8:30::4', 64, '2001:db8:30::/64'),
               (1, 5, 40, '2001:db8:40::1', 64, '2001:db8:40::/64'),
               (5, 6, 2, '2001:db8:40::5', 64, '2001:db8:40::/64'));
INSERT INTO route (device, family, prefix, next_hop, next_hop_key, interface,
                   if_index, type, protocol, source)
VALUES (2, 6, '::/0', '2001:db8:20::66', x'66', 2, 2, 'remote', 'netmgmt',
        'inetCidrRouteTable'),
       (2, 4, '0.0.0.0/0', '192.0.2.66', x'67', 2, 2, 'remote', 'netmgmt',
        'inetCidrRouteTable'),
       (3, 6, '::/0', '2001:db8:20::1', x'01', 3, 2, 'remote', 'netmgmt',
        'inetCidrRouteTable'),
       (4, 6, '::/0', 'fe80::31', x'31', 4, 2, 'remote', 'netmgmt',
        'inetCidrRouteTable'),
       (5, 6, '2001:db8:ffff::/48', 'fe80::41', x'41', 6, 2, 'remote', 'ospf',
        'inetCidrRouteTable');
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
                       kind, type, state, sources)
VALUES (2, 2, 2, 6, '2001:db8:20::66', x'66', '00:00:5e:00:53:66',
        'documentation', 'dynamic', 'reachable', 'ipNetToPhysicalTable'),
       (5, 6, 2, 6, 'fe80::41', x'41', '00:00:5e:00:53:41', 'link-local',
        'dynamic', 'reachable', 'ipNetToPhysicalTable');
INSERT INTO igp_neighbour (id, device, protocol, interface, if_index,
                           remote_id, state)
VALUES (1, 5, 'OSPFv3', 6, 2, '192.0.2.41', 'full');
INSERT INTO igp_neighbour_address (neighbour, family, ip, ip_key)
VALUES (1, 6, 'fe80::41', x'41');
