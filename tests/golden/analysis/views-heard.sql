-- views: an address stands for a silent device only if it works and answered
INSERT INTO put_agent VALUES (1, 'gw', NULL), (2, 'bare', '00:00:5e:00:53:02');
UPDATE device SET ip_forwarding = 1 WHERE id = 1;
INSERT INTO put_port VALUES (1, 1, 'Vlan10', '00:00:5e:00:53:01');
INSERT INTO put_address VALUES (1, 1, '192.0.2.1/24'), (1, 1, '2001:db8::1/64');
INSERT INTO put_prefix VALUES ('192.0.2.0/24', '192.0.2.'),
                              ('2001:db8::/64', '2001:db8:');
-- One with both; one whose lookups failed; one that names only itself.
INSERT INTO put_heard
VALUES (1, 1, '192.0.2.11', '00:00:5e:00:53:11', 'stale'),
       (1, 1, '2001:db8::11', '00:00:5e:00:53:11', NULL),
       (1, 1, '192.0.2.12', '00:00:5e:00:53:12', 'invalid'),
       (1, 1, '2001:db8::12', '00:00:5e:00:53:12', 'incomplete');
INSERT INTO put_lldp VALUES (1, 1, '00:00:5e:00:53:11', 'a', 'both'),
                            (1, 1, '00:00:5e:00:53:12', 'b', 'lookups failed'),
                            (1, 1, '00:00:5e:00:53:13', 'c', 'names itself'),
                            (1, 1, '00:00:5e:00:53:02', 'd', 'bare');
INSERT INTO adjacency_address
SELECT id, CASE WHEN ip LIKE '%:%' THEN 6 ELSE 4 END, ip, zeroblob(16)
FROM   adjacency
JOIN   (SELECT 'c' AS port, '127.0.0.1' AS ip
        UNION ALL VALUES ('c', '169.254.1.1'), ('c', '0.0.0.0'), ('c', '::1'),
                         ('c', 'fe80::13'), ('d', '192.0.2.2'),
                         ('d', '2001:db8::2')) ON port = port_id;
-- ask
SELECT sys_name, ipv6, ipv4 FROM page_device WHERE id > 1 ORDER BY id;
