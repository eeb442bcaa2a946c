-- neighbours: the ARP and ND caches of all agents.
SELECT   d.key AS device, s.slug AS site, i.name AS interface, n.family, n.ip,
         n.mac, n.kind, n.type, n.state, n.is_router
FROM     neighbour n
JOIN     device d ON d.id = n.device
LEFT     JOIN site s ON s.id = d.site
LEFT     JOIN interface i ON i.id = n.interface
ORDER BY d.key, n.ip_key, n.if_index, n.id
