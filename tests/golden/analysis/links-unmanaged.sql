-- links: a neighbour that nobody could read is one device, heard by many
INSERT INTO put_agent VALUES (1, 'sw1', '00:00:5e:00:53:01');
INSERT INTO put_agent VALUES (2, 'sw2', '00:00:5e:00:53:02');
INSERT INTO put_port VALUES (1, 1, 'Gi0/1', NULL), (2, 2, 'Gi0/2', NULL),
                            (2, 3, 'Gi0/3', NULL);
INSERT INTO put_lldp VALUES (1, 1, '00:00:5e:00:53:77', 'uplink', 'old-switch'),
                            (2, 2, '00:00:5e:00:53:77', '2', 'old-switch');
UPDATE adjacency SET capabilities_enabled = 'bridge', sys_descr = 'GS 8';
-- Who says no name is told by the port, unless somebody else sits there.
INSERT INTO put_lldp VALUES (2, 3, NULL, '1', NULL), (1, 1, NULL, '1', NULL);
-- ask
SELECT a_name, a_port, b_name, b_port, evidence, matched_by
FROM   page_link
ORDER  BY key;
SELECT name, source, role, sys_descr, documented, class, class_note
FROM   page_device ORDER BY key;
