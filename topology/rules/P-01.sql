-- P-01: On a segment with an IPv4 prefix, an IPv6 prefix was not seen.
-- Gap.
-- A LAN counts by its gateways, a point-to-point link by both ends. A link whose
-- routers speak IPv6 over link-local addresses alone carries it without a prefix.
-- Undecided while no address table of a gateway was read to its end.
SELECT 'segment' AS subject_type,
       s.key AS subject,
       CASE s.class WHEN 'unknown' THEN 'unknown' ELSE 'fires' END AS verdict,
       'W' AS severity,
       s.name
       || CASE s.name WHEN p.prefixes THEN ' is in use'
          ELSE ' has ' || p.prefixes END
       || CASE
          WHEN s.class = 'unknown'
          THEN '; whether it has an IPv6 prefix was not observed'
               || COALESCE(' (' || NULLIF(s.class_note, 'IPv4 seen') || ').',
                           '.')
          WHEN s.kind = 'lan' AND s.ipv6_ends > 0
          THEN '; IPv6 was seen on hosts, on no gateway.'
          WHEN s.ipv6_ends > 1
          THEN '; its ends have IPv6 addresses in no common prefix.'
          ELSE '; an IPv6 prefix was not seen.'
          END AS sentence,
       (SELECT MIN(v.coverage)
        FROM   segment_end e
        CROSS  JOIN device_evidence v
        WHERE  e.segment = s.id
        AND    v.device = e.device
        AND    v.shows = 'IPv6 addresses'
        AND    (s.class = 'unknown'
                OR (v.says_absence
                    AND (e.is_gateway OR s.kind = 'p2p')))) AS coverage
FROM   segment s
JOIN   (SELECT segment, GROUP_CONCAT(prefix, ', ') AS prefixes
        FROM   (SELECT segment, prefix
                FROM   segment_prefix
                WHERE  family = 4
                ORDER  BY segment, prefix_key)
        GROUP  BY segment) p ON p.segment = s.id
WHERE  (s.class = 'IPv4 only' AND (s.kind = 'lan' OR s.ipv6_ends <> 1)
        OR (s.class = 'unknown' AND s.ipv6_ends = 0))
AND    NOT EXISTS (SELECT 1
                   FROM   routed_link l
                   WHERE  l.segment = s.id
                   AND    l.ipv6
                   AND    s.kind = 'p2p'
                   AND    s.ipv6_ends = 0)
ORDER  BY s.key
