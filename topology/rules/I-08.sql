-- I-08: A site-local address is in use.
-- Replaces: I-03.
--
-- fec0::/10 was given up in 2004 (RFC 3879); unique local addresses took its
-- place. Those by which Junos reaches the cards of its own chassis do not count.
-- Undecided where the addresses of a device were not read to their end.
SELECT 'device' AS subject_type,
       d.key AS subject,
       'fires' AS verdict,
       'E' AS severity,
       d.name || ' has the site-local address ' || MIN(a.ip) || '.' AS sentence,
       r.coverage AS coverage,
       COALESCE(a.prefix, a.ip) AS cause
FROM   address a
JOIN   device d ON d.id = a.device
JOIN   address_reading r ON r.device = d.id
WHERE  a.kind = 'site-local'
AND    COALESCE(a.interface, 0) NOT IN (SELECT interface FROM inside_device)
GROUP  BY d.id, COALESCE(a.prefix, a.ip)
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
                        WHERE  kind = 'site-local')
