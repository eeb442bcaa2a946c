-- P-18: A pair of zones has a policy for IPv4 and none for IPv6.
-- As the facts state it. Undecided where they say nothing of IPv6.
SELECT 'zone' AS subject_type,
       from_zone || '->' || to_zone AS subject,
       CASE v6 WHEN 0 THEN 'fires' ELSE 'unknown' END AS verdict,
       'E' AS severity,
       CASE v6
       WHEN 0 THEN 'From ' || from_zone || ' to ' || to_zone
            || ' a policy for IPv4 is stated, and that there is none for IPv6.'
       ELSE 'From ' || from_zone || ' to ' || to_zone
            || ' a policy for IPv4 is stated; one for IPv6 is not stated.'
       END AS sentence
FROM   fact_zone_policy
WHERE  v4 = 1
AND    v6 IS NOT 1
ORDER  BY from_zone, to_zone
