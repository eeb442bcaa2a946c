-- P-15: A device can be managed in one family only.
-- Gap.
-- SNMP, and of routers, switches and the like the ports 22 and 443. Only where
-- IPv6 is there to manage it over: the device has IPv6 addresses, or a segment of
-- one of its addresses carries IPv6. Of servers and hosts without any IPv6 address
-- P-23 says it. Silence over IPv6 counts where the collector's own IPv6 works and
-- the same agent or port answered over IPv4. Undecided before SNMP was asked.
WITH way AS (
	SELECT d.id,
	       CASE p.kind WHEN 'T1' THEN p.port END AS port,
	       MAX(p.family = 4 AND p.result = 'true') AS ipv4,
	       MAX(p.family = 6 AND p.result = 'true') AS ipv6,
	       MAX(p.family = 6
	           AND (p.result = 'false'
	                OR (p.kind = 'M1'
	                    AND p.reason = 'no-answer'
	                    AND EXISTS (SELECT 1
	                                FROM   probe_family
	                                WHERE  family = 6
	                                AND    works)))) AS ipv6_silent,
	       MIN(CASE WHEN p.family = 6 AND p.result <> 'true' THEN p.reason END)
	       AS reason,
	       MIN(CASE p.family WHEN 6 THEN p.id END) AS ipv6_probe,
	       MIN(p.id) AS probe
	FROM   device d
	LEFT   JOIN probe p
	       ON  p.target = d.name
	       AND p.kind IN ('M1', 'T1')
	       AND p.ip IN (SELECT a.ip FROM address a WHERE a.device = d.id)
	WHERE  d.source = 'agent'
	GROUP  BY d.id, 2
), management AS (
	SELECT *,
	       ROW_NUMBER() OVER (
	               PARTITION BY id
	               ORDER BY ipv4 AND ipv6_silent AND NOT ipv6 DESC,
	                        port IS NOT NULL, port) AS place
	FROM   way
), judged AS (
	SELECT m.*, d.key, d.name, d.class,
	       CASE
	       WHEN NOT COALESCE(m.ipv4, 0) THEN 'unknown'
	       WHEN d.class = 'IPv4 only'
	        AND NOT EXISTS (SELECT 1
	                        FROM   address a
	                        WHERE  a.device = d.id
	                        AND    a.family = 6
	                        AND    a.usable)
	       THEN 'no address'
	       WHEN m.ipv6_silent THEN 'silent'
	       ELSE 'unknown'
	       END AS state
	FROM   management m
	JOIN   device d ON d.id = m.id
	WHERE  m.place = 1
	AND    NOT COALESCE(m.ipv6, 0)
	AND    NOT (d.class = 'IPv6 only')
	AND    NOT (d.class = 'IPv4 only'
	            AND COALESCE(d.role, '') IN ('server', 'host', 'phone',
	                                         'printer'))
	AND    (d.class = 'dual-stack'
	        OR EXISTS (SELECT 1
	                   FROM   segment_end e
	                   JOIN   segment s ON s.id = e.segment
	                   WHERE  e.device = d.id
	                   AND    s.class IN ('dual-stack', 'IPv6 only')))
)
SELECT 'device' AS subject_type,
       key AS subject,
       CASE state WHEN 'unknown' THEN 'unknown' ELSE 'fires' END AS verdict,
       'W' AS severity,
       CASE state
       WHEN 'silent'
       THEN name || ' answers' || COALESCE(' at port ' || port, '')
            || ' over IPv4; no answer over IPv6.'
       WHEN 'no address'
       THEN name || ' answers over IPv4; an IPv6 address of it was not seen,'
            || ' and there is IPv6 around it.'
       ELSE 'Whether ' || name || ' can be managed over both families was not'
            || ' observed (' || COALESCE(reason, 'not asked') || ').'
       END AS sentence,
       (SELECT MIN(v.coverage)
        FROM   device_evidence v
        WHERE  v.device = judged.id
        AND    v.shows = 'IPv6 addresses'
        AND    CASE judged.state WHEN 'no address' THEN v.says_absence
               ELSE judged.probe IS NULL END) AS coverage,
       COALESCE(ipv6_probe, probe) AS probe
FROM   judged
ORDER  BY key
