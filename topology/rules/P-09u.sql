-- P-09u: A service works over IPv6 and its name has no AAAA record.
-- Gap.
-- Its protocol answered at an IPv6 address of its host, or of the name under
-- which IPv6 is tried. Undecided where the host has IPv6 addresses and the
-- service was not asked there.
SELECT 'service' AS subject_type,
       s.key AS subject,
       CASE s.class WHEN 'unpublished' THEN 'fires' ELSE 'unknown' END
       AS verdict,
       'W' AS severity,
       CASE s.class WHEN 'unpublished'
       THEN f.name || ' answers on ' || f.port
            || ' over IPv6; no AAAA record is published.'
       ELSE s.name || ' has no AAAA record; whether it works over IPv6 was not'
            || ' observed.'
       END AS sentence,
       COALESCE(x.operational_probe, x.published_probe) AS probe
FROM   service s
JOIN   fact_service f ON s.key = f.name || ':' || f.port || '/' || f.proto
JOIN   service_family x ON x.service = s.id AND x.family = 6
LEFT   JOIN device d ON d.id = s.device
WHERE  s.class = 'unpublished'
OR     (x.is_published = 0
        AND x.is_operational IS NULL
        AND d.class IN ('dual-stack', 'IPv6 only'))
ORDER  BY s.key
