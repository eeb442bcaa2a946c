-- what lacks IPv6 is told by a table that could have shown it
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'r1', 1, 1), (2, 'agent', 'r2', 1, 1),
       (3, 'agent', 'server', 0, 0);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (11, 1, 1, 'Vlan10', 135, 'up'), (12, 1, 2, 'Vlan20', 135, 'up'),
       (21, 2, 1, 'Vlan30', 135, 'up'), (31, 3, 1, 'eth0', 6, 'up');
INSERT INTO fact_device (name, role)
VALUES ('server', 'server');
INSERT INTO fact_device_match (device, kind, value)
VALUES ('server', 'name', 'server');
-- r1 has the old tables, one for each family; r2's of IPv6 has no row.
INSERT INTO coverage (id, device, question, result, rows)
VALUES (1, 1, 'RFC1213-MIB::ipAddrTable', 'rows', 2),
       (2, 1, 'IPV6-MIB::ipv6AddrTable', 'rows', 1),
       (3, 1, 'IP-MIB::ipAddressTable', 'not implemented', 0),
       (4, 1, 'IP-MIB::ipNetToPhysicalTable', 'rows', 2),
       (5, 2, 'RFC1213-MIB::ipAddrTable', 'rows', 1),
       (6, 2, 'IP-MIB::ipAddressTable', 'empty', 0),
       (7, 2, 'IPV6-MIB::ipv6AddrTable', 'empty', 0),
       (8, 3, 'RFC1213-MIB::ipAddrTable', 'rows', 1),
       (9, 3, 'IP-MIB::ipAddressTable', 'rows', 1);
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT column1 / 10, column1, column1 % 10,
       CASE WHEN column2 LIKE '%:%' THEN 6 ELSE 4 END, column2,
       CAST(column2 AS BLOB), column3,
       SUBSTR(column3, INSTR(column3, '/') + 1), 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   (VALUES (11, '192.0.2.1', '192.0.2.0/28'),
               (12, '192.0.2.17', '192.0.2.16/28'),
               (12, '2001:db8:20::1', '2001:db8:20::/64'),
               (21, '192.0.2.33', '192.0.2.32/28'),
               (31, '192.0.2.18', '192.0.2.16/28'));
-- Of what told hears of itself only the second list is whole.
INSERT INTO device (id, source, sys_name, chassis_id_subtype, chassis_id)
VALUES (4, 'agent', 'cut', 'mac', '00:00:5e:00:53:04'),
       (5, 'agent', 'whole', 'mac', '00:00:5e:00:53:05'),
       (6, 'agent', 'told', 'mac', '00:00:5e:00:53:06');
INSERT INTO put_port (device, if_index, name)
VALUES (4, 1, 'eth1'), (5, 1, 'eth1'), (6, 1, 'eth1');
INSERT INTO put_address (device, port, p)
VALUES (6, 1, '192.0.2.49/28'), (6, 1, '2001:db8:49::1/64');
INSERT INTO coverage (id, device, question, result, rows)
VALUES (10, 4, 'LLDP-MIB::lldpRemManAddrTable', 'cut short', 1),
       (11, 5, 'LLDP-MIB::lldpRemManAddrTable', 'rows', 1),
       (12, 6, 'IP-MIB::ipAddressTable', 'rows', 2);
INSERT INTO put_lldp (device, port, chassis_id, port_id, sys_name)
VALUES (4, 1, '00:00:5e:00:53:06', 'eth1', 'told'),
       (5, 1, '00:00:5e:00:53:06', 'eth1', 'told');
INSERT INTO adjacency_address (adjacency, family, ip, ip_key)
SELECT id, 4, '192.0.2.49', zeroblob(16) FROM adjacency;
-- ask
SELECT f.rule, f.verdict, f.subject, f.sentence, d.name, c.question, c.result
FROM   finding f
LEFT   JOIN coverage c ON c.id = f.coverage
LEFT   JOIN device d ON d.id = c.device
WHERE  f.rule IN ('P-01', 'P-22', 'P-23')
ORDER  BY f.rule, f.subject;
