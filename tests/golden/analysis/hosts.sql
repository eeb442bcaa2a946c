-- hosts: both families of a MAC, its port, what is behind what; and who is no host
INSERT INTO put_agent VALUES (1, 'gw', '00:00:5e:00:53:01'),
                             (2, 'sw1', '00:00:5e:00:53:02'),
                             (3, 'sw2', '00:00:5e:00:53:03');
UPDATE device SET sys_location = 'HQ';
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 1 WHERE id = 1;
UPDATE device SET capabilities = 'bridge' WHERE id IN (2, 3);
INSERT INTO put_read VALUES (1, 'IP-MIB::ipAddressTable', 'rows'),
                            (1, 'IP-MIB::ipNetToPhysicalTable', 'rows');
INSERT INTO put_port VALUES (1, 1, 'Vlan20', '00:00:5e:00:53:01'),
                            (2, 1, 'Gi1', NULL), (2, 4, 'Gi4', NULL),
                            (2, 5, 'Gi5', NULL), (2, 9, 'Po1', NULL),
                            (3, 1, 'Gi1', NULL), (3, 2, 'Gi2', NULL),
                            (3, 8, 'Gi8', NULL);
INSERT INTO put_address VALUES (1, 1, '192.0.2.1/26'), (1, 1, '2001:db8:20::1/64');
INSERT INTO put_prefix VALUES ('192.0.2.0/26', '192.0.2.'),
                              ('2001:db8:20::/64', '2001:db8:20:');
INSERT INTO put_heard
VALUES (1, 1, '192.0.2.10', '00:00:5e:00:53:10', NULL),
       (1, 1, '2001:db8:20::10', '00:00:5e:00:53:10', NULL),
       (1, 1, '2001:db8:20:0:200:5eff:fe00:5310', '00:00:5e:00:53:10', NULL),
       (1, 1, 'fe80::10', '00:00:5e:00:53:10', NULL),
       (1, 1, '192.0.2.11', '00:00:5e:00:53:11', NULL),
       (1, 1, '2001:db8:20::11', '00:00:5e:00:53:11', 'incomplete'),
       (1, 1, '2001:db8:20:0:a1b2:c3d4:e5f6:7', '00:00:5e:00:53:12', NULL),
       (1, 1, '2001:db8:20:0:b1b2:c3d4:e5f6:7', '00:00:5e:00:53:12', NULL),
       (1, 1, '2001:db8:20:0:c1b2:c3d4:e5f6:7', '02:00:5e:00:53:13', NULL),
       (1, 1, 'fe80::14', '00:00:5e:00:53:14', NULL),
       (1, 1, '192.0.2.20', '00:00:5e:00:53:20', NULL),
       (1, 1, '2001:db8:20::20', '00:00:5e:00:53:20', NULL),
       (1, 1, '192.0.2.21', '00:00:5e:00:53:21', NULL),
       -- no hosts: virtual routers, groups, a device that answered
       (1, 1, '192.0.2.50', '00:00:5e:00:01:0a', NULL),
       (1, 1, '2001:db8:20::50', '00:00:5e:00:02:0a', NULL),
       (1, 1, '192.0.2.63', 'ff:ff:ff:ff:ff:ff', NULL),
       (1, 1, 'ff02::1', '33:33:00:00:00:01', NULL),
       (1, 1, '192.0.2.2', '00:00:5e:00:53:02', NULL),
       (1, 1, '2001:db8:20::2', '00:00:5e:00:53:02', NULL);
-- sw1's aggregate leads to sw2, on whose second port are a phone and a PC.
INSERT INTO put_lldp VALUES (2, 5, '00:00:5e:00:53:03', 'Gi8', 'sw2'),
                            (3, 8, '00:00:5e:00:53:02', 'Gi5', 'sw1'),
                            (3, 2, '00:00:5e:00:53:20', '00:00:5e:00:53:20', 'phone-1');
UPDATE adjacency SET capabilities_enabled = 'bridge telephone' WHERE port_id LIKE '%:20';
INSERT INTO lag_member (device, aggregate, member, state, source)
VALUES (2, 9, 5, 'attached', 'dot3adAggPortTable');
INSERT INTO fdb (device, vlan, mac, if_index, status)
VALUES (2, 20, '00:00:5e:00:53:10', 9, 'learned'),
       (3, 20, '00:00:5e:00:53:10', 1, 'learned'),
       (3, 20, '00:00:5e:00:53:12', 1, 'learned'),
       (3, 20, '02:00:5e:00:53:13', 1, 'learned'),
       (3, 20, '00:00:5e:00:53:20', 2, 'learned'),
       (3, 20, '00:00:5e:00:53:21', 2, 'learned'),
       (2, 20, '00:00:5e:00:53:14', 9, 'learned'),
       -- heard by bridges alone
       (2, 20, '00:00:5e:00:53:15', 1, 'learned'),
       (2, 99, '00:00:5e:00:53:16', 1, 'learned'),
       -- no hosts
       (2, 20, '00:00:5e:00:53:17', 9, 'learned'),
       (2, 20, '00:00:5e:00:53:18', 4, 'self'),
       (2, 20, '00:00:5e:00:53:01', 4, 'learned'),
       (2, 20, '00:00:5e:00:01:0a', 4, 'learned'),
       (2, 20, '01:00:5e:00:00:fb', 4, 'learned'),
       (2, 20, 'ff:ff:ff:ff:ff:ff', 4, 'learned');
-- A port beyond all bridge ports is an ifIndex; one among them without is unknown.
INSERT INTO bridge_port VALUES (3, 1, 1);
INSERT INTO fdb (device, vlan, mac, port, status)
VALUES (3, 20, '00:00:5e:00:53:19', 2, 'learned'),
       (3, 20, '00:00:5e:00:53:1a', 1, 'learned');
-- ask
SELECT h.mac, g.name, h.device_name, h.class, h.why, h.maker, h.temporary
FROM   page_host h LEFT JOIN segment g ON g.id = h.segment ORDER BY h.mac;
SELECT h.mac, a.family, a.ip, a.is_temporary
FROM   host_address a JOIN host h ON h.id = a.host ORDER BY h.mac, a.family, a.ip;
SELECT mac, switch_name, port, vlan, port_macs, is_beyond, behind_name
FROM   page_host WHERE switch IS NOT NULL ORDER BY mac;
