-- P-11: A name server or mail exchanger of a zone is out of reach over IPv6.
-- Gap.
-- Replaces: P-09.
-- The names that NS and MX records give have to have AAAA records, and every IPv6
-- address of a name server has to answer for its zone where the zone is answered
-- over IPv4, and with no older serial than all that came over IPv4. Undecided where
-- DNS or the collector's own IPv6 did not say.
WITH named AS (
	SELECT p.target AS zone, p.record,
	       LOWER(RTRIM(r.value, '.')) AS fqdn
	FROM   probe p
	JOIN   probe_record r ON r.probe = p.id
	WHERE  p.kind = 'D1'
	AND    p.record IN ('NS', 'MX')
	AND    r.value NOT IN ('', '.')
	GROUP  BY 1, 2, 3
), answered AS (
	SELECT n.fqdn,
	       MIN(n.record || ' of ' || n.zone) AS role,
	       MAX(a.record = 'A' AND a.result = 'true') AS has_ipv4,
	       MAX(a.record = 'AAAA' AND a.result = 'true') AS has_ipv6,
	       MAX(a.record = 'AAAA' AND a.result = 'false') AS lacks_ipv6,
	       MIN(CASE a.record WHEN 'AAAA' THEN a.id END) AS probe,
	       MIN(CASE a.record WHEN 'AAAA' THEN a.reason END) AS reason
	FROM   named n
	LEFT   JOIN probe a ON a.kind = 'D1'
	                   AND a.record IN ('A', 'AAAA')
	                   AND LOWER(RTRIM(a.name, '.')) = n.fqdn
	GROUP  BY n.fqdn
), server AS (
	SELECT p.target AS zone, p.ip, MIN(p.id) AS probe,
	       MIN(p.result = 'true') AS works,
	       MIN(CASE p.result WHEN 'true' THEN NULL ELSE p.proto END) AS proto,
	       MAX(p.result = 'false'
	           OR (p.result = 'unknown' AND p.reason = 'no-answer'))
	       AS is_silent,
	       MIN(p.reason) AS reason,
	       MAX(r.number) AS serial,
	       (SELECT MIN(o.number)
	        FROM   probe q
	        JOIN   probe_record o ON o.probe = q.id
	        WHERE  q.kind = 'D2'
	        AND    q.target = p.target
	        AND    q.family = 4) AS ipv4_serial
	FROM   probe p
	LEFT   JOIN probe_record r ON r.probe = p.id
	WHERE  p.kind = 'D2'
	AND    p.family = 6
	GROUP  BY p.target, p.ip
), judged AS (
	-- Serials go round (RFC 1982).
	SELECT *,
	       COALESCE((ipv4_serial - serial) & 4294967295
	                BETWEEN 1 AND 2147483647, 0) AS is_old
	FROM   server
)
SELECT 'name' AS subject_type,
       fqdn AS subject,
       CASE WHEN lacks_ipv6 THEN 'fires' ELSE 'unknown' END AS verdict,
       'W' AS severity,
       fqdn || ' is ' || role
       || CASE WHEN lacks_ipv6
          THEN '; an AAAA record was not seen.'
          ELSE '; whether it has an AAAA record was not observed ('
               || COALESCE(reason, 'not asked') || ').'
          END AS sentence,
       probe
FROM   answered
WHERE  NOT COALESCE(has_ipv6, 0)
AND    (lacks_ipv6 IS NOT 1 OR has_ipv4)
UNION  ALL
SELECT 'name', zone,
       CASE WHEN MAX(is_silent OR is_old) THEN 'fires' ELSE 'unknown' END,
       'W',
       CASE
       WHEN MAX(is_silent)
       THEN MIN(CASE WHEN is_silent THEN ip END) || ' answers nothing of '
            || zone || ' over IPv6'
            || COALESCE(' (' || MIN(CASE WHEN is_silent THEN proto END) || ')',
                        '')
            || '; over IPv4 the zone is answered.'
       WHEN MAX(is_old)
       THEN MIN(CASE WHEN is_old THEN ip END) || ' gives serial '
            || MIN(CASE WHEN is_old THEN serial END) || ' of ' || zone
            || ' over IPv6; over IPv4 ' || ipv4_serial || ' was seen.'
       ELSE 'Whether ' || MIN(ip) || ' answers for ' || zone
            || ' was not observed (' || COALESCE(MIN(reason), 'not asked')
            || ').'
       END,
       COALESCE(MIN(CASE WHEN is_silent OR is_old THEN probe END), MIN(probe))
FROM   judged
WHERE  (NOT works OR is_old)
AND    EXISTS (SELECT 1
               FROM   probe p
               WHERE  p.kind = 'D2'
               AND    p.target = judged.zone
               AND    p.family = 4
               AND    p.result = 'true')
AND    (NOT is_silent
        OR EXISTS (SELECT 1 FROM probe_family WHERE family = 6 AND works))
GROUP  BY zone
