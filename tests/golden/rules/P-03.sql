-- fires device off
-- fires interface part/eth2
-- silent device on
-- silent device host
-- silent device old
-- silent interface part/mgmt0
-- unknown device silent
-- host forwards nothing of either family, as it should; old has IPv4 only.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'off', 1, 0), (2, 'agent', 'part', 1, 1),
       (3, 'agent', 'on', 1, 1), (4, 'agent', 'silent', 1, NULL),
       (5, 'agent', 'host', 0, 0), (6, 'agent', 'old', 1, 0);
INSERT INTO fact_device (name, role)
VALUES ('off', 'router'), ('part', 'router'), ('on', 'router'),
       ('silent', 'router'), ('host', 'server'), ('old', 'router');
INSERT INTO fact_device_match (device, kind, value)
SELECT name, 'name', name FROM fact_device;
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (11, 1, 1, 'eth1', 6, 'up'), (21, 2, 1, 'eth1', 6, 'up'),
       (22, 2, 2, 'eth2', 6, 'up'), (23, 2, 3, 'mgmt0', 6, 'up'),
       (31, 3, 1, 'eth1', 6, 'up'), (41, 4, 1, 'eth1', 6, 'up'),
       (51, 5, 1, 'eth1', 6, 'up'), (61, 6, 1, 'eth1', 6, 'up');
INSERT INTO vrf_interface (device, vrf, if_index)
VALUES (2, 'Mgmt-intf', 3);
INSERT INTO ip_interface (device, interface, if_index, family, enabled, forwards,
                          source)
VALUES (2, 21, 1, 6, 1, 1, 'ipv6InterfaceTable'),
       (2, 22, 2, 6, 1, 0, 'ipv6InterfaceTable'),
       (2, 23, 3, 6, 1, 0, 'ipv6InterfaceTable');
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 2 FROM device;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ip', 'rows', 1 FROM device;
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT column1 / 10, column1, column1 % 10,
       CASE WHEN column2 LIKE '%:%' THEN 6 ELSE 4 END, column2,
       CAST(column2 AS BLOB), column3,
       SUBSTR(column3, INSTR(column3, '/') + 1), 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   (VALUES (11, '192.0.2.1', '192.0.2.0/28'),
               (11, '2001:db8:1::1', '2001:db8:1::/64'),
               (21, '192.0.2.17', '192.0.2.16/28'),
               (21, '2001:db8:2::1', '2001:db8:2::/64'),
               (22, '192.0.2.33', '192.0.2.32/28'),
               (22, '2001:db8:3::1', '2001:db8:3::/64'),
               (23, '192.0.2.49', '192.0.2.48/28'),
               (23, '2001:db8:4::1', '2001:db8:4::/64'),
               (31, '192.0.2.65', '192.0.2.64/28'),
               (31, '2001:db8:5::1', '2001:db8:5::/64'),
               (41, '192.0.2.81', '192.0.2.80/28'),
               (41, '2001:db8:6::1', '2001:db8:6::/64'),
               (51, '192.0.2.97', '192.0.2.96/28'),
               (51, '2001:db8:7::1', '2001:db8:7::/64'),
               (61, '192.0.2.113', '192.0.2.112/28'));
