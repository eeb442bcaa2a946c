-- fires device SN001
-- fires device SN005
-- silent device SN002
-- silent device SN003
-- unknown device SN004
-- Three came since; none came since; none ever came, of IPv4 they do not count.
-- The state before had no counter of d. e was restarted, and had nine since.
INSERT INTO meta (id, observed_at, started_at, complete, tool, previous_id)
VALUES (1, 1789632900, 1789632900, 1, 'test', '20260521T080000Z');
INSERT INTO device (id, source, sys_name, serial, sys_uptime)
VALUES (1, 'agent', 'a', 'SN001', NULL), (2, 'agent', 'b', 'SN002', NULL),
       (3, 'agent', 'c', 'SN003', NULL), (4, 'agent', 'd', 'SN004', NULL),
       (5, 'agent', 'e', 'SN005', 100);
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::icmpMsgStatsTable', 'rows', 2);
INSERT INTO icmp_count (device, family, type, received, sent)
VALUES (1, 6, 137, 10, 0), (2, 6, 137, 10, 0), (3, 6, 137, 0, 0),
       (3, 4, 137, 5, 0), (4, 6, 137, 4, 0), (5, 6, 137, 9, 0);
INSERT INTO icmp_before (kind, value, type, received, observed_at)
VALUES ('serial', 'SN001', 137, 7, 1779350400),
       ('serial', 'SN002', 137, 10, 1779350400),
       ('serial', 'SN003', 137, 0, 1779350400),
       ('serial', 'SN005', 137, 9, 1779350400);
