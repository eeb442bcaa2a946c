-- bridges: an aggregate is one link, or none if its members have links
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01'),
                             (2, 'sw2', '00:00:5e:00:53:02'),
                             (3, 'sw3', '00:00:5e:00:53:03');
INSERT INTO put_port VALUES (1, 1, 'Gi0/1', NULL), (1, 2, 'Gi0/2', NULL),
                            (2, 1, 'Gi0/1', NULL), (2, 2, 'Gi0/2', NULL),
                            (3, 1, 'Gi0/1', NULL), (3, 2, 'Gi0/2', NULL);
-- sw1 and sw2: LLDP on both members. sw1 and sw3: sw3 hears on its members.
INSERT INTO put_port VALUES (1, 3, 'Gi0/3', NULL), (1, 4, 'Gi0/4', NULL),
                            (1, 100, 'Po1', NULL), (1, 101, 'Po2', NULL),
                            (2, 100, 'Po1', NULL), (3, 100, 'Po1', NULL);
INSERT INTO lag_member (device, aggregate, member, state, source)
VALUES (1, 100, 1, 'attached', 'test'),
                              (1, 100, 2, 'attached', 'test'),
                              (1, 101, 3, 'attached', 'test'),
                              (1, 101, 4, 'attached', 'test'),
                              (2, 100, 1, 'attached', 'test'),
                              (2, 100, 2, 'attached', 'test'),
                              (3, 100, 1, 'attached', 'test'),
                              (3, 100, 2, 'attached', 'test');
INSERT INTO put_lldp VALUES (1, 1, '00:00:5e:00:53:02', 'Gi0/1', 'sw2'),
                            (1, 2, '00:00:5e:00:53:02', 'Gi0/2', 'sw2'),
                            (2, 1, '00:00:5e:00:53:01', 'Gi0/1', 'sw1'),
                            (2, 2, '00:00:5e:00:53:01', 'Gi0/2', 'sw1');
INSERT INTO put_fdb VALUES (1, 100, 1, '00:00:5e:00:53:02'),
                           (1, 101, 1, '00:00:5e:00:53:03'),
                           (2, 100, 1, '00:00:5e:00:53:01'),
                           (2, 100, 1, '00:00:5e:00:53:03'),
                           (3, 1, 1, '00:00:5e:00:53:01'),
                           (3, 2, 1, '00:00:5e:00:53:02');
-- ask
SELECT a_name, a_port, b_name, b_port, protocols, evidence, matched_by
FROM   page_link
ORDER  BY key;
SELECT COUNT(*) FROM cloud;
