-- igp-neighbours: OSPF and IS-IS adjacencies, as each router tells them.
SELECT   d.name AS device,
         n.protocol,
         i.name AS interface,
         n.if_index,
         n.remote_id,
         (SELECT group_concat(ip, ' ')
          FROM   (SELECT   ip
                  FROM     igp_neighbour_address
                  WHERE    neighbour = n.id
                  ORDER BY family, ip_key)) AS addresses,
         n.state
FROM     igp_neighbour n
JOIN     device d ON d.id = n.device
LEFT     JOIN interface i ON i.id = n.interface
ORDER BY natural_key(d.name), d.key, d.id,
         n.protocol, n.if_index, n.remote_id, addresses;
