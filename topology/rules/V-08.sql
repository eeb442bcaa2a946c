-- V-08: A telephone is heard in a VLAN that is not for voice.
-- For voice are the VLAN of its port, the one that LLDP-MED tells it, and those
-- of the site in the facts. Undecided where its VLAN or none of these is known.
WITH heard AS (
	SELECT d.id, d.key, d.name, COALESCE(w.site, d.site) AS site,
	       COALESCE(h.vlan, s.vlan) AS vlan, h.switch, i.if_index
	FROM   device d
	LEFT   JOIN host h ON h.device = d.id
	LEFT   JOIN segment s ON s.id = h.segment
	LEFT   JOIN device w ON w.id = h.switch
	LEFT   JOIN interface i ON i.id = h.port
	WHERE  d.role = 'phone'),
for_voice AS (
	SELECT h.id, f.vlan
	FROM   heard h
	JOIN   fact_voice f ON COALESCE(f.site, h.site) = h.site
	UNION
	SELECT h.id, v.vlan
	FROM   heard h
	JOIN   port_voice_vlan v ON v.device = h.switch AND v.if_index = h.if_index
	WHERE  v.vlan BETWEEN 1 AND 4094
	UNION
	SELECT h.id, p.vlan
	FROM   heard h
	JOIN   adjacency a ON a.far_device = h.id
	JOIN   adjacency_policy p ON p.adjacency = a.id
	WHERE  p.application = 'voice'
	AND    p.vlan BETWEEN 1 AND 4094)
SELECT 'device' AS subject_type,
       h.key AS subject,
       CASE WHEN MAX(h.vlan) IS NOT NULL
             AND h.id IN (SELECT id FROM for_voice) THEN 'fires'
            ELSE 'unknown' END AS verdict,
       'I' AS severity,
       h.name
       || CASE
          WHEN MAX(h.vlan) IS NULL
          THEN ': the VLAN of this telephone was not observed.'
          WHEN h.id NOT IN (SELECT id FROM for_voice)
          THEN ' is heard in VLAN ' || MIN(h.vlan) || '; which VLAN is for voice'
               || ' is neither observed nor stated.'
          ELSE ' is heard in VLAN ' || MIN(h.vlan) || ', which is not for voice.'
          END AS sentence,
       (SELECT MIN(c.id)
        FROM   coverage c
        WHERE  c.device = MIN(h.switch)
        AND    c.question IN ('Q-BRIDGE-MIB::dot1qTpFdbTable',
                              'BRIDGE-MIB::dot1dTpFdbTable')
        AND    c.result = 'rows') AS coverage
FROM   heard h
GROUP  BY h.id
HAVING NOT MAX(COALESCE((h.id, h.vlan) IN (SELECT id, vlan FROM for_voice), 0))
ORDER  BY h.key
