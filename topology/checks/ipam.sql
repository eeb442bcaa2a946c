-- ipam: Every observed prefix is stated, and the rules of address plans are kept.
-- Stated is what is own, planned, or a circuit's, or lies within it. A rule is kept
-- when it fires nowhere; where it could not be decided it is unknown. Where no
-- prefix was seen none was kept.
SELECT 'ipam' AS section, 'prefix is stated' AS name, 'prefix' AS subject_type,
       s.key AS subject,
       CASE WHEN s.stated_as IS NOT NULL THEN 'true' ELSE 'false' END AS value,
       NULL AS reason,
       s.key || CASE WHEN s.stated_as IS NULL
                     THEN ' was seen, and lies in nothing that is stated.'
                     ELSE ' was seen; stated as ' || s.stated_as || '.' END
           AS sentence,
       'observed' AS source,
       (SELECT c.id
        FROM   segment_end e
        JOIN   device d ON d.id = e.device
        JOIN   coverage c ON c.device = e.device
                         AND c.question = 'IP-MIB::ipAddressTable'
        WHERE  e.segment = s.segment
        ORDER  BY d.key
        LIMIT  1) AS coverage
FROM   space s
WHERE  s.is_observed
UNION ALL
SELECT 'ipam', 'rule ' || r.id || ' is kept', 'rule', r.id,
       CASE WHEN SUM(f.state = 'open') > 0 THEN 'false'
            WHEN SUM(f.state = 'unknown') > 0 THEN 'unknown'
            ELSE 'true' END,
       CASE WHEN COALESCE(SUM(f.state = 'open'), 0) = 0
                 AND SUM(f.state = 'unknown') > 0
            THEN 'no-answer' END,
       r.title || ' Found ' || COALESCE(SUM(f.state = 'open'), 0)
           || ' times, undecided ' || COALESCE(SUM(f.state = 'unknown'), 0)
           || ' times.',
       'observed', NULL
FROM   rule r
LEFT   JOIN finding f ON f.rule = r.id AND f.severity IN ('E', 'W')
WHERE  r.id LIKE 'I-%'
AND    EXISTS (SELECT 1 FROM space WHERE is_observed)
GROUP  BY r.id
