-- pilot: Its LAN and hosts speak both families; devices are managed from there.
-- That no host does is said only where a gateway told its neighbours to the end.
WITH pilot AS (
	SELECT s.id, s.key, s.name, s.class, p.vlan, p.site,
	       (SELECT c.id
	        FROM   segment_end e
	        JOIN   coverage c ON c.device = e.device
	        WHERE  e.segment = s.id
	        AND    e.is_gateway
	        AND    c.question = 'IP-MIB::ipAddressTable'
	        ORDER  BY c.id
	        LIMIT  1) AS addresses,
	       (SELECT c.id
	        FROM   segment_end e
	        JOIN   coverage c ON c.device = e.device
	        WHERE  e.segment = s.id
	        AND    e.is_gateway
	        AND    c.question = 'IP-MIB::ipNetToPhysicalTable'
	        ORDER  BY c.id
	        LIMIT  1) AS neighbours,
	       (SELECT COUNT(*)
	        FROM   segment_end e
	        WHERE  e.segment = s.id
	        AND    NOT e.is_gateway
	        AND    e.has_ipv4
	        AND    e.has_ipv6) AS dual_hosts,
	       COALESCE(s.class, 'unknown') <> 'unknown'
	       AND (s.class <> 'dual-stack'
	            OR EXISTS (SELECT 1
	                       FROM   segment_end e
	                       JOIN   nd_table n ON n.device = e.device
	                       WHERE  e.segment = s.id
	                       AND    e.is_gateway
	                       AND    n.is_whole)) AS is_heard
	FROM   fact_pilot p
	LEFT   JOIN segment s
	       ON  s.kind = 'lan'
	       AND s.vlan = p.vlan
	       AND COALESCE(p.site, s.site) = s.site),
asked AS (
	SELECT COUNT(*) AS probes,
	       COUNT(DISTINCT CASE m.result WHEN 'true' THEN m.target END)
	           AS answered,
	       MIN(CASE m.result WHEN 'true' THEN m.id END) AS first_answer,
	       MIN(m.id) AS first
	FROM   pilot p
	JOIN   fact_vantage v ON v.vlan = p.vlan
	                     AND COALESCE(v.site, p.site, '')
	                         = COALESCE(p.site, v.site, '')
	JOIN   probe m ON m.vantage = v.name
	WHERE  m.kind = 'M1'
	AND    m.family = 6)
SELECT 'pilot' AS section,
       'The LAN of the pilot carries both families' AS name,
       'segment' AS subject_type,
       key AS subject,
       CASE COALESCE(class, 'unknown') WHEN 'dual-stack' THEN 'true'
            WHEN 'unknown' THEN 'unknown' ELSE 'false' END AS value,
       CASE COALESCE(class, 'unknown') WHEN 'unknown' THEN 'no-answer' END
           AS reason,
       COALESCE(name, 'VLAN ' || vlan) || ': '
       || CASE COALESCE(class, 'unknown') WHEN 'unknown' THEN 'not observed'
          ELSE class END || '.' AS sentence,
       'observed' AS source,
       addresses AS coverage,
       NULL AS probe
FROM   pilot
UNION  ALL
SELECT 'pilot', 'A host there speaks both families', 'segment', key,
       CASE WHEN dual_hosts > 0 THEN 'true'
            WHEN is_heard THEN 'false'
            ELSE 'unknown' END,
       CASE WHEN dual_hosts = 0 AND NOT is_heard THEN 'no-answer' END,
       dual_hosts || CASE dual_hosts WHEN 1 THEN ' host was'
                     ELSE ' hosts were' END || ' seen with both.',
       'observed', neighbours, NULL
FROM   pilot
UNION  ALL
SELECT 'pilot', 'From there a device is managed over IPv6', 'pilot',
       COALESCE(p.key, 'VLAN ' || p.vlan),
       CASE WHEN a.answered > 0 THEN 'true' ELSE 'unknown' END,
       CASE WHEN a.answered > 0 THEN NULL WHEN a.probes > 0 THEN 'no-answer'
            ELSE 'not-attempted' END,
       CASE WHEN a.probes = 0 THEN 'No SNMP was asked over IPv6 from there.'
       ELSE a.answered || ' of the devices that were asked answered SNMP over'
            || ' IPv6.' END,
       'observed', NULL, COALESCE(a.first_answer, a.first)
FROM   pilot p
JOIN   asked a
UNION  ALL
SELECT 'pilot', 'A pilot is named', 'pilot', 'pilot', 'false', NULL,
       'No segment is stated as the pilot.', 'stated', NULL, NULL
WHERE  NOT EXISTS (SELECT 1 FROM fact_pilot)
