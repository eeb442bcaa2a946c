-- fires voice pbx1
-- silent voice pbx2
-- unknown voice pbx3
-- unknown voice pbx4
-- SIP of pbx1 refuses IPv6, pbx2 takes both, pbx3 was asked over IPv4 alone, pbx4
-- not at all.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_voice (vlan, registrar)
VALUES (40, 'pbx1'), (41, 'pbx1'), (42, 'pbx2'), (43, 'pbx3'), (44, 'pbx4');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'pbx1'), (2, 'agent', 'pbx2'), (3, 'agent', 'pbx3');
INSERT INTO probe (kind, target, family, ip, ip_key, proto, port, result, reason,
                   at)
VALUES ('T1', 'pbx1', 4, '192.0.2.1', x'01', 'tcp', 5060, 'true', NULL,
        1789632900),
       ('T1', 'pbx1', 6, '2001:db8::1', x'02', 'tcp', 5060, 'false', 'refused',
        1789632900),
       ('T1', 'pbx2', 4, '192.0.2.2', x'03', 'tcp', 5060, 'true', NULL,
        1789632900),
       ('V1', 'pbx2', 6, '2001:db8::2', x'04', 'udp', 5060, 'true', NULL,
        1789632900),
       ('T1', 'pbx3', 4, '192.0.2.3', x'05', 'tcp', 5060, 'true', NULL,
        1789632900),
       ('T1', 'pbx3', 6, '2001:db8::3', x'06', 'tcp', 443, 'true', NULL,
        1789632900);
