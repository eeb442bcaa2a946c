-- S-05: A node receives router advertisements where no router sends any.
-- The counter of the node grew since the state before; who sent them, SNMP does
-- not tell. Undecided without a state before, and where a router of the LAN
-- does not tell what it sends.
WITH hearing AS (
	SELECT n.device, n.received, MAX(r.sends = 1) AS is_expected,
	       MAX(o.interface IS NULL OR r.sends IS NULL) AS is_untold
	FROM   icmp_count n
	JOIN   segment_end e ON e.device = n.device AND e.interface IS NOT NULL
	LEFT   JOIN segment_end o
	       ON  o.segment = e.segment
	       AND (o.is_gateway
	            OR o.segment IN (SELECT id FROM segment WHERE kind = 'p2p'))
	       AND o.id <> e.id
	LEFT   JOIN interface i ON i.id = o.interface
	LEFT   JOIN router_advert r ON r.device = i.device
	                           AND r.if_index = i.if_index
	WHERE  n.family = 6
	AND    n.type = 134
	AND    n.received > 0
	GROUP  BY n.device)
SELECT 'device' AS subject_type,
       d.key AS subject,
       CASE WHEN g.grown > 0 AND NOT h.is_untold THEN 'fires' ELSE 'unknown'
       END AS verdict,
       'W' AS severity,
       CASE
       WHEN g.grown IS NULL
       THEN d.name || ' has received router advertisements; no state before'
            || ' tells since when.'
       ELSE d.name || ' received ' || PRINTF('%,d', g.grown)
            || ' router advertisements; their sender is not recorded in SNMP'
            || CASE WHEN h.is_untold
               THEN ', and what the routers there send was not observed.'
               ELSE '.' END
       END AS sentence,
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = d.id
        AND    c.question = 'IP-MIB::icmpMsgStatsTable') AS coverage,
       COALESCE((SELECT MIN(u.mac)
                 FROM   unexpected_router u
                 WHERE  u.device = d.id), d.key) AS cause
FROM   hearing h
JOIN   device d ON d.id = h.device
LEFT   JOIN icmp_growth g ON g.device = d.id AND g.type = 134
WHERE  NOT COALESCE(h.is_expected, 0)
AND    COALESCE(g.grown, 1) > 0
ORDER  BY d.key
