-- unopened.sql: without credentials no agent is asked.
UPDATE question
SET    result = 'unknown', reason = 'not-attempted',
       detail = 'no credentials were given'
WHERE  result IS NULL
AND    kind = 'M1';
