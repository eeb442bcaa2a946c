-- bridges: three around a switch that nobody read share a cloud
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01'),
                             (2, 'sw2', '00:00:5e:00:53:02'),
                             (3, 'sw3', '00:00:5e:00:53:03');
INSERT INTO put_port VALUES (1, 1, 'Gi0/1', NULL), (1, 2, 'Gi0/2', NULL),
                            (2, 1, 'Gi0/1', NULL), (2, 2, 'Gi0/2', NULL),
                            (3, 1, 'Gi0/1', NULL), (3, 2, 'Gi0/2', NULL);
-- Nobody needs to hear all: sw3 has forgotten sw2. Behind sw3 is a link.
INSERT INTO put_agent VALUES (4, 'sw4', '00:00:5e:00:53:04');
INSERT INTO put_port VALUES (4, 1, 'Gi0/1', NULL);
INSERT INTO put_fdb VALUES (1, 2, 1, '00:00:5e:00:53:02'),
                           (1, 2, 1, '00:00:5e:00:53:03'),
                           (1, 2, 1, '00:00:5e:00:53:04'),
                           (2, 1, 1, '00:00:5e:00:53:01'),
                           (2, 1, 1, '00:00:5e:00:53:03'),
                           (2, 1, 1, '00:00:5e:00:53:04'),
                           (3, 1, 1, '00:00:5e:00:53:01'),
                           (3, 2, 1, '00:00:5e:00:53:04'),
                           (4, 1, 1, '00:00:5e:00:53:01'),
                           (4, 1, 1, '00:00:5e:00:53:03');
-- ask
SELECT a_name, a_port, b_name, b_port, protocols, evidence, matched_by
FROM   page_link
ORDER  BY key;
SELECT k.ports, d.name, i.name, p.is_head
FROM   cloud k
JOIN   cloud_port p ON p.cloud = k.id
JOIN   device d ON d.id = p.device
JOIN   interface i ON i.id = p.interface
ORDER  BY k.key, d.name, i.name;
