-- fires host 00:00:5e:00:53:20
-- fires host 00:00:5e:00:53:21
-- silent host 00:00:5e:00:53:22
-- unknown device old-gw
-- Seventeen that look random are information, seventeen low ones a warning;
-- sixteen are nothing, nor are addresses of IPv4.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'gw', 1, 1), (2, 'agent', 'old-gw', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 20, 'Vlan20', 135, 'up'), (2, 2, 60, 'Vlan60', 135, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipNetToPhysicalTable', 'rows', 70),
       (2, 'IP-MIB::ipNetToPhysicalTable', 'no answer', 0);
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (1, 1, 20, '2001:db8:20::1', 64, '2001:db8:20::/64'),
               (2, 2, 60, '2001:db8:60::1', 64, '2001:db8:60::/64'));
WITH RECURSIVE counter (n) AS (
	SELECT 0 UNION ALL SELECT n + 1 FROM counter WHERE n < 16)
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
                       kind, type, state, sources)
SELECT 1, 1, 20, family, ip, CAST(ip AS BLOB), mac, 'documentation', 'dynamic',
       'reachable', 'ipNetToPhysicalTable'
FROM   (SELECT 6 AS family, PRINTF('2001:db8:20:0:8d2f:11c4:9a07:63%02x', n)
                   AS ip,
               '00:00:5e:00:53:20' AS mac
        FROM   counter
        UNION  ALL
        SELECT 6, PRINTF('2001:db8:20::1%02x', n), '00:00:5e:00:53:21'
        FROM   counter
        UNION  ALL
        SELECT 6, PRINTF('2001:db8:20::2%02x', n), '00:00:5e:00:53:22'
        FROM   counter
        WHERE  n < 16
        UNION  ALL
        SELECT 4, PRINTF('192.0.2.1%02d', n), '00:00:5e:00:53:22'
        FROM   counter);
