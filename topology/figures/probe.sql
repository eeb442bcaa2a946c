-- probe.sql: what was asked of services and names, in a line of the log.
SELECT format('%d questions: %d yes, %d no, %d unknown', count(*),
    count(*) FILTER (WHERE result = 'true'),
    count(*) FILTER (WHERE result = 'false'),
    count(*) FILTER (WHERE result = 'unknown'))
FROM   probe;
