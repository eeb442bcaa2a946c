-- coverage: every question asked of every device, and what came back.
SELECT   d.key AS device, s.slug AS site, c.question, c.result, c.rows,
         c.refused, c.reason
FROM     coverage c
JOIN     device d ON d.id = c.device
LEFT     JOIN site s ON s.id = d.site
ORDER BY d.key, c.question
