-- C-01: A device that should answer did not.
-- Routers, firewalls, switches and access points that are stated, or named by
-- their neighbours. Where nothing at a site answered, what is unknown there
-- counts with the silent device that neighbours still see, else with its first
-- one. Undecided where it was out of the scope that was given.
WITH silent AS (
	SELECT d.id, d.key, d.name, d.site, COALESCE(d.tier, 9) AS tier,
	       MIN(j.id) AS adjacency
	FROM   device d
	LEFT   JOIN adjacency j ON j.far_device = d.id
	WHERE  d.source <> 'agent'
	AND    d.documented
	AND    d.role IN ('router', 'firewall', 'l3switch', 'switch', 'ap')
	GROUP  BY d.id),
dark AS ( -- sites at which nothing answered
	SELECT s.id AS site
	FROM   site s
	WHERE  s.source <> 'none'
	AND    NOT EXISTS (SELECT 1
	                   FROM   device d
	                   WHERE  d.site = s.id
	                   AND    d.source = 'agent')),
ranked AS (
	SELECT s.*, k.site IS NOT NULL AS is_dark,
	       ROW_NUMBER() OVER (PARTITION BY k.site
	                          ORDER BY s.adjacency IS NULL, s.tier, s.key)
	           AS place
	FROM   silent s
	LEFT   JOIN dark k ON k.site = s.site),
first AS (
	SELECT *
	FROM   ranked
	WHERE  NOT is_dark OR place = 1 OR adjacency IS NOT NULL),
counted AS (
	SELECT f.*,
	       1 + CASE WHEN f.is_dark AND f.place = 1 THEN
	           (SELECT COUNT(*)
	            FROM   device d
	            WHERE  d.site = f.site
	            AND    d.documented
	            AND    COALESCE(d.class, 'unknown') = 'unknown'
	            AND    d.id NOT IN (SELECT id FROM first))
	           ELSE 0 END AS devices,
	       (SELECT COUNT(*)
	        FROM   segment g
	        WHERE  COALESCE(g.class, 'unknown') = 'unknown'
	        AND    ((f.is_dark AND f.place = 1 AND g.site = f.site)
	                OR (NOT f.is_dark
	                    AND EXISTS (SELECT 1
	                                FROM   segment_end e
	                                WHERE  e.segment = g.id
	                                AND    e.device = f.id)))) AS segments
	FROM   first f),
asked AS (
	SELECT j.far_device AS device,
	       MAX(c.result = 'no answer') AS was_asked,
	       MAX(c.result IN ('out of scope', 'not asked')) AS was_not
	FROM   adjacency j
	JOIN   adjacency_address a ON a.adjacency = j.id
	JOIN   candidate c ON c.ip = a.ip
	WHERE  j.far_device IN (SELECT id FROM first)
	GROUP  BY j.far_device)
SELECT 'device' AS subject_type,
       n.key AS subject,
       CASE WHEN a.was_not AND NOT a.was_asked THEN 'unknown' ELSE 'fires' END
           AS verdict,
       'I' AS severity,
       n.name
       || CASE WHEN a.was_not AND NOT a.was_asked THEN ' was not asked: '
          ELSE ' did not answer: ' END
       || n.devices || CASE n.devices WHEN 1 THEN ' device' ELSE ' devices' END
       || CASE n.segments WHEN 0 THEN '' ELSE ' and ' || n.segments
          || CASE n.segments WHEN 1 THEN ' segment' ELSE ' segments' END END
       || CASE WHEN n.devices + n.segments = 1 THEN ' is unknown'
          ELSE ' are unknown' END AS sentence,
       (SELECT MIN(c.id)
        FROM   adjacency j
        JOIN   coverage c ON c.device = j.device
        WHERE  j.id = n.adjacency
        AND    c.question = CASE j.protocol
               WHEN 'cdp' THEN 'CISCO-CDP-MIB::cdpCacheTable'
               ELSE 'LLDP-MIB::lldpRemTable' END) AS coverage
FROM   counted n
LEFT   JOIN asked a ON a.device = n.id
ORDER  BY n.key
