-- S-16: A node was told by redirects to use another way.
-- Its counter of ICMPv6 redirects grew since the state before. Undecided
-- without a state before that has the counter of the same agent.
SELECT 'device' AS subject_type,
       d.key AS subject,
       CASE WHEN g.grown > 0 THEN 'fires' ELSE 'unknown' END AS verdict,
       'I' AS severity,
       CASE
       WHEN g.grown > 0
       THEN d.name || ' received ' || PRINTF('%,d', g.grown)
            || ' redirects of IPv6 since the state before.'
       ELSE d.name || ' has received redirects of IPv6; no state before tells'
            || ' since when.'
       END AS sentence,
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = d.id
        AND    c.question = 'IP-MIB::icmpMsgStatsTable') AS coverage
FROM   icmp_count n
JOIN   device d ON d.id = n.device
LEFT   JOIN icmp_growth g ON g.device = d.id AND g.type = n.type
WHERE  n.family = 6
AND    n.type = 137
AND    n.received > 0
AND    COALESCE(g.grown, 1) > 0
ORDER  BY d.key
