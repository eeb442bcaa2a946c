-- record: Procedures are reviewed every year, and closed phases are signed.
-- A phase is closed when a later one is declared, or when its last day has passed;
-- a sign-off of page 'final', or of the phase by its id, from that day on signs it.
WITH closed AS (
	SELECT f.id, f.title, f.finish
	FROM   fact_phase f
	JOIN   meta m
	LEFT   JOIN fact_phase c ON c.id = m.phase
	WHERE  f.ordinal < c.ordinal
	OR     (c.id IS NULL AND f.finish + 86400 <= m.observed_at)
)
SELECT 'record' AS section, 'reviewed within a year' AS name,
       'procedure' AS subject_type, p.title AS subject,
       CASE WHEN p.reviewed > m.observed_at - 366 * 86400 THEN 'true'
            ELSE 'false' END AS value,
       p.title || COALESCE(': reviewed on '
                           || strftime('%Y-%m-%d', p.reviewed, 'unixepoch')
                           || '.', ': no review is stated.') AS sentence,
       'stated' AS source
FROM   fact_procedure p
JOIN   meta m
UNION ALL
SELECT 'record', 'procedures are stated', 'section', 'record', 'false',
       'No procedure is stated.', 'stated'
FROM   meta
WHERE  NOT EXISTS (SELECT 1 FROM fact_procedure)
UNION ALL
SELECT 'record', 'closed phase is signed', 'phase', c.id,
       CASE WHEN MIN(s.date) IS NOT NULL THEN 'true' ELSE 'false' END,
       c.title || COALESCE(': signed by ' || MIN(s.by_name) || ' on '
                           || strftime('%Y-%m-%d', MIN(s.date), 'unixepoch')
                           || '.', ': no sign-off is stated.'),
       'stated'
FROM   closed c
LEFT   JOIN fact_signoff s
       ON s.page = c.id
       OR (s.page = 'final' AND s.date >= c.finish)
GROUP  BY c.id
