-- fires interface gw/Vlan20
-- fires device gw
-- silent interface gw/Vlan30
-- unknown device old-gw
-- 9 of 10 on one interface and 10 of 19 on the whole device are too many, 1 of 10
-- is not; rows of IPv4 do not count. Another table was cut short.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_nd_limit (device, interface, entries)
VALUES ('gw', 'Vlan20', 10), ('gw', 'Vlan30', 10), ('gw', NULL, 19),
       ('old-gw', NULL, 1000);
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'gw', 1, 1), (2, 'agent', 'old-gw', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 20, 'Vlan20', 135, 'up'), (2, 1, 30, 'Vlan30', 135, 'up'),
       (3, 2, 60, 'Vlan60', 135, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipNetToPhysicalTable', 'rows', 19),
       (2, 'IP-MIB::ipNetToPhysicalTable', 'cut short', 5);
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (1, 1, 20, '2001:db8:20::1', 64, '2001:db8:20::/64'),
               (1, 2, 30, '2001:db8:30::1', 64, '2001:db8:30::/64'),
               (2, 3, 60, '2001:db8:60::1', 64, '2001:db8:60::/64'));
WITH RECURSIVE counter (n) AS (
	SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < 9)
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
                       kind, type, state, sources)
SELECT 1, interface, if_index, family, ip, CAST(ip AS BLOB),
       '00:00:5e:00:53:0' || n, 'documentation', 'dynamic', 'reachable',
       'ipNetToPhysicalTable'
FROM   (SELECT n, 1 AS interface, 20 AS if_index, 6 AS family,
               '2001:db8:20::10' || n AS ip
        FROM   counter
        UNION  ALL
        SELECT n, 2, 30, 4, '192.0.2.1' || n
        FROM   counter
        UNION  ALL
        SELECT 1, 2, 30, 6, '2001:db8:30::101');
