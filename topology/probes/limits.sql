-- limits.sql: questions that are not asked, and why. Runs before each round.

-- Of kinds that nobody wants now. Whom to ask DNS tells all the same.
DELETE FROM question
WHERE  result IS NULL
AND    target <> 'reference target'
AND    kind NOT IN (SELECT kind FROM asked_kind)
AND    (kind <> 'D1'
        OR NOT EXISTS (
		SELECT 1 FROM asked_kind
		WHERE  kind IN ('D2', 'T1', 'T2', 'T3', 'V1')));

UPDATE question
SET    result = 'unknown', reason = 'not-attempted',
       detail = 'to be asked from ' || vantage || ' only'
WHERE  result IS NULL
AND    kind = 'X1'
AND    vantage IS NOT (SELECT name FROM here);

UPDATE question
SET    result = 'unknown', reason = 'not-attempted',
       detail = 'excluded from the crawl'
WHERE  result IS NULL
AND    kind <> 'D1'
AND    EXISTS (
		SELECT 1 FROM refused_prefix r WHERE ip_in(question.ip, r.prefix));

UPDATE question
SET    result = 'unknown', reason = 'not-attempted',
       detail = 'outside of the own prefixes, and not named in the facts'
WHERE  result IS NULL
AND    kind <> 'D1'
AND    ip IS NOT NULL
AND    target NOT IN (SELECT target FROM asked_glass)
AND    NOT EXISTS (
		SELECT 1 FROM allowed_prefix a
		WHERE  (a.kind IS NULL OR a.kind = question.kind)
		AND    ip_in(question.ip, a.prefix));

UPDATE question
SET    result = 'unknown', reason = 'not-attempted',
       detail = 'not a name that may be asked for'
WHERE  result IS NULL
AND    kind <> 'M1'
AND    (name GLOB '*[^-A-Za-z0-9._]*' OR length(name) > 253);

-- Of a family that the collector itself lacks, silence says nothing.
UPDATE question
SET    result = 'unknown', reason = 'prober-lacks-family'
WHERE  result IS NULL
AND    kind <> 'D1'
AND    family IN (SELECT family FROM tested_family WHERE NOT works);
