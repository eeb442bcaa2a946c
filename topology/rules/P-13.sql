-- P-13: A port answers over IPv6 and not over IPv4.
-- A filter that was written for one family. Of ports that policy closes (X1), and
-- of services and of the management of devices (T1), from the same vantage. Silence
-- of the latter over IPv4 counts where the collector's own IPv4 works. Undecided
-- where IPv4 is shut and IPv6 could not be tried.
WITH port AS (
	SELECT kind, target, port, vantage,
	       MAX(family = 6 AND result = 'true') AS open6,
	       MAX(family = 4 AND result = 'true') AS open4,
	       MAX(family = 4
	           AND (result = 'false'
	                OR (reason = 'no-answer'
	                    AND (kind = 'X1'
	                         OR EXISTS (SELECT 1
	                                    FROM   probe_family
	                                    WHERE  family = 4
	                                    AND    works))))) AS shut4,
	       MAX(family = 6 AND result = 'unknown'
	           AND reason IS NOT 'no-answer') AS untried6,
	       MIN(CASE family WHEN 6 THEN id END) AS probe6,
	       MIN(CASE WHEN family = 6 AND result = 'true' THEN id END)
	       AS open_probe,
	       MIN(CASE WHEN family = 6 AND result = 'unknown' THEN reason END)
	       AS reason
	FROM   probe
	WHERE  kind IN ('T1', 'X1')
	AND    port IS NOT NULL
	GROUP  BY kind, target, port, vantage
)
SELECT CASE
       WHEN s.key IS NOT NULL THEN 'service'
       WHEN d.key IS NOT NULL THEN 'device'
       ELSE 'address'
       END AS subject_type,
       COALESCE(s.key, d.key, p.target) AS subject,
       CASE WHEN p.open6 THEN 'fires' ELSE 'unknown' END AS verdict,
       'E' AS severity,
       'Port ' || p.port
       || CASE WHEN p.open6
          THEN ' answers over IPv6 and not over IPv4'
          ELSE ' does not answer over IPv4; IPv6 was not observed ('
               || COALESCE(p.reason, 'not asked') || ')'
          END
       || COALESCE(', asked from ' || p.vantage, '') || '.' AS sentence,
       COALESCE(p.open_probe, p.probe6) AS probe
FROM   port p
LEFT   JOIN service s ON s.key = p.target AND p.kind = 'T1'
LEFT   JOIN device d ON d.name = p.target
WHERE  p.shut4
AND    NOT p.open4
AND    (p.open6 OR p.untried6)
AND    (p.kind = 'X1' OR s.key IS NOT NULL OR d.key IS NOT NULL)
ORDER  BY 2, p.port, p.vantage
