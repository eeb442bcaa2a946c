-- hard-before.sql: what is easily taken for something else; hard-after.sql is the
-- same network later. mute, deaf and leaf do not tell then what they tell here.
UPDATE meta SET observed_at = 1768435200;

INSERT INTO put_agent VALUES
	(1, 'core', '00:00:5e:00:53:01'), (2, 'deaf', '00:00:5e:00:53:02'),
	(3, 'mute', '00:00:5e:00:53:03'), (4, 'leaf', '00:00:5e:00:53:04'),
	(5, 'two-homed', '00:00:5e:00:53:05'), (6, 'by-cdp', '00:00:5e:00:53:06'),
	(7, 'unplugged', '00:00:5e:00:53:07'), (8, 'swap-a', '00:00:5e:00:53:08'),
	(9, 'swap-b', '00:00:5e:00:53:09'), (10, 'replaced', NULL),
	(11, 'serial-then', NULL), (12, 'gateway', '00:00:5e:00:53:0c');
UPDATE device SET serial = 'OLD100' || id WHERE id IN (10, 11);
UPDATE device SET ip_forwarding = id IN (3, 12), ipv6_forwarding = id IN (3, 12);
INSERT INTO put_read
SELECT device.id, j.value, 'rows'
FROM   device,
       json_each('["IP-MIB::ipAddressTable", "LLDP-MIB::lldpRemTable",
                   "CISCO-CDP-MIB::cdpCacheTable", "BGP4-MIB::bgpPeerTable",
                   "CISCO-BGP4-MIB::cbgpPeer2Table"]') j;
INSERT INTO put_port
SELECT d.id, p.value, 'eth' || p.value, NULL
FROM   device d, json_each('[1, 2, 3, 4]') p;

INSERT INTO put_address VALUES
	(3, 1, '192.0.2.3/26'), (3, 1, '2001:db8:3::3/64'),
	(12, 1, '192.0.2.12/26'), (12, 1, '2001:db8:4::12/64'),
	(8, 1, '192.0.2.8/26'), (9, 1, '192.0.2.9/26'),
	(10, 1, '192.0.2.10/26'), (11, 1, '192.0.2.11/26');
INSERT INTO put_prefix VALUES
	('192.0.2.0/26', '192.0.2.'), ('2001:db8:3::/64', '2001:db8:3:'),
	('2001:db8:4::/64', '2001:db8:4:');

INSERT INTO put_lldp VALUES
	(1, 2, '00:00:5e:00:53:05', 'eth1', 'two-homed'),
	(2, 2, '00:00:5e:00:53:05', 'eth2', 'two-homed'),
	(2, 1, '00:00:5e:00:53:04', 'eth1', 'leaf'),
	(2, 3, '00:00:5e:00:53:07', 'eth1', 'unplugged'),
	(1, 4, '00:00:5e:00:53:0c', 'eth4', 'gateway');
INSERT INTO adjacency (device, protocol, local_port_number, if_index,
                       remote_index, device_id, sys_name, port_id_subtype, port_id)
VALUES (1, 'cdp', 3, 3, 9, 'by-cdp', 'by-cdp', 'interface name', 'eth1');

-- What shows a finding of swap-a is not asked again, that of swap-b is.
UPDATE device SET snmp_version = 'SNMPv1' WHERE id IN (8, 9);
INSERT INTO put_read VALUES (8, 'SNMPv2-MIB::system', 'rows'),
                            (9, 'SNMPv2-MIB::system', 'rows');

-- Two sessions to one provider, one to another.
INSERT INTO put_bgp VALUES
	(12, '2001:db8:4::12', '2001:db8:f::1', 'established'),
	(12, '2001:db8:4::12', '2001:db8:f::2', 'established'),
	(3, '2001:db8:3::3', '2001:db8:f::3', 'established'),
	(3, '2001:db8:3::3', '2001:db8:f::4', 'established');
UPDATE bgp_peer SET remote_as = CASE peer_ip WHEN '2001:db8:f::4' THEN 64497
                                ELSE 64496 END;
