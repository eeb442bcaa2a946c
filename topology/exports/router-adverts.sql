-- router-adverts: what routers are told to announce by router advertisements.
-- Lifetime and interval in seconds, the last two in milliseconds; a lifetime of
-- 0 is no default router.
SELECT   d.name AS device,
         COALESCE(i.name, i.descr, 'ifIndex ' || r.if_index) AS interface,
         r.sends,
         r.managed,
         r.other,
         r.lifetime,
         r.max_interval,
         r.mtu,
         r.hop_limit,
         r.reachable,
         r.retransmit
FROM     router_advert r
JOIN     device d ON d.id = r.device
LEFT     JOIN interface i ON i.id = r.interface
ORDER BY natural_key(d.name), d.key, d.id, r.if_index;
