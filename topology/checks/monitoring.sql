-- monitoring: What is watched, in which families, and an alert that was tried.
SELECT 'monitoring' AS section,
       'What is watched in IPv4 is watched in IPv6' AS name,
       'monitor' AS subject_type,
       object AS subject,
       CASE v6 WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'unknown' END
           AS value,
       CASE WHEN v6 IS NULL THEN 'not-attempted' END AS reason,
       object || CASE WHEN v6 THEN ' is watched in both families.'
                 WHEN v6 = 0 THEN ' is watched in IPv4 only.'
                 ELSE ' is watched in IPv4; IPv6 is not stated.' END AS sentence,
       'stated' AS source
FROM   fact_monitor
WHERE  v4
UNION  ALL
SELECT 'monitoring', 'An alert of IPv6 was tried', 'monitor',
       COALESCE(MIN(object), 'alert'),
       CASE WHEN COUNT(*) > 0 THEN 'true' ELSE 'false' END, NULL,
       COALESCE('Tried with ' || MIN(object) || '.', 'None is stated.'),
       'stated'
FROM   fact_monitor
WHERE  alert_tested IS NOT NULL
UNION  ALL
SELECT 'monitoring', 'The tool reads IPv6', 'tool', name,
       CASE reads_ipv6 WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'unknown' END,
       CASE WHEN reads_ipv6 IS NULL THEN 'not-attempted' END,
       name || CASE WHEN reads_ipv6 THEN ' reads IPv6.'
               WHEN reads_ipv6 = 0 THEN ' does not read IPv6.'
               ELSE ': whether it reads IPv6 is not stated.' END,
       'stated'
FROM   fact_tool
ORDER  BY 2, 4
