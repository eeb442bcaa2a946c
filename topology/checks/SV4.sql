-- SV4: DNS servers of the provider answer over IPv6.
-- Servers of our zones whose names are not in our zones are somebody else's. They
-- are asked at the addresses of their AAAA records.
WITH server AS (
	SELECT DISTINCT a.target AS zone, LOWER(RTRIM(a.name, '.')) AS name,
	       ip_key(r.value) AS ip_key
	FROM   probe a
	JOIN   probe_record r ON r.probe = a.id
	JOIN   fact_dns_zone_server z
	       ON  z.zone = a.target
	       AND LOWER(RTRIM(z.server, '.')) = LOWER(RTRIM(a.name, '.'))
	WHERE  a.kind = 'D1'
	AND    a.record = 'AAAA'
)
SELECT 'uplinks' AS section, 'SV4' AS item, s.name || ' over IPv6' AS name,
       'circuit' AS subject_type, c.id AS subject, p.result AS value,
       CASE p.result WHEN 'unknown' THEN COALESCE(p.reason, 'no-answer') END
           AS reason,
       s.name || ' over IPv6: '
       || CASE p.result WHEN 'true' THEN 'answered'
          WHEN 'false' THEN 'said no (' || COALESCE(p.reason, 'no-answer') || ')'
          ELSE 'not observed' END || '.'
           AS sentence,
       'observed' AS source, MIN(p.id) AS probe
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id
JOIN   server s
JOIN   probe p ON p.kind = 'D2' AND p.family = 6
              AND p.target = s.zone AND p.ip_key = s.ip_key
WHERE  f.kind = 'uplink'
AND    NOT EXISTS (SELECT 1
                   FROM   fact_dns_zone z
                   WHERE  s.name = z.zone
                   OR     s.name LIKE '%.' || z.zone)
GROUP  BY c.id, s.name, p.result
