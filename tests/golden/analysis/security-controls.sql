-- security: what protects a LAN is stated of its VLAN, a gateway, or a switch
INSERT INTO fact_site (id, name, match_name)
VALUES ('A', 'Site A', 'a-'), ('B', 'Site B', 'b-');
INSERT INTO put_agent VALUES (1, 'a-gw', NULL), (2, 'a-sw', NULL),
                             (3, 'b-gw', NULL);
UPDATE device SET ip_forwarding = id <> 2, ipv6_forwarding = id <> 2;
INSERT INTO put_port VALUES (1, 1, 'Vlan10', NULL), (1, 2, 'Vlan20', NULL),
                            (3, 1, 'Vlan10', NULL), (3, 2, 'ge-0/2', NULL);
INSERT INTO put_address VALUES (1, 1, '2001:db8:10::1/64'), (1, 2, '192.0.2.1/26'),
                               (3, 1, '2001:db8:b10::1/64'),
                               (3, 2, '192.0.2.65/26');
INSERT INTO put_prefix VALUES ('2001:db8:10::/64', '2001:db8:10:'),
                              ('2001:db8:b10::/64', '2001:db8:b10:'),
                              ('192.0.2.64/26', '192.0.2.65'),
                              ('192.0.2.0/26', '192.0.2.');
INSERT INTO vlan (device, vlan) VALUES (2, 10), (2, 20);
-- Of VLAN 10 everywhere; at B its own goes first. Of a gateway: all its LANs, one
-- without a number too, or one VLAN. Of a switch: what it carries at its site.
INSERT INTO fact_security_control (vlan, site, device, control, state, reviewed)
VALUES (10, NULL, NULL, 'ra-guard', 'on', 1768176000),
       (10, 'B', NULL, 'ra-guard', 'planned', NULL),
       (NULL, NULL, 'b-gw', 'nd-cache-limit', 'on', NULL),
       (10, NULL, 'b-gw', 'icmpv6-policy', 'on', NULL),
       (NULL, NULL, 'a-sw', 'dhcpv6-guard', 'on', NULL),
       (NULL, NULL, 'a-sw', 'ra-guard', 'off', NULL),
       (NULL, NULL, 'nobody', 'source-guard', 'on', NULL);
-- ask
SELECT s.site, s.name, c.control, c.state, c.reviewed, d.name
FROM   lan_control c
JOIN   segment s ON s.id = c.segment
LEFT JOIN device d ON d.id = c.device
ORDER BY s.site, s.name, c.control;
