-- R2: The provider's looking glass answers over IPv6.
-- Its address stands in the answer; what was asked of that name is the evidence.
SELECT 'uplinks' AS section, 'R2' AS item, 'answers over IPv6' AS name,
       'circuit' AS subject_type, c.id AS subject,
       CASE WHEN MAX(p.result = 'true') THEN 'true'
            WHEN MAX(p.result = 'unknown') THEN 'unknown'
            ELSE 'false' END AS value,
       CASE WHEN NOT MAX(p.result = 'true') AND MAX(p.result = 'unknown')
            THEN COALESCE(MIN(p.reason), 'no-answer') END AS reason,
       p.name || CASE WHEN MAX(p.result = 'true') THEN ' answered over IPv6.'
                      ELSE ' over IPv6: no answer seen.' END AS sentence,
       'observed' AS source,
       COALESCE(MIN(CASE p.result WHEN 'true' THEN p.id END), MIN(p.id)) AS probe
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id
JOIN   fact_answer a ON a.item IN ('R2', 'SV6')
                    AND (a.circuit = c.id
                         OR (a.circuit IS NULL AND a.provider = f.provider))
JOIN   probe p ON p.kind IN ('T1', 'T3') AND p.family = 6
              AND (INSTR(LOWER(COALESCE(a.text, '') || ' '
                               || COALESCE(a.ref, '') || ' '),
                         '://' || LOWER(p.name) || '/') > 0
                   OR INSTR(LOWER(COALESCE(a.text, '') || ' '
                                  || COALESCE(a.ref, '') || ' '),
                            '://' || LOWER(p.name) || ' ') > 0)
GROUP  BY c.id
