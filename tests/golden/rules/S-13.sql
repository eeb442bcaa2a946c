-- fires device a
-- silent device b
-- silent device c
-- unknown device d
-- unknown device e
-- Asked from a guest VLAN: SNMP of a answers over IPv6, b refuses, d is silent.
-- c answers from the management VLAN, e from a place that is not stated.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_management (vlan) VALUES (10);
INSERT INTO fact_vantage (name, vlan) VALUES ('guest', 60), ('inside', 10),
       ('somewhere', NULL);
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'a'), (2, 'agent', 'b'), (3, 'agent', 'c'),
       (4, 'agent', 'd'), (5, 'agent', 'e');
INSERT INTO probe (kind, target, family, ip, ip_key, proto, port, vantage,
                   result, reason, at)
VALUES ('M1', 'a', 6, '2001:db8::1', x'01', 'udp', 161, 'guest', 'true', NULL,
        1789632900),
       ('M1', 'a', 4, '192.0.2.1', x'02', 'udp', 161, 'guest', 'unknown',
        'no-answer', 1789632900),
       ('T1', 'b', 6, '2001:db8::2', x'03', 'tcp', 22, 'guest', 'false',
        'refused', 1789632900),
       ('M1', 'c', 6, '2001:db8::3', x'04', 'udp', 161, 'inside', 'true', NULL,
        1789632900),
       ('M1', 'd', 6, '2001:db8::4', x'05', 'udp', 161, 'guest', 'unknown',
        'no-answer', 1789632900),
       ('M1', 'e', 6, '2001:db8::5', x'06', 'udp', 161, 'somewhere', 'true',
        NULL, 1789632900);
