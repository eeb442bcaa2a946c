-- bridges: so does a bridge of which one VLAN was not read to the end
-- sw2 stands between sw1 and sw3, and would hear sw1 in the rows that are lost.
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01'),
                             (2, 'sw2', '00:00:5e:00:53:02'),
                             (3, 'sw3', '00:00:5e:00:53:03');
INSERT INTO put_port VALUES (1, 1, 'Gi0/1', NULL), (1, 2, 'Gi0/2', NULL),
                            (2, 1, 'Gi0/1', NULL), (2, 2, 'Gi0/2', NULL),
                            (3, 1, 'Gi0/1', NULL), (3, 2, 'Gi0/2', NULL);
INSERT INTO put_read VALUES (2, 'BRIDGE-MIB::dot1dTpFdbTable', 'rows'),
                            (2, 'BRIDGE-MIB::dot1dTpFdbTable, each VLAN', 'cut short');
INSERT INTO put_fdb VALUES (1, 1, 1, '00:00:5e:00:53:02'),
                           (1, 1, 1, '00:00:5e:00:53:03'),
                           (2, 2, 1, '00:00:5e:00:53:03'),
                           (3, 1, 1, '00:00:5e:00:53:01'),
                           (3, 1, 1, '00:00:5e:00:53:02');
-- ask
SELECT a_name, a_port, b_name, b_port, protocols, evidence, matched_by
FROM   page_link
ORDER  BY key;
SELECT COUNT(*) FROM cloud;
