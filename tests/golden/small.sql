-- small.sql: observed rows of a small network, for the tests of pages.
--
-- Two routers joined by a dual-stack link that both ends tell, a switch that is
-- IPv4 only, an access point that only LLDP speaks of, one address that did
-- not answer.
INSERT INTO meta (id, observed_at, started_at, finished_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1789632960, 1, 'twinmap test');

INSERT INTO setting (name, value) VALUES
	('seed', '192.0.2.1'), ('seed', '2001:db8::1'),
	('include', '192.0.2.0/24'), ('include', '2001:db8::/32');

INSERT INTO device (id, source, sys_name, sys_descr, sys_object_id,
	sys_location, sys_uptime, ip_forwarding, ipv6_forwarding, engine_id,
	chassis_id_subtype, chassis_id, capabilities, address, snmp_version,
	security_level, credential, asked_at)
VALUES
	(1, 'agent', 'core1', 'Example OS 1.0', '1.3.6.1.4.1.9.1.1', 'HQ', 100,
		1, 1, '80001f8801', 'mac', '00:00:5e:00:53:01', 'bridge router',
		'2001:db8::1', 'SNMPv3', 'authPriv', 'main', 1789632901),
	(2, 'agent', 'core2', 'Example OS 1.0', '1.3.6.1.4.1.9.1.1', 'HQ', 100,
		1, 1, '80001f8802', 'mac', '00:00:5e:00:53:02', 'bridge router',
		'192.0.2.2', 'SNMPv3', 'authPriv', 'main', 1789632902),
	(3, 'agent', 'acc1', 'Example OS 0.9', '1.3.6.1.4.1.9.1.2', 'Branch 1',
		100, 0, 0, '80001f8803', 'mac', '00:00:5e:00:53:03', 'bridge',
		'192.0.2.3', 'SNMPv2c', 'noAuthNoPriv', 'old', 1789632903);

INSERT INTO interface (id, device, if_index, name, alias, type, mtu, speed,
	mac, admin_status, oper_status)
VALUES
	(1, 1, 1, 'Te1/0/2', 'to core2', 6, 1500, 10000000000,
		'00:00:5e:00:53:01', 'up', 'up'),
	(2, 1, 2, 'Te1/0/10', 'to acc1', 6, 1500, 10000000000,
		'00:00:5e:00:53:11', 'up', 'up'),
	(3, 1, 3, 'Lo0', NULL, 24, 65535, NULL, NULL, 'up', 'up'),
	(4, 2, 1, 'Te1/0/2', 'to core1', 6, 1500, 10000000000,
		'00:00:5e:00:53:02', 'up', 'up'),
	(5, 3, 1, 'Gi0/1', 'uplink', 6, 1500, 1000000000,
		'00:00:5e:00:53:03', 'up', 'up'),
	(6, 3, 2, 'Gi0/2', 'ap1', 6, 1500, 1000000000,
		'00:00:5e:00:53:13', 'up', 'up');

-- Keys as hex: plain sqlite3 reads this file.
CREATE TEMP TABLE a (device, interface, family, ip, key, length, prefix, kind, iid);
INSERT INTO a VALUES
	(1, 1, 6, '2001:db8:12::1', x'20010db8001200000000000000000001', 64,
		'2001:db8:12::/64', 'documentation', 'low'),
	(1, 1, 4, '192.0.2.129', x'00000000000000000000ffffc0000281', 30,
		'192.0.2.128/30', 'documentation', NULL),
	(1, 1, 6, 'fe80::1', x'fe800000000000000000000000000001', 64,
		'fe80::/64', 'link-local', 'low'),
	(1, 2, 4, '192.0.2.1', x'00000000000000000000ffffc0000201', 25,
		'192.0.2.0/25', 'documentation', NULL),
	(1, 3, 6, '2001:db8::1', x'20010db8000000000000000000000001', 128,
		'2001:db8::1/128', 'documentation', 'low'),
	(1, 3, 4, '198.51.100.1', x'00000000000000000000ffffc6336401', 32,
		'198.51.100.1/32', 'documentation', NULL),
	(2, 4, 6, '2001:db8:12::2', x'20010db8001200000000000000000002', 64,
		'2001:db8:12::/64', 'documentation', 'low'),
	(2, 4, 4, '192.0.2.130',
		x'00000000000000000000ffffc0000282', 30,
		'192.0.2.128/30', 'documentation', NULL),
	(2, 4, 6, 'fe80::2', x'fe800000000000000000000000000002', 64,
		'fe80::/64', 'link-local', 'low'),
	(3, 5, 4, '192.0.2.3', x'00000000000000000000ffffc0000203', 25,
		'192.0.2.0/25', 'documentation', NULL);

INSERT INTO address (device, interface, if_index, family, ip, ip_key,
	prefix_length, prefix, type, origin, status, kind, iid, usable, sources)
SELECT a.device, a.interface, i.if_index, a.family, a.ip, a.key, a.length,
       a.prefix, 'unicast', 'manual', 'preferred', a.kind, a.iid,
       a.kind <> 'link-local', 'ipAddressTable'
FROM   a
JOIN   interface i ON i.id = a.interface;

INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
	kind, type, state, sources)
