-- bgp-families: how many prefixes each BGP session carries, by the numbers of
-- IANA: AFI 1 IPv4, 2 IPv6; SAFI 1 unicast, 2 multicast, 4 labels, 128 VPN.
SELECT   d.name AS device,
         f.peer_ip,
         f.afi,
         f.safi,
         f.accepted,
         f.advertised
FROM     bgp_family f
JOIN     device d ON d.id = f.device
ORDER BY natural_key(d.name), d.key, d.id,
         f.peer_ip_key, f.peer_ip, f.afi, f.safi;
