-- routed links: a silent peer by the MAC that ARP and ND hear, if it is known
INSERT INTO put_agent VALUES (1, 'r1', '00:00:5e:00:53:01');
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 1;
INSERT INTO put_port VALUES (1, 1, 'eth1', NULL), (1, 2, 'eth2', NULL),
                            (1, 3, 'eth3', NULL);
INSERT INTO put_address VALUES
	(1, 1, '192.0.2.1/30'), (1, 1, '2001:db8:1::/127'),
	(1, 2, '192.0.2.5/30'), (1, 3, '2001:db8:3::1/126');
INSERT INTO put_prefix VALUES
	('192.0.2.0/30', '192.0.2.1'), ('2001:db8:1::/127', '2001:db8:1:'),
	('192.0.2.4/30', '192.0.2.5'), ('2001:db8:3::/126', '2001:db8:3:');
-- eth1 hears a peer of both families whom LLDP names; eth2 a peer that nobody
-- names; eth3 one that announces itself, by its link-local address alone.
INSERT INTO put_lldp VALUES (1, 1, '00:00:5e:00:53:51', 'ge0', 'peer1'),
                            (1, 3, '00:00:5e:00:53:53', 'ge0', 'peer3');
INSERT INTO put_heard VALUES
	(1, 1, '192.0.2.2', '00:00:5e:00:53:51', NULL),
	(1, 1, '2001:db8:1::1', '00:00:5e:00:53:51', NULL),
	(1, 2, '192.0.2.6', '00:00:5e:00:53:52', NULL),
	(1, 3, 'fe80::2', '00:00:5e:00:53:53', NULL);
-- A session with the peer of eth1, whom its MAC names, and one with nobody.
INSERT INTO bgp_peer (device, instance, family, local_ip, local_ip_key, peer_ip,
                      peer_ip_key, if_index, remote_as, state, sources)
SELECT 1, 0, 6, '2001:db8:1::', a.ip_key, p.column1, a.ip_key, 0, 64496,
       'established', 'bgp4V2PeerTable'
FROM   (VALUES ('2001:db8:1::1'), ('2001:db8:9::1')) p
JOIN   address a ON a.ip = '2001:db8:1::';
-- ask
SELECT a_name, COALESCE(a_port, 'no port'), b_name,
       COALESCE(b_port, 'no port'), protocols, families, evidence,
       segment_name IS NOT NULL
FROM   page_routed_link
ORDER  BY key;
