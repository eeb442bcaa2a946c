-- circuits: a BGP session whose state is not told is neither up nor down
INSERT INTO put_agent (id, sys_name) VALUES (1, 'edge');
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 1;
INSERT INTO put_port (device, if_index, name) VALUES (1, 1, 'eth1');
INSERT INTO put_read (device, question, result)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows'),
       (1, 'BGP4V2-MIB::bgp4V2PeerTable', 'rows'),
       (1, 'IP-FORWARD-MIB::inetCidrRouteTable (0.0.0.0/0)', 'rows'),
       (1, 'IP-FORWARD-MIB::inetCidrRouteTable (::/0)', 'rows');
INSERT INTO put_address (device, port, p)
VALUES (1, 1, '192.0.2.0/31'), (1, 1, '2001:db8:1::/127');
UPDATE address SET prefix = ip || '/' || prefix_length;
INSERT INTO put_heard (device, port, ip, mac)
VALUES (1, 1, '192.0.2.1', '00:00:5e:00:53:01'),
       (1, 1, '2001:db8:1::1', '00:00:5e:00:53:01');
INSERT INTO route (device, family, prefix, next_hop, interface, if_index, type,
                   source)
SELECT 1, column1, column2, column3, id, 1, 'remote', 'inetCidrRouteTable'
FROM   interface,
       (VALUES (4, '0.0.0.0/0', '192.0.2.1'), (6, '::/0', '2001:db8:1::1'));
INSERT INTO put_bgp (device, local_ip, peer_ip, state)
VALUES (1, '192.0.2.0', '192.0.2.1', 'established'),
       (1, '2001:db8:1::', '2001:db8:1::1', NULL);
UPDATE bgp_peer SET remote_as = 64496;
INSERT INTO fact_circuit (id, kind, provider_as, device, interface)
VALUES ('line', 'uplink', 64496, 'edge', 'eth1');
-- ask
SELECT id, class, class_note FROM circuit;
SELECT verdict, sentence FROM finding WHERE rule = 'P-05';
