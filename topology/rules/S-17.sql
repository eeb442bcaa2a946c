-- S-17: A route of IPv6 leads to a node that is no known router.
-- On a LAN, where its next hop is no gateway, speaks no routing protocol and is
-- not stated. Undecided where no other gateway of the LAN was observed, or the
-- MAC of the next hop was not.
SELECT 'device' AS subject_type,
       d.key AS subject,
       CASE WHEN MAX(u.is_certain) THEN 'fires' ELSE 'unknown' END AS verdict,
       'E' AS severity,
       'On ' || d.name || ', '
       || CASE COUNT(DISTINCT u.prefix)
          WHEN 1 THEN CASE MIN(u.prefix) WHEN '::/0'
               THEN 'the default route of IPv6 leads'
               ELSE 'the route to ' || MIN(u.prefix) || ' leads' END
          ELSE COUNT(DISTINCT u.prefix) || ' routes of IPv6 lead' END
       || ' to ' || u.ip || ' on ' || s.name
       || CASE WHEN MAX(u.is_certain) THEN ', which is no known router.'
          ELSE '; not decided: its MAC or the gateways of ' || s.name
               || ' were not observed.' END AS sentence,
       MIN(u.coverage) AS coverage,
       COALESCE(u.mac, u.ip) AS cause
FROM   unexpected_router u
JOIN   device d ON d.id = u.device
JOIN   segment s ON s.id = u.segment
WHERE  u.told_by = 'route'
GROUP  BY d.key, s.key, u.ip
ORDER  BY d.key, s.key, u.ip
