-- phases: exit checks are met by what was seen, never by nothing
-- One phase in each place, one router without IPv6 that facts state and one silent
-- switch that they do not, a circuit of the third phase, an exception that has run
-- out.
UPDATE meta SET phase = 'c';
INSERT INTO fact_phase (id, ordinal, title)
VALUES ('a', 1, 'Before'), ('b', 2, 'Core'), ('c', 3, 'First'), ('d', 4, 'Rest');
INSERT INTO put_agent VALUES (1, 'r1', '00:00:5e:00:53:01');
INSERT INTO put_port VALUES (1, 1, 'eth1', NULL);
INSERT INTO put_address VALUES (1, 1, '192.0.2.1/30');
UPDATE address SET prefix = '192.0.2.0/30';
INSERT INTO put_read VALUES (1, 'IP-MIB::ipAddressTable', 'rows');
INSERT INTO put_lldp VALUES (1, 1, '00:00:5e:00:53:02', 'eth9', 'sw2');
INSERT INTO fact_device (name, capability, target_phase) VALUES ('r1', 4, 'd');
INSERT INTO fact_circuit (id, kind, device, interface, target_phase)
VALUES ('line', 'wan', 'r1', 'eth1', 'd');
INSERT INTO fact_own_prefix (prefix, kind, announce)
VALUES ('2001:db8::/32', 'PI', 1);
INSERT INTO fact_waiver (finding, object, reason, by_name, until)
VALUES ('P-01', 'r1', 'no time', 'R. Reed', 1786924800);
-- ask
SELECT phase, ordinal, exit_name, value, words
FROM   page_exit
ORDER  BY phase, ordinal;
