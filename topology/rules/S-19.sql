-- S-19: How a LAN is protected is not stated.
-- RA guard, DHCPv6 guard, a limit of the ND table and the policy for ICMPv6: of a VLAN, or of a device that is its gateway or carries it. SNMP shows none of them. Undecided for a LAN of which no VLAN was observed, while all that is stated is of VLANs.
WITH control (name, ordinal) AS (
	VALUES ('ra-guard', 1), ('dhcpv6-guard', 2), ('nd-cache-limit', 3),
	       ('icmpv6-policy', 4)),
stated AS (
	SELECT s.id AS segment, f.control
	FROM   fact_security_control f
	JOIN   segment s ON s.vlan = f.vlan AND COALESCE(f.site, s.site) = s.site
	WHERE  f.device IS NULL
	UNION
	SELECT e.segment, f.control
	FROM   fact_security_control f
	JOIN   device d ON f.device IN (d.key, d.name)
	JOIN   segment_end e ON e.device = d.id AND e.is_gateway
	JOIN   segment s ON s.id = e.segment
	WHERE  COALESCE(f.vlan, s.vlan, 0) = COALESCE(s.vlan, 0)
	UNION
	SELECT s.id, f.control
	FROM   fact_security_control f
	JOIN   device d ON f.device IN (d.key, d.name)
	JOIN   vlan v ON v.device = d.id
	JOIN   segment s ON s.vlan = v.vlan AND s.site = d.site
	WHERE  COALESCE(f.vlan, v.vlan) = v.vlan)
SELECT 'segment' AS subject_type,
       s.key AS subject,
       CASE
       WHEN s.vlan IS NULL AND EXISTS (SELECT 1
                                       FROM   fact_security_control
                                       WHERE  vlan IS NOT NULL)
       THEN 'unknown' ELSE 'fires'
       END AS verdict,
       'W' AS severity,
       'Not stated for ' || s.name || ': '
       || (SELECT GROUP_CONCAT(name, ', ')
           FROM   (SELECT name
                   FROM   control
                   WHERE  (s.id, name) NOT IN (SELECT segment, control
                                               FROM   stated)
                   ORDER  BY ordinal))
       || CASE
          WHEN s.vlan IS NULL AND EXISTS (SELECT 1
                                          FROM   fact_security_control
                                          WHERE  vlan IS NOT NULL)
          THEN '; its VLAN was not observed, so what is stated of VLANs may'
               || ' hold for it.'
          ELSE '.'
          END AS sentence
FROM   segment s
WHERE  s.kind = 'lan'
AND    4 > (SELECT COUNT(*)
            FROM   stated t
            JOIN   control c ON c.name = t.control
            WHERE  t.segment = s.id)
ORDER  BY s.key
