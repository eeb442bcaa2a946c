-- projects: Every open project requires IPv6, and what is new has it.
-- An exemption counts when somebody signed it. New is a device that no state before
-- this one had seen; without a state before nothing is new.
SELECT 'projects' AS section, 'requires IPv6' AS name,
       'project' AS subject_type, name AS subject,
       CASE WHEN requires_ipv6 = 'yes'
                 OR (requires_ipv6 = 'exempt' AND signed_by <> '') THEN 'true'
            ELSE 'false' END AS value,
       NULL AS reason,
       name || CASE requires_ipv6
               WHEN 'yes' THEN ' requires IPv6.'
               WHEN 'exempt' THEN ' is exempt, '
                    || COALESCE('signed by ' || signed_by, 'signed by nobody')
                    || '.'
               WHEN 'no' THEN ' does not require IPv6.'
               ELSE ': not stated.' END AS sentence,
       'stated' AS source, NULL AS coverage
FROM   fact_project
WHERE  COALESCE(state, 'open') = 'open'
UNION ALL
SELECT 'projects', 'new device has IPv6', 'device', d.key,
       CASE WHEN d.class IN ('dual-stack', 'IPv6 only') THEN 'true'
            WHEN d.class IN ('IPv4 only', 'none') THEN 'false'
            ELSE 'unknown' END,
       CASE WHEN COALESCE(d.class, 'unknown') = 'unknown' THEN 'no-answer' END,
       d.name || ' is new, seen: ' || COALESCE(d.class, 'unknown') || '.',
       'observed',
       (SELECT MIN(c.id)
        FROM   coverage c
        WHERE  c.device = d.id
        AND    c.question = 'IP-MIB::ipAddressTable')
FROM   device d
JOIN   meta m ON m.previous_id IS NOT NULL
WHERE  d.documented
AND    d.source <> 'facts'
AND    EXISTS (SELECT 1 FROM seen WHERE subject_type = 'device')
AND    NOT EXISTS (SELECT 1 FROM seen s
                   WHERE  s.subject_type = 'device' AND s.subject = d.key)
