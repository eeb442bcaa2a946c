-- S-18: A port listens on IPv6 alone and belongs to no stated service.
-- A socket on :: may take IPv4 as well, so that IPv4 is closed is not said.
-- Protocols of IPv6 itself do not count. Undecided where the sockets of a
-- device that listens on IPv6 were not read to their end.
WITH alone AS (
	SELECT l.device, l.protocol, l.port
	FROM   listener l
	WHERE  l.family = 6
	AND    l.ip = '::'
	AND    NOT (l.protocol = 'udp' AND l.port IN (521, 546, 547))
	AND    NOT EXISTS (SELECT 1
	                   FROM   listener o
	                   WHERE  o.device = l.device
	                   AND    o.protocol = l.protocol
	                   AND    o.port = l.port
	                   AND    (o.family = 4 OR o.family IS NULL))
	AND    NOT EXISTS (SELECT 1
	                   FROM   fact_service f
	                   JOIN   device d ON d.id = l.device
	                   WHERE  f.port = l.port
	                   AND    f.proto = l.protocol
	                   AND    (f.device IS NULL
	                           OR f.device IN (d.key, d.name)))
	GROUP  BY l.device, l.protocol, l.port),
unread AS (
	SELECT device, MIN(id) AS coverage, MIN(question) AS question
	FROM   coverage
	WHERE  question IN ('TCP-MIB::tcpListenerTable',
	                    'UDP-MIB::udpEndpointTable')
	AND    result IN ('cut short', 'no answer')
	GROUP  BY device)
SELECT 'device' AS subject_type,
       d.key AS subject,
       'fires' AS verdict,
       'I' AS severity,
       d.name || ' listens on :: alone: '
       || (SELECT GROUP_CONCAT(protocol || ' ' || port, ', ')
           FROM   (SELECT protocol, port
                   FROM   alone
                   WHERE  device = d.id
                   ORDER  BY protocol, port))
       || '; such a socket may take IPv4 as well.' AS sentence,
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = d.id
        AND    c.question IN ('TCP-MIB::tcpListenerTable',
                              'UDP-MIB::udpEndpointTable')
        ORDER  BY c.result = 'rows' DESC, c.question
        LIMIT  1) AS coverage
FROM   device d
WHERE  d.id IN (SELECT device FROM alone)
UNION  ALL
SELECT 'device', d.key, 'unknown', 'I',
       'On which ports ' || d.name || ' listens was not read to its end ('
       || u.question || ').',
       u.coverage
FROM   unread u
JOIN   device d ON d.id = u.device
WHERE  d.id NOT IN (SELECT device FROM alone)
ORDER  BY 2
