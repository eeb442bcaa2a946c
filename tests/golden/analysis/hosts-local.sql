-- hosts: local are an agent's own addresses, but for link-local ones of others
INSERT INTO put_agent (id, sys_name)
VALUES (1, 'r1');
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 1;
INSERT INTO put_port (device, if_index, name, mac)
VALUES (1, 1, 'Vlan10', '00:00:5e:00:53:01');
INSERT INTO put_read (device, question, result)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows'),
       (1, 'IP-MIB::ipNetToPhysicalTable', 'rows');
INSERT INTO put_address (device, port, p)
VALUES (1, 1, '192.0.2.1/24'), (1, 1, '2001:db8:10::1/64');
INSERT INTO put_prefix (prefix, beginning)
VALUES ('192.0.2.0/24', '192.0.2.'), ('2001:db8:10::/64', '2001:db8:10::');
INSERT INTO put_heard (device, port, ip, mac)
VALUES (1, 1, '192.0.2.1', '00:00:5e:00:53:01'),
       (1, 1, '192.0.2.2', '00:00:5e:00:53:02'),
       (1, 1, '192.0.2.3', '00:00:5e:00:53:03'),
       (1, 1, '192.0.2.9', '00:00:5e:00:53:09'),
       (1, 1, '2001:db8:10::9', '00:00:5e:00:53:09'),
       (1, 1, 'fe80::1', '00:00:5e:00:53:01'),
       (1, 1, 'fe80::2', '00:00:5e:00:53:02');
UPDATE neighbour
SET    type = 'local'
WHERE  kind = 'link-local'
OR     ip = '192.0.2.1';
-- ask
SELECT mac, class, class_note FROM host ORDER BY mac;
SELECT subject, sentence FROM finding WHERE rule = 'P-23' ORDER BY subject;
