-- S-11: Many lookups of IPv6 neighbours stay unanswered.
-- More than a quarter of 40 and more rows, as a sweep of the prefix would
-- cause. Not observable where an agent hides such rows (net-snmp) or tells no
-- state.
SELECT 'interface' AS subject_type,
       d.key || '/' || COALESCE(NULLIF(i.name, ''), i.descr, i.if_index)
           AS subject,
       CASE WHEN n.unanswered * 4 > n.entries THEN 'fires' ELSE 'unknown' END
           AS verdict,
       'W' AS severity,
       CASE
       WHEN n.unanswered * 4 > n.entries
       THEN PRINTF('%,d of %,d', n.unanswered, n.entries)
            || ' lookups unanswered on ' || d.name || ' '
            || COALESCE(NULLIF(i.name, ''), i.descr, i.if_index)
            || ', as a sweep of the prefix would cause.'
       ELSE PRINTF('%,d', n.entries) || ' neighbours of ' || d.name || ' '
            || COALESCE(NULLIF(i.name, ''), i.descr, i.if_index)
            || '; unanswered lookups are not observable.'
       END AS sentence,
       (SELECT MIN(c.id)
        FROM   coverage c
        WHERE  c.device = d.id
        AND    n.sources LIKE '%' || SUBSTR(c.question,
	                                    INSTR(c.question, '::') + 2) || '%')
           AS coverage
FROM   (SELECT device, interface, COUNT(*) AS entries,
               SUM(COALESCE(state, '') = 'incomplete') AS unanswered,
               SUM(COALESCE(state, 'unknown') <> 'unknown') AS told,
               MIN(sources) AS sources
        FROM   neighbour
        WHERE  family = 6
        AND    interface IS NOT NULL
        GROUP  BY device, interface
        HAVING COUNT(*) >= 40) n
JOIN   device d ON d.id = n.device
JOIN   interface i ON i.id = n.interface
WHERE  n.unanswered * 4 > n.entries
OR     n.told = 0
OR     (n.unanswered = 0 AND d.sys_object_id LIKE '1.3.6.1.4.1.8072.%')
ORDER  BY 2
