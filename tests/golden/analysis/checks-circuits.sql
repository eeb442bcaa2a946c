-- checks: a circuit is told by what crosses it
-- r1 has both families on its port and tells of neighbours in a table of IPv4 and in
-- one of both that is empty; r2 has IPv4, an echo over IPv6 answers all the same; r3
-- has both and a table of neighbours of both that shows nobody in IPv6.
INSERT INTO put_agent VALUES
	(1, 'r1', '00:00:5e:00:53:01'), (2, 'r2', '00:00:5e:00:53:02'),
	(3, 'r3', '00:00:5e:00:53:03');
INSERT INTO put_port VALUES
	(1, 1, 'eth1', NULL), (2, 1, 'eth1', NULL), (3, 1, 'eth1', NULL);
UPDATE interface SET speed = 1000000000;
INSERT INTO put_address VALUES
	(1, 1, '192.0.2.5/30'), (1, 1, '2001:db8:1::1/64'),
	(2, 1, '192.0.2.9/30'),
	(3, 1, '192.0.2.13/30'), (3, 1, '2001:db8:3::1/64');
INSERT INTO put_prefix VALUES
	('2001:db8:1::/64', '2001:db8:1:'), ('2001:db8:3::/64', '2001:db8:3:');
UPDATE address SET prefix = '192.0.2.' || (device * 4) || '/30' WHERE family = 4;
INSERT INTO put_heard VALUES
	(1, 1, '192.0.2.6', '00:00:5e:00:53:11', NULL),
	(2, 1, '192.0.2.10', '00:00:5e:00:53:12', NULL),
	(3, 1, '192.0.2.14', '00:00:5e:00:53:13', NULL);
INSERT INTO put_read SELECT id, 'IP-MIB::ipAddressTable', 'rows' FROM device;
INSERT INTO put_read VALUES
	(1, 'IP-MIB::ipNetToMediaTable', 'rows'),
	(1, 'IP-MIB::ipNetToPhysicalTable', 'empty'),
	(2, 'IP-MIB::ipNetToPhysicalTable', 'rows'),
	(3, 'IP-MIB::ipNetToPhysicalTable', 'rows');
INSERT INTO fact_circuit (id, kind, device, interface)
SELECT 'line ' || sys_name, 'uplink', sys_name, 'eth1' FROM device;

INSERT INTO probe (id, kind, target, family, ip, ip_key, proto, result, at)
SELECT d.id * 10 + f.value, 'I1', 'line ' || d.sys_name, f.value,
       CASE f.value WHEN 4 THEN '198.51.100.1' ELSE '3fff::1' END, zeroblob(16),
       'icmp', 'true', 1789632900
FROM   device d, json_each('[4, 6]') f;
INSERT INTO probe_echo (probe, sent, received, median_us, jitter_us)
SELECT id, 5, 5, CASE family WHEN 4 THEN 9000 ELSE 9400 END, 300 FROM probe;
-- ask
SELECT subject, item, name, value, reason, sentence
FROM   status_check
WHERE  item IN ('REQ1', 'REQ3')
ORDER  BY subject, id;
