-- S-04: Router advertisements are sent where none is expected.
-- None is expected on a point-to-point line, in a VLAN whose hosts have static
-- addresses by the facts, and by a node that is no router. In a static VLAN a
-- default router may speak, if it offers no prefix to make addresses of.
-- Undecided where it is not observed what a router with such a line or VLAN
-- sends.
WITH place AS (
	SELECT i.id AS interface, i.device, i.if_index,
	       d.key || '/' || COALESCE(NULLIF(i.name, ''), i.descr, i.if_index)
	           AS key,
	       d.name || ' ' || COALESCE(NULLIF(i.name, ''), i.descr, i.if_index)
	           AS name,
	       CASE
	       WHEN MAX(s.kind = 'p2p') THEN 'a point-to-point line'
	       WHEN MAX(m.vlan IS NOT NULL)
	       THEN MAX(s.name) || ', whose hosts have static addresses'
	       WHEN d.role IN ('host', 'server', 'phone', 'printer', 'switch', 'ap')
	       THEN CASE WHEN MAX(s.id) IS NULL THEN 'a port'
	                 ELSE MAX(s.name) END || ', by a ' || d.role
	       END AS position,
	       MAX(m.vlan IS NOT NULL AND s.kind = 'lan') AS is_static
	FROM   interface i
	JOIN   device d ON d.id = i.device AND d.source = 'agent'
	LEFT   JOIN segment_end e ON e.interface = i.id
	LEFT   JOIN segment s ON s.id = e.segment
	LEFT   JOIN fact_ra_model m
	       ON  m.vlan = s.vlan
	       AND COALESCE(m.site, s.site) = s.site
	       AND m.model = 'static'
	WHERE  e.has_ipv6
	OR     (i.device, i.if_index) IN (SELECT device, if_index
	                                  FROM   router_advert
	                                  WHERE  sends = 1)
	GROUP  BY i.id)
SELECT 'interface' AS subject_type,
       p.key AS subject,
       'fires' AS verdict,
       'W' AS severity,
       p.name || ' sends router advertisements on ' || p.position || '.'
           AS sentence,
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = p.device
        AND    c.question = 'IP-MIB::ipv6RouterAdvertTable') AS coverage
FROM   place p
JOIN   router_advert r ON r.device = p.device AND r.if_index = p.if_index
WHERE  p.position IS NOT NULL
AND    r.sends = 1
AND    NOT (p.is_static
            AND COALESCE(r.lifetime, 0) > 0
            AND EXISTS (SELECT 1
                        FROM   prefix x
                        WHERE  x.device = p.device
                        AND    x.if_index = p.if_index
                        AND    x.autonomous = 0)
            AND NOT EXISTS (SELECT 1
                            FROM   prefix x
                            WHERE  x.device = p.device
                            AND    x.if_index = p.if_index
                            AND    x.autonomous = 1
                            AND    x.prefix NOT LIKE 'fe80:%'))
UNION  ALL
SELECT 'device', d.key, 'unknown', 'W',
       'What ' || d.name || ' advertises was not observed; none is expected on '
       || COUNT(*) || ' of its ports, first ' || MIN(p.name) || '.',
       MIN(c.id)
FROM   place p
JOIN   device d ON d.id = p.device
LEFT   JOIN router_advert r ON r.device = p.device AND r.if_index = p.if_index
LEFT   JOIN coverage c
       ON  c.device = p.device
       AND c.question = 'IP-MIB::ipv6RouterAdvertTable'
WHERE  p.position IS NOT NULL
AND    r.sends IS NULL
AND    c.result IS NOT 'rows'
AND    d.ipv6_forwarding IS NOT 0
AND    d.role IN ('router', 'firewall', 'l3switch')
GROUP  BY d.id
ORDER  BY 1, 2
