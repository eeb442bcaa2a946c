-- I-02: Two networks in use overlap, or one prefix is in use in two places.
--
-- Within one routing table; what stands on ports that are down is not in use.
-- Prefixes of one segment are told by I-13. A prefix in two places counts where
-- routers lead to both; undecided where they share the gateway's address at one
-- site, as the leaves of one LAN do, or where the ARP or ND table of one was not
-- read, so that nobody knows who else is there.
WITH RECURSIVE
down AS MATERIALIZED (
	SELECT a.prefix
	FROM   address a
	LEFT   JOIN interface i ON i.id = a.interface
	WHERE  a.prefix IS NOT NULL
	GROUP  BY a.prefix
	HAVING MIN(COALESCE(i.oper_status, 'up') IN
	           ('down', 'notPresent', 'lowerLayerDown'))),
observed AS MATERIALIZED (
	SELECT s.id, s.key, s.prefix, s.vrf, s.parent, s.segment
	FROM   space s
	WHERE  s.is_observed
	AND    s.length < CASE s.family WHEN 4 THEN 32 ELSE 128 END
	AND    ip_usable(s.prefix)
	AND    s.prefix NOT IN (SELECT prefix FROM down)),
climbing (id, above) AS (
	SELECT id, parent
	FROM   observed
	WHERE  parent IS NOT NULL
	UNION  ALL
	SELECT c.id, s.parent
	FROM   climbing c
	JOIN   space s ON s.id = c.above
	WHERE  s.parent IS NOT NULL),
routed AS MATERIALIZED (
	SELECT DISTINCT p.prefix, p.segment, e.interface, e.device, d.site,
	       COALESCE((SELECT MIN(v.vrf)
	                 FROM   vrf_interface v
	                 WHERE  v.device = e.device
	                 AND    v.if_index = i.if_index), '') AS vrf
	FROM   segment_prefix p
	JOIN   segment_end e ON e.segment = p.segment AND e.is_gateway
	JOIN   interface i ON i.id = e.interface
	JOIN   device d ON d.id = e.device
	WHERE  d.role IN ('router', 'l3switch', 'firewall')
	AND    p.prefix IN (SELECT prefix
	                    FROM   segment_prefix
	                    GROUP  BY prefix
	                    HAVING COUNT(*) > 1)),
shared AS MATERIALIZED (
	SELECT r.prefix, a.ip
	FROM   routed r
	JOIN   address a ON a.device = r.device AND a.interface = r.interface
	GROUP  BY r.prefix, a.ip
	HAVING COUNT(DISTINCT r.segment) > 1),
gateway AS (
	SELECT r.*, MAX(s.ip IS NOT NULL) AS shares
	FROM   routed r
	JOIN   address a ON a.device = r.device
	                AND a.interface = r.interface
	                AND a.prefix = r.prefix
	LEFT   JOIN shared s ON s.prefix = r.prefix AND s.ip = a.ip
	GROUP  BY r.prefix, r.segment, r.interface)
SELECT 'prefix' AS subject_type,
       i.key AS subject,
       'fires' AS verdict,
       'E' AS severity,
       i.prefix || ' and ' || MIN(o.prefix)
       || ', which contains it, are both in use.' AS sentence,
       (SELECT r.coverage
        FROM   address a
        JOIN   address_reading r ON r.device = a.device
        WHERE  a.prefix = i.prefix
        ORDER  BY a.id
        LIMIT  1) AS coverage
FROM   climbing c
JOIN   observed i ON i.id = c.id
JOIN   observed o ON o.id = c.above
WHERE  o.segment IS NOT i.segment
OR     o.segment IS NULL
GROUP  BY i.id
UNION  ALL
SELECT 'prefix',
       r.prefix || CASE r.vrf WHEN '' THEN '' ELSE ' in ' || r.vrf END,
       CASE
       WHEN NOT MIN(n.is_whole) THEN 'unknown'
       WHEN COUNT(DISTINCT r.site) = 1 AND MAX(r.shares) THEN 'unknown'
       ELSE 'fires'
       END,
       'E',
       r.prefix || ' is in use on ' || COUNT(DISTINCT r.segment)
       || ' segments that were not seen to be one'
       || CASE
          WHEN NOT MIN(n.is_whole)
          THEN '; not every router''s ARP and ND table was read to its end.'
          WHEN COUNT(DISTINCT r.site) = 1 AND MAX(r.shares)
          THEN '; their gateways share an address, as those of one LAN do.'
          ELSE '.'
          END,
       MIN(n.coverage)
FROM   gateway r
JOIN   neighbour_reading n ON n.device = r.device
GROUP  BY r.prefix, r.vrf
HAVING COUNT(DISTINCT r.segment) > 1
