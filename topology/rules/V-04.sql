-- V-04: The DNS sends SIP clients to a name without IPv6.
-- Gap.
-- Targets of SRV records of SIP. Undecided where AAAA of the target was not
-- asked or not answered.
WITH target AS (
	SELECT r.value AS name, MIN(p.name) AS srv
	FROM   probe p
	JOIN   probe_record r ON r.probe = p.id
	WHERE  p.kind = 'D1'
	AND    p.record = 'SRV'
	AND    p.name LIKE '\_sip%' ESCAPE '\'
	GROUP  BY r.value),
told AS (
	SELECT t.name, t.srv, MAX(a.result = 'true') AS has_ipv6,
	       MAX(a.result = 'false') AS has_none, MIN(a.id) AS probe
	FROM   target t
	LEFT   JOIN probe a ON a.name = t.name
	                   AND a.kind = 'D1'
	                   AND a.record = 'AAAA'
	GROUP  BY t.name)
SELECT 'name' AS subject_type,
       name AS subject,
       CASE WHEN has_none THEN 'fires' ELSE 'unknown' END AS verdict,
       'W' AS severity,
       srv || ' leads to ' || name
       || CASE WHEN has_none THEN ', which has no AAAA.'
          ELSE '; whether it has an AAAA was not observed.' END AS sentence,
       probe
FROM   told
WHERE  NOT COALESCE(has_ipv6, 0)
ORDER  BY name
