-- fires device idle
-- silent device used
-- silent device unread
-- unknown device begun
-- begun restarted between the readings; unread has none.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, ip_forwarding, ipv6_forwarding)
VALUES (1, 'agent', 'idle', 1, 1), (2, 'agent', 'used', 1, 1),
       (3, 'agent', 'unread', 1, 1), (4, 'agent', 'begun', 1, 1);
INSERT INTO interface (id, device, if_index, name, type, oper_status)
SELECT id * 10 + 1, id, 1, 'eth1', 6, 'up' FROM device;
INSERT INTO coverage (device, question, result, rows)
SELECT id, 'IP-MIB::ipSystemStatsTable', 'rows', 2 FROM device;
INSERT INTO address (device, interface, if_index, family, ip, ip_key, prefix,
                     prefix_length, type, kind, usable, sources)
SELECT id, id * 10 + 1, 1, 4, '192.0.2.' || (id * 16 + 1), CAST(id AS BLOB),
       '192.0.2.' || (id * 16) || '/28', 28, 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   device
UNION  ALL
SELECT id, id * 10 + 1, 1, 6, '2001:db8:' || id || '::1', CAST(id AS BLOB),
       '2001:db8:' || id || '::/64', 64, 'unicast', 'documentation', 1,
       'ipAddressTable'
FROM   device;
INSERT INTO traffic_reading (device, family, reading, sys_uptime, bits, in_octets,
                             discontinuity, at)
VALUES (1, 4, 1, 100000, 64, 1000, 0, 1789632600),
       (1, 4, 2, 130000, 64, 9000, 0, 1789632900),
       (1, 6, 1, 100000, 64, 500, 0, 1789632600),
       (1, 6, 2, 130000, 64, 500, 0, 1789632900),
       (2, 4, 1, 100000, 64, 1000, 0, 1789632600),
       (2, 4, 2, 130000, 64, 9000, 0, 1789632900),
       (2, 6, 1, 100000, 64, 500, 0, 1789632600),
       (2, 6, 2, 130000, 64, 700, 0, 1789632900),
       (4, 4, 1, 100000, 64, 1000, 0, 1789632600),
       (4, 4, 2, 200, 64, 100, 0, 1789632900),
       (4, 6, 1, 100000, 64, 500, 0, 1789632600),
       (4, 6, 2, 200, 64, 0, 0, 1789632900);
