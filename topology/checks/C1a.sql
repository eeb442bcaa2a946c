-- C1a: The circuit carries both families side by side.
SELECT 'uplinks' AS section, 'C1a' AS item, 'both families at once' AS name,
       'circuit' AS subject_type, id AS subject,
       CASE WHEN class = 'dual-stack' THEN 'true'
            WHEN class = 'unknown' THEN 'unknown'
            ELSE 'false' END AS value,
       CASE class WHEN 'unknown' THEN 'no-answer' END AS reason,
       'Seen: ' || class || COALESCE(' (' || class_note || ')', '') || '.'
           AS sentence,
       'observed' AS source, coverage
FROM   circuit
