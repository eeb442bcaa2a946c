-- P-06: Routes of IPv6 are carried in a BGP session over IPv4.
-- When that session falls, both families fall. Labelled and VPN routes (6PE,
-- 6VPE) are left out: they are made to be carried so; a session that is down, or
-- that is agreed for IPv6 and has none of its routes, carries none. Undecided for
-- routers with IPv6 whose agents do not tell what their sessions carry.
SELECT 'device' AS subject_type,
       d.key AS subject,
       'fires' AS verdict,
       'W' AS severity,
       'Routes of IPv6 are carried in '
       || CASE COUNT(*) WHEN 1 THEN 'the IPv4 session'
          ELSE COUNT(*) || ' IPv4 sessions, the first' END
       || ' with ' || MIN(f.peer_ip) || '.' AS sentence,
       (SELECT MIN(v.coverage)
        FROM   device_evidence v
        WHERE  v.device = d.id
        AND    v.shows = 'families of sessions') AS coverage
FROM   bgp_family f
JOIN   device d ON d.id = f.device
WHERE  f.afi = 2
AND    f.safi = 1
AND    ip_family(f.peer_ip) = 4
AND    (f.accepted IS NOT 0 OR f.advertised > 0)
AND    COALESCE((SELECT MAX(b.state = 'established')
                 FROM   bgp_peer b
                 WHERE  b.device = f.device
                 AND    b.peer_ip = f.peer_ip), 1)
GROUP  BY d.id
UNION  ALL
SELECT 'device', d.key, 'unknown', 'W',
       'What its IPv4 sessions carry was not observed (' || COUNT(*)
       || ' established).',
       (SELECT MIN(v.coverage)
        FROM   device_evidence v
        WHERE  v.device = d.id
        AND    v.shows = 'families of sessions')
FROM   bgp_peer b
JOIN   device d ON d.id = b.device
WHERE  b.family = 4
AND    b.state = 'established'
AND    d.class = 'dual-stack'
AND    b.device NOT IN (SELECT device FROM bgp_family)
GROUP  BY d.id
