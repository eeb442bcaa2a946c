-- neighbours: the ARP and ND caches of all agents.
SELECT   d.name AS device,
         i.name AS interface,
         n.if_index,
         n.family,
         n.ip,
         n.mac,
         n.type,
         n.state,
         n.is_router
FROM     neighbour n
JOIN     device d ON d.id = n.device
LEFT     JOIN interface i ON i.id = n.interface
ORDER BY natural_key(d.name), d.key, d.id, n.ip_key, n.if_index;
