-- P-19: Routers advertise something else than the model of their VLAN.
-- dhcp: addresses by DHCPv6 (M), none from prefixes; slaac: none by DHCPv6,
-- addresses from prefixes (A); slaac+dhcp-info: A, the rest by DHCPv6 (O); static:
-- no advertisements, or prefixes without A. Undecided where no agent tells its
-- advertisements; without its table of prefixes only M and O are compared.
-- A of another length than /64 means nothing to hosts: I-01 says so.
WITH gateway AS (
	SELECT s.id AS segment, s.key, s.name, m.model, e.device, e.interface,
	       r.sends, r.managed, r.other, r.lifetime,
	       r.device IS NOT NULL AND r.sends IS NOT NULL AS is_told,
	       (SELECT MAX(p.autonomous)
	        FROM   prefix p
	        WHERE  p.device = e.device
	        AND    p.if_index = i.if_index
	        AND    p.family = 6
	        AND    prefix_length(p.prefix) = 64
	        AND    p.prefix NOT LIKE 'fe80:%'
	        AND    p.origin IS NOT 'wellknown') AS autonomous
	FROM   fact_ra_model m
	JOIN   segment s ON s.vlan = m.vlan
	                AND s.site = COALESCE(m.site, s.site)
	JOIN   segment_end e ON e.segment = s.id AND e.is_gateway AND e.has_ipv6
	JOIN   interface i ON i.id = e.interface
	LEFT   JOIN router_advert r ON r.device = e.device
	                           AND r.if_index = i.if_index
	WHERE  s.kind = 'lan'
	AND    (m.site IS NOT NULL
	        OR NOT EXISTS (SELECT 1
	                       FROM   fact_ra_model o
	                       WHERE  o.vlan = m.vlan
	                       AND    o.site = s.site))
), judged AS (
	SELECT g.*,
	       CASE
	       WHEN NOT is_told THEN NULL
	       WHEN model = 'static'
	       THEN CASE WHEN sends AND autonomous = 1
	            THEN 'lets hosts make addresses of its prefix' END
	       WHEN NOT sends
	       THEN CASE WHEN NOT EXISTS (SELECT 1
	                                  FROM   segment_end e
	                                  JOIN   interface i ON i.id = e.interface
	                                  JOIN   router_advert r
	                                         ON r.device = e.device
	                                        AND r.if_index = i.if_index
	                                  WHERE  e.segment = g.segment
	                                  AND    r.sends)
	            THEN 'does not advertise itself' END
	       WHEN model = 'dhcp' AND managed = 0
	       THEN 'does not send hosts to DHCPv6'
	       WHEN model = 'dhcp' AND autonomous = 1
	       THEN 'lets hosts make addresses of its prefix'
	       WHEN model = 'slaac' AND managed = 1
	       THEN 'sends hosts to DHCPv6'
	       WHEN model = 'slaac+dhcp-info' AND other = 0 AND managed = 0
	       THEN 'does not send hosts to DHCPv6 for the rest'
	       WHEN model LIKE 'slaac%' AND autonomous = 0
	       THEN 'lets hosts make no addresses of its prefix'
	       END AS mismatch
	FROM   gateway g
)
SELECT 'segment' AS subject_type,
       j.key AS subject,
       CASE WHEN MAX(j.mismatch IS NOT NULL) THEN 'fires' ELSE 'unknown' END
       AS verdict,
       'W' AS severity,
       CASE WHEN MAX(j.mismatch IS NOT NULL)
       THEN (SELECT d.name || ' ' || o.mismatch
             FROM   judged o
             JOIN   device d ON d.id = o.device
             WHERE  o.segment = j.segment
             AND    o.mismatch IS NOT NULL
             ORDER  BY d.key
             LIMIT  1)
            || '; stated for ' || j.name || ' is ' || j.model || '.'
       ELSE 'Stated for ' || j.name || ' is ' || j.model
            || '; what its routers advertise was not observed.'
       END AS sentence,
       (SELECT MIN(v.coverage)
        FROM   device_evidence v
        WHERE  v.device = MIN(CASE WHEN j.mismatch IS NOT NULL OR NOT j.is_told
                              THEN j.device END)
        AND    v.shows = 'router advertisements') AS coverage
FROM   judged j
GROUP  BY j.segment
HAVING MAX(j.mismatch IS NOT NULL)
OR     NOT MAX(j.is_told)
ORDER  BY j.key
