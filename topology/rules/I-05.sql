-- I-05: A host uses temporary addresses.
--
-- They protect people's privacy on a client and are noted there; an address of a
-- server that its name publishes must stay (RFC 8981). Two and more that look
-- random in one network count: from outside nothing tells a temporary from a
-- stable one (RFC 7217). Hosts without a name are counted by segment. Undecided
-- for servers whose addresses were not read to their end.
SELECT 'device' AS subject_type,
       d.key AS subject,
       'fires' AS verdict,
       CASE WHEN d.role = 'server'
            AND  MAX(a.ip IN (SELECT value FROM probe_record)) THEN 'W'
            ELSE 'I'
            END AS severity,
       d.name || ' uses temporary addresses, such as ' || MIN(a.ip)
       || '.' AS sentence,
       r.coverage AS coverage
FROM   address a
JOIN   device d ON d.id = a.device
JOIN   address_reading r ON r.device = d.id
WHERE  a.iid = 'temporary'
AND    a.usable
GROUP  BY d.id
UNION  ALL
SELECT 'device',
       d.key,
       'fires',
       CASE WHEN d.role = 'server'
            AND  MAX(a.ip IN (SELECT value FROM probe_record)) THEN 'W'
            ELSE 'I'
            END,
       d.name || ' has several addresses that look random, such as '
       || MIN(a.ip) || '; some are probably temporary.',
       (SELECT n.coverage FROM segment_reading n WHERE n.segment = h.segment)
FROM   host h
JOIN   host_address a ON a.host = h.id
JOIN   device d ON d.id = h.device
WHERE  a.is_temporary
AND    d.source <> 'agent'
GROUP  BY d.id
UNION  ALL
SELECT 'segment',
       g.key,
       'fires',
       'I',
       COUNT(DISTINCT h.id) || ' hosts on ' || g.name
       || ' have several addresses that look random; some are probably'
       || ' temporary.',
       (SELECT n.coverage FROM segment_reading n WHERE n.segment = g.id)
FROM   host h
JOIN   host_address a ON a.host = h.id
JOIN   segment g ON g.id = h.segment
WHERE  h.device IS NULL
AND    a.is_temporary
GROUP  BY g.id
UNION  ALL
SELECT 'device',
       r.device_key,
       'unknown',
       'I',
       'The IPv6 addresses of ' || r.device_name
       || ' were not read to their end.',
       r.coverage
FROM   address_reading r
JOIN   device d ON d.id = r.device
WHERE  NOT r.is_whole
AND    d.role = 'server'
AND    d.id NOT IN (SELECT device
                    FROM   address
                    WHERE  iid = 'temporary'
                    AND    usable)
