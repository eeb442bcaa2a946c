-- P-02: A point-to-point link carries IPv6 on one end only.
-- Gap.
-- Undecided, not absent, while the other end's address table was not read to its
-- end and no ND cache shows it.
SELECT 'segment' AS subject_type,
       s.key AS subject,
       CASE s.class WHEN 'unknown' THEN 'unknown' ELSE 'fires' END AS verdict,
       'W' AS severity,
       'IPv6 is configured on '
       || COALESCE(d.name || COALESCE(' ' || i.name, ''), e.mac, 'one end')
       || CASE s.class
          WHEN 'unknown' THEN '; the other end was not observed.'
          ELSE ' only; no IPv6 neighbour was seen.'
          END AS sentence,
       (SELECT MIN(v.coverage)
        FROM   device_evidence v
        WHERE  v.device = e.device
        AND    v.shows = 'addresses'
        AND    v.has_rows) AS coverage
FROM   segment s
JOIN   segment_end e ON e.segment = s.id AND e.has_ipv6
LEFT   JOIN device d ON d.id = e.device
LEFT   JOIN interface i ON i.id = e.interface
WHERE  s.kind = 'p2p'
AND    s.ipv6_ends = 1
AND    s.ipv4_ends > 0
AND    s.class IN ('IPv4 only', 'unknown')
ORDER  BY s.key
