-- fires segment site1 VLAN 20
-- silent segment site1 VLAN 30
-- silent segment site1 VLAN 40
-- silent segment sw docker0
-- unknown segment sw Gi0/1
-- Of VLAN 20 two controls are stated, of VLAN 30 all four by its number, of VLAN
-- 40 by its gateway. One LAN has no number, one is inside of its host.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_site (id, name, match_name) VALUES ('site1', 'Site 1', 'gw');
INSERT INTO fact_security_control (vlan, site, device, control, state)
VALUES (20, NULL, NULL, 'ra-guard', 'on'), (20, NULL, NULL, 'dhcpv6-guard', 'on'),
       (30, NULL, NULL, 'ra-guard', 'on'),
       (30, NULL, NULL, 'dhcpv6-guard', 'planned'),
       (30, 'site1', NULL, 'nd-cache-limit', 'off'),
       (30, NULL, NULL, 'icmpv6-policy', 'on'),
       (NULL, NULL, 'gw2', 'ra-guard', 'on'),
       (NULL, NULL, 'gw2', 'dhcpv6-guard', 'on'),
       (NULL, NULL, 'gw2', 'nd-cache-limit', 'on'),
       (NULL, NULL, 'gw2', 'icmpv6-policy', 'n-a');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'gw1', 1, 1), (2, 'agent', 'gw2', 1, 1),
       (3, 'agent', 'sw', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 20, 'Vlan20', 135, 'up'), (2, 1, 30, 'Vlan30', 135, 'up'),
       (3, 2, 40, 'Vlan40', 135, 'up'), (4, 3, 1, 'Gi0/1', 6, 'up'),
       (5, 3, 2, 'docker0', 6, 'up');
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (1, 1, 20, '192.0.2.1', 26, '192.0.2.0/26'),
               (1, 2, 30, '2001:db8:30::1', 64, '2001:db8:30::/64'),
               (2, 3, 40, '2001:db8:40::1', 64, '2001:db8:40::/64'),
               (3, 4, 1, '2001:db8:50::1', 64, '2001:db8:50::/64'),
               (3, 5, 2, '198.51.100.1', 24, '198.51.100.0/24'));
