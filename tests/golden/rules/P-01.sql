-- fires segment none VLAN 30
-- fires segment r1 eth1 - r2 eth1
-- fires segment none VLAN 60
-- silent segment none VLAN 40
-- silent segment r1 eth2 - r2 eth2
-- silent segment r1 eth3 - r2 eth3
-- unknown segment none VLAN 50
-- Of links: eth1 has IPv4 at both ends, eth2 IPv6 at one end (P-02), eth3 speaks
-- OSPFv3 over link-local addresses. VLAN 50's gateway has no table of both; of
-- VLAN 60 only a host has IPv6.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'r1', 1, 1), (2, 'agent', 'r2', 1, 1),
       (3, 'agent', 'r3', 1, 1), (4, 'agent', 's4', 0, 0);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (11, 1, 1, 'eth1', 6, 'up'), (21, 2, 1, 'eth1', 6, 'up'),
       (12, 1, 2, 'eth2', 6, 'up'), (22, 2, 2, 'eth2', 6, 'up'),
       (13, 1, 3, 'eth3', 6, 'up'), (23, 2, 3, 'eth3', 6, 'up'),
       (14, 1, 4, 'Vlan30', 135, 'up'), (15, 1, 5, 'Vlan40', 135, 'up'),
       (31, 3, 1, 'Vlan50', 135, 'up'), (16, 1, 6, 'Vlan60', 135, 'up'),
       (41, 4, 1, 'eth0', 6, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows', 9),
       (2, 'IP-MIB::ipAddressTable', 'rows', 9),
       (3, 'RFC1213-MIB::ipAddrTable', 'rows', 1),
       (4, 'IP-MIB::ipAddressTable', 'rows', 2);
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT column1 / 10, column1, column1 % 10,
       CASE WHEN column2 LIKE '%:%' THEN 6 ELSE 4 END, column2,
       CAST(column2 AS BLOB), column3,
       SUBSTR(column3, INSTR(column3, '/') + 1), 'unicast',
       CASE WHEN column2 LIKE 'fe80:%' THEN 'link-local'
       ELSE 'documentation' END,
       column2 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (11, '192.0.2.0', '192.0.2.0/31'),
               (21, '192.0.2.1', '192.0.2.0/31'),
               (12, '192.0.2.2', '192.0.2.2/31'),
               (22, '192.0.2.3', '192.0.2.2/31'),
               (12, '2001:db8:2::', '2001:db8:2::/127'),
               (13, '192.0.2.4', '192.0.2.4/31'),
               (23, '192.0.2.5', '192.0.2.4/31'),
               (13, 'fe80::1', 'fe80::/64'), (23, 'fe80::2', 'fe80::/64'),
               (14, '198.51.100.1', '198.51.100.0/26'),
               (15, '198.51.100.65', '198.51.100.64/26'),
               (15, '2001:db8:40::1', '2001:db8:40::/64'),
               (31, '203.0.113.1', '203.0.113.0/26'),
               (16, '203.0.113.65', '203.0.113.64/26'),
               (41, '203.0.113.70', '203.0.113.64/26'),
               (41, '2001:db8:60::70', '2001:db8:60::/64'));
INSERT INTO igp_neighbour (id, device, protocol, interface, if_index, remote_id,
                           state)
VALUES (1, 1, 'OSPFv3', 13, 3, '192.0.2.102', 'full'),
       (2, 2, 'OSPFv3', 23, 3, '192.0.2.101', 'full');
INSERT INTO igp_neighbour_address (neighbour, family, ip, ip_key)
VALUES (1, 6, 'fe80::2', x'02'), (2, 6, 'fe80::1', x'01');
