-- metrics: numerator, denominator, unknown and band, half up
-- Seven stated devices: one dual-stack router, one host with IPv4 only, one with
-- IPv6 only, four that were not observed.
INSERT INTO put_agent VALUES (1, 'r1', NULL), (2, 'h4', NULL), (3, 'h6', NULL);
INSERT INTO put_port VALUES (1, 1, 'eth0', NULL), (2, 1, 'eth0', NULL),
                            (3, 1, 'eth0', NULL);
INSERT INTO put_address VALUES (1, 1, '192.0.2.1/24'), (1, 1, '2001:db8::1/64'),
                               (2, 1, '192.0.2.2/24'), (3, 1, '2001:db8::3/64');
INSERT INTO put_read
SELECT id, 'IP-MIB::ipAddressTable', 'rows'
FROM   device;
INSERT INTO put_read VALUES (1, 'IP-MIB::ip', 'no answer'),
                            (1, 'TCP-MIB::tcpConnTable', 'not implemented');
INSERT INTO fact_device (name, role)
VALUES ('r1', 'router'), ('sw1', 'switch'), ('sw2', 'switch'), ('pc1', 'host'),
       ('pc2', 'host');
-- ask
SELECT id, part, total, unknown, share, low, high
FROM   metric
WHERE  id IN ('K1', 'K2', 'K3', 'K8', 'K9', 'K13-devices', 'K13-tables')
ORDER  BY ordinal;
SELECT metric, class, objects
FROM   metric_class
WHERE  metric IN ('K2', 'K3')
ORDER  BY metric, class;
