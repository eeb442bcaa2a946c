-- P-20: An object is watched in IPv4 and not in IPv6.
-- Gap.
-- As the facts state it. Undecided where they say nothing of IPv6.
WITH named AS MATERIALIZED (
	SELECT key AS name, key FROM device
	UNION
	SELECT name, key FROM device WHERE name IS NOT NULL
), watched AS (
	SELECT m.object, m.v6,
	       (SELECT MIN(c.id) FROM circuit c WHERE c.id = m.object) AS circuit,
	       (SELECT MIN(s.key)
	        FROM   service s
	        WHERE  m.object IN (s.key, s.name)) AS service,
	       MIN(d.key) AS device
	FROM   fact_monitor m
	LEFT   JOIN named d ON d.name = m.object
	WHERE  m.v4 = 1
	AND    m.v6 IS NOT 1
	GROUP  BY m.object
)
SELECT CASE
       WHEN circuit IS NOT NULL THEN 'circuit'
       WHEN service IS NOT NULL THEN 'service'
       WHEN device IS NOT NULL THEN 'device'
       ELSE 'monitor'
       END AS subject_type,
       COALESCE(circuit, service, device, object) AS subject,
       CASE v6 WHEN 0 THEN 'fires' ELSE 'unknown' END AS verdict,
       'W' AS severity,
       object || ' is stated to be watched over IPv4; '
       || CASE v6 WHEN 0 THEN 'it is stated not to be over IPv6.'
          ELSE 'of IPv6 nothing is stated.' END AS sentence
FROM   watched
ORDER  BY object
