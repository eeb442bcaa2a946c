-- voip: Voice VLANs, telephones, registrar, DNS, lines and trunks.
WITH check_of (rule, name, confirmed, question) AS (
	VALUES ('V-01', 'The voice VLAN carries both families',
	        ': both were seen on its gateways.', 'IP-MIB::ipAddressTable'),
	       ('V-02', 'The telephone speaks both families',
	        ': both were seen.', 'IP-MIB::ipNetToPhysicalTable'),
	       ('V-03', 'The registrar answers in both families',
	        ' answers SIP in both families.', NULL),
	       ('V-04', 'The target of an SRV record has an AAAA',
	        ' has an AAAA.', NULL),
	       ('V-05', 'The line treats both families alike',
	        ': yes, as stated.', NULL),
	       ('V-06', 'The trunk carries IPv6', ': yes, as stated.', NULL)),
object (rule, subject_type, subject, name, source, segment, device) AS (
	SELECT 'V-01', 'segment', s.key, s.name, 'observed', s.id, NULL
	FROM   segment s
	WHERE  s.kind = 'lan'
	AND    EXISTS (SELECT 1
	               FROM   fact_voice v
	               WHERE  v.vlan = s.vlan
	               AND    COALESCE(v.site, s.site) = s.site)
	UNION  ALL
	SELECT 'V-02', 'device', d.key, d.name, 'observed',
	       (SELECT MIN(h.segment) FROM host h WHERE h.device = d.id), NULL
	FROM   device d
	WHERE  d.role = 'phone'
	UNION  ALL
	SELECT 'V-03', 'voice', v.registrar, v.registrar, 'observed', NULL,
	       MIN(d.id)
	FROM   fact_voice v
	LEFT   JOIN device d ON d.key = v.registrar OR d.name = v.registrar
	WHERE  v.registrar IS NOT NULL
	GROUP  BY v.registrar
	UNION  ALL
	SELECT DISTINCT 'V-04', 'name', r.value, r.value, 'observed', NULL, NULL
	FROM   probe p
	JOIN   probe_record r ON r.probe = p.id
	WHERE  p.kind = 'D1'
	AND    p.record = 'SRV'
	AND    p.name LIKE '\_sip%' ESCAPE '\'
	UNION  ALL
	SELECT 'V-05', 'circuit', id, id, 'stated', NULL, NULL
	FROM   fact_circuit c
	WHERE  EXISTS (SELECT 1 FROM fact_voice)
	AND    (SELECT a.value
	        FROM   fact_answer a
	        WHERE  a.item = 'SV2'
	        AND    (a.circuit = c.id
	                OR (a.circuit IS NULL AND a.provider = c.provider))
	        ORDER  BY a.circuit IS NULL, a.date DESC, a.by_name
	        LIMIT  1) IS NOT 'n-a'
	UNION  ALL
	SELECT DISTINCT 'V-06', 'voice', trunk, trunk, 'stated', NULL, NULL
	FROM   fact_voice
	WHERE  trunk IS NOT NULL)
SELECT 'voip' AS section,
       c.name,
       o.subject_type,
       o.subject,
       CASE f.verdict WHEN 'fires' THEN 'false' WHEN 'unknown' THEN 'unknown'
            ELSE 'true' END AS value,
       CASE f.verdict WHEN 'unknown' THEN 'no-answer' END AS reason,
       COALESCE(f.sentence, o.name || c.confirmed) AS sentence,
       o.source,
       COALESCE(f.coverage,
                (SELECT MIN(v.id)
                 FROM   segment_end e
                 JOIN   coverage v ON v.device = e.device
                 WHERE  e.segment = o.segment
                 AND    e.is_gateway
                 AND    v.question = c.question)) AS coverage,
       CASE
       WHEN f.id IS NOT NULL THEN f.probe
       WHEN o.rule = 'V-03'
       THEN (SELECT MIN(p.id)
             FROM   probe p
             WHERE  p.kind IN ('T1', 'V1')
             AND    p.family = 6
             AND    p.result = 'true'
             AND    p.port IN (5060, 5061)
             AND    (p.target = o.subject
                     OR p.ip IN (SELECT ip
                                 FROM   address
                                 WHERE  device = o.device)))
       WHEN o.rule = 'V-04'
       THEN (SELECT MIN(p.id)
             FROM   probe p
             WHERE  p.kind = 'D1'
             AND    p.record = 'AAAA'
             AND    p.result = 'true'
             AND    p.name = o.subject)
       END AS probe
FROM   object o
JOIN   check_of c ON c.rule = o.rule
LEFT   JOIN finding f ON f.rule = o.rule AND f.subject = o.subject
ORDER  BY o.rule, o.subject
