-- bridges: MACs that wander or that two devices have lead nowhere
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01'),
                             (2, 'sw2', '00:00:5e:00:53:02'),
                             (3, 'sw3', '00:00:5e:00:53:03');
INSERT INTO put_port VALUES (1, 1, 'Gi0/1', NULL), (1, 2, 'Gi0/2', NULL),
                            (2, 1, 'Gi0/1', NULL), (2, 2, 'Gi0/2', NULL),
                            (3, 1, 'Gi0/1', NULL), (3, 2, 'Gi0/2', NULL);
-- sw1 and sw2 hear only virtual MACs of each other (VRRP of both families,
-- HSRP), sw3 only a MAC that sw1 and sw2 have.
INSERT INTO put_port VALUES (1, 3, 'Vlan1', '00:00:5e:00:01:01'),
                            (1, 4, 'Vlan2', '00:00:5e:00:02:01'),
                            (1, 5, 'Vlan3', '00:00:0c:07:ac:01'),
                            (1, 6, 'docker0', '02:42:00:00:00:01'),
                            (2, 3, 'Vlan1', '00:00:0c:9f:f0:01'),
                            (2, 6, 'docker0', '02:42:00:00:00:01');
INSERT INTO put_fdb VALUES (1, 1, 1, '00:00:0c:9f:f0:01'),
                           (2, 1, 1, '00:00:5e:00:01:01'),
                           (2, 1, 2, '00:00:5e:00:02:01'),
                           (2, 1, 3, '00:00:0c:07:ac:01'),
                           (3, 1, 1, '02:42:00:00:00:01'),
                           (1, 2, 1, '00:00:5e:00:53:03'),
                           (2, 2, 1, '00:00:5e:00:53:03');
-- ask
SELECT a_name, a_port, b_name, b_port, protocols, evidence, matched_by
FROM   page_link
ORDER  BY key;
SELECT COUNT(*) FROM cloud;
