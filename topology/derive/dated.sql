-- dated.sql: what people wrote down after the day of this state is not part of it.
-- A state of the past that is analysed with the facts of today shows what was
-- known then. The file keeps no such record: --facts brings it back.

DELETE FROM fact_answer
WHERE  date > (SELECT observed_at FROM meta);

DELETE FROM fact_activity
WHERE  date > (SELECT observed_at FROM meta);

DELETE FROM fact_signoff
WHERE  date > (SELECT observed_at FROM meta);

UPDATE fact_procedure
SET    reviewed = NULL
WHERE  reviewed > (SELECT observed_at FROM meta);

UPDATE fact_zone_policy
SET    reviewed = NULL
WHERE  reviewed > (SELECT observed_at FROM meta);

UPDATE fact_security_control
SET    reviewed = NULL
WHERE  reviewed > (SELECT observed_at FROM meta);

UPDATE fact_monitor
SET    alert = NULL,
       alert_tested = NULL
WHERE  alert_tested > (SELECT observed_at FROM meta);
