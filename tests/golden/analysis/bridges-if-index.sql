-- bridges: a port number beyond all bridge ports is an ifIndex
-- 1001 is one, 3 is not: bridge port 3 has no ifIndex, and port 4 has one.
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01'),
                             (2, 'sw2', '00:00:5e:00:53:02'),
                             (3, 'sw3', '00:00:5e:00:53:03');
INSERT INTO put_port VALUES (1, 1001, '1/1', NULL), (1, 3, 'Vlan3', NULL),
                            (2, 1, 'Gi0/1', NULL), (3, 1, 'Gi0/1', NULL);
INSERT INTO bridge_port VALUES (1, 1, 1001), (1, 4, 1004);
INSERT INTO fdb (device, mac, port, status)
VALUES (1, '00:00:5e:00:53:02', 1001, 'learned'),
       (1, '00:00:5e:00:53:03', 3, 'learned');
INSERT INTO put_fdb VALUES (2, 1, NULL, '00:00:5e:00:53:01'),
                           (3, 1, NULL, '00:00:5e:00:53:01');
-- ask
SELECT a_name, a_port, b_name, b_port, protocols, evidence, matched_by
FROM   page_link
ORDER  BY key;
SELECT COUNT(*) FROM cloud;
