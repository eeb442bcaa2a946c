-- S-09: One MAC has many IPv6 addresses in one /64.
-- More than 16 are worth a look, more than 64 or as many low ones in a row a
-- warning: temporary addresses, containers and a scan look alike. Undecided
-- where the neighbours of a gateway were not read to their end.
WITH many AS (
	SELECT device, interface, mac
	FROM   neighbour
	WHERE  family = 6
	AND    mac IS NOT NULL
	AND    mac <> '00:00:00:00:00:00'
	AND    kind <> 'link-local'
	AND    COALESCE(state, '') NOT IN ('incomplete', 'invalid')
	AND    NOT mac_virtual(mac)
	GROUP  BY device, interface, mac
	HAVING COUNT(*) > 16),
crowd AS (
	SELECT m.device, m.interface, m.mac, ip_network(n.ip, 64) AS prefix,
	       COUNT(*) AS addresses,
	       SUM(iid_class(n.ip, NULL) = 'low') AS low,
	       MIN(n.sources) AS sources
	FROM   many m
	CROSS  JOIN neighbour n
	       ON  n.mac = m.mac
	       AND n.device = m.device
	       AND n.interface IS m.interface
	WHERE  n.family = 6
	AND    n.kind <> 'link-local'
	AND    COALESCE(n.state, '') NOT IN ('incomplete', 'invalid')
	GROUP  BY m.device, m.interface, m.mac, ip_network(n.ip, 64)
	HAVING COUNT(*) > 16)
SELECT 'host' AS subject_type,
       mac AS subject,
       'fires' AS verdict,
       CASE WHEN MAX(addresses) > 64 OR MAX(low) > 16 THEN 'W' ELSE 'I' END
           AS severity,
       MAX(addresses) || ' addresses from one MAC ' || mac || ' in ' || prefix
       || ': privacy addresses, containers or a scan; not decided.'
           AS sentence,
       (SELECT MIN(c.id)
        FROM   coverage c
        WHERE  c.device = MIN(crowd.device)
        AND    crowd.sources LIKE '%' || SUBSTR(c.question,
	                                        INSTR(c.question, '::') + 2)
	                          || '%') AS coverage
FROM   crowd
GROUP  BY mac, prefix
UNION  ALL
SELECT 'device', d.key, 'unknown', 'I',
       'The neighbours of ' || d.name || ' by ND were not read to their end ('
       || n.reason || ').',
       n.coverage
FROM   nd_table n
JOIN   device d ON d.id = n.device
WHERE  NOT n.is_whole
ORDER  BY 1, 2, 5
