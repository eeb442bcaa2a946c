-- roles: told by facts or by the device, never guessed
INSERT INTO put_agent VALUES (1, 'bridge', NULL), (2, 'routing bridge', NULL),
                             (3, 'bridge that could route', NULL),
                             (4, 'linux with containers', NULL),
                             (5, 'linux', NULL), (6, 'router', NULL),
                             (7, 'silent on it', NULL), (8, 'stated', NULL),
                             (9, 'telephone', NULL), (10, 'edge', NULL),
                             (11, 'inner', NULL), (12, 'bridge, two networks', NULL),
                             (13, 'bridge, one network', NULL);
UPDATE device SET capabilities = 'bridge' WHERE id = 1;
UPDATE device SET capabilities = 'bridge router', ip_forwarding = 1 WHERE id = 2;
UPDATE device SET capabilities = 'bridge router', ip_forwarding = 0 WHERE id = 3;
UPDATE device SET sys_object_id = '1.3.6.1.4.1.8072.3.2.10' WHERE id IN (4, 5);
UPDATE device SET ip_forwarding = 1 WHERE id IN (4, 6, 10, 11);
UPDATE device SET ip_forwarding = 0 WHERE id = 5;
UPDATE device SET sys_object_id = '1.3.6.1.4.1.2636.1.1.1.2.57',
       sys_descr = 'Juniper Networks, Inc. mx80 internet router, kernel'
WHERE  id = 6;
UPDATE device SET capabilities = 'router', ip_forwarding = 1 WHERE id = 8;
UPDATE device SET capabilities = 'bridge telephone' WHERE id = 9;
INSERT INTO fact_device (name, role) VALUES ('stated', 'firewall'),
                                            ('isp', 'provider');
-- The way out of one leads to nobody known, of the other to the first.
INSERT INTO put_port VALUES (10, 1, 'e1', NULL);
INSERT INTO put_address VALUES (10, 1, '2001:db8::10/64');
INSERT INTO route (device, family, prefix, next_hop, source)
VALUES (10, 6, '::/0', '2001:db8::ffff', 'inetCidrRouteTable'),
       (11, 6, '::/0', '2001:db8::10', 'inetCidrRouteTable');
UPDATE device SET capabilities = 'bridge', ip_forwarding = 1 WHERE id IN (12, 13);
INSERT INTO put_port VALUES (12, 1, 'Vlan10', NULL), (12, 2, 'Vlan20', NULL),
                            (13, 1, 'Vlan10', NULL);
INSERT INTO put_address VALUES (12, 1, '192.0.2.12/26'), (12, 2, '192.0.2.76/26'),
                               (13, 1, '192.0.2.13/26'), (13, 1, '2001:db8:10::d/64');
-- ask
SELECT name, role, tier, vendor, model, documented FROM device ORDER BY id;
