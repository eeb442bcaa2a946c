-- P-12: A published IPv6 address does not serve what IPv4 does.
-- Worse than none: clients try it first. Undecided where an AAAA record is
-- published and the protocol was not asked, or the collector lacks IPv6.
SELECT 'service' AS subject_type,
       s.key AS subject,
       CASE WHEN x.is_operational = 0 AND f.is_operational = 1
       THEN 'fires' ELSE 'unknown' END AS verdict,
       'E' AS severity,
       c.name
       || CASE
          WHEN x.is_operational = 0 AND f.is_operational = 1
          THEN ' publishes an IPv6 address that '
               || CASE p.reason WHEN 'refused' THEN 'refused port ' || c.port
                  ELSE CASE x.is_reachable
                       WHEN 1 THEN 'takes connections on port ' || c.port
                            || ' and does not serve them'
                       ELSE 'does not answer on port ' || c.port
                       END
                  END || '.'
          ELSE ' publishes an IPv6 address; whether port ' || c.port
               || ' works there as it does over IPv4 was not observed ('
               || COALESCE(x.why, f.why, 'IPv4 does not answer') || ').'
          END AS sentence,
       COALESCE(x.operational_probe, x.reachable_probe, x.published_probe)
       AS probe
FROM   service s
JOIN   fact_service c ON s.key = c.name || ':' || c.port || '/' || c.proto
JOIN   service_family f ON f.service = s.id AND f.family = 4
JOIN   service_family x ON x.service = s.id AND x.family = 6
LEFT   JOIN probe p ON p.id = COALESCE(x.operational_probe, x.reachable_probe)
WHERE  f.is_published = 1
AND    x.is_published = 1
AND    (x.is_operational IS NULL
        OR (x.is_operational = 0 AND f.is_operational IS NOT 0))
ORDER  BY s.key
