-- P-22: A device with IPv6 announces only IPv4 for its management.
-- Gap.
-- As its LLDP neighbours tell it. Undecided where none of them read its addresses
-- to their end.
WITH announced AS (
	SELECT j.far_device AS device,
	       MAX(m.family = 4) AS ipv4,
	       MAX(m.family = 6) AS ipv6,
	       COALESCE(MIN(CASE WHEN v.has_rows THEN j.device END),
	                MIN(j.device)) AS teller
	FROM   adjacency j
	JOIN   adjacency_address m ON m.adjacency = j.id
	LEFT   JOIN device_evidence v ON v.device = j.device
	                             AND v.shows = 'LLDP addresses'
	WHERE  j.protocol = 'lldp'
	AND    j.far_device IS NOT NULL
	GROUP  BY j.far_device
), judged AS (
	SELECT d.key, d.name, a.teller, t.name AS teller_name,
	       (SELECT MIN(v.coverage)
	        FROM   device_evidence v
	        WHERE  v.device = a.teller
	        AND    v.shows = 'LLDP addresses'
	        AND    v.has_rows) AS coverage
	FROM   announced a
	JOIN   device d ON d.id = a.device
	JOIN   device t ON t.id = a.teller
	WHERE  a.ipv4
	AND    NOT a.ipv6
	AND    d.class = 'dual-stack'
)
SELECT 'device' AS subject_type,
       key AS subject,
       CASE WHEN coverage IS NULL THEN 'unknown' ELSE 'fires' END AS verdict,
       'I' AS severity,
       name || ' has IPv6; ' || teller_name
       || CASE WHEN coverage IS NULL
          THEN ' told an IPv4 management address of it before its list was cut.'
          ELSE ' sees only an IPv4 management address of it.'
          END AS sentence,
       COALESCE(coverage,
                (SELECT MIN(v.coverage)
                 FROM   device_evidence v
                 WHERE  v.device = judged.teller
                 AND    v.shows = 'LLDP addresses')) AS coverage
FROM   judged
ORDER  BY key
