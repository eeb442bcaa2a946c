-- checks: a voice VLAN, telephones, a registrar, a trunk
INSERT INTO fact_site (id, name, match_name) VALUES ('A', 'Site A', 'a-');
INSERT INTO fact_voice (vlan, site, registrar, trunk, trunk_ipv6)
VALUES (40, 'A', 'a-pbx', 'Alder Voice', 'no');
INSERT INTO fact_circuit (id, kind, provider) VALUES ('line', 'uplink', 'Alder'), ('mail line', 'uplink', 'Birch');
INSERT INTO fact_answer (item, circuit, value, by_name, date)
VALUES ('SV2', 'line', 'yes', 'A. Person', 1779350400),
       ('SV2', 'mail line', 'n-a', 'A. Person', 1779350400);
INSERT INTO fact_device (name, role, site)
VALUES ('phone1', 'phone', 'A'), ('phone2', 'phone', 'A'),
       ('phone3', 'phone', 'A'), ('a-pbx', 'server', 'A');
INSERT INTO fact_device_match (device, kind, value)
VALUES ('phone1', 'mac', '00:00:5e:00:53:01'), ('phone2', 'mac', '00:00:5e:00:53:02'),
       ('phone3', 'mac', '00:00:5e:00:53:03');
INSERT INTO put_agent VALUES (1, 'a-gw', NULL), (2, 'a-pbx', NULL);
UPDATE device SET ip_forwarding = id = 1, ipv6_forwarding = id = 1;
INSERT INTO put_read VALUES (1, 'IP-MIB::ipAddressTable', 'rows'),
                            (1, 'IP-MIB::ipNetToPhysicalTable', 'rows');
INSERT INTO put_port VALUES (1, 1, 'Vlan40', NULL);
INSERT INTO put_address VALUES (1, 1, '2001:db8:40::1/64'), (1, 1, '192.0.2.1/26');
INSERT INTO put_prefix VALUES ('2001:db8:40::/64', '2001:db8:40:'),
                              ('192.0.2.0/26', '192.0.2.');
INSERT INTO put_heard VALUES (1, 1, '192.0.2.11', '00:00:5e:00:53:01', NULL),
                             (1, 1, '2001:db8:40::11', '00:00:5e:00:53:01', NULL),
                             (1, 1, '192.0.2.12', '00:00:5e:00:53:02', NULL),
                             (1, 1, '192.0.2.13', '00:00:5e:00:53:03', NULL),
                             (1, 1, 'fe80::13', '00:00:5e:00:53:03', NULL);
INSERT INTO probe (id, kind, target, name, record, family, ip, port, result,
                   reason, at)
VALUES (1, 'T1', 'a-pbx', NULL, NULL, 4, '192.0.2.5', 5060, 'true', NULL, 1),
       (2, 'V1', 'a-pbx', NULL, NULL, 6, '2001:db8:40::5', 5060, 'true', NULL, 1),
       (3, 'D1', 'sip', '_sip._tcp.example', 'SRV', 4, NULL, NULL, 'true', NULL, 1),
       (4, 'D1', 'sip', 'sip.example', 'AAAA', 4, NULL, NULL, 'unknown',
        'servfail', 1);
INSERT INTO probe_record (probe, value, number) VALUES (3, 'sip.example', 5060);
-- ask
SELECT name, subject, value, reason, sentence, source,
       (SELECT question FROM coverage WHERE id = status_check.coverage), probe
FROM   status_check
WHERE  section = 'voip'
ORDER BY name, subject;
