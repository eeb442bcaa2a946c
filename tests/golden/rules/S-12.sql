-- fires device a
-- fires device b
-- fires device c
-- fires device d
-- silent device e
-- unknown device f
-- SNMPv1, SNMPv2c, SNMPv3 that is not encrypted; one that is; one not recorded.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name, address, snmp_version,
                    security_level)
VALUES (1, 'agent', 'a', '192.0.2.1', 'SNMPv1', NULL),
       (2, 'agent', 'b', '2001:db8::2', 'SNMPv2c', NULL),
       (3, 'agent', 'c', '192.0.2.3', 'SNMPv3', 'noAuthNoPriv'),
       (4, 'agent', 'd', '2001:db8::4', 'SNMPv3', 'authNoPriv'),
       (5, 'agent', 'e', '2001:db8::5', 'SNMPv3', 'authPriv'),
       (6, 'agent', 'f', '192.0.2.6', NULL, NULL);
