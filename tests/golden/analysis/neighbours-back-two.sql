-- neighbours: two chassis ids that say the same back are not one device
-- r2 hears r1 and a stranger on one line; both number the port alike.
INSERT INTO put_agent VALUES (1, 'r1', NULL), (2, 'r2', NULL);
INSERT INTO put_port VALUES (1, 1, 'ge-1/1', NULL), (2, 2, 'ge-2/2', NULL);
INSERT INTO address (id, device, if_index, family, ip, ip_key, kind, usable,
                     sources)
VALUES (1, 2, 2, 6, '2001:db8::2', x'20010db8000000000000000000000002', 'global',
        1, 'ipAddressTable');
INSERT INTO adjacency (id, device, protocol, local_port_number, remote_index,
                       chassis_id_subtype, chassis_id, port_id_subtype, port_id)
VALUES (1, 1, 'ptopo', 1, 1, 'mac', '00:00:5e:00:53:02', 'local', '2'),
       (2, 2, 'ptopo', 2, 1, 'mac', '00:00:5e:00:53:01', 'local', '1'),
       (3, 2, 'ptopo', 2, 2, 'mac', '00:00:5e:00:53:77', 'local', '1');
INSERT INTO adjacency_address (adjacency, family, ip, ip_key)
VALUES (1, 6, '2001:db8::2', x'20010db8000000000000000000000002');
-- ask
SELECT said_id, verdict, matched_by FROM page_match ORDER BY id;
