-- fires device a
-- silent device b
-- silent device c
-- unknown device d
-- a listens on :: alone; b on 0.0.0.0 too, and as a client of DHCPv6; the port of
-- c belongs to a service. The sockets of d were not read.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_service (name, port, proto, device)
VALUES ('www', 443, 'tcp', 'c');
INSERT INTO device (id, source, sys_name)
VALUES (1, 'agent', 'a'), (2, 'agent', 'b'), (3, 'agent', 'c'),
       (4, 'agent', 'd');
INSERT INTO coverage (device, question, result, rows)
VALUES (1, 'TCP-MIB::tcpListenerTable', 'rows', 2),
       (4, 'TCP-MIB::tcpListenerTable', 'no answer', 0);
INSERT INTO listener (device, protocol, family, ip, if_index, port, source)
VALUES (1, 'tcp', 6, '::', 0, 8080, 'tcpListenerTable'),
       (1, 'tcp', 4, '127.0.0.1', 0, 25, 'tcpListenerTable'),
       (2, 'tcp', 6, '::', 0, 22, 'tcpListenerTable'),
       (2, 'tcp', 4, '0.0.0.0', 0, 22, 'tcpListenerTable'),
       (2, 'udp', 6, '::', 0, 546, 'udpEndpointTable'),
       (2, 'tcp', NULL, '*', 0, 80, 'tcpListenerTable'),
       (3, 'tcp', 6, '::', 0, 443, 'tcpListenerTable');
