-- REQ4: Our IPv6 space is routed as our IPv4 space is.
-- A route or a session over the circuit in each family that has one in IPv4; to a
-- provider, as many IPv6 prefixes sent as are to be announced.
WITH sent AS (
	SELECT c.id, MAX(b.advertised) AS prefixes
	FROM   circuit c
	JOIN   fact_circuit f ON f.id = c.id
	JOIN   bgp_peer p ON p.device = c.device AND p.remote_as = f.provider_as
	JOIN   bgp_family b ON b.device = p.device AND b.peer_ip = p.peer_ip
	WHERE  b.afi = 2
	AND    b.safi = 1
	GROUP  BY c.id
), due AS (
	SELECT COUNT(*) AS prefixes
	FROM   fact_own_prefix
	WHERE  announce
	AND    prefix LIKE '%:%'
)
SELECT 'uplinks' AS section, 'REQ4' AS item, 'routed in IPv6 as in IPv4' AS name,
       'circuit' AS subject_type, c.id AS subject,
       CASE WHEN c.routed_ipv6 THEN 'true'
            WHEN c.routed_ipv6 = 0 AND c.routed_ipv4 THEN 'false'
            ELSE 'unknown' END AS value,
       CASE WHEN c.routed_ipv6 IS NULL OR (c.routed_ipv6 = 0
                                           AND c.routed_ipv4 IS NOT 1)
            THEN 'not-attempted' END AS reason,
       'IPv6 routes over it: '
           || CASE c.routed_ipv6 WHEN 1 THEN 'seen' WHEN 0 THEN 'not seen'
                                 ELSE 'not observed' END
           || '; IPv4: '
           || CASE c.routed_ipv4 WHEN 1 THEN 'seen' WHEN 0 THEN 'not seen'
                                 ELSE 'not observed' END || '.' AS sentence,
       'observed' AS source, c.coverage
FROM   circuit c
UNION ALL
SELECT 'uplinks', 'REQ4', 'own IPv6 prefixes announced', 'circuit', c.id,
       CASE WHEN s.prefixes >= d.prefixes THEN 'true'
            WHEN s.prefixes IS NOT NULL THEN 'false'
            ELSE 'unknown' END,
       CASE WHEN s.prefixes IS NULL THEN 'not-implemented' END,
       CASE WHEN s.prefixes IS NULL
            THEN 'How many prefixes are sent was not observed; '
            ELSE s.prefixes || ' sent to it; ' END
           || d.prefixes || ' to be announced.',
       'observed',
       (SELECT v.id
        FROM   coverage v
        WHERE  v.device = c.device
        AND    v.question = 'CISCO-BGP4-MIB::cbgpPeer2AddrFamilyPrefixTable')
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id
JOIN   due d
LEFT   JOIN sent s ON s.id = c.id
WHERE  f.kind = 'uplink'
AND    d.prefixes > 0
