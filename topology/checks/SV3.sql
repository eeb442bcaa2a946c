-- SV3: Names of IPv6 are registered, forward and reverse.
-- Our ip6.arpa zones answer, and services of ours publish IPv6 addresses. Who
-- serves the zones is not told by this: it speaks for every uplink.
WITH asked AS (
	SELECT 'reverse zone ' || p.name AS name, p.result, p.reason, p.id,
	       p.name || ': ' || CASE p.result WHEN 'true' THEN 'answered'
	                              WHEN 'false' THEN 'no such records'
	                              ELSE 'not observed' END || '.' AS sentence
	FROM   probe p
	WHERE  p.kind = 'D1'
	AND    p.record IN ('NS', 'SOA')
	AND    p.name IN (SELECT zone FROM fact_dns_zone
	                  WHERE  zone LIKE '%.ip6.arpa')
	UNION ALL
	SELECT 'IPv6 address of a service', p.result, p.reason, p.id,
	       p.name || ', AAAA: ' || CASE p.result WHEN 'true' THEN 'seen'
	                                    WHEN 'false' THEN 'not seen'
	                                    ELSE 'not observed' END || '.'
	FROM   (SELECT *, ROW_NUMBER() OVER (ORDER BY result <> 'true', name, id)
	                      AS place
	        FROM   probe
	        WHERE  kind = 'D1'
	        AND    record = 'AAAA'
	        AND    target IN (SELECT key FROM service)) p
	WHERE  p.place = 1
)
SELECT 'uplinks' AS section, 'SV3' AS item, a.name, 'circuit' AS subject_type,
       c.id AS subject, a.result AS value,
       CASE a.result WHEN 'unknown' THEN COALESCE(a.reason, 'no-answer') END
           AS reason,
       a.sentence, 'observed' AS source, a.id AS probe
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id
CROSS  JOIN asked a
WHERE  f.kind = 'uplink'
