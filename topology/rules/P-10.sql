-- P-10: An address of an AAAA record has no PTR record that leads back.
-- The PTR has to exist, and the name that it gives has to have that address. For
-- names that only the inside uses it is a note. Undecided where DNS did not say,
-- or gives a name that was not asked.
WITH published AS (
	SELECT DISTINCT s.fqdn, ip_text(r.value) AS ip, p.target
	FROM   service s
	JOIN   probe p ON p.kind = 'D1'
	              AND p.target = s.key
	              AND p.record = 'AAAA'
	              AND LOWER(RTRIM(p.name, '.')) = s.fqdn
	JOIN   probe_record r ON r.probe = p.id
), forward AS MATERIALIZED (
	SELECT DISTINCT LOWER(RTRIM(a.name, '.')) AS fqdn,
	       ip_text(t.value) AS ip
	FROM   probe a
	LEFT   JOIN probe_record t ON t.probe = a.id
	WHERE  a.kind = 'D1'
	AND    a.record = 'AAAA'
	AND    a.result <> 'unknown'
), reverse AS (
	SELECT b.fqdn, b.ip, MIN(q.id) AS probe, MIN(q.result) AS result,
	       MIN(q.reason) AS reason,
	       MIN(LOWER(RTRIM(r.value, '.'))) AS leads_to,
	       MAX((LOWER(RTRIM(r.value, '.')), b.ip)
	           IN (SELECT fqdn, ip FROM forward)) AS leads_back,
	       MAX(LOWER(RTRIM(r.value, '.'))
	           IN (SELECT fqdn FROM forward)) AS was_asked
	FROM   published b
	LEFT   JOIN probe q ON q.kind = 'D1'
	                   AND q.target = b.target
	                   AND q.record = 'PTR'
	                   AND ip_text(q.ip) = b.ip
	LEFT   JOIN probe_record r ON r.probe = q.id
	GROUP  BY b.fqdn, b.ip
), judged AS (
	SELECT *,
	       CASE
	       WHEN result = 'false' THEN 'no PTR'
	       WHEN leads_back THEN 'good'
	       WHEN result = 'true' AND was_asked THEN 'elsewhere'
	       ELSE 'unknown'
	       END AS state
	FROM   reverse
)
SELECT 'name' AS subject_type,
       j.fqdn AS subject,
       CASE WHEN MAX(j.state <> 'unknown') THEN 'fires' ELSE 'unknown' END
       AS verdict,
       CASE WHEN EXISTS (SELECT 1
                         FROM   service s
                         JOIN   fact_service f
                                ON s.key = f.name || ':' || f.port || '/'
                                           || f.proto
                         WHERE  s.fqdn = j.fqdn
                         AND    f.exposure IS NOT 'internal')
       THEN 'W' ELSE 'I' END AS severity,
       (SELECT CASE o.state
               WHEN 'no PTR'
               THEN o.ip || ', the address of ' || o.fqdn
                    || ', has no PTR record.'
               WHEN 'elsewhere'
               THEN 'The PTR record of ' || o.ip || ' names ' || o.leads_to
                    || ', which does not have that address.'
               ELSE 'Whether the PTR record of ' || o.ip
                    || ' leads back was not observed ('
                    || CASE o.result
                       WHEN 'true' THEN o.leads_to || ' was not asked'
                       ELSE COALESCE(o.reason, 'not asked')
                       END || ').'
               END
        FROM   judged o
        WHERE  o.fqdn = j.fqdn
        AND    o.state <> 'good'
        ORDER  BY o.state = 'unknown', o.ip
        LIMIT  1) AS sentence,
       COALESCE(MIN(CASE WHEN j.state <> 'unknown' THEN j.probe END),
                MIN(j.probe)) AS probe
FROM   judged j
WHERE  j.state <> 'good'
GROUP  BY j.fqdn
ORDER  BY j.fqdn
