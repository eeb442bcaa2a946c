-- R1b: As many IPv6 prefixes are accepted from the provider as it says it gives.
SELECT 'uplinks' AS section, 'R1b' AS item, 'prefixes accepted' AS name,
       'circuit' AS subject_type, c.id AS subject,
       CASE WHEN MAX(b.accepted) >= CAST(COALESCE(NULLIF(a.text, ''), a.value)
                                         AS INTEGER)
            THEN 'true' ELSE 'false' END AS value,
       MAX(b.accepted) || ' IPv6 prefixes accepted from AS ' || f.provider_as
           || '; stated: ' || CAST(COALESCE(NULLIF(a.text, ''), a.value)
                                   AS INTEGER) || '.' AS sentence,
       'observed' AS source,
       (SELECT v.id
        FROM   coverage v
        WHERE  v.device = c.device
        AND    v.question = 'CISCO-BGP4-MIB::cbgpPeer2AddrFamilyPrefixTable')
           AS coverage
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id
JOIN   fact_answer a ON a.item = 'R1b'
                    AND (a.circuit = c.id
                         OR (a.circuit IS NULL AND a.provider = f.provider))
JOIN   bgp_peer p ON p.device = c.device AND p.remote_as = f.provider_as
JOIN   bgp_family b ON b.device = p.device AND b.peer_ip = p.peer_ip
                   AND b.afi = 2 AND b.safi = 1
WHERE  CAST(COALESCE(NULLIF(a.text, ''), a.value) AS INTEGER) > 0
AND    b.accepted IS NOT NULL
GROUP  BY c.id
