-- bgp-peers: sessions of both families, as each router tells them.
SELECT   d.name AS device,
         p.instance,
         p.family,
         p.local_ip,
         p.peer_ip,
         p.remote_as,
         p.state,
         p.sources
FROM     bgp_peer p
JOIN     device d ON d.id = p.device
ORDER BY natural_key(d.name), d.key, d.id,
         p.instance, p.family, p.peer_ip_key, p.if_index;
