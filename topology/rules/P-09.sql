-- P-09: A name of a service has an A record and no AAAA record.
-- Gap.
-- Not where the service already answers over IPv6: P-09u says that. Undecided
-- while DNS was not asked, or did not say.
SELECT 'name' AS subject_type,
       s.fqdn AS subject,
       CASE WHEN MAX(x.is_published = 0) THEN 'fires' ELSE 'unknown' END
       AS verdict,
       'W' AS severity,
       CASE WHEN MAX(x.is_published = 0)
       THEN s.fqdn || ' has an A record; an AAAA record was not seen.'
       ELSE 'Whether ' || s.fqdn || ' has an AAAA record was not observed ('
            || COALESCE(MIN((SELECT p.reason
                           FROM   probe p
                           WHERE  p.id = x.published_probe)), 'not asked') || ').'
       END AS sentence,
       MIN(COALESCE(x.published_probe, f.published_probe)) AS probe
FROM   service s
JOIN   service_family f ON f.service = s.id AND f.family = 4
JOIN   service_family x ON x.service = s.id AND x.family = 6
WHERE  s.fqdn IS NOT NULL
AND    f.is_published IS NOT 0
AND    x.is_published IS NOT 1
AND    (x.is_published IS NULL OR f.is_published = 1)
GROUP  BY s.fqdn
HAVING NOT MAX(s.class = 'unpublished')
ORDER  BY s.fqdn
