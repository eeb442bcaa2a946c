-- neighbours: a chassis id that two agents carry is told apart by the name
INSERT INTO put_agent VALUES (1, 'spine', '00:00:5e:00:53:01'),
                             (2, 'leaf1', '00:00:5e:00:53:10'),
                             (3, 'leaf2', '00:00:5e:00:53:10'),
                             (4, 'clone', '00:00:5e:00:53:20'),
                             (5, 'clone', '00:00:5e:00:53:20');
INSERT INTO put_port
SELECT 1, value, 'e' || value, NULL FROM json_each('[1, 2, 3, 4, 5, 6]');
-- Named, named otherwise, not named; and two that are equal in all.
INSERT INTO put_lldp VALUES (1, 1, '00:00:5e:00:53:10', 'e1', 'leaf1'),
                            (1, 2, '00:00:5e:00:53:10', 'e1', 'leaf2'),
                            (1, 3, '00:00:5e:00:53:10', 'e9', 'leaf3'),
                            (1, 4, '00:00:5e:00:53:10', 'e8', NULL),
                            (1, 5, '00:00:5e:00:53:20', 'e1', 'clone'),
                            (1, 6, NULL, 'e1', 'clone');
-- ask
SELECT a.local_port_number, d.name, d.source, a.matched_by
FROM   adjacency a
LEFT   JOIN device d ON d.id = a.far_device
ORDER  BY a.id;
SELECT COUNT(*) FROM link;
SELECT COUNT(*) FROM device WHERE source = 'neighbour';
