-- fires prefix 2001:db8:0:30::/64
-- fires prefix 192.0.2.0/26
-- fires prefix 2001:db8:0:6e::/64
-- silent prefix 2001:db8:0:10::/64
-- silent prefix 2001:db8:0:99::/64
-- silent prefix 2001:db8::/48
-- silent prefix 192.0.2.128/26
-- unknown prefix 2001:db8:1:10::/64
-- unknown prefix 2001:db8:2:10::/64
-- unknown prefix 2001:db8:3:10::/64
INSERT INTO meta (id, observed_at, started_at, tool)
VALUES (1, 1789632900, 1789632900, 'test');
INSERT INTO fact_site (id, name, match_location)
VALUES ('HQ', 'Headquarters', 'HQ'), ('B1', 'Branch', 'B1'),
       ('B3', 'Third', 'B3');
INSERT INTO device (id, source, sys_name, sys_location)
VALUES (1, 'agent', 'r1', 'HQ'),
       (2, 'agent', 'b3', 'B3');
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 1;
INSERT INTO fact_device (name, role, site) VALUES ('b1', 'router', 'B1');
INSERT INTO interface (id, device, if_index, name, type, mac, oper_status)
SELECT column1, column2, column1, column3, column4, column5, 'up'
FROM   (VALUES (1, 1, 'Vlan10', 53, NULL), (2, 1, 'Vlan20', 53, NULL),
       (3, 1, 'Vlan110', 53, NULL));
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
                     prefix_length, prefix, type, kind, iid, usable, sources)
SELECT i.device, i.id, i.id, IIF(column2 LIKE '%:%', 6, 4), column2,
       zeroblob(16), column3, column4, 'unicast', column5, column6, column7,
       'ipAddressTable'
FROM   (VALUES (1, '2001:db8:0:10::1', 64, '2001:db8:0:10::/64', 'documentation', 'low', 1),
       (2, '192.0.2.1', 26, '192.0.2.0/26', 'documentation', NULL, 1),
       (3, '2001:db8:0:6e::1', 64, '2001:db8:0:6e::/64', 'documentation', 'low', 1))
JOIN   interface i ON i.id = column1;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipAddressTable', 'rows', 1 FROM device WHERE id = 1;
-- What b3 has, nobody learned, nor where a prefix without a site would be.
INSERT INTO coverage (device, question, result)
VALUES (2, 'IP-MIB::ipAddressTable', 'not implemented');
INSERT INTO fact_numbering VALUES (1, 'vlan-decimal');
INSERT INTO fact_own_prefix (prefix) VALUES ('192.0.2.0/24'), ('2001:db8::/44');
INSERT INTO fact_plan_prefix (prefix, site, vlan, role, status)
VALUES ('2001:db8::/48', 'HQ', NULL, 'container', 'container'),
       ('2001:db8:0:10::/64', 'HQ', 10, 'lan', 'active'),
       ('2001:db8:0:6e::/64', 'HQ', 110, 'lan', 'active'),
       ('2001:db8:0:30::/64', 'HQ', 30, 'lan', 'active'),
       ('2001:db8:0:99::/64', 'HQ', 99, 'lan', 'reserved'),
       ('192.0.2.128/26', 'HQ', 99, 'lan', 'reserved'),
       ('2001:db8:1:10::/64', 'B1', 10, 'lan', 'active'),
       ('2001:db8:2:10::/64', NULL, 10, 'lan', 'active'),
       ('2001:db8:3:10::/64', 'B3', 10, 'lan', 'active');
