-- findings: of a registrar that answers over IPv6 the missing AAAA is said
INSERT INTO fact_site (id, name, match_name) VALUES ('A', 'Site A', 'a-');
INSERT INTO fact_voice (vlan, site, registrar) VALUES (40, 'A', 'a-pbx');
INSERT INTO fact_service (name, port, zone, kind, device)
VALUES ('sip', 5060, 'example', 'sip', 'a-pbx');
INSERT INTO fact_device (name, role, site)
VALUES ('phone1', 'phone', 'A'), ('a-pbx', 'server', 'A');
INSERT INTO fact_device_match (device, kind, value)
VALUES ('phone1', 'mac', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (1, 'a-gw', NULL), (2, 'a-pbx', NULL);
UPDATE device SET ip_forwarding = id = 1, ipv6_forwarding = id = 1;
INSERT INTO put_read VALUES (1, 'IP-MIB::ipAddressTable', 'rows'),
                            (1, 'IP-MIB::ipNetToPhysicalTable', 'rows'),
                            (2, 'IP-MIB::ipAddressTable', 'rows');
INSERT INTO put_port VALUES (1, 1, 'Vlan40', NULL), (2, 1, 'eth0', NULL);
INSERT INTO put_address VALUES (1, 1, '2001:db8:40::1/64'), (1, 1, '192.0.2.1/26'),
                               (2, 1, '2001:db8:40::5/64'), (2, 1, '192.0.2.5/26');
INSERT INTO put_prefix VALUES ('2001:db8:40::/64', '2001:db8:40:'),
                              ('192.0.2.0/26', '192.0.2.');
INSERT INTO put_heard VALUES (1, 1, '192.0.2.11', '00:00:5e:00:53:01', NULL),
                             (1, 1, '2001:db8:40::11', '00:00:5e:00:53:01', NULL);
INSERT INTO probe (id, kind, target, name, record, family, ip, proto, port,
                   result, reason, at)
SELECT column1, column2, 'sip:5060/tcp', 'sip.example', column3, column4, column5,
       'tcp', 5060, column6, column7, 1789632900
FROM   (VALUES (1, 'D1', 'A', NULL, NULL, 'true', NULL),
               (2, 'D1', 'AAAA', NULL, NULL, 'false', 'nodata'),
               (3, 'T1', NULL, 6, '2001:db8:40::5', 'true', NULL),
               (4, 'T3', NULL, 6, '2001:db8:40::5', 'true', NULL));
-- ask
SELECT key, class FROM service;
SELECT rule, subject, verdict, sentence
FROM   finding
WHERE  rule = 'V-09';
