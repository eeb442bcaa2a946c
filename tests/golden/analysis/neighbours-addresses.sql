-- neighbours: one of several addresses, or a virtual router's, is no identity
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01'),
                             (2, 'hosta', NULL), (3, 'fw1', NULL),
                             (4, 'owner', NULL);
INSERT INTO put_port VALUES (1, 1, 'Gi1', NULL), (1, 2, 'Gi2', NULL),
                            (1, 3, 'Gi3', NULL), (1, 4, 'Gi4', NULL),
                            (1, 5, 'Gi5', NULL), (2, 1, 'virbr0', NULL),
                            (2, 2, 'eth0', NULL), (3, 1, 'eth0', NULL),
                            (4, 1, 'eth0', NULL);
INSERT INTO put_address VALUES
	(2, 1, '192.0.2.1/24'), (2, 2, '198.51.100.2/24'),
	(2, 1, '2001:db8:2::1/64'), (2, 2, '2001:db8:100::2/64'),
	(3, 1, '203.0.113.3/24'), (3, 1, '203.0.113.1/24'),
	(4, 1, '203.0.113.4/24');
-- fw1 is master of .1 now; .4 is owner's own, which fw1 would take over.
INSERT INTO virtual_router (id, device, if_index, number, family, protocol,
                            state, priority)
VALUES (1, 3, 1, 1, 4, 'VRRPv2', 'master', 120),
       (2, 4, 1, 2, 4, 'VRRPv2', 'master', 255);
INSERT INTO virtual_router_address VALUES (1, 4, '203.0.113.1', zeroblob(16)),
                                          (2, 4, '203.0.113.4', zeroblob(16));
INSERT INTO put_lldp VALUES (1, 1, '00:00:5e:00:53:71', 'eth0', 'hostb'),
                            (1, 2, '00:00:5e:00:53:72', 'eth0', 'hostc'),
                            (1, 3, '00:00:5e:00:53:73', 'eth0', 'fw2'),
                            (1, 4, '00:00:5e:00:53:74', 'eth0', 'the owner'),
                            (1, 5, '00:00:5e:00:53:75', 'eth0', 'another');
INSERT INTO adjacency_address
SELECT a.id, CASE WHEN v.ip LIKE '%:%' THEN 6 ELSE 4 END, v.ip, zeroblob(16)
FROM   (SELECT 'hostb' AS name, '192.0.2.1' AS ip
        UNION ALL
        VALUES ('hostb', '198.51.100.77'), ('hostc', '2001:db8:2::1'),
               ('hostc', '2001:db8:100::77'), ('fw2', '203.0.113.1'),
               ('the owner', '203.0.113.4'),
               -- All of what it announces is hosta's.
               ('another', '192.0.2.1'), ('another', '2001:db8:100::2')) v
JOIN   adjacency a ON a.sys_name = v.name;
-- ask
SELECT port, said_name, verdict, matched_by, far_name
FROM   page_match
ORDER  BY port;
SELECT d.name, i.value
FROM   device_identity i
JOIN   device d ON d.id = i.device
WHERE  i.kind = 'address'
AND    i.value LIKE '203.0.113.%'
ORDER  BY i.value;
