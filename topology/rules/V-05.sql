-- V-05: A line does not treat both families alike, as voice needs.
-- By the answer of its provider to question SV2 (queues and drops). Undecided
-- without an answer.
WITH answer AS (
	SELECT c.id AS circuit, a.value, a.by_name,
	       ROW_NUMBER() OVER (PARTITION BY c.id
	                          ORDER BY a.circuit IS NULL, a.date DESC,
	                                   a.by_name) AS place
	FROM   fact_circuit c
	LEFT   JOIN fact_answer a
	       ON  a.item = 'SV2'
	       AND (a.circuit = c.id
	            OR (a.circuit IS NULL AND a.provider = c.provider)))
SELECT 'circuit' AS subject_type,
       circuit AS subject,
       CASE WHEN value IN ('no', 'partly') THEN 'fires' ELSE 'unknown' END
           AS verdict,
       'I' AS severity,
       circuit
       || CASE WHEN value IN ('no', 'partly')
          THEN ': the same queues for both families: ' || value
               || COALESCE(', stated by ' || by_name, '') || '.'
          ELSE ': whether both families have the same queues is not stated.'
          END AS sentence
FROM   answer
WHERE  place = 1
AND    COALESCE(value, 'none') <> 'yes'
AND    COALESCE(value, 'none') <> 'n-a'
AND    EXISTS (SELECT 1 FROM fact_voice)
ORDER  BY circuit
