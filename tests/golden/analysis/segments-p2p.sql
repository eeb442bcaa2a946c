-- point-to-point: a family needs both ends in one prefix, one end is half
INSERT INTO put_agent VALUES (1, 'r1', NULL), (2, 'r2', NULL), (3, 'mute', NULL);
UPDATE device SET ip_forwarding = 1;
INSERT INTO put_read
SELECT 1, 'IP-MIB::ipAddressTable', 'rows'
UNION ALL SELECT 1, 'IP-MIB::ipNetToPhysicalTable', 'rows'
UNION ALL SELECT 2, 'IP-MIB::ipAddressTable', 'rows'
UNION ALL SELECT 2, 'IP-MIB::ipNetToPhysicalTable', 'rows'
UNION ALL SELECT 3, 'RFC1213-MIB::ipAddrTable', 'rows'
UNION ALL SELECT 3, 'IP-MIB::ipAddressTable', 'not implemented';
INSERT INTO put_port
SELECT d, p, 'e' || p, NULL
FROM   (SELECT 1 AS d UNION ALL VALUES (2), (3)), (SELECT value AS p FROM json_each('[1,2,3,4,5,6,7]'));
-- 1 both families on both ends; 2 IPv6 on one end only; 3 a /64 beside a /31;
-- 4 a peer that only ARP and ND show; 5 a peer that only ARP shows;
-- 6 nobody at the other end; 7 an end that cannot show IPv6.
INSERT INTO put_address
VALUES (1, 1, '192.0.2.0/31'), (2, 1, '192.0.2.1/31'),
       (1, 1, '2001:db8:1::/127'), (2, 1, '2001:db8:1::1/127'),
       (1, 2, '192.0.2.2/31'), (2, 2, '192.0.2.3/31'),
       (1, 2, '2001:db8:2::/127'),
       (1, 3, '192.0.2.4/31'), (2, 3, '192.0.2.5/31'),
       (1, 3, '2001:db8:3::1/64'), (2, 3, '2001:db8:3::2/64'),
       (1, 4, '192.0.2.9/30'), (1, 4, '2001:db8:4::1/126'),
       (1, 5, '192.0.2.13/30'), (1, 5, '2001:db8:5::1/126'),
       (1, 6, '192.0.2.17/30'), (1, 6, '2001:db8:6::1/126'),
       (1, 7, '192.0.2.20/31'), (3, 7, '192.0.2.21/31'),
       (1, 7, '2001:db8:7::/127');
INSERT INTO put_prefix
VALUES ('192.0.2.0/31', '192.0.2.0'), ('192.0.2.0/31', '192.0.2.1'),
       ('192.0.2.20/31', '192.0.2.20'), ('192.0.2.20/31', '192.0.2.21'),
       ('192.0.2.2/31', '192.0.2.2'), ('192.0.2.2/31', '192.0.2.3'),
       ('192.0.2.4/31', '192.0.2.'),
       ('192.0.2.8/30', '192.0.2.9'), ('192.0.2.12/30', '192.0.2.13'),
       ('192.0.2.16/30', '192.0.2.17'),
       ('2001:db8:1::/127', '2001:db8:1::'), ('2001:db8:2::/127', '2001:db8:2::'),
       ('2001:db8:3::/64', '2001:db8:3::'), ('2001:db8:4::/126', '2001:db8:4::'),
       ('2001:db8:5::/126', '2001:db8:5::'), ('2001:db8:6::/126', '2001:db8:6::'),
       ('2001:db8:7::/127', '2001:db8:7::');
INSERT INTO put_heard
VALUES (1, 4, '192.0.2.10', '00:00:5e:00:53:44', NULL),
       (1, 4, '2001:db8:4::2', '00:00:5e:00:53:44', NULL),
       (1, 5, '192.0.2.14', '00:00:5e:00:53:55', NULL),
       (1, 5, '2001:db8:5::2', '00:00:5e:00:53:55', 'incomplete');
-- On port 4 LLDP names the peer; on port 5 it names two, so none of them.
INSERT INTO put_lldp VALUES (1, 4, '00:00:5e:00:53:40', 'ge-0/0/4', 'peer'),
                            (1, 5, '00:00:5e:00:53:51', 'x', 'maybe'),
                            (1, 5, '00:00:5e:00:53:52', 'y', 'perhaps');
-- ask
SELECT p.prefix, g.kind, g.name, g.class, g.class_note, g.ipv4_ends, g.ipv6_ends
FROM   page_segment g
JOIN   segment_prefix p ON p.segment = g.id AND p.family = 4
ORDER  BY p.prefix_key;
