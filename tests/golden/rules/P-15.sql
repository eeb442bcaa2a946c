-- fires device quiet
-- fires device bare
-- fires device deaf
-- silent device both
-- silent device alone
-- silent device host
-- unknown device unasked
-- unknown device off
-- quiet does not answer over IPv6; bare, a switch, has no IPv6 address on a LAN
-- with IPv6; alone has none around it. off has one and does not forward IPv6.
-- host, without an address, is P-23's. deaf answers SNMP over both, and port 22
-- over IPv4 alone.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO probe_family (family, own_address, default_route, works, at)
VALUES (4, 1, 1, 1, 1789632900), (6, 1, 1, 1, 1789632900);
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'quiet', 1, 1), (2, 'agent', 'bare', 0, 0),
       (3, 'agent', 'both', 1, 1), (4, 'agent', 'alone', 0, 0),
       (5, 'agent', 'host', 0, 0), (6, 'agent', 'unasked', 1, 1),
       (7, 'agent', 'off', 1, 0), (8, 'agent', 'deaf', 1, 1);
INSERT INTO fact_device (name, role)
VALUES ('quiet', 'router'), ('bare', 'switch'), ('both', 'router'),
       ('alone', 'switch'), ('host', 'server'), ('unasked', 'router'),
       ('off', 'router'), ('deaf', 'router');
INSERT INTO fact_device_match (device, kind, value)
SELECT name, 'name', name FROM fact_device;
INSERT INTO interface (id, device, if_index, name, type, oper_status)
SELECT id * 10 + 1, id, 1, 'Vlan10', 135, 'up' FROM device;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 2 FROM device;
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT id, id * 10 + 1, 1, 4,
       CASE sys_name WHEN 'alone' THEN '198.51.100.1'
       ELSE '192.0.2.' || id END, CAST(id AS BLOB),
       CASE sys_name WHEN 'alone' THEN '198.51.100.0/24'
       ELSE '192.0.2.0/24' END, 24, 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   device
UNION  ALL
SELECT id, id * 10 + 1, 1, 6, '2001:db8:10::' || id, CAST(id AS BLOB),
       '2001:db8:10::/64', 64, 'unicast', 'documentation', 1, 'ipAddressTable'
FROM   device
WHERE  sys_name IN ('quiet', 'both', 'unasked', 'off', 'deaf');
INSERT INTO probe (kind, target, name, family, ip, proto, port, result, reason,
                   at)
SELECT 'M1', sys_name, 'sysName', 4, '192.0.2.' || id, 'udp', 161, 'true', NULL,
       1789632900
FROM   device
WHERE  sys_name <> 'unasked'
UNION  ALL
SELECT 'M1', sys_name, 'sysName', 6, '2001:db8:10::' || id, 'udp', 161,
       CASE WHEN sys_name IN ('both', 'deaf') THEN 'true' ELSE 'unknown' END,
       CASE sys_name WHEN 'quiet' THEN 'no-answer' END, 1789632900
FROM   device
WHERE  sys_name IN ('quiet', 'both', 'deaf');
INSERT INTO probe (kind, target, family, ip, proto, port, result, reason, at)
SELECT 'T1', d.sys_name, f.family,
       CASE f.family WHEN 4 THEN '192.0.2.' ELSE '2001:db8:10::' END || d.id,
       'tcp', 22,
       CASE WHEN f.family = 4 OR d.sys_name = 'both' THEN 'true' ELSE 'false' END,
       CASE WHEN f.family = 6 AND d.sys_name = 'deaf' THEN 'refused' END,
       1789632900
FROM   device d
JOIN   (SELECT 4 AS family UNION ALL SELECT 6) f
WHERE  d.sys_name IN ('both', 'deaf');
