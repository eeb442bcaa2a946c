-- links: cables between devices, and how they are known.
SELECT   l.key, a.key AS a_device, ai.name AS a_interface, b.key AS b_device,
         bi.name AS b_interface, s.slug AS site, l.protocols, l.evidence,
         l.matched_by, l.class, l.class_note
FROM     link l
JOIN     device a ON a.id = l.a_device
JOIN     device b ON b.id = l.b_device
LEFT     JOIN site s ON s.id = a.site
LEFT     JOIN interface ai ON ai.id = l.a_interface
LEFT     JOIN interface bi ON bi.id = l.b_interface
ORDER BY l.key, l.id
