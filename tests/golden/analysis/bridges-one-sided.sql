-- bridges: one that is heard and does not hear back has no link
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01'),
                             (2, 'sw2', '00:00:5e:00:53:02'),
                             (3, 'sw3', '00:00:5e:00:53:03');
INSERT INTO put_port VALUES (1, 1, 'Gi0/1', NULL), (1, 2, 'Gi0/2', NULL),
                            (2, 1, 'Gi0/1', NULL), (2, 2, 'Gi0/2', NULL),
                            (3, 1, 'Gi0/1', NULL), (3, 2, 'Gi0/2', NULL);
-- sw1 hears sw2, which hears a host alone: on which port it would hear sw1, and
-- whether next to it, no table tells. sw3 tells no table at all.
INSERT INTO put_fdb VALUES (1, 1, 1, '00:00:5e:00:53:02'),
                           (1, 2, 1, '00:00:5e:00:53:03'),
                           (2, 2, 1, '00:00:5e:00:53:99');
-- ask
SELECT a_name, a_port, b_name, b_port, protocols, evidence, matched_by
FROM   page_link
ORDER  BY key;
SELECT COUNT(*) FROM cloud;
