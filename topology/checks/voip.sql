-- voip: Voice VLANs, telephones, registrar, DNS, lines and trunks.
WITH check_of (rule, name) AS (
	VALUES ('V-01', 'The voice VLAN carries both families'),
	       ('V-02', 'The telephone speaks both families'),
	       ('V-03', 'The registrar answers in both families'),
	       ('V-04', 'The target of an SRV record has an AAAA'),
	       ('V-05', 'The line treats both families alike'),
	       ('V-06', 'The trunk carries IPv6')),
object (rule, subject_type, subject, name, source) AS (
	SELECT DISTINCT 'V-01', 'segment', s.key, s.name, 'observed'
	FROM   fact_voice v
	JOIN   segment s ON s.vlan = v.vlan AND COALESCE(v.site, s.site) = s.site
	WHERE  s.kind = 'lan'
	UNION  ALL
	SELECT 'V-02', 'device', key, name, 'observed'
	FROM   device
	WHERE  role = 'phone'
	UNION  ALL
	SELECT DISTINCT 'V-03', 'voice', registrar, registrar, 'observed'
	FROM   fact_voice
	WHERE  registrar IS NOT NULL
	UNION  ALL
	SELECT DISTINCT 'V-04', 'name', r.value, r.value, 'observed'
	FROM   probe p
	JOIN   probe_record r ON r.probe = p.id
	WHERE  p.kind = 'D1'
	AND    p.record = 'SRV'
	AND    p.name LIKE '\_sip%' ESCAPE '\'
	UNION  ALL
	SELECT 'V-05', 'circuit', id, id, 'stated'
	FROM   fact_circuit
	WHERE  EXISTS (SELECT 1 FROM fact_voice)
	UNION  ALL
	SELECT DISTINCT 'V-06', 'voice', trunk, trunk, 'stated'
	FROM   fact_voice
	WHERE  trunk IS NOT NULL)
SELECT 'voip' AS section,
       c.name,
       o.subject_type,
       o.subject,
       CASE f.verdict WHEN 'fires' THEN 'false' WHEN 'unknown' THEN 'unknown'
            ELSE 'true' END AS value,
       CASE f.verdict WHEN 'unknown' THEN 'no-answer' END AS reason,
       COALESCE(f.sentence,
                o.name || CASE o.source WHEN 'stated' THEN ': yes, as stated.'
                          ELSE ': seen in both families.' END) AS sentence,
       o.source,
       CASE WHEN f.id IS NULL AND o.rule = 'V-02'
            THEN (SELECT MIN(v.id)
                  FROM   host h
                  JOIN   device d ON d.id = h.device
                  JOIN   segment_end e ON e.segment = h.segment
                                      AND e.is_gateway
                  JOIN   coverage v ON v.device = e.device
                  WHERE  d.key = o.subject
                  AND    v.question = 'IP-MIB::ipNetToPhysicalTable')
            WHEN f.id IS NULL AND o.rule = 'V-01'
            THEN (SELECT MIN(v.id)
                  FROM   segment s
                  JOIN   segment_end e ON e.segment = s.id AND e.is_gateway
                  JOIN   coverage v ON v.device = e.device
                  WHERE  s.key = o.subject
                  AND    v.question = 'IP-MIB::ipAddressTable')
            ELSE f.coverage END AS coverage,
       f.probe
FROM   object o
JOIN   check_of c ON c.rule = o.rule
LEFT   JOIN finding f ON f.rule = o.rule AND f.subject = o.subject
ORDER  BY o.rule, o.subject
