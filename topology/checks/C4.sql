-- C4: Our provider independent IPv6 space goes out over the circuit.
-- A session with the provider's AS in IPv6, and prefixes sent over it. That one is
-- sent does not show that others take it.
WITH session AS (
	SELECT c.id, MAX(p.state = 'established') AS is_up,
	       MAX(b.advertised) AS prefixes
	FROM   circuit c
	JOIN   fact_circuit f ON f.id = c.id
	JOIN   bgp_peer p ON p.device = c.device AND p.remote_as = f.provider_as
	                 AND p.family = 6
	LEFT   JOIN bgp_family b ON b.device = p.device AND b.peer_ip = p.peer_ip
	                        AND b.afi = 2
	GROUP  BY c.id
)
SELECT 'uplinks' AS section, 'C4' AS item, 'own prefix announced' AS name,
       'circuit' AS subject_type, c.id AS subject,
       CASE WHEN s.is_up = 0 OR s.prefixes = 0 THEN 'false'
            WHEN s.is_up AND s.prefixes > 0 THEN 'true'
            ELSE 'unknown' END AS value,
       CASE WHEN s.is_up IS NULL OR (s.is_up AND s.prefixes IS NULL)
            THEN 'not-implemented' END AS reason,
       CASE WHEN s.is_up IS NULL THEN 'No IPv6 session was observed.'
            WHEN s.is_up = 0 THEN 'The IPv6 session is not established.'
            ELSE 'The IPv6 session is established; prefixes sent: '
                 || COALESCE(s.prefixes, 'not observed') || '.' END AS sentence,
       'observed' AS source, c.coverage
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id
LEFT   JOIN session s ON s.id = c.id
WHERE  f.kind = 'uplink'
AND    EXISTS (SELECT 1
               FROM   fact_own_prefix o
               WHERE  o.kind = 'PI'
               AND    o.prefix LIKE '%:%')
