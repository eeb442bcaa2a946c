-- fires device a
-- silent device b
-- silent device c
-- unknown device d
-- Three came since; none came since; none ever came, of IPv4 they do not count.
-- The state before had no counter of d.
INSERT INTO meta (id, observed_at, started_at, complete, tool, previous_id)
VALUES (1, 1789632900, 1789632900, 1, 'test', '20260521T080000Z');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'a'), (2, 'agent', 'b'), (3, 'agent', 'c'),
       (4, 'agent', 'd');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::icmpMsgStatsTable', 'rows', 2);
INSERT INTO icmp_count (device, family, type, received, sent)
VALUES (1, 6, 137, 10, 0), (2, 6, 137, 10, 0), (3, 6, 137, 0, 0),
       (3, 4, 137, 5, 0), (4, 6, 137, 4, 0);
INSERT INTO icmp_growth (device, type, grown)
VALUES (1, 137, 3), (2, 137, 0), (3, 137, 0);
