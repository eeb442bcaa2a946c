-- V-06: Who carries our calls does not do so over IPv6.
-- As the facts state of the trunk. Undecided where they do not.
SELECT 'voice' AS subject_type,
       trunk AS subject,
       CASE WHEN MAX(trunk_ipv6) IS NULL THEN 'unknown' ELSE 'fires' END
           AS verdict,
       'I' AS severity,
       'Trunk ' || trunk
       || CASE
          WHEN MAX(trunk_ipv6) IS NULL THEN ': IPv6 is not stated.'
          WHEN MAX(trunk_ipv6) = 'planned' THEN ' is to carry IPv6, as stated;'
               || ' it does not yet.'
          ELSE ' does not carry IPv6, as stated.' END AS sentence
FROM   fact_voice
WHERE  trunk IS NOT NULL
GROUP  BY trunk
HAVING COALESCE(MAX(trunk_ipv6), 'no') <> 'yes'
ORDER  BY trunk
