-- space-vrf: one prefix is planned in several VRFs, for another site in each
INSERT INTO put_agent VALUES (1, 'r1', NULL), (2, 'r2', NULL);
UPDATE device SET ip_forwarding = 1, sys_location = 'HQ';
INSERT INTO put_port VALUES (1, 10, 'Vlan10', '00:00:5e:00:53:01'),
                            (2, 10, 'Vlan10', '00:00:5e:00:53:02');
INSERT INTO put_address VALUES (1, 10, '192.0.2.1/26'), (2, 10, '192.0.2.2/26'),
                               (1, 10, '2001:db8:1::1/64'),
                               (2, 10, '2001:db8:1::2/64');
INSERT INTO put_prefix VALUES ('192.0.2.0/26', '192.0.2.'),
                              ('2001:db8:1::/64', '2001:db8:1::');
INSERT INTO fact_site (id, name, match_location)
VALUES ('HQ', 'Headquarters', 'HQ'), ('B1', 'Branch 1', 'B1');
INSERT INTO fact_phase (id, ordinal, title) VALUES ('p1', 1, 'p1'), ('p2', 2, 'p2');
INSERT INTO fact_plan_prefix (prefix, site, vlan, use, role, status, vrf,
                              target_phase)
VALUES ('192.0.2.0/26', 'HQ', 10, 'STAFF', 'lan', 'active', NULL, 'p1'),
       ('2001:db8:1::/64', 'HQ', 10, 'STAFF', 'lan', 'active', NULL, 'p1'),
       ('192.0.2.0/26', 'B1', 20, 'PLANT', 'lan', 'active', 'plant', 'p2'),
       ('2001:db8:1::/64', 'B1', 20, 'PLANT', 'lan', 'active', 'plant', 'p2'),
       ('192.0.2.64/26', 'B1', 30, 'LAB', 'lan', 'reserved', 'plant', 'p2'),
       ('192.0.2.64/26', 'B1', 31, 'OLD', 'lan', 'deprecated', 'old', 'p2');
-- ask
SELECT key, site, vlan, use, status, is_observed FROM space
ORDER BY prefix_key, length, vrf;
-- seen at headquarters, unknown at the branch: not the same LAN
SELECT s.key, s.class, s.is_stated, p.prefix FROM segment s
JOIN segment_prefix p ON p.segment = s.id ORDER BY s.key, p.prefix_key;
-- each is due in the phase of its own plan
SELECT name, phase_id FROM page_target
WHERE kind = 'segments' ORDER BY name;
