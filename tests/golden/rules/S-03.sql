-- fires device server1
-- silent device server2
-- silent device router1
-- unknown device server3
-- A server forwards; another does not; the router should; one does not say.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_device (name, role)
VALUES ('server1', 'server'), ('server2', 'server'), ('server3', 'server'),
       ('router1', 'router');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'server1', 0, 1), (2, 'agent', 'server2', 0, 0),
       (3, 'agent', 'server3', NULL, NULL), (4, 'agent', 'router1', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
VALUES (1, 3, 2, 'eth0', 6, 'up');
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, usable, sources)
SELECT column1, column2, column3, CASE WHEN column4 LIKE '%:%' THEN 6 ELSE 4 END,
       column4, CAST(column4 AS BLOB), column5, column6, 'unicast',
       CASE WHEN column4 LIKE 'fe80:%' THEN 'link-local' ELSE 'documentation' END,
       column4 NOT LIKE 'fe80:%', 'ipAddressTable'
FROM   (VALUES (3, 1, 2, '2001:db8::3', 64, '2001:db8::/64'));
