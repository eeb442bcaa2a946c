-- S-07: A MAC that was not known before.
-- It is in no inventory, no neighbour protocol and no facts, and was in no
-- earlier state. Undecided without a state before, and of MACs that their
-- owners made up: phones and laptops change them by themselves.
WITH state AS (
	SELECT previous_id IS NOT NULL AS has_before
	FROM   meta)
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
FROM   (SELECT MIN(id) AS id
        FROM   host
        WHERE  device IS NULL
        AND    NOT is_local_mac
        GROUP  BY mac) one
JOIN   host h ON h.id = one.id
JOIN   state t ON t.has_before
LEFT   JOIN segment s ON s.id = h.segment
LEFT   JOIN device w ON w.id = h.switch
LEFT   JOIN interface i ON i.id = h.port
WHERE  NOT EXISTS (SELECT 1
                   FROM   seen
                   WHERE  subject_type = 'host'
                   AND    subject = h.mac
                   AND    last_before IS NOT NULL)
UNION  ALL
SELECT 'segment', s.key, 'unknown', 'I',
       COUNT(*) || CASE COUNT(*) WHEN 1 THEN ' host' ELSE ' hosts' END
       || ' on ' || s.name
       || CASE WHEN t.has_before THEN ' with a MAC made up by its owner'
          ELSE ' without a name; no state before tells' END
       || CASE WHEN t.has_before THEN '; whether it is new is not decided.'
          ELSE ' which are new.' END,
       NULL, s.key
FROM   host h
JOIN   segment s ON s.id = h.segment
JOIN   state t
WHERE  h.device IS NULL
AND    (h.is_local_mac OR NOT t.has_before)
GROUP  BY s.id
ORDER  BY 1, 2
