-- fires segment none VLAN 20
-- fires segment none VLAN 30
-- fires segment none VLAN 40
-- silent segment none VLAN 50
-- silent segment none VLAN 60
-- silent segment none VLAN 70
-- unknown segment none VLAN 80
-- 20 is to be dhcp and lets hosts make addresses; 30 is to be slaac and nobody
-- advertises it; 40 is to be static and is not; 50 is slaac with DHCP for the
-- rest; 60 is static; 70 has no model. r2, on 80, does not tell.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'r1', 1, 1), (2, 'agent', 'r2', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (12, 1, 2, 'Vlan20', 135, 'up'), (13, 1, 3, 'Vlan30', 135, 'up'),
       (14, 1, 4, 'Vlan40', 135, 'up'), (15, 1, 5, 'Vlan50', 135, 'up'),
       (16, 1, 6, 'Vlan60', 135, 'up'), (17, 1, 7, 'Vlan70', 135, 'up'),
       (28, 2, 8, 'Vlan80', 135, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows', 9),
       (1, 'IP-MIB::ipv6RouterAdvertTable', 'rows', 6),
       (2, 'IP-MIB::ipAddressTable', 'rows', 1),
       (2, 'IP-MIB::ipv6RouterAdvertTable', 'not implemented', 0);
INSERT INTO fact_ra_model (vlan, model)
VALUES (20, 'dhcp'), (30, 'slaac'), (40, 'static'), (50, 'slaac+dhcp-info'),
       (60, 'static'), (80, 'slaac');
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT device, id, if_index, 6, '2001:db8:' || SUBSTR(name, 5) || '::1',
       CAST(id AS BLOB), '2001:db8:' || SUBSTR(name, 5) || '::/64', 64,
       'unicast', 'documentation', 1, 'ipAddressTable'
FROM   interface;
INSERT INTO prefix (device, interface, if_index, family, prefix, prefix_key,
                    origin, autonomous)
SELECT device, id, if_index, 6, '2001:db8:' || SUBSTR(name, 5) || '::/64',
       CAST(id AS BLOB), 'manual', name <> 'Vlan60'
FROM   interface;
INSERT INTO router_advert (device, interface, if_index, sends, managed, other,
                           lifetime)
VALUES (1, 12, 2, 1, 1, 1, 1800), (1, 13, 3, 0, 0, 0, 1800),
       (1, 14, 4, 1, 0, 0, 1800), (1, 15, 5, 1, 0, 1, 1800),
       (1, 16, 6, 1, 0, 0, 1800), (1, 17, 7, 1, 1, 1, 1800);
