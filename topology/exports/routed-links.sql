-- routed-links: links of layer 3 and sessions, whatever protocol told them.
SELECT   a.name AS a_device,
         ai.name AS a_interface,
         b.name AS b_device,
         bi.name AS b_interface,
         l.protocols,
         l.ipv6,
         l.ipv4,
         l.evidence,
         s.name AS segment
FROM     routed_link l
JOIN     device a ON a.id = l.a_device
JOIN     device b ON b.id = l.b_device
LEFT     JOIN interface ai ON ai.id = l.a_interface
LEFT     JOIN interface bi ON bi.id = l.b_interface
LEFT     JOIN segment s ON s.id = l.segment
ORDER BY natural_key(a.name), natural_key(ai.name),
         natural_key(b.name), natural_key(bi.name), l.key, l.id;
