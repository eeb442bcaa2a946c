-- P-14: A service shows another certificate or status over IPv6.
-- Certificates may differ, as those of several servers do, as long as they are
-- for the same names. Undecided where one family gave none.
WITH seen AS (
	SELECT p.target, p.family, p.kind,
	       MIN(p.id) AS probe,
	       MAX(p.result = 'true') AS came,
	       MIN(CASE p.kind WHEN 'T2' THEN c.names ELSE p.detail END) AS said,
	       MAX(CASE p.kind WHEN 'T2' THEN c.names ELSE p.detail END)
	       AS also_said
	FROM   probe p
	JOIN   service s ON s.key = p.target
	LEFT   JOIN probe_certificate c ON c.probe = p.id
	WHERE  LOWER(RTRIM(p.name, '.')) = s.fqdn
	AND    (p.kind = 'T2'
	        OR (p.kind = 'T3' AND s.kind IN ('http', 'https')))
	GROUP  BY p.target, p.family, p.kind
), judged AS (
	SELECT f.target, f.kind, x.probe, f.said AS ipv4_said,
	       x.said AS ipv6_said,
	       COALESCE(f.came AND x.came
	                AND f.said IS NOT NULL AND x.said IS NOT NULL, 0)
	       AS can_say
	FROM   seen f
	JOIN   seen x ON x.target = f.target AND x.kind = f.kind AND x.family = 6
	WHERE  f.family = 4
	AND    (f.said IS NOT x.said
	        OR f.also_said IS NOT x.also_said
	        OR f.said IS NULL)
)
SELECT 'service' AS subject_type,
       s.key AS subject,
       CASE WHEN MAX(j.can_say) THEN 'fires' ELSE 'unknown' END AS verdict,
       'W' AS severity,
       CASE WHEN MAX(j.can_say)
       THEN (SELECT CASE o.kind
                    WHEN 'T2' THEN 'The certificate over IPv6 is for '
                    ELSE 'It says over IPv6 ' END
                    || o.ipv6_said || ', over IPv4 '
                    || CASE o.kind WHEN 'T2' THEN 'for ' ELSE '' END
                    || o.ipv4_said || '.'
             FROM   judged o
             WHERE  o.target = s.key
             AND    o.can_say
             ORDER  BY o.kind
             LIMIT  1)
       ELSE 'Whether ' || s.name || ' shows the same over both families was not'
            || ' observed.'
       END AS sentence,
       MIN(j.probe) AS probe
FROM   judged j
JOIN   service s ON s.key = j.target
JOIN   service_family x ON x.service = s.id AND x.family = 6
WHERE  x.is_published IS NOT 0
AND    (j.can_say OR x.is_operational IS NOT 0)
GROUP  BY s.id
ORDER  BY s.key
