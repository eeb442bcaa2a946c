-- S-19: How a LAN is protected is not stated.
-- RA guard, DHCPv6 guard, a limit of the ND table and the policy for ICMPv6: of
-- a VLAN, or of a device that is its gateway or carries it. SNMP shows none of
-- them. Undecided for a LAN of which no VLAN was observed, while all that is
-- stated is of VLANs. A LAN inside of one device has no such port.
WITH control (name, ordinal) AS (
	VALUES ('ra-guard', 1), ('dhcpv6-guard', 2), ('nd-cache-limit', 3),
	       ('icmpv6-policy', 4))
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
                   WHERE  NOT EXISTS (SELECT 1
                                      FROM   lan_control t
                                      WHERE  t.segment = s.id
                                      AND    t.control = name)
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
AND    NOT EXISTS (SELECT 1
                   FROM   segment_end e
                   WHERE  e.segment = s.id
                   AND    e.interface IN (SELECT interface
                                          FROM   inside_device))
AND    4 > (SELECT COUNT(*)
            FROM   lan_control t
            JOIN   control c ON c.name = t.control
            WHERE  t.segment = s.id)
ORDER  BY s.key
