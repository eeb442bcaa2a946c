-- neighbours: one name on different chassis stays different devices
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'switch', '00:00:5e:00:53:02');
INSERT INTO put_port VALUES (1, 1, 'Gi0/1', NULL), (1, 2, 'Gi0/2', NULL),
                            (1, 3, 'Gi0/3', NULL);
INSERT INTO put_lldp VALUES (1, 1, '00:00:5e:00:53:11', '1', 'switch'),
                            (1, 2, '00:00:5e:00:53:12', '1', 'switch');
-- A name that one agent has and one neighbour says is enough without chassis.
INSERT INTO put_agent VALUES (3, 'Core', NULL);
INSERT INTO put_lldp VALUES (1, 3, NULL, 'Gi0/9', 'core');
-- ask
SELECT name, slug, source, chassis_id FROM page_device ORDER BY slug;
SELECT local_port_number, far_device, matched_by FROM adjacency ORDER BY id;
