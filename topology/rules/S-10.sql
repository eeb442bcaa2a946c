-- S-10: A table of IPv6 neighbours is filling up.
-- Above half of the limit that the facts state (nd_limit) a warning, above four
-- fifths an error: a full table makes a LAN unreachable, and a sweep of a /64
-- fills it (RFC 6583). Undecided where the table was not read to its end.
-- Without a stated limit the rule says nothing.
WITH filled AS (
	SELECT d.id AS device, l.interface, l.entries AS most,
	       (SELECT COUNT(*)
	        FROM   neighbour n
	        LEFT   JOIN interface i ON i.id = n.interface
	        WHERE  n.device = d.id
	        AND    n.family = 6
	        AND    COALESCE(n.type, '') NOT IN ('invalid', 'local')
	        AND    (l.interface IS NULL
	                OR l.interface IN (i.name, i.descr))) AS used
	FROM   fact_nd_limit l
	JOIN   device d ON (d.key = l.device OR d.name = l.device)
	             AND d.source = 'agent'
	WHERE  l.entries > 0)
SELECT CASE WHEN f.interface IS NULL THEN 'device' ELSE 'interface' END
           AS subject_type,
       d.key || COALESCE('/' || f.interface, '') AS subject,
       CASE WHEN f.used * 2 > f.most THEN 'fires' ELSE 'unknown' END AS verdict,
       CASE WHEN f.used * 5 > f.most * 4 THEN 'E' ELSE 'W' END AS severity,
       PRINTF('%,d of %,d neighbour entries of IPv6 on ', f.used, f.most)
       || d.name || COALESCE(' ' || f.interface, '')
       || CASE WHEN f.used * 2 > f.most THEN '.'
          ELSE '; the table was not read to its end.' END AS sentence,
       t.coverage
FROM   filled f
JOIN   device d ON d.id = f.device
LEFT   JOIN nd_table t ON t.device = f.device
WHERE  f.used * 2 > f.most
OR     NOT t.is_whole
ORDER  BY 2
