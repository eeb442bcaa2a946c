-- fires segment site VLAN 20
-- fires segment site VLAN 50
-- fires segment site VLAN 60
-- silent segment site VLAN 30
-- unknown segment site VLAN 40
-- VLAN 20: hop limits differ; 30: alike, one gives no MTU; 40: one does not tell;
-- 50: lifetimes of one prefix differ; 60: times of reachability.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_site (id, name, match_name) VALUES ('site', 'Site', 'n');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'gwn1', 1, 1), (2, 'agent', 'gwn2', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 20, 'Vlan20', 135, 'up'), (2, 2, 20, 'Vlan20', 135, 'up'),
       (3, 1, 30, 'Vlan30', 135, 'up'), (4, 2, 30, 'Vlan30', 135, 'up'),
       (5, 1, 40, 'Vlan40', 135, 'up'), (6, 2, 40, 'Vlan40', 135, 'up'),
       (7, 1, 50, 'Vlan50', 135, 'up'), (8, 2, 50, 'Vlan50', 135, 'up'),
       (9, 1, 60, 'Vlan60', 135, 'up'), (10, 2, 60, 'Vlan60', 135, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipv6RouterAdvertTable', 'rows', 4),
       (2, 'IP-MIB::ipv6RouterAdvertTable', 'rows', 3);
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (1, 1, 20, '2001:db8:20::1', 64, '2001:db8:20::/64'),
               (2, 2, 20, '2001:db8:20::2', 64, '2001:db8:20::/64'),
               (1, 3, 30, '2001:db8:30::1', 64, '2001:db8:30::/64'),
               (2, 4, 30, '2001:db8:30::2', 64, '2001:db8:30::/64'),
               (1, 5, 40, '2001:db8:40::1', 64, '2001:db8:40::/64'),
               (2, 6, 40, '2001:db8:40::2', 64, '2001:db8:40::/64'),
               (1, 7, 50, '2001:db8:50::1', 64, '2001:db8:50::/64'),
               (2, 8, 50, '2001:db8:50::2', 64, '2001:db8:50::/64'),
               (1, 9, 60, '2001:db8:60::1', 64, '2001:db8:60::/64'),
               (2, 10, 60, '2001:db8:60::2', 64, '2001:db8:60::/64'));
INSERT INTO router_advert (device, interface, if_index, sends, managed, other,
                           lifetime, mtu, hop_limit)
VALUES (1, 1, 20, 1, 0, 1, 1800, 0, 64), (2, 2, 20, 1, 0, 1, 1800, 0, 255),
       (1, 3, 30, 1, 0, 1, 1800, 0, 64), (2, 4, 30, 1, 0, 1, 1800, 1500, 64),
       (1, 5, 40, 1, 0, 1, 1800, 0, 64),
       (1, 7, 50, 1, 0, 1, 1800, 0, 64), (2, 8, 50, 1, 0, 1, 1800, 0, 64);
INSERT INTO router_advert (device, interface, if_index, sends, managed, other,
                           lifetime, mtu, hop_limit, reachable, retransmit)
VALUES (1, 9, 60, 1, 0, 1, 1800, 0, 64, 30000, 0),
       (2, 10, 60, 1, 0, 1, 1800, 0, 64, 1800000, 1000);
INSERT INTO prefix (device, interface, if_index, family, prefix, prefix_key,
                    origin, preferred_lifetime, valid_lifetime)
VALUES (1, 7, 50, 6, '2001:db8:50::/64', x'50', 'manual', 604800, 2592000),
       (2, 8, 50, 6, '2001:db8:50::/64', x'50', 'manual', 1800, 2592000);
