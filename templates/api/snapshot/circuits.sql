-- circuits: lines to providers.
SELECT   c.id, c.slug, d.key AS device, i.name AS interface, s.slug AS site,
         g.key AS segment, c.routed_ipv6 AS is_routed_ipv6,
         c.routed_ipv4 AS is_routed_ipv4, c.class, c.class_note
FROM     circuit c
LEFT     JOIN device d ON d.id = c.device
LEFT     JOIN site s ON s.id = d.site
LEFT     JOIN interface i ON i.id = c.interface
LEFT     JOIN segment g ON g.id = c.segment
ORDER BY c.id
