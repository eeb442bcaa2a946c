-- P-08: A gateway is shared in IPv4 and not in IPv6.
-- Gap.
-- Of interfaces that have IPv6 addresses. Where several routers advertise
-- themselves, hosts find another one by themselves, later: a note. Undecided
-- where no table that holds virtual routers of IPv6 was read to its end, and of
-- HSRP, whose table holds none of IPv6.
WITH shared AS (
	SELECT v.device, v.interface, e.segment,
	       MAX(v.protocol LIKE 'VRRP%') AS is_vrrp,
	       MIN(v.protocol || ' ' || v.number) AS label
	FROM   virtual_router v
	JOIN   interface i ON i.id = v.interface
	JOIN   segment_end e ON e.interface = v.interface
	WHERE  v.family = 4
	AND    i.class IN ('dual-stack', 'IPv6 only')
	GROUP  BY v.interface, e.segment
), judged AS (
	SELECT s.key, s.name, MIN(h.label) AS label, MIN(h.device) AS device,
	       (SELECT COUNT(*)
	        FROM   segment_end e
	        JOIN   router_advert r ON r.device = e.device
	                               AND r.interface = e.interface
	        WHERE  e.segment = s.id
	        AND    r.sends = 1
	        AND    r.lifetime > 0) AS advertisers,
	       MIN((SELECT MIN(v.coverage)
	            FROM   device_evidence v
	            WHERE  v.device = h.device
	            AND    h.is_vrrp
	            AND    v.shows = 'IPv6 virtual routers'
	            AND    v.is_read)) AS coverage
	FROM   shared h
	JOIN   segment s ON s.id = h.segment
	WHERE  NOT EXISTS (SELECT 1
	                   FROM   segment_end e
	                   JOIN   virtual_router o ON o.device = e.device
	                                         AND o.interface = e.interface
	                   WHERE  e.segment = s.id
	                   AND    o.family = 6)
	GROUP  BY s.id
)
SELECT 'segment' AS subject_type,
       key AS subject,
       CASE WHEN coverage IS NULL THEN 'unknown' ELSE 'fires' END AS verdict,
       CASE WHEN advertisers > 1 THEN 'I' ELSE 'W' END AS severity,
       'The IPv4 gateway of ' || name || ' is shared (' || label || '); '
       || CASE
          WHEN coverage IS NULL
          THEN 'virtual routers of IPv6 were not observed.'
          WHEN advertisers > 1
          THEN 'in IPv6 ' || advertisers || ' routers advertise themselves.'
          ELSE 'a virtual router of IPv6 was not seen.'
          END AS sentence,
       COALESCE(coverage,
                (SELECT MIN(v.coverage)
                 FROM   device_evidence v
                 WHERE  v.device = judged.device
                 AND    v.shows = 'IPv6 virtual routers')) AS coverage
FROM   judged
ORDER  BY key
