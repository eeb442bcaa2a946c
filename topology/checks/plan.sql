-- plan: Tasks of the phases that have come are done, and nothing is overdue.
-- A task counts when its phase has come, or its day has passed. Without a declared
-- phase only days count.
WITH now AS (
	SELECT m.observed_at,
	       (SELECT f.ordinal FROM fact_phase f WHERE f.id = m.phase) AS ordinal
	FROM   meta m
), task AS (
	SELECT t.*, t.due + 86400 <= n.observed_at AS is_late
	FROM   fact_task t
	JOIN   now n
	LEFT   JOIN fact_phase f ON f.id = t.phase
	WHERE  f.ordinal <= n.ordinal
	OR     t.due + 86400 <= n.observed_at
)
SELECT 'plan' AS section, 'task is done' AS name, 'task' AS subject_type,
       id AS subject, CASE state WHEN 'done' THEN 'true' ELSE 'false' END AS value,
       NULL AS reason,
       title || ': ' || state
           || CASE WHEN state <> 'done' AND is_late THEN ', overdue.'
                   ELSE '.' END AS sentence,
       'stated' AS source
FROM   task
UNION ALL
SELECT 'plan', 'phases are stated', 'section', 'plan',
       CASE WHEN COUNT(*) > 0 THEN 'true' ELSE 'false' END, NULL,
       COUNT(*) || ' phases are stated.', 'stated'
FROM   fact_phase
UNION ALL
SELECT 'plan', 'no gap is overdue', 'section', 'plan',
       CASE WHEN m.phase IS NULL THEN 'unknown'
            WHEN EXISTS (SELECT 1 FROM finding
                         WHERE  state = 'open' AND is_overdue) THEN 'false'
            ELSE 'true' END,
       CASE WHEN m.phase IS NULL THEN 'not-attempted' END,
       CASE WHEN m.phase IS NULL THEN 'No phase is declared.'
            ELSE (SELECT COUNT(*) FROM finding
                  WHERE  state = 'open' AND is_overdue)
                 || ' gaps are open whose phase has come.' END,
       'observed'
FROM   meta m
