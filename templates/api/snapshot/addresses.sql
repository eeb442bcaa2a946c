-- addresses: of devices, as they say themselves, both families.
SELECT   d.key AS device, s.slug AS site, i.name AS interface, a.family, a.ip,
         a.prefix_length, a.prefix, a.type, a.origin, a.status, a.kind, a.iid,
         a.usable AS is_usable, a.sources
FROM     address a
JOIN     device d ON d.id = a.device
LEFT     JOIN site s ON s.id = d.site
LEFT     JOIN interface i ON i.id = a.interface
ORDER BY d.key, a.family DESC, a.ip_key, a.if_index, a.id
