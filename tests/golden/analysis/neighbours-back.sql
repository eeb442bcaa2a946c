-- neighbours: who says no chassis id is known by what it says back
INSERT INTO put_agent VALUES (1, 'r1', NULL), (2, 'r2', NULL), (3, 'r3', NULL),
                             (4, 'r4', NULL);
INSERT INTO put_port VALUES (1, 11, 'ge-1/1', NULL), (1, 12, 'ge-1/2', NULL),
                            (2, 21, 'ge-2/1', NULL), (2, 22, 'ge-2/2', NULL),
                            (3, 31, 'ge-3/1', NULL), (4, 41, 'ge-4/1', NULL);
INSERT INTO address (id, device, if_index, family, ip, ip_key, kind, usable,
                     sources)
VALUES (1, 2, 21, 4, '192.0.2.2', x'00000000000000000000ffffc0000202', 'global',
        1, 'ipAddressTable');
INSERT INTO adjacency (id, device, protocol, local_port_number, remote_index,
                       chassis_id_subtype, chassis_id, port_id_subtype, port_id)
VALUES (1, 1, 'ptopo', 11, 1, 'mac', '00:00:5e:00:53:02', 'local', '21'),
       (2, 2, 'ptopo', 21, 1, 'mac', '00:00:5e:00:53:01', 'local', '11'),
       -- r1 is known now, and by it r3
       (3, 3, 'ptopo', 31, 1, 'mac', '00:00:5e:00:53:01', 'local', '12'),
       (4, 1, 'ptopo', 12, 1, 'mac', '00:00:5e:00:53:03', 'local', '31'),
       -- the ports do not agree: a stranger
       (5, 2, 'ptopo', 22, 1, 'mac', '00:00:5e:00:53:04', 'local', '41'),
       (6, 4, 'ptopo', 41, 1, 'mac', '00:00:5e:00:53:02', 'local', '21');
INSERT INTO adjacency_address (adjacency, family, ip, ip_key)
VALUES (1, 4, '192.0.2.2', x'00000000000000000000ffffc0000202');
-- ask
SELECT a.id, d.name, f.source, f.name, a.matched_by
FROM   adjacency a
JOIN   device d ON d.id = a.device
JOIN   device f ON f.id = a.far_device
ORDER  BY a.id;
SELECT a_name, a_port, b_name, b_port, evidence
FROM   page_link
ORDER  BY key;
