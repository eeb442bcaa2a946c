-- fires device a
-- fires device b
-- silent device c
-- unknown device d
-- a has no table of IPv6 addresses; b, a switch, no forwarding table. d was silent
-- when it was asked.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_device (name, role)
VALUES ('a', 'server'), ('b', 'switch'), ('c', 'server'), ('d', 'server');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'a'), (2, 'agent', 'b'), (3, 'agent', 'c'),
       (4, 'agent', 'd');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'IP-MIB::ipAddressTable', 'not implemented', 0),
       (1, 'IPV6-MIB::ipv6AddrTable', 'not implemented', 0),
       (1, 'RFC1213-MIB::ipAddrTable', 'rows', 1),
       (2, 'IP-MIB::ipAddressTable', 'rows', 2),
       (2, 'Q-BRIDGE-MIB::dot1qTpFdbTable', 'not implemented', 0),
       (2, 'BRIDGE-MIB::dot1dTpFdbTable', 'not implemented', 0),
       (2, 'LLDP-MIB::lldpRemTable', 'rows', 1),
       (3, 'IP-MIB::ipAddressTable', 'rows', 2),
       (3, 'IPV6-MIB::ipv6AddrTable', 'not implemented', 0),
       (3, 'BRIDGE-MIB::dot1dTpFdbTable', 'not implemented', 0),
       (4, 'IP-MIB::ipAddressTable', 'no answer', 0),
       (4, 'RFC1213-MIB::ipAddrTable', 'rows', 1);
