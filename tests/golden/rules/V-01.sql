-- fires segment site VLAN 40
-- silent segment site VLAN 41
-- silent segment site VLAN 20
-- unknown segment site VLAN 42
-- VLAN 40 has IPv4 alone, 41 both; 42 is planned and was not observed; 20 is not
-- for voice.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_site (id, name, match_name) VALUES ('site', 'Site', 'gw');
INSERT INTO fact_voice (vlan, site) VALUES (40, 'site'), (41, NULL), (42, 'site');
INSERT INTO fact_plan_prefix (prefix, site, vlan, use, role)
VALUES ('198.51.100.0/26', 'site', 42, 'VOICE', 'lan');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'gw1', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 40, 'Vlan40', 135, 'up'), (2, 1, 41, 'Vlan41', 135, 'up'),
       (3, 1, 20, 'Vlan20', 135, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows', 4);
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (1, 1, 40, '192.0.2.1', 26, '192.0.2.0/26'),
               (1, 2, 41, '192.0.2.65', 26, '192.0.2.64/26'),
               (1, 2, 41, '2001:db8:41::1', 64, '2001:db8:41::/64'),
               (1, 3, 20, '192.0.2.129', 26, '192.0.2.128/26'));
