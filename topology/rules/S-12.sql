-- S-12: A device is read without encryption.
-- By the session of the collector itself; nothing is guessed. Undecided where
-- an agent answered and the version of its session is not recorded.
SELECT 'device' AS subject_type,
       d.key AS subject,
       CASE WHEN d.snmp_version IS NULL THEN 'unknown' ELSE 'fires' END
           AS verdict,
       'W' AS severity,
       d.name
       || CASE
          WHEN d.snmp_version IS NULL
          THEN ': the version of its SNMP session is not recorded.'
          WHEN d.snmp_version = 'SNMPv3'
          THEN ' is read with SNMPv3 ' || d.security_level
               || CASE d.security_level WHEN 'authNoPriv' THEN ' (clear text).'
                  ELSE ' (clear text, no authentication).' END
          ELSE ' is read with ' || d.snmp_version || ' (clear text).'
          END AS sentence,
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = d.id
        AND    c.question = 'SNMPv2-MIB::system') AS coverage
FROM   device d
WHERE  d.source = 'agent'
AND    (d.snmp_version IN ('SNMPv1', 'SNMPv2c')
        OR (d.snmp_version = 'SNMPv3'
            AND d.security_level IN ('noAuthNoPriv', 'authNoPriv'))
        OR (d.snmp_version IS NULL
            AND d.id NOT IN (SELECT device FROM vantage)))
ORDER  BY d.key
