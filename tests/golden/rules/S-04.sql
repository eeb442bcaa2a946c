-- fires interface router1/ge-0/0/0
-- fires interface router1/Vlan80
-- fires interface server1/eth0
-- silent interface router1/Vlan20
-- silent interface router1/Vlan90
-- silent interface router2/ge-0/0/0
-- unknown device router3
-- A line between routers, a static VLAN that offers a prefix, a server; not on a
-- LAN of hosts, nor in a static VLAN whose router only names itself. The third
-- router has no such table.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_device (name, role)
VALUES ('router1', 'router'), ('router2', 'router'), ('router3', 'router'),
       ('server1', 'server');
INSERT INTO fact_ra_model (vlan, model)
VALUES (20, 'slaac'), (80, 'static'), (90, 'static');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'router1', 1, 1), (2, 'agent', 'router2', 1, 1),
       (3, 'agent', 'router3', 1, 1), (4, 'agent', 'server1', 0, 0);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 1, 'ge-0/0/0', 6, 'up'), (2, 1, 20, 'Vlan20', 135, 'up'),
       (3, 1, 80, 'Vlan80', 135, 'up'), (4, 1, 90, 'Vlan90', 135, 'up'),
       (5, 2, 1, 'ge-0/0/0', 6, 'up'), (6, 2, 2, 'ge-0/0/1', 6, 'up'),
       (7, 3, 1, 'ge-0/0/0', 6, 'up'), (8, 4, 2, 'eth0', 6, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipv6RouterAdvertTable', 'rows', 4),
       (2, 'IP-MIB::ipv6RouterAdvertTable', 'rows', 2),
       (3, 'IP-MIB::ipv6RouterAdvertTable', 'not implemented', 0),
       (4, 'IP-MIB::ipv6RouterAdvertTable', 'rows', 1);
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (1, 1, 1, '2001:db8:fe01::', 127, '2001:db8:fe01::/127'),
               (2, 5, 1, '2001:db8:fe01::1', 127, '2001:db8:fe01::/127'),
               (2, 6, 2, '2001:db8:fe02::', 127, '2001:db8:fe02::/127'),
               (3, 7, 1, '2001:db8:fe02::1', 127, '2001:db8:fe02::/127'),
               (1, 2, 20, '2001:db8:20::1', 64, '2001:db8:20::/64'),
               (1, 3, 80, '2001:db8:80::1', 64, '2001:db8:80::/64'),
               (1, 4, 90, '2001:db8:90::1', 64, '2001:db8:90::/64'),
               (4, 8, 2, '2001:db8:80::4', 64, '2001:db8:80::/64'));
INSERT INTO router_advert (device, interface, if_index, sends, lifetime)
VALUES (1, 1, 1, 1, 1800), (1, 2, 20, 1, 1800), (1, 3, 80, 1, 1800),
       (1, 4, 90, 1, 1800), (2, 5, 1, 0, 0), (2, 6, 2, 0, 0),
       (4, 8, 2, 1, 1800);
INSERT INTO prefix (device, interface, if_index, family, prefix, prefix_key,
                    origin, autonomous)
VALUES (1, 3, 80, 6, '2001:db8:80::/64', x'80', 'manual', 1),
       (1, 4, 90, 6, '2001:db8:90::/64', x'90', 'manual', 0);
