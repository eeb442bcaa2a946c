-- services: what names lead to, and over which families it is reached.
SELECT   v.key, v.slug, v.name, v.fqdn, v.kind, d.key AS device,
         s.slug AS site, v.target_phase, v.class, v.class_note
FROM     service v
LEFT     JOIN device d ON d.id = v.device
LEFT     JOIN site s ON s.id = d.site
ORDER BY v.key
