-- I-09: Unique local addresses are used where they do not serve.
--
-- fc00::/8 is not defined (RFC 4193 has fd00::/8). A name with a unique local
-- address beside a public IPv4 one is reached over IPv4: it comes first (RFC
-- 6724). Hosts of a LAN without a global prefix do not use their router's way
-- to the Internet; on a longer prefix than a /64 there are routers, no hosts.
-- Undecided where the IPv4 record of a name was not learned.
WITH named AS MATERIALIZED (
	SELECT p.name, p.record, p.result, p.id, v.value,
	       ip_kind(v.value) AS kind
	FROM   probe p
	LEFT   JOIN probe_record v ON v.probe = p.id
	WHERE  p.kind = 'D1'
	AND    p.record IN ('A', 'AAAA')
	AND    p.name IS NOT NULL)
SELECT 'device' AS subject_type,
       d.key AS subject,
       'fires' AS verdict,
       'W' AS severity,
       d.name || ' has ' || MIN(a.ip)
       || ' of fc00::/8, which is not defined.' AS sentence,
       r.coverage AS coverage,
       NULL AS probe
FROM   address a
JOIN   device d ON d.id = a.device
JOIN   address_reading r ON r.device = d.id
WHERE  a.kind = 'undefined ULA'
GROUP  BY d.id
UNION  ALL
SELECT 'name',
       n.name,
       CASE WHEN MAX(v4.kind IN ('global', 'documentation')) THEN 'fires'
            ELSE 'unknown'
            END,
       'W',
       n.name || ' publishes the unique local address ' || MIN(n.value)
       || CASE WHEN MAX(v4.kind IN ('global', 'documentation'))
               THEN ' beside ' || MIN(v4.value)
                    || '; clients choose IPv4 (RFC 6724).'
               ELSE '; whether it has a public IPv4 address was not observed.'
               END,
       NULL,
       MIN(n.id)
FROM   named n
LEFT   JOIN named v4 ON v4.name = n.name AND v4.record = 'A'
WHERE  n.record = 'AAAA'
AND    n.kind = 'ULA'
GROUP  BY n.name
HAVING MAX(v4.kind IN ('global', 'documentation'))
OR     COALESCE(MAX(v4.result = 'unknown'), 1)
UNION  ALL
SELECT 'segment',
       g.key,
       'fires',
       'W',
       g.name || ' has the unique local prefix ' || MIN(p.prefix)
       || ' and no global one; its gateway has an IPv6 default route.',
       MIN(r.coverage),
       NULL
FROM   segment g
JOIN   segment_prefix p ON p.segment = g.id AND p.family = 6
JOIN   segment_end e ON e.segment = g.id AND e.is_gateway AND e.has_ipv6
JOIN   address_reading r ON r.device = e.device
WHERE  g.kind = 'lan'
AND    NOT g.is_stated
AND    EXISTS (SELECT 1
               FROM   route t
               WHERE  t.device = e.device
               AND    t.prefix = '::/0')
GROUP  BY g.id
HAVING MIN(ip_kind(p.prefix) = 'ULA')
AND    MIN(prefix_length(p.prefix)) <= 64
