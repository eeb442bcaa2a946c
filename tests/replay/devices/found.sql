-- found.sql: what was found on DEVICE, whose database is attached as `one`.
INSERT INTO found_address
SELECT 'DEVICE', COALESCE(if_index, 0), family,
       LOWER(HEX(CASE family WHEN 4 THEN SUBSTR(ip_key, 13) ELSE ip_key END)),
       COALESCE(prefix_length, '')
FROM   one.address;

INSERT INTO found_neighbour
SELECT 'DEVICE', COALESCE(if_index, 0), family,
       LOWER(HEX(CASE family WHEN 4 THEN SUBSTR(ip_key, 13) ELSE ip_key END)),
       COALESCE(REPLACE(mac, ':', ''), '')
FROM   one.neighbour;

INSERT INTO found_peer
SELECT 'DEVICE', instance,
       LOWER(HEX(CASE family WHEN 4 THEN SUBSTR(peer_ip_key, 13)
                             ELSE peer_ip_key END)),
       COALESCE(remote_as, 0), COALESCE(state, '')
FROM   one.bgp_peer;

INSERT INTO found_link
SELECT 'DEVICE', a.protocol, COALESCE(a.local_port_number, 0),
       a.remote_index,
       EXISTS (SELECT 1
               FROM   one.link l
               WHERE  (l.a_interface = a.interface
                       AND l.b_device = a.far_device)
               OR     (l.b_interface = a.interface
                       AND l.a_device = a.far_device)),
       i.name, i.descr, COALESCE(a.sys_name, ''),
       COALESCE(a.device_id, ''), COALESCE(a.sys_descr, ''),
       COALESCE(a.chassis_id, ''), COALESCE(a.port_id, ''),
       COALESCE(a.port_description, '')
FROM   one.adjacency a
LEFT   JOIN one.interface i ON i.id = a.interface;
