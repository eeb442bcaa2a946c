-- security: who is taken for a router and is none, by each way it is told
INSERT INTO put_agent VALUES (1, 'gw', NULL), (2, 'host', NULL), (3, 'peer', NULL);
UPDATE device SET ip_forwarding = id = 1, ipv6_forwarding = id = 1;
INSERT INTO put_port VALUES (1, 1, 'Vlan10', '00:00:5e:00:53:01'),
                            (2, 1, 'eth0', '00:00:5e:00:53:02'),
                            (1, 2, 'ge-0/2', '00:00:5e:00:53:01'),
                            (3, 1, 'ge-0/1', '00:00:5e:00:53:03');
INSERT INTO put_address VALUES (1, 1, '2001:db8:10::1/64'), (1, 1, 'fe80::1/64'),
                               (2, 1, '2001:db8:10::2/64'),
                               (1, 2, '2001:db8:fe::/127'),
                               (3, 1, '2001:db8:fe::1/127');
INSERT INTO put_prefix VALUES ('2001:db8:10::/64', '2001:db8:10:'),
                              ('2001:db8:fe::/127', '2001:db8:fe:');
-- Gone (lifetime 0), a gateway by its address, one by the MAC of its device, one
-- that routers share, one by the MAC inside its address; then three strangers.
INSERT INTO default_router (device, family, ip, ip_key, interface, if_index,
                            lifetime)
SELECT 2, 6, value, CAST(value AS BLOB),
       (SELECT id FROM interface WHERE device = 2), 1,
       CASE value WHEN 'fe80::60' THEN 0 ELSE 1800 END
FROM   json_each('["fe80::60", "fe80::1", "fe80::11", "fe80::12",
                   "fe80::200:5eff:fe00:5301", "fe80::66",
                   "fe80::200:5eff:fe00:5367", "fe80::68"]');
INSERT INTO put_heard VALUES (2, 1, 'fe80::11', '00:00:5e:00:53:01', NULL),
                             (2, 1, 'fe80::12', '00:00:5e:00:02:01', NULL),
                             (2, 1, 'fe80::66', '00:00:5e:00:53:66', 'stale'),
                             (2, 1, 'fe80::70', '00:00:5e:00:53:70', NULL),
                             (3, 1, 'fe80::80', '00:00:5e:00:53:80', NULL);
-- One that calls itself a router, and the far end of a line, whoever it is.
UPDATE neighbour SET is_router = 1 WHERE ip IN ('fe80::70', 'fe80::80');
INSERT INTO route (device, family, prefix, next_hop, interface, if_index, type,
                   source)
SELECT device, CASE WHEN hop LIKE '%:%' THEN 6 ELSE 4 END, prefix, hop,
       (SELECT id FROM interface i WHERE i.device = r.device), 1, type, 'test'
FROM   (SELECT 2 AS device, '2001:db8:f::/48' AS prefix, 'fe80::66' AS hop,
               'remote' AS type
        UNION ALL SELECT 2, '::/0', '2001:db8:10::1', 'remote'
        UNION ALL SELECT 2, '2001:db8:10::/64', '::', 'local'
        UNION ALL SELECT 2, '0.0.0.0/0', '192.0.2.66', 'remote'
        UNION ALL SELECT 3, '::/0', '2001:db8:fe::9', 'remote') r;
-- ask
SELECT ip, mac, told_by, prefix, lifetime, is_certain
FROM   unexpected_router
ORDER BY ip, told_by;
