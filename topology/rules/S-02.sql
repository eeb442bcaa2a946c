-- S-02: Routers of one LAN advertise different values.
-- Hosts take each value from whichever router spoke last (RFC 4861, 6.2.7). MTU,
-- hop limit and timers count where a router gives them; lifetimes are those of one
-- prefix. Undecided where a gateway of IPv6 did not tell its advertisements.
WITH sender AS (
	SELECT e.segment, d.id AS device, d.name, i.id AS interface, r.managed,
	       r.other, NULLIF(r.mtu, 0) AS mtu,
	       NULLIF(r.hop_limit, 0) AS hop_limit,
	       NULLIF(r.reachable, 0) AS reachable,
	       NULLIF(r.retransmit, 0) AS retransmit
	FROM   segment_end e
	JOIN   interface i ON i.id = e.interface
	JOIN   router_advert r ON r.device = i.device
	                      AND r.if_index = i.if_index
	JOIN   device d ON d.id = e.device
	WHERE  r.sends = 1),
offered AS (
	SELECT s.segment, p.prefix, p.preferred_lifetime, p.valid_lifetime
	FROM   sender s
	JOIN   interface i ON i.id = s.interface
	JOIN   prefix p ON p.device = i.device AND p.if_index = i.if_index
	WHERE  p.family = 6
	AND    COALESCE(p.origin, 'manual') <> 'routeradv'
	AND    p.prefix NOT LIKE 'fe80:%'),
differing AS (
	SELECT segment,
	       CASE WHEN MIN(managed) <> MAX(managed)
	            THEN ', the managed flag' ELSE '' END
	       || CASE WHEN MIN(other) <> MAX(other)
	            THEN ', the other flag' ELSE '' END
	       || CASE WHEN MIN(mtu) <> MAX(mtu) THEN ', the MTU' ELSE '' END
	       || CASE WHEN MIN(hop_limit) <> MAX(hop_limit)
	            THEN ', the hop limit' ELSE '' END
	       || CASE WHEN MIN(reachable) <> MAX(reachable)
	            THEN ', the reachable time' ELSE '' END
	       || CASE WHEN MIN(retransmit) <> MAX(retransmit)
	            THEN ', the retransmit time' ELSE '' END
	       || CASE WHEN segment IN (
			SELECT segment
			FROM   offered
			GROUP  BY segment, prefix
			HAVING MIN(preferred_lifetime) <> MAX(preferred_lifetime)
			OR     MIN(valid_lifetime) <> MAX(valid_lifetime))
	            THEN ', the lifetimes of a prefix' ELSE '' END AS what,
	       MIN(name) AS first_name, MAX(name) AS last_name,
	       MIN(device) AS device
	FROM   sender
	GROUP  BY segment
	HAVING COUNT(DISTINCT device) > 1),
untold AS (
	SELECT e.segment, MIN(d.name) AS name, MIN(d.id) AS device
	FROM   segment_end e
	JOIN   device d ON d.id = e.device
	LEFT   JOIN interface i ON i.id = e.interface
	LEFT   JOIN router_advert r ON r.device = i.device
	                           AND r.if_index = i.if_index
	WHERE  e.is_gateway
	AND    e.has_ipv6
	AND    r.sends IS NULL
	AND    e.segment IN (SELECT segment
	                     FROM   segment_end
	                     WHERE  is_gateway
	                     AND    has_ipv6
	                     GROUP  BY segment
	                     HAVING COUNT(DISTINCT device) > 1)
	GROUP  BY e.segment)
SELECT 'segment' AS subject_type,
       s.key AS subject,
       CASE WHEN f.what <> '' THEN 'fires' ELSE 'unknown' END AS verdict,
       'W' AS severity,
       CASE
       WHEN f.what <> ''
       THEN f.first_name || ' and ' || f.last_name
            || ' advertise different values for ' || SUBSTR(f.what, 3) || '.'
       ELSE 'What ' || u.name || ' advertises on ' || s.name
            || ' was not observed.'
       END AS sentence,
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = CASE WHEN f.what <> '' THEN f.device
                          ELSE u.device END
        AND    c.question = 'IP-MIB::ipv6RouterAdvertTable') AS coverage
FROM   segment s
LEFT   JOIN differing f ON f.segment = s.id
LEFT   JOIN untold u ON u.segment = s.id
WHERE  s.kind = 'lan'
AND    (f.what <> '' OR u.segment IS NOT NULL)
ORDER  BY s.key
