-- routes: the default ones, and all others of devices that have few.
SELECT   d.name AS device,
         r.family,
         r.prefix,
         r.next_hop,
         COALESCE(i.name, i.descr, 'ifIndex ' || r.if_index) AS interface,
         r.type,
         r.protocol,
         r.source
FROM     route r
JOIN     device d ON d.id = r.device
LEFT     JOIN interface i ON i.id = r.interface
ORDER BY natural_key(d.name), d.key, d.id, r.family, natural_key(r.prefix),
         r.prefix, r.next_hop_key, r.if_index, r.id;