VALUES
	(1, 1, 1, 4, '192.0.2.130', x'00000000000000000000ffffc0000282', '00:00:5e:00:53:02',
		'documentation', 'dynamic', 'reachable', 'ipNetToPhysicalTable'),
	(1, 1, 1, 6, '2001:db8:12::2',
		x'20010db8001200000000000000000002', '00:00:5e:00:53:02', 'documentation', 'dynamic', 'stale',
		'ipNetToPhysicalTable'),
	(1, 2, 2, 4, '192.0.2.77',
		x'00000000000000000000ffffc000024d', '00:00:5e:00:53:77',
		'documentation', 'dynamic', 'reachable', 'ipNetToMediaTable');

INSERT INTO lldp_local_port (device, port_number, id_subtype, id) VALUES
	(1, 1, 'interface name', 'Te1/0/2'),
	(1, 2, 'interface name', 'Te1/0/10'),
	(2, 1, 'interface name', 'Te1/0/2'),
	(3, 1, 'interface name', 'Gi0/1'),
	(3, 2, 'interface name', 'Gi0/2');

INSERT INTO adjacency (id, device, protocol, local_port_number, remote_index,
	chassis_id_subtype, chassis_id, port_id_subtype, port_id, sys_name,
	capabilities_enabled)
VALUES
	(1, 1, 'lldp', 1, 1, 'mac', '00:00:5e:00:53:02', 'interface name',
		'Te1/0/2', 'core2', 'bridge router'),
	(2, 2, 'lldp', 1, 1, 'mac', '00:00:5e:00:53:01', 'interface name',
		'Te1/0/2', 'core1', 'bridge router'),
	(3, 1, 'lldp', 2, 1, 'mac', '00:00:5e:00:53:03', 'interface name',
		'Gi0/1', 'acc1', 'bridge'),
	(4, 3, 'lldp', 2, 1, 'mac', '00:00:5e:00:53:44', 'mac',
		'00:00:5e:00:53:44', 'ap1', 'wlanAccessPoint');

INSERT INTO adjacency_address (adjacency, family, ip, ip_key) VALUES
	(4, 4, '192.0.2.44', x'00000000000000000000ffffc000022c');

INSERT INTO tunnel (device, interface, if_index, method, local_ip, remote_ip)
VALUES
	(1, 3, 3, 'gre', '2001:db8::1', '2001:db8::2'),
	(1, NULL, 9, 'sixToFour', '192.0.2.1', NULL);

INSERT INTO listener (device, protocol, family, ip, ip_key, if_index, port,
	source)
VALUES
	(1, 'tcp', 6, '::', x'00000000000000000000000000000000', 0, 22, 'a'),
	(1, 'tcp', 4, '0.0.0.0', x'00000000000000000000ffff00000000', 0, 22,
		'a'),
	(1, 'tcp', 4, '127.0.0.1', x'00000000000000000000ffff7f000001', 0, 25,
		'a'),
	(1, 'tcp', NULL, '*', NULL, 0, 443, 'a'),
	(1, 'udp', 4, '192.0.2.1', x'00000000000000000000ffffc0000201', 0, 161,
		'a');

INSERT INTO bgp_peer (device, instance, family, local_ip, peer_ip, peer_ip_key,
	if_index, remote_as, state, sources)
VALUES
	(1, 2, 4, NULL, '203.0.113.1', x'00000000000000000000ffffcb007101', 0,
		64511, 'active', 'a'),
	(1, 0, 6, '2001:db8::1', '2001:db8::2',
		x'20010db8000000000000000000000002', 0, 4200000000,
		'established', 'a, b'),
	(1, 0, 4, '192.0.2.1', '192.0.2.2',
		x'00000000000000000000ffffc0000202', 0, NULL, NULL, 'b');

INSERT INTO igp_neighbour (id, device, protocol, interface, if_index, remote_id,
	state)
VALUES
	(1, 1, 'OSPFv2', NULL, 9, '192.0.2.2', 'full'),
	(2, 1, 'IS-IS', 1, 1, '0001.0000.0002', 'up');

INSERT INTO igp_neighbour_address (neighbour, family, ip, ip_key) VALUES
	(1, 4, '192.0.2.2', x'00000000000000000000ffffc0000202'),
	(2, 4, '192.0.2.2', x'00000000000000000000ffffc0000202'),
	(2, 6, 'fe80::2', x'fe800000000000000000000000000002');

INSERT INTO coverage (device, question, result, rows, refused, reason) VALUES
	(1, 'IP-MIB::ipAddressTable', 'rows', 6, 0, NULL),
	(1, 'IP-MIB::ipNetToPhysicalTable', 'rows', 2, 0, NULL),
	(1, 'LLDP-MIB::lldpRemTable', 'rows', 2, 0, NULL),
	(2, 'IP-MIB::ipAddressTable', 'rows', 3, 0, NULL),
	(2, 'LLDP-MIB::lldpRemTable', 'rows', 1, 0, NULL),
	(3, 'IP-MIB::ipAddressTable', 'rows', 1, 0, NULL),
	(3, 'LLDP-MIB::lldpRemTable', 'cut short', 1, 2,
		'no answer after 1 row'),
	(3, 'BRIDGE-MIB::dot1dTpFdbTable', 'not implemented', 0, 0,
		'noSuchObject');

INSERT INTO candidate (ip, ip_key, found_by, found_on, result, device, detail,
	requests)
VALUES
	('192.0.2.44', x'00000000000000000000ffffc000022c', 'LLDP management address', 3,
		'no answer', NULL, 'silent over SNMPv3 and SNMPv2c', 4),
	('2001:db8::1', x'20010db8000000000000000000000001', 'seed', NULL, 'answered', 1,
		NULL, 2);
