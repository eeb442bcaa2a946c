-- P-17: The largest packet of a port does not suit IPv6.
-- IPv6 needs 1280 octets; no router may announce more than its port takes; and
-- both ends of a link have to agree. Ends that differ by no more than 22 octets
-- count the same: some agents count the frame's header. Undecided where a port
-- with IPv6 addresses does not tell its MTU.
WITH port AS (
	SELECT i.id, i.device, i.mtu, d.key AS device_key, d.name AS device_name,
	       COALESCE(NULLIF(i.name, ''), i.descr, i.if_index) AS label,
	       r.mtu AS announced,
	       (SELECT MIN(c.id)
	        FROM   coverage c
	        WHERE  c.device = d.id
	        AND    c.question = 'IF-MIB::ifTable') AS coverage
	FROM   interface i
	JOIN   device d ON d.id = i.device
	LEFT   JOIN router_advert r ON r.device = i.device
	                           AND r.if_index = i.if_index
	                           AND r.sends = 1
	WHERE  i.class IN ('dual-stack', 'IPv6 only')
	AND    i.type IS NOT 24
	AND    COALESCE(i.oper_status, 'up') = 'up'
)
SELECT 'interface' AS subject_type,
       device_key || '/' || label AS subject,
       CASE WHEN mtu > 0 THEN 'fires' ELSE 'unknown' END AS verdict,
       'E' AS severity,
       device_name || ' ' || label || ' has IPv6 addresses '
       || CASE
          WHEN mtu < 1280 AND mtu > 0 THEN 'and takes ' || mtu
               || ' octets; IPv6 needs 1,280.'
          WHEN mtu > 0 THEN 'and announces ' || announced || ' octets; it takes '
               || mtu || '.'
          ELSE 'and does not tell its MTU.'
          END AS sentence,
       coverage
FROM   port
WHERE  COALESCE(mtu, 0) < 1280
OR     announced > mtu
UNION  ALL
SELECT 'segment', s.key, 'fires', 'E',
       MIN(p.device_name || ' takes ' || p.mtu || ' octets on ' || p.label)
       || ', '
       || MAX(p.device_name || ' takes ' || p.mtu || ' octets on ' || p.label)
       || '.',
       MIN(p.coverage)
FROM   segment s
JOIN   segment_end e ON e.segment = s.id
JOIN   port p ON p.id = e.interface
WHERE  s.kind = 'p2p'
AND    s.class IN ('dual-stack', 'IPv6 only')
AND    p.mtu > 0
GROUP  BY s.id
HAVING MAX(p.mtu) - MIN(p.mtu) > 22
