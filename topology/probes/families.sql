-- families.sql: which families of the collector's own work. While none is named
-- to answer, nobody knows.
UPDATE tested_family
SET    reference = (
		SELECT max(q.result = 'true' OR q.reason = 'refused')
		FROM   question q
		WHERE  q.target = 'reference target'
		AND    q.family = tested_family.family
		AND    q.reason IS NOT 'not-attempted'),
       at = COALESCE((SELECT max(at) FROM question
                      WHERE target = 'reference target'),
                     (SELECT at FROM here));

UPDATE tested_family
SET    works = CASE WHEN own_address AND default_route THEN reference ELSE 0 END;
