-- I-06: An address or a tunnel of the years of transition is in use.
-- Replaces: I-03, S-14.
--
-- 6to4, Teredo and ISATAP carry IPv6 inside IPv4, past filters, over relays that
-- nobody runs any more (RFC 7526). Undecided where the addresses of a device
-- were not read to their end.
SELECT 'device' AS subject_type,
       d.key AS subject,
       'fires' AS verdict,
       'E' AS severity,
       d.name || ' uses ' || MIN(t.kind)
       || COALESCE(' address ' || MIN(t.ip), '')
       || COALESCE(', which stands for ' || MIN(t.inside), '')
       || '.' AS sentence,
       MIN(r.coverage) AS coverage,
       d.key || '/' || COALESCE(NULLIF(i.name, ''), i.descr, i.if_index, '')
           AS cause
FROM   (SELECT a.device, a.interface, a.kind, a.ip, ip_inside(a.ip) AS inside
        FROM   address a
        WHERE  a.kind IN ('6to4', 'Teredo', 'ISATAP')
        UNION  ALL
        SELECT u.device, u.interface,
               CASE u.method WHEN 'sixToFour' THEN '6to4'
                             WHEN 'isatap' THEN 'ISATAP'
                             ELSE 'Teredo' END,
               NULL, NULL
        FROM   tunnel u
        JOIN   interface i ON i.id = u.interface
        WHERE  u.method IN ('sixToFour', 'isatap', 'teredo')
        AND    i.oper_status = 'up') t
JOIN   device d ON d.id = t.device
LEFT   JOIN interface i ON i.id = t.interface
LEFT   JOIN address_reading r ON r.device = d.id
GROUP  BY d.id, i.id
UNION  ALL
SELECT CASE WHEN d.key IS NULL THEN 'host' ELSE 'device' END,
       COALESCE(d.key, h.mac),
       'fires',
       'E',
       COALESCE(d.name, h.mac) || ' uses ' || MIN(a.kind) || ' address '
       || MIN(a.ip)
       || COALESCE(', which stands for ' || MIN(ip_inside(a.ip)), '') || '.',
       (SELECT n.coverage FROM segment_reading n WHERE n.segment = h.segment),
       MIN(a.ip)
FROM   host h
JOIN   host_address a ON a.host = h.id
LEFT   JOIN device d ON d.id = h.device
WHERE  a.kind IN ('6to4', 'Teredo', 'ISATAP')
GROUP  BY h.id
UNION  ALL
SELECT 'device',
       r.device_key,
       'unknown',
       'E',
       'The IPv6 addresses of ' || r.device_name
       || ' were not read to their end.',
       r.coverage,
       r.device_key
FROM   address_reading r
WHERE  NOT r.is_whole
AND    r.device NOT IN (SELECT device
                        FROM   address
                        WHERE  kind IN ('6to4', 'Teredo', 'ISATAP'))
