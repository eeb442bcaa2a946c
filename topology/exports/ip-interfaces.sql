-- ip-interfaces: on which interfaces each family is switched on; 1 yes, 0 no.
SELECT   d.name AS device,
         COALESCE(i.name, i.descr, 'ifIndex ' || p.if_index) AS interface,
         p.family,
         p.enabled,
         p.forwards,
         p.source
FROM     ip_interface p
JOIN     device d ON d.id = p.device
LEFT     JOIN interface i ON i.id = p.interface
ORDER BY natural_key(d.name), d.key, d.id, p.if_index, p.family;
