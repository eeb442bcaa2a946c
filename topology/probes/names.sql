-- names.sql: what DNS is asked of the services and zones that the facts name.
-- For services: A and AAAA of the name, and of the name that IPv6 is tried with.
INSERT INTO question (talk, kind, target, name, record)
SELECT 'dns', 'D1', n.target, n.name, r.record
FROM   asked_name n
JOIN   (SELECT 'A' AS record UNION ALL SELECT 'AAAA') r
ORDER  BY n.target, n.name, r.record;

INSERT INTO question (talk, kind, target, name, record)
SELECT 'dns', 'D1', z.zone, z.zone, r.record
FROM   asked_zone z
JOIN   (SELECT 'MX' AS record UNION ALL SELECT 'NS' UNION ALL SELECT 'SOA') r
WHERE  r.record <> 'MX'
OR     NOT z.is_reverse
ORDER  BY z.zone, r.record;

-- Where the zone of a voice service says that SIP answers (RFC 3263).
INSERT INTO question (talk, kind, target, name, record)
SELECT DISTINCT 'dns', 'D1', s.zone, r.label || s.zone, 'SRV'
FROM   asked_service s
JOIN   (SELECT '_sip._udp.' AS label
        UNION ALL SELECT '_sip._tcp.'
        UNION ALL SELECT '_sips._tcp.') r
WHERE  s.kind IN ('sip', 'sips')
AND    s.zone IS NOT NULL
ORDER  BY s.zone, r.label;

INSERT INTO question (talk, kind, target, name, record)
SELECT 'dns', 'D1', z.zone, z.server, r.record
FROM   fact_dns_zone_server z
JOIN   (SELECT 'A' AS record UNION ALL SELECT 'AAAA') r
WHERE  ip_key(z.server) IS NULL
ORDER  BY z.zone, z.server, r.record;
