-- checks: the pilot, where the gateway did not tell who is there
INSERT INTO fact_site (id, name, match_name) VALUES ('A', 'Site A', 'a-');
INSERT INTO fact_pilot (id, vlan, site) VALUES (1, 20, 'A');
INSERT INTO put_agent VALUES (1, 'a-gw', NULL);
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 1;
INSERT INTO put_read VALUES (1, 'IP-MIB::ipAddressTable', 'rows'),
                            (1, 'IP-MIB::ipNetToMediaTable', 'rows'),
                            (1, 'IP-MIB::ipNetToPhysicalTable', 'cut short');
INSERT INTO put_port VALUES (1, 1, 'Vlan20', NULL);
INSERT INTO put_address VALUES (1, 1, '2001:db8:20::1/64'), (1, 1, '192.0.2.1/26');
INSERT INTO put_prefix VALUES ('2001:db8:20::/64', '2001:db8:20:'),
                              ('192.0.2.0/26', '192.0.2.');
-- ask
SELECT name, subject, value, reason, sentence
FROM   status_check
WHERE  section = 'pilot'
ORDER BY name;
