-- default-routers: whom a node believes to be a default router, of IPv6 by what
-- was announced to it. Lifetime in seconds.
SELECT   d.name AS device,
         COALESCE(i.name, i.descr, 'ifIndex ' || r.if_index) AS interface,
         r.family,
         r.ip,
         r.lifetime,
         r.preference
FROM     default_router r
JOIN     device d ON d.id = r.device
LEFT     JOIN interface i ON i.id = r.interface
ORDER BY natural_key(d.name), d.key, d.id,
         r.family, r.ip_key, r.if_index, r.id;
