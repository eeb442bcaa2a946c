-- fires device a
-- fires device b
-- silent device c
-- unknown device d
-- A table of a was cut short, one of b stayed unanswered; c was read to its end, a
-- table that it lacks is an answer too. Of d no question is recorded.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'a'), (2, 'agent', 'b'), (3, 'agent', 'c'),
       (4, 'agent', 'd');
INSERT INTO coverage (device, question, result, rows, reason)
VALUES (1, 'IP-MIB::ipAddressTable', 'rows', 2, NULL),
       (1, 'IP-MIB::ipNetToPhysicalTable', 'cut short', 9, 'the limit of rows'),
       (2, 'IP-MIB::ipAddressTable', 'no answer', 0, NULL),
       (3, 'IP-MIB::ipAddressTable', 'rows', 2, NULL),
       (3, 'IPV6-MIB::ipv6AddrTable', 'not implemented', 0, NULL),
       (3, 'IP-MIB::ipNetToPhysicalTable', 'empty', 0, NULL);
