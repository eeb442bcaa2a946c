-- I-12: An IPv4 network is nearly full.
--
-- More than nine of ten addresses were seen or are stated. Links of two and
-- four are meant to be full. Undecided where it is not, but the ARP table of no
-- gateway was read to its end.
SELECT 'prefix' AS subject_type,
       s.key AS subject,
       CASE WHEN 10 * s.used > 9 * s.usable THEN 'fires' ELSE 'unknown' END
           AS verdict,
       'W' AS severity,
       s.used || ' of ' || s.usable || ' addresses of ' || s.prefix
       || CASE WHEN 10 * s.used > 9 * s.usable THEN ' are in use.'
               ELSE ' were seen; no gateway''s ARP table was read to its end.'
               END AS sentence,
       MIN(n.coverage) AS coverage
FROM   space s
LEFT   JOIN segment_end e ON e.segment = s.segment AND e.is_gateway
LEFT   JOIN neighbour_reading n ON n.device = e.device
WHERE  s.family = 4
AND    s.is_observed
AND    s.length < 30
AND    s.role IS NOT 'container'
GROUP  BY s.id
HAVING 10 * s.used > 9 * s.usable
OR     MAX(n.is_whole) = 0
