-- links: between members of aggregates, with the aggregate of each end
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_port VALUES (1, 1, 'Gi0/1', NULL), (1, 2, 'Gi0/2', NULL),
                            (1, 3, 'Gi0/3', NULL), (1, 100, 'Po1', NULL),
                            (2, 1, 'Gi0/1', NULL), (2, 2, 'Gi0/2', NULL),
                            (2, 3, 'Gi0/3', NULL), (2, 200, 'ae0', NULL);
INSERT INTO put_lldp VALUES (1, 1, '00:00:5e:00:53:02', 'Gi0/1', 'sw2'),
                            (2, 1, '00:00:5e:00:53:01', 'Gi0/1', 'sw1'),
                            (1, 2, '00:00:5e:00:53:02', 'Gi0/2', 'sw2'),
                            (2, 2, '00:00:5e:00:53:01', 'Gi0/2', 'sw1'),
                            (1, 3, '00:00:5e:00:53:02', 'Gi0/3', 'sw2'),
                            (2, 3, '00:00:5e:00:53:01', 'Gi0/3', 'sw1');
-- The second link is a member at one end alone, the third at none; an aggregate
-- that is no interface has no name to show.
INSERT INTO lag_member (device, aggregate, member, source)
VALUES (1, 100, 1, 'dot3adAggPortTable'), (1, 100, 2, 'dot3adAggPortTable'),
       (2, 200, 1, 'dot3adAggPortTable'), (2, 999, 3, 'dot3adAggPortTable');
-- ask
SELECT a_port, COALESCE(a_bundle, 'none'), b_port, COALESCE(b_bundle, 'none')
FROM   page_link l
JOIN   page_link_bundle b ON b.link = l.id
ORDER  BY key;
