-- SV4: DNS servers of the provider answer over IPv6.
-- Servers of our zones whose names are not in our zones are somebody else's.
SELECT 'uplinks' AS section, 'SV4' AS item, p.name || ' over IPv6' AS name,
       'circuit' AS subject_type, c.id AS subject, p.result AS value,
       CASE p.result WHEN 'unknown' THEN COALESCE(p.reason, 'no-answer') END
           AS reason,
       p.name || ' over IPv6: ' || CASE p.result WHEN 'true' THEN 'answered'
                                        WHEN 'false' THEN 'refused'
                                        ELSE 'not observed' END || '.'
           AS sentence,
       'observed' AS source, MIN(p.id) AS probe
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id
JOIN   probe p ON p.kind = 'D2' AND p.family = 6
WHERE  f.kind = 'uplink'
AND    p.name IN (SELECT server FROM fact_dns_zone_server)
AND    NOT EXISTS (SELECT 1
                   FROM   fact_dns_zone z
                   WHERE  p.name = z.zone
                   OR     p.name LIKE '%.' || z.zone)
GROUP  BY c.id, p.name, p.result
