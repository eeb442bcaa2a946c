-- segments: an address without a prefix length denies nothing
INSERT INTO put_agent VALUES (1, 'r1', NULL), (2, 'r2', NULL);
UPDATE device SET ip_forwarding = 1;
INSERT INTO put_read
SELECT device.id, value, 'rows'
FROM   device, json_each('["IP-MIB::ipAddressTable",
                           "IP-MIB::ipNetToPhysicalTable"]');
INSERT INTO put_port
SELECT device.id, value, 'e' || value, NULL
FROM   device, json_each('[1, 2, 3]');
INSERT INTO put_port VALUES (1, 4, 'Vlan40', '00:00:5e:00:53:01');
-- 1 neither end tells the length; 2 one end does, and holds the other; 3 one
-- end does, and does not; VLAN 40: a gateway that does not tell it either.
INSERT INTO put_address
SELECT device.id, value, '192.0.2.' || (value * 2 + device.id - 1) || '/31'
FROM   device, json_each('[1, 2, 3]');
INSERT INTO put_address
VALUES (1, 1, '2001:db8:1::/128'), (2, 1, '2001:db8:1::1/128'),
       (1, 2, '2001:db8:2::/127'), (2, 2, '2001:db8:2::1/128'),
       (1, 3, '2001:db8:3::/127'), (2, 3, '2001:db8:3::3/128'),
       (1, 4, '192.0.2.129/26'), (1, 4, '2001:db8:4::1/128');
UPDATE address SET prefix_length = NULL WHERE prefix_length = 128;
INSERT INTO put_prefix
VALUES ('192.0.2.2/31', '192.0.2.2'), ('192.0.2.2/31', '192.0.2.3'),
       ('192.0.2.4/31', '192.0.2.4'), ('192.0.2.4/31', '192.0.2.5'),
       ('192.0.2.6/31', '192.0.2.6'), ('192.0.2.6/31', '192.0.2.7'),
       ('192.0.2.128/26', '192.0.2.129'),
       ('2001:db8:2::/127', '2001:db8:2:'), ('2001:db8:3::/127', '2001:db8:3:');
INSERT INTO put_heard VALUES (1, 4, '192.0.2.140', '00:00:5e:00:53:40', NULL);
INSERT INTO fact_device (name, role) VALUES ('phone', 'phone');
INSERT INTO fact_device_match VALUES ('phone', 'mac', '00:00:5e:00:53:40');
-- ask
SELECT p.prefix, g.kind, g.class, g.class_note
FROM   page_segment g
JOIN   segment_prefix p ON p.segment = g.id AND p.family = 4
ORDER  BY p.prefix_key, p.prefix;
SELECT class, class_note FROM device WHERE name = 'phone';
