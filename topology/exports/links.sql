-- links: which two ports face each other, and how sure that is. Those that name
-- a cloud share a line with more ports.
SELECT   a.name AS a_device,
         ai.name AS a_interface,
         b.name AS b_device,
         bi.name AS b_interface,
         l.protocols,
         l.evidence,
         l.matched_by,
         l.class,
         c.slug AS cloud
FROM     link l
JOIN     device a ON a.id = l.a_device
JOIN     device b ON b.id = l.b_device
LEFT     JOIN interface ai ON ai.id = l.a_interface
LEFT     JOIN interface bi ON bi.id = l.b_interface
LEFT     JOIN cloud c ON c.id = l.cloud
ORDER BY natural_key(a.name), natural_key(ai.name),
         natural_key(b.name), natural_key(bi.name), l.key, l.id;
