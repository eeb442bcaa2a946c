-- SV5: A web site of ours that somebody else hosts answers over IPv6.
-- Only services that no device of ours runs can show it.
SELECT 'uplinks' AS section, 'SV5' AS item, s.name || ' over IPv6' AS name,
       'circuit' AS subject_type, c.id AS subject,
       CASE f6.is_operational WHEN 1 THEN 'true' WHEN 0 THEN 'false'
            ELSE 'unknown' END AS value,
       CASE WHEN f6.is_operational IS NULL THEN 'no-answer' END AS reason,
       s.name || ' over IPv6: '
           || CASE f6.is_operational WHEN 1 THEN 'answered'
                   WHEN 0 THEN 'does not work' ELSE 'not observed' END || '.'
           AS sentence,
       'observed' AS source, f6.operational_probe AS probe
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id
JOIN   service s ON s.kind IN ('http', 'https') AND s.device IS NULL
JOIN   service_family f6 ON f6.service = s.id AND f6.family = 6
WHERE  f.kind = 'uplink'
