-- S-07: A MAC that was not known before.
-- It is in no inventory, no neighbour protocol and no facts, and was in no earlier state. Undecided without a state before. Phones and laptops change their MAC by themselves.
SELECT 'host' AS subject_type,
       h.mac AS subject,
       'fires' AS verdict,
       'I' AS severity,
       'New MAC ' || h.mac || COALESCE(' on ' || s.name, '')
       || COALESCE(', ' || w.name || ' port '
                   || COALESCE(i.name, i.descr, i.if_index), '') || '.'
           AS sentence,
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = h.switch
        AND    c.question IN ('Q-BRIDGE-MIB::dot1qTpFdbTable',
                              'BRIDGE-MIB::dot1dTpFdbTable')
        ORDER  BY c.result = 'rows' DESC, c.question DESC
        LIMIT  1) AS coverage,
       h.mac AS cause
FROM   (SELECT MIN(id) AS id FROM host WHERE device IS NULL GROUP BY mac) one
JOIN   host h ON h.id = one.id
JOIN   meta m ON m.previous_id IS NOT NULL
LEFT   JOIN segment s ON s.id = h.segment
LEFT   JOIN device w ON w.id = h.switch
LEFT   JOIN interface i ON i.id = h.port
WHERE  EXISTS (SELECT 1 FROM mac_before)
AND    h.mac NOT IN (SELECT mac FROM mac_before)
UNION  ALL
SELECT 'segment', s.key, 'unknown', 'I',
       h.hosts || ' host' || CASE h.hosts WHEN 1 THEN '' ELSE 's' END
       || ' on ' || s.name || ' without a name; no state before tells which are'
       || ' new.',
       NULL, s.key
FROM   (SELECT segment, COUNT(*) AS hosts
        FROM   host
        WHERE  device IS NULL
        GROUP  BY segment) h
JOIN   segment s ON s.id = h.segment
WHERE  NOT EXISTS (SELECT 1
                   FROM   meta
                   WHERE  previous_id IS NOT NULL
                   AND    EXISTS (SELECT 1 FROM mac_before))
ORDER  BY 1, 2
