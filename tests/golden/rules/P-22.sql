-- fires device old-name
-- silent device both
-- silent device bare
-- unknown device cut
-- All are heard by teller; cut by another whose list was cut short. bare has no
-- IPv6 to announce.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, chassis_id_subtype, chassis_id,
                    ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'teller', 'mac', '00:00:5e:00:53:01', 0, 0),
       (2, 'agent', 'other', 'mac', '00:00:5e:00:53:02', 0, 0),
       (3, 'agent', 'old-name', 'mac', '00:00:5e:00:53:03', 0, 0),
       (4, 'agent', 'both', 'mac', '00:00:5e:00:53:04', 0, 0),
       (5, 'agent', 'bare', 'mac', '00:00:5e:00:53:05', 0, 0),
       (6, 'agent', 'cut', 'mac', '00:00:5e:00:53:06', 0, 0);
INSERT INTO fact_device (name, role)
SELECT sys_name, 'switch' FROM device;
INSERT INTO fact_device_match (device, kind, value)
SELECT name, 'name', name FROM fact_device;
INSERT INTO interface (id, device, if_index, name, type, oper_status)
SELECT id * 10 + 1, id, 1, 'eth1', 6, 'up' FROM device
UNION  ALL
SELECT 10 + id, 1, id, 'eth' || id, 6, 'up' FROM device WHERE id > 1;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 2 FROM device;
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'LLDP-MIB::lldpRemManAddrTable', 'rows', 4),
       (2, 'LLDP-MIB::lldpRemManAddrTable', 'cut short', 1);
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT id, id * 10 + 1, 1, 4, '192.0.2.' || id, CAST(id AS BLOB),
       '192.0.2.0/24', 24, 'unicast', 'documentation', 1, 'ipAddressTable'
FROM   device
UNION  ALL
SELECT id, id * 10 + 1, 1, 6, '2001:db8::' || id, CAST(id AS BLOB),
       '2001:db8::/64', 64, 'unicast', 'documentation', 1, 'ipAddressTable'
FROM   device
WHERE  sys_name NOT IN ('bare', 'teller', 'other');
INSERT INTO adjacency (id, device, protocol, local_port_number, if_index,
                       remote_index, chassis_id_subtype, chassis_id,
                       port_id_subtype, port_id, sys_name)
SELECT id, CASE sys_name WHEN 'cut' THEN 2 ELSE 1 END, 'lldp', id, id, id,
       'mac', chassis_id, 'interface name', 'eth1', sys_name
FROM   device
WHERE  id > 2;
INSERT INTO adjacency_address (adjacency, family, ip, ip_key)
SELECT id, 4, '192.0.2.' || id, CAST(id AS BLOB) FROM adjacency
UNION  ALL
SELECT id, 6, '2001:db8::' || id, CAST(id AS BLOB)
FROM   adjacency
WHERE  sys_name = 'both';
