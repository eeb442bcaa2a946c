-- checks: findings, protection of LANs, policies between zones, a document
INSERT INTO fact_site (id, name, match_name) VALUES ('A', 'Site A', 'a-');
INSERT INTO put_agent VALUES (1, 'a-gw', NULL);
UPDATE device SET ip_forwarding = 1, ipv6_forwarding = 1,
       snmp_version = 'SNMPv2c';
INSERT INTO put_read VALUES (1, 'SNMPv2-MIB::system', 'rows');
INSERT INTO put_port VALUES (1, 1, 'Vlan10', NULL), (1, 2, 'Vlan20', NULL);
INSERT INTO put_address VALUES (1, 1, '2001:db8:10::1/64'), (1, 2, '192.0.2.1/26');
INSERT INTO put_prefix VALUES ('2001:db8:10::/64', '2001:db8:10:'),
                              ('192.0.2.0/26', '192.0.2.');
INSERT INTO fact_security_control (vlan, control, state, reviewed)
VALUES (10, 'ra-guard', 'on', 1768176000), (10, 'source-guard', 'on', NULL),
       (10, 'icmpv6-policy', 'on', 1768176000), (20, 'ra-guard', 'n-a', NULL),
       (20, 'icmpv6-policy', 'on', NULL);
INSERT INTO fact_zone_policy (from_zone, to_zone, v4, v6)
VALUES ('inside', 'outside', 1, 1), ('outside', 'dmz', 1, 0);
INSERT INTO fact_procedure (title, kind) VALUES ('Backups', 'procedure');
-- ask
SELECT name, subject, value, sentence, source
FROM   status_check
WHERE  section = 'security'
ORDER BY name, subject;
