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
-- ask
SELECT f.rule, f.verdict, f.subject, d.name, c.question, c.result
FROM   finding f
LEFT   JOIN coverage c ON c.id = f.coverage
LEFT   JOIN device d ON d.id = c.device
WHERE  f.rule IN ('P-01', 'P-23')
ORDER  BY f.rule, f.subject;
