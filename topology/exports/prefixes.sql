-- prefixes: which prefixes a device says a link has, and how hosts may use them.
-- Lifetimes in seconds; 4294967295 has no end.
SELECT   d.name AS device,
         COALESCE(i.name, i.descr, 'ifIndex ' || p.if_index) AS interface,
         p.family,
         p.prefix,
         p.origin,
         p.on_link,
         p.autonomous,
         p.preferred_lifetime,
         p.valid_lifetime
FROM     prefix p
JOIN     device d ON d.id = p.device
LEFT     JOIN interface i ON i.id = p.interface
ORDER BY natural_key(d.name), d.key, d.id, p.if_index,
         p.family, p.prefix_key, p.prefix;
