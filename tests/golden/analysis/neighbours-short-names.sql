-- neighbours: a short name that several who answered have tells none of them
INSERT INTO put_agent VALUES (1, 'sw', '00:00:5e:00:53:01'),
                             (2, 'SW', '00:00:5e:00:53:02'),
                             (3, 'x.example', '00:00:5e:00:53:03'),
                             (4, 'x.example.com', '00:00:5e:00:53:04'),
                             (5, 'one', '00:00:5e:00:53:05');
INSERT INTO put_port
SELECT 5, p.value, 'Gi' || p.value, NULL FROM json_each('[1, 2, 3, 4]') p;
INSERT INTO adjacency (device, protocol, local_port_number, if_index, device_id,
                       sys_name, port_id)
VALUES (5, 'cdp', 1, 1, 'sw.example.com', 'sw.example.com', 'Gi1'),
       (5, 'cdp', 2, 2, 'x', 'x', 'Gi1'),
       -- Both of those that answered have another domain.
       (5, 'cdp', 3, 3, 'x.example.net', 'x.example.net', 'Gi1'),
       (5, 'cdp', 4, 4, 'nobody', 'nobody', 'Gi1');
-- ask
SELECT said_name, verdict, matched_by, far_name FROM page_match ORDER BY port;
