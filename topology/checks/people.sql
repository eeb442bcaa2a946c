-- people: A project manager and an advisor are named.
WITH wanted (role) AS (
	VALUES ('project manager'), ('advisor')
)
SELECT 'people' AS section, w.role || ' is named' AS name,
       'person' AS subject_type,
       COALESCE((SELECT MIN(p.name) FROM fact_person p
                 WHERE  LOWER(p.role) = w.role), w.role) AS subject,
       CASE WHEN EXISTS (SELECT 1 FROM fact_person p
                         WHERE  LOWER(p.role) = w.role)
            THEN 'true' ELSE 'false' END AS value,
       COALESCE((SELECT MIN(p.name) || ' is stated as ' || w.role || '.'
                 FROM   fact_person p
                 WHERE  LOWER(p.role) = w.role),
                'No ' || w.role || ' is stated.') AS sentence,
       'stated' AS source
FROM   wanted w
