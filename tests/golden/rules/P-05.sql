-- fires circuit down
-- fires circuit none
-- silent circuit up
-- silent circuit old
-- unknown circuit untold
-- Five routers, each with a line to AS 64496. down has a session of IPv6 that is
-- active, none has none; untold's agent has only bgpPeerTable. old has no IPv6 on
-- its line: P-01 says that.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'down', 1, 1), (2, 'agent', 'none', 1, 1),
       (3, 'agent', 'up', 1, 1), (4, 'agent', 'old', 1, 1),
       (5, 'agent', 'untold', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
SELECT id * 10 + 1, id, 1, 'eth1', 6, 'up' FROM device;
INSERT INTO fact_circuit (id, kind, provider, device, interface, provider_as)
SELECT sys_name, 'uplink', 'Alder', sys_name, 'eth1',
       CASE sys_name WHEN 'none' THEN NULL ELSE 64496 END
FROM   device;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 2 FROM device;
INSERT INTO coverage (device, question, result, rows)
SELECT id, CASE sys_name WHEN 'untold' THEN 'BGP4-MIB::bgpPeerTable'
           ELSE 'CISCO-BGP4-MIB::cbgpPeer2Table' END, 'rows', 1
FROM   device;
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT id, id * 10 + 1, 1, 4, '192.0.2.' || (id * 4 + 2), CAST(id AS BLOB),
       '192.0.2.' || (id * 4) || '/30', 30, 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   device
UNION  ALL
SELECT id, id * 10 + 1, 1, 6, '2001:db8:' || id || '::2', CAST(id AS BLOB),
       '2001:db8:' || id || '::/64', 64, 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   device
WHERE  sys_name <> 'old';
INSERT INTO bgp_peer (device, instance, family, peer_ip, peer_ip_key, if_index,
                      remote_as, state, sources)
SELECT id, 0, 4, '192.0.2.' || (id * 4 + 1), CAST(id AS BLOB), 0, 64496,
       'established', 'cbgpPeer2Table'
FROM   device
UNION  ALL
SELECT id, 0, 6, '2001:db8:' || id || '::1', CAST(id AS BLOB), 0, 64496,
       CASE sys_name WHEN 'up' THEN 'established' ELSE 'active' END,
       'cbgpPeer2Table'
FROM   device
WHERE  sys_name IN ('down', 'up');
