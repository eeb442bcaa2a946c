-- fires segment none VLAN 20
-- fires segment none VLAN 60
-- silent segment none VLAN 30
-- silent segment none VLAN 40
-- unknown segment none VLAN 50
-- unknown segment none VLAN 70
-- VLAN 30 shares both, 40 has no IPv6. r2, on 50, has VRRP of IPv4 alone. On 60
-- both routers advertise themselves. 70 shares by HSRP.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'r1', 1, 1), (2, 'agent', 'r2', 1, 1),
       (3, 'agent', 'r3', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (11, 1, 1, 'Vlan20', 135, 'up'), (12, 1, 2, 'Vlan30', 135, 'up'),
       (13, 1, 3, 'Vlan40', 135, 'up'), (21, 2, 1, 'Vlan50', 135, 'up'),
       (14, 1, 4, 'Vlan60', 135, 'up'), (34, 3, 4, 'Vlan60', 135, 'up'),
       (15, 1, 5, 'Vlan70', 135, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows', 9),
       (2, 'IP-MIB::ipAddressTable', 'rows', 2),
       (3, 'IP-MIB::ipAddressTable', 'rows', 2),
       (1, 'VRRPV3-MIB::vrrpv3OperationsTable', 'rows', 5),
       (3, 'VRRPV3-MIB::vrrpv3OperationsTable', 'rows', 1),
       (2, 'VRRP-MIB::vrrpOperTable', 'rows', 1);
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT device, id, if_index, 4, '192.0.2.' || (if_index * 16 + device),
       CAST(id AS BLOB), '192.0.2.' || (if_index * 16) || '/28', 28, 'unicast',
       'documentation', 1, 'ipAddressTable'
FROM   interface
WHERE  device <> 2
UNION  ALL
SELECT device, id, if_index, 4, '198.51.100.1', CAST(id AS BLOB),
       '198.51.100.0/28', 28, 'unicast', 'documentation', 1, 'ipAddressTable'
FROM   interface
WHERE  device = 2
UNION  ALL
SELECT device, id, if_index, 6,
       '2001:db8:' || SUBSTR(name, 5) || '::' || device, CAST(id AS BLOB),
       '2001:db8:' || SUBSTR(name, 5) || '::/64', 64, 'unicast',
       'documentation', 1, 'ipAddressTable'
FROM   interface
WHERE  name <> 'Vlan40';
INSERT INTO virtual_router (device, interface, if_index, number, family,
                            protocol, state)
VALUES (1, 11, 1, 20, 4, 'VRRPv3', 'master'),
       (1, 12, 2, 30, 4, 'VRRPv3', 'master'),
       (1, 12, 2, 30, 6, 'VRRPv3', 'master'),
       (1, 13, 3, 40, 4, 'VRRPv3', 'master'),
       (2, 21, 1, 50, 4, 'VRRPv2', 'master'),
       (1, 14, 4, 60, 4, 'VRRPv3', 'master'),
       (1, 15, 5, 70, 4, 'HSRP', 'active'),
       (3, 34, 4, 60, 4, 'VRRPv3', 'backup');
INSERT INTO router_advert (device, interface, if_index, sends, lifetime)
VALUES (1, 14, 4, 1, 1800), (3, 34, 4, 1, 1800);
