-- analyse.sql: what was derived, and what changed since the state before, in a
-- line of the log.
SELECT format('%d links, %d of %d devices dual-stack (%d unknown), '
        || 'open findings: %d errors, %d warnings, %d notes%s',
    (SELECT count(*) FROM link), k.part, k.total, k.unknown,
    (SELECT count(*) FROM finding WHERE state = 'open' AND severity = 'E'),
    (SELECT count(*) FROM finding WHERE state = 'open' AND severity = 'W'),
    (SELECT count(*) FROM finding WHERE state = 'open' AND severity = 'I'),
    (SELECT format('; since %s: %d changes, %d regressions', previous_id,
            (SELECT count(*) FROM change),
            (SELECT count(*) FROM change WHERE kind = 'regression'))
     FROM   meta
     WHERE  previous_id IS NOT NULL))
FROM   metric k
WHERE  k.id = 'K1';
