-- checks: the pilot, its hosts, and the devices that are managed from there
INSERT INTO fact_site (id, name, match_name) VALUES ('A', 'Site A', 'a-');
INSERT INTO fact_pilot (id, vlan, site) VALUES (1, 20, 'A');
INSERT INTO fact_vantage (name, vlan, site) VALUES ('desk', 20, 'A'), ('lab', 60, 'A');
INSERT INTO put_agent VALUES (1, 'a-gw', NULL), (2, 'a-host', NULL);
UPDATE device SET ip_forwarding = id = 1, ipv6_forwarding = id = 1;
INSERT INTO put_read VALUES (1, 'IP-MIB::ipAddressTable', 'rows'),
                            (1, 'IP-MIB::ipNetToPhysicalTable', 'rows'),
                            (2, 'IP-MIB::ipAddressTable', 'rows');
INSERT INTO put_port VALUES (1, 1, 'Vlan20', NULL), (2, 1, 'eth0', NULL);
INSERT INTO put_address VALUES (1, 1, '2001:db8:20::1/64'), (1, 1, '192.0.2.1/26'),
                               (2, 1, '2001:db8:20::2/64'), (2, 1, '192.0.2.2/26');
INSERT INTO put_prefix VALUES ('2001:db8:20::/64', '2001:db8:20:'),
                              ('192.0.2.0/26', '192.0.2.');
-- The first device answers from there over IPv4 alone; over IPv6 it answers
-- elsewhere.
INSERT INTO probe (id, kind, target, family, ip, vantage, result, reason, at)
VALUES (1, 'M1', 'a-gw', 4, '192.0.2.1', 'desk', 'true', NULL, 1789632900),
       (2, 'M1', 'a-gw', 6, '2001:db8:20::1', 'desk', 'unknown', 'no-answer',
        1789632900),
       (3, 'M1', 'a-gw', 6, '2001:db8:20::1', 'lab', 'true', NULL, 1789632900);
-- ask
SELECT name, subject, value, reason, sentence, source,
       (SELECT question FROM coverage WHERE id = status_check.coverage), probe
FROM   status_check
WHERE  section = 'pilot'
ORDER BY name;
