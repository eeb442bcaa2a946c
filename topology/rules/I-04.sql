-- I-04: A global address shows the MAC it was made of (EUI-64).
--
-- It tells everybody the maker and follows the host from net to net; on a server
-- or a router it changes with the card. Hosts without a name are counted by
-- segment. Undecided where the addresses of a server or of a router were not
-- read to their end.
SELECT 'device' AS subject_type,
       d.key AS subject,
       'fires' AS verdict,
       CASE WHEN d.role IN ('server', 'router', 'l3switch', 'firewall',
                            'switch', 'ap') THEN 'W'
            ELSE 'I'
            END AS severity,
       d.name || ' has ' || MIN(a.ip)
       || ', which shows its MAC and changes with the card.' AS sentence,
       r.coverage AS coverage
FROM   address a
JOIN   device d ON d.id = a.device
JOIN   address_reading r ON r.device = d.id
WHERE  a.iid = 'EUI-64'
AND    a.usable
AND    a.kind <> 'ULA'
GROUP  BY d.id
UNION  ALL
SELECT 'device',
       d.key,
       'fires',
       CASE d.role WHEN 'server' THEN 'W' ELSE 'I' END,
       d.name || ' has ' || MIN(a.ip)
       || ', which shows its MAC and changes with the card.',
       (SELECT n.coverage FROM segment_reading n WHERE n.segment = h.segment)
FROM   host h
JOIN   host_address a ON a.host = h.id
JOIN   device d ON d.id = h.device
WHERE  a.family = 6
AND    a.kind <> 'ULA'
AND    ip_usable(a.ip)
AND    iid_class(a.ip, NULL) = 'EUI-64'
AND    d.source <> 'agent'
GROUP  BY d.id
UNION  ALL
SELECT 'segment',
       g.key,
       'fires',
       'I',
       COUNT(DISTINCT h.id) || ' hosts on ' || g.name
       || ' have addresses that show their MAC, such as ' || MIN(a.ip) || '.',
       (SELECT n.coverage FROM segment_reading n WHERE n.segment = g.id)
FROM   host h
JOIN   host_address a ON a.host = h.id
JOIN   segment g ON g.id = h.segment
WHERE  h.device IS NULL
AND    a.family = 6
AND    a.kind <> 'ULA'
AND    ip_usable(a.ip)
AND    iid_class(a.ip, NULL) = 'EUI-64'
GROUP  BY g.id
UNION  ALL
SELECT 'device',
       r.device_key,
       'unknown',
       'W',
       'The IPv6 addresses of ' || r.device_name
       || ' were not read to their end.',
       r.coverage
FROM   address_reading r
JOIN   device d ON d.id = r.device
WHERE  NOT r.is_whole
AND    d.role IN ('server', 'router', 'l3switch', 'firewall')
AND    d.id NOT IN (SELECT device
                    FROM   address
                    WHERE  iid = 'EUI-64'
                    AND    usable)
