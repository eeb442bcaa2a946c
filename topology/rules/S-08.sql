-- S-08: Two claim one address.
-- ARP or ND of one LAN show two MACs for it, or the node itself found it taken
-- (duplicate), or two devices have it on one LAN. Addresses that routers share
-- on purpose do not count, nor do anycast ones, nor a MAC of the same device,
-- nor a stale row beside a fresh one. Undecided where ARP does not tell the age
-- of its rows (DHCP may have given the address to another meanwhile), where two
-- gateways have one address with MACs of their own (anycast by design, or a
-- mistake), or the neighbours of a gateway were not read to their end.
WITH shared AS (
	SELECT ip FROM virtual_router_address
	UNION
	SELECT ip FROM neighbour WHERE mac_virtual(mac)),
claim AS (
	SELECT e.segment, n.family, n.ip, n.mac, MIN(n.device) AS teller,
	       MAX(COALESCE(n.state, 'reachable') <> 'stale') AS is_fresh,
	       MAX(n.family = 6 OR COALESCE(n.state, 'unknown') <> 'unknown'
	           OR n.type = 'static') AS is_dated
	FROM   neighbour n
	JOIN   segment_end e ON e.interface = n.interface
	WHERE  n.mac IS NOT NULL
	AND    n.mac <> '00:00:00:00:00:00'
	AND    n.kind NOT IN ('link-local', 'multicast')
	AND    COALESCE(n.state, '') NOT IN ('incomplete', 'invalid')
	AND    COALESCE(n.type, '') <> 'invalid'
	GROUP  BY e.segment, n.ip, n.mac),
contest AS (
	SELECT segment, family, ip, MIN(mac) AS mac, MAX(mac) AS other,
	       MIN(teller) AS teller, MIN(is_dated) AS is_dated
	FROM   claim
	WHERE  is_fresh
	GROUP  BY segment, ip
	HAVING COUNT(*) > 1)
SELECT 'segment' AS subject_type,
       s.key AS subject,
       CASE WHEN x.is_dated THEN 'fires' ELSE 'unknown' END AS verdict,
       'E' AS severity,
       'Address ' || x.ip
       || CASE WHEN x.is_dated THEN ' is claimed by two MACs: '
          ELSE ' has two MACs in the ARP tables of the LAN: ' END
       || x.mac || ' and ' || x.other
       || CASE WHEN x.is_dated THEN '.'
          ELSE '; which of them is old was not told.' END AS sentence,
       (SELECT MIN(c.id)
        FROM   neighbour n
        JOIN   coverage c ON c.device = n.device
        WHERE  n.device = x.teller
        AND    n.ip = x.ip
        AND    n.sources LIKE '%' || SUBSTR(c.question,
	                                    INSTR(c.question, '::') + 2) || '%')
           AS coverage,
       s.key || ' ' || x.ip AS cause
FROM   contest x
JOIN   segment s ON s.id = x.segment
WHERE  x.ip NOT IN (SELECT ip FROM shared)
AND    NOT EXISTS (SELECT 1
                   FROM   interface a
                   JOIN   interface b ON b.device = a.device
                   WHERE  a.mac = x.mac
                   AND    b.mac = x.other)
UNION  ALL
SELECT 'interface',
       d.key || '/' || COALESCE(NULLIF(i.name, ''), i.descr, i.if_index),
       'fires', 'E',
       'Address ' || a.ip || ' of ' || d.name || ' '
       || COALESCE(NULLIF(i.name, ''), i.descr, i.if_index)
       || ' is a duplicate, as the device itself says.',
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = d.id
        AND    c.question = 'IP-MIB::ipAddressTable'),
       d.key || ' ' || a.ip
FROM   address a
JOIN   interface i ON i.id = a.interface
JOIN   device d ON d.id = a.device
WHERE  a.status = 'duplicate'
UNION  ALL
SELECT 'segment', s.key,
       CASE WHEN t.of_gateways THEN 'unknown' ELSE 'fires' END, 'E',
       'Address ' || t.ip || ' stands on ' || f.name || ' and on ' || l.name
       || CASE WHEN t.of_gateways
          THEN ', gateways of ' || s.name || '; whether they share it on'
               || ' purpose was not observed.'
          ELSE ', both on ' || s.name || '.' END,
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = f.id
        AND    c.question = 'IP-MIB::ipAddressTable'),
       s.key || ' ' || t.ip
FROM   (SELECT e.segment, a.ip, MIN(a.device) AS first, MAX(a.device) AS last,
               MIN(e.is_gateway) AS of_gateways
        FROM   segment_end e
        JOIN   interface i ON i.id = e.interface
        JOIN   address a ON a.device = e.device AND a.interface = e.interface
        WHERE  a.usable
        AND    e.interface NOT IN (SELECT interface FROM inside_device)
        AND    COALESCE(a.type, 'unicast') = 'unicast'
        GROUP  BY e.segment, a.ip
        HAVING MIN(a.device) <> MAX(a.device)
        AND    NOT (MIN(e.is_gateway)
                    AND COUNT(i.mac) = COUNT(*)
                    AND MIN(i.mac) = MAX(i.mac))) t
JOIN   segment s ON s.id = t.segment
JOIN   device f ON f.id = t.first
JOIN   device l ON l.id = t.last
WHERE  t.ip NOT IN (SELECT ip FROM shared)
AND    (t.segment, t.ip) NOT IN (SELECT segment, ip FROM contest)
UNION  ALL
SELECT 'device', d.key, 'unknown', 'E',
       'The neighbours of ' || d.name || ' by ND were not read to their end ('
       || n.reason || ').',
       n.coverage, d.key
FROM   nd_table n
JOIN   device d ON d.id = n.device
WHERE  NOT n.is_whole
ORDER  BY 1, 2, 5
