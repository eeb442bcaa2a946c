-- fires interface gw/Vlan20
-- silent interface gw/Vlan30
-- silent interface gw/Vlan40
-- unknown interface linux/eth0
-- 11 of 40 stay unanswered on VLAN 20, 10 of 40 on VLAN 30, all 5 of VLAN 40,
-- which are few. net-snmp hides such rows.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, sys_object_id, ip_forwarding,
                    ipv6_forwarding)
VALUES (1, 'agent', 'gw', '1.3.6.1.4.1.9.1.1', 1, 1),
       (2, 'agent', 'linux', '1.3.6.1.4.1.8072.3.2.10', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 1, 20, 'Vlan20', 135, 'up'), (2, 1, 30, 'Vlan30', 135, 'up'),
       (3, 1, 40, 'Vlan40', 135, 'up'), (4, 2, 2, 'eth0', 6, 'up');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipNetToPhysicalTable', 'rows', 85),
       (2, 'IP-MIB::ipNetToPhysicalTable', 'rows', 40);
WITH RECURSIVE counter (n) AS (
	SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < 40)
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
                       kind, type, state, sources)
SELECT device, interface, if_index, 6, ip, CAST(ip AS BLOB),
       CASE state WHEN 'reachable' THEN PRINTF('00:00:5e:00:53:%02x', n) END,
       'documentation', 'dynamic', state, 'ipNetToPhysicalTable'
FROM   (SELECT n, 1 AS device, 1 AS interface, 20 AS if_index,
               PRINTF('2001:db8:20::%x', n) AS ip,
               CASE WHEN n <= 11 THEN 'incomplete' ELSE 'reachable' END AS state
        FROM   counter
        UNION  ALL
        SELECT n, 1, 2, 30, PRINTF('2001:db8:30::%x', n),
               CASE WHEN n <= 10 THEN 'incomplete' ELSE 'reachable' END
        FROM   counter
        UNION  ALL
        SELECT n, 1, 3, 40, PRINTF('2001:db8:40::%x', n), 'incomplete'
        FROM   counter
        WHERE  n <= 5
        UNION  ALL
        SELECT n, 2, 4, 2, PRINTF('2001:db8:60::%x', n), 'reachable'
        FROM   counter);
