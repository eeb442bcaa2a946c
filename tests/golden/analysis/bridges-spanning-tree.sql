-- bridges: the spanning tree tells of the port that it blocks
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01'),
                             (2, 'sw2', '00:00:5e:00:53:02'),
                             (3, 'sw3', '00:00:5e:00:53:03');
INSERT INTO put_port VALUES (1, 1, 'Gi0/1', NULL), (1, 2, 'Gi0/2', NULL),
                            (2, 1, 'Gi0/1', NULL), (2, 2, 'Gi0/2', NULL),
                            (3, 1, 'Gi0/1', NULL), (3, 2, 'Gi0/2', NULL);
-- A triangle: sw3 blocks its port to sw2, which forwarding tables never show.
-- The designated port has its priority, 128, in front.
INSERT INTO bridge_port VALUES (1, 1, 1), (1, 2, 2), (2, 1, 1), (2, 2, 2),
                               (3, 1, 1), (3, 2, 2);
INSERT INTO stp_port VALUES (1, 1, 1, 'forwarding', '00:00:5e:00:53:01', 32769),
                            (1, 2, 2, 'forwarding', '00:00:5e:00:53:01', 32770),
                            (2, 1, 1, 'forwarding', '00:00:5e:00:53:01', 32769),
                            (2, 2, 2, 'forwarding', '00:00:5e:00:53:02', 32770),
                            (3, 1, 1, 'forwarding', '00:00:5e:00:53:01', 32770),
                            (3, 2, 2, 'blocking', '00:00:5e:00:53:02', 32770);
INSERT INTO put_fdb VALUES (1, 1, 1, '00:00:5e:00:53:02'),
                           (1, 2, 1, '00:00:5e:00:53:03'),
                           (2, 1, 1, '00:00:5e:00:53:01'),
                           (2, 1, 1, '00:00:5e:00:53:03'),
                           (3, 1, 1, '00:00:5e:00:53:01'),
                           (3, 1, 1, '00:00:5e:00:53:02');
-- ask
SELECT a_name, a_port, b_name, b_port, protocols, evidence, matched_by
FROM   page_link
ORDER  BY key;
SELECT COUNT(*) FROM cloud;
