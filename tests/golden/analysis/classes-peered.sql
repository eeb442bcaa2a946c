-- a far end is seen by ND, or by a routing protocol that is up to it
INSERT INTO put_agent (id, sys_name)
VALUES (1, 'r1');
INSERT INTO put_port (device, if_index, name)
VALUES (1, 1, 'bgp'), (1, 2, 'ospf'), (1, 3, 'isis'), (1, 4, 'down'),
       (1, 5, 'beyond'), (1, 6, 'bare');
INSERT INTO put_read (device, question, result)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows'),
       (1, 'IP-MIB::ipNetToPhysicalTable', 'rows');
INSERT INTO put_address (device, port, p)
VALUES (1, 1, '192.0.2.0/31'), (1, 1, '2001:db8:1::/127'),
       (1, 2, '192.0.2.2/31'), (1, 2, '2001:db8:2::/127'),
       (1, 3, '192.0.2.4/31'), (1, 3, '2001:db8:3::/127'),
       (1, 4, '192.0.2.6/31'), (1, 4, '2001:db8:4::/127'),
       (1, 5, '192.0.2.8/31'), (1, 5, '2001:db8:5::/127'),
       (1, 6, '192.0.2.10/31'), (1, 6, '2001:db8:6::/127');
UPDATE address
SET    prefix = ip || '/' || prefix_length;
-- ARP shows all far ends; ND that of another port alone.
INSERT INTO put_heard (device, port, ip, mac)
VALUES (1, 1, '192.0.2.1', '00:00:5e:00:53:01'),
       (1, 2, '192.0.2.3', '00:00:5e:00:53:02'),
       (1, 4, '192.0.2.7', '00:00:5e:00:53:04'),
       (1, 5, '192.0.2.9', '00:00:5e:00:53:05');
-- bare: nothing is heard. isis: not by ARP either.
INSERT INTO put_bgp (device, local_ip, peer_ip, state)
VALUES (1, '192.0.2.0', '192.0.2.1', 'established'),
       (1, '2001:db8:1::', '2001:db8:1::1', 'established'),
       (1, '2001:db8:4::', '2001:db8:4::1', 'active'),
       (1, '2001:db8:5::', '2001:db8:ffff::1', 'established');
INSERT INTO put_igp (device, protocol, port, remote_id, ip, state)
VALUES (1, 'OSPFv2', 2, '192.0.2.3', '192.0.2.3', 'full'),
       (1, 'OSPFv3', 2, '192.0.2.3', NULL, 'full'),
       (1, 'IS-IS', 3, '0001.0002.0003', '192.0.2.5', 'up'),
       (1, 'IS-IS', 3, '0001.0002.0003', 'fe80::3', 'up'),
       (1, 'OSPFv3', 4, '192.0.2.7', NULL, 'init');
-- ask
SELECT s.name, s.class, s.class_note, s.ipv4_ends, s.ipv6_ends,
       (SELECT COUNT(*) FROM segment_end e WHERE e.segment = s.id)
FROM   segment s
ORDER  BY s.id;
SELECT rule, verdict, subject
FROM   finding
WHERE  rule IN ('P-01', 'P-02')
ORDER  BY subject;
