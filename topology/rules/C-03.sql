-- C-03: What a device was asked was cut short.
-- Some rows came, then silence, an error or a limit; or no answer at all from a
-- device that answered others. What it did not tell is unknown, not absent.
-- Undecided for a device that answered and of which no question is recorded, as
-- when the crawl was ended.
SELECT 'device' AS subject_type,
       d.key AS subject,
       'fires' AS verdict,
       'I' AS severity,
       d.name || ' was not read to the end: ' || COUNT(*) || ' of '
       || (SELECT COUNT(*) FROM coverage a WHERE a.device = d.id)
       || ' questions, first ' || MIN(c.question)
       || COALESCE(' (' || MIN(c.reason) || ')', '') || '.' AS sentence,
       MIN(c.id) AS coverage
FROM   coverage c
JOIN   device d ON d.id = c.device
WHERE  c.result IN ('cut short', 'no answer')
GROUP  BY d.id
UNION  ALL
SELECT 'device', d.key, 'unknown', 'I',
       d.name || ' answered; what it was asked is not recorded.', NULL
FROM   device d
WHERE  d.source = 'agent'
AND    NOT EXISTS (SELECT 1 FROM coverage c WHERE c.device = d.id)
ORDER  BY 2
