-- hard-after.sql: leaf, two-homed, by-cdp and unplugged are not seen, of whom only
-- the port of unplugged is seen without it: deaf tells of no neighbour any more,
-- and core does not answer for CDP. mute tells a part of its addresses and sessions.
-- swap-a and swap-b have changed names; another machine is called replaced;
-- serial-then shows a chassis id and no serial number.
UPDATE meta SET observed_at = 1773273600;

INSERT INTO put_agent VALUES
	(1, 'core', '00:00:5e:00:53:01'), (2, 'deaf', '00:00:5e:00:53:02'),
	(3, 'mute', '00:00:5e:00:53:03'), (9, 'swap-a', '00:00:5e:00:53:09'),
	(8, 'swap-b', '00:00:5e:00:53:08'), (10, 'replaced', NULL),
	(11, 'serial-then', '00:00:5e:00:53:0b'), (12, 'gateway', '00:00:5e:00:53:0c');
UPDATE device SET serial = 'NEW100' WHERE id = 10;
UPDATE device SET ip_forwarding = id IN (3, 12), ipv6_forwarding = id IN (3, 12);
INSERT INTO put_read
SELECT d.id, j.value,
       CASE WHEN d.sys_name = 'deaf' AND j.value LIKE 'LLDP%' THEN 'empty'
            WHEN d.sys_name = 'mute' AND j.value NOT LIKE 'LLDP%' THEN 'cut short'
            WHEN d.sys_name = 'core' AND j.value LIKE '%CDP%' THEN 'no answer'
            ELSE 'rows' END
FROM   device d,
       json_each('["IP-MIB::ipAddressTable", "LLDP-MIB::lldpRemTable",
                   "CISCO-CDP-MIB::cdpCacheTable", "BGP4-MIB::bgpPeerTable",
                   "CISCO-BGP4-MIB::cbgpPeer2Table"]') j;
INSERT INTO put_port
SELECT d.id, p.value, 'eth' || p.value, NULL
FROM   device d, json_each('[1, 2, 3, 4]') p;
UPDATE interface SET oper_status = 'down' WHERE device = 2 AND if_index = 3;

INSERT INTO put_address VALUES
	(3, 1, '192.0.2.3/26'), (12, 1, '192.0.2.12/26'), (8, 1, '192.0.2.8/26'),
	(9, 1, '192.0.2.9/26'), (10, 1, '192.0.2.10/26'), (11, 1, '192.0.2.11/26');
INSERT INTO put_prefix VALUES ('192.0.2.0/26', '192.0.2.');

INSERT INTO put_lldp VALUES (1, 4, '00:00:5e:00:53:0c', 'eth4', 'gateway');
INSERT INTO put_bgp VALUES
	(12, '2001:db8:4::12', '2001:db8:f::1', 'established'),
	(12, '2001:db8:4::12', '2001:db8:f::2', 'idle'),
	(3, '2001:db8:3::3', '2001:db8:f::3', 'established');
UPDATE bgp_peer SET remote_as = 64496;

UPDATE device SET snmp_version = 'SNMPv3', security_level = 'authPriv'
WHERE  id IN (8, 9);
INSERT INTO put_read VALUES (9, 'SNMPv2-MIB::system', 'rows');
