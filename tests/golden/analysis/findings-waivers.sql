-- an exception counts to the end of its last day, then its finding returns
INSERT INTO fact_phase (id, ordinal, title)
VALUES ('p1', 1, 'First'), ('p2', 2, 'Second');
UPDATE meta SET phase = 'p1';
INSERT INTO fact_zone_policy (from_zone, to_zone, v4, v6)
SELECT column1, 'lan', 1, column2
FROM   (VALUES ('today', 0), ('over', 0), ('twice', 0), ('open', 0),
               ('unsaid', NULL), ('Upper', 0));
INSERT INTO fact_monitor (object, v4, v6)
VALUES ('late', 1, 0);
-- Observed at 2026-09-17 in the morning.
INSERT INTO fact_waiver (finding, object, reason, by_name, until)
SELECT column1, column2, column3, 'A. Person', strftime('%s', column4)
FROM   (VALUES ('P-18', 'today->lan', 'its last day', '2026-09-17'),
               ('P-18', 'over->lan', 'yesterday', '2026-09-16'),
               ('P-18', 'twice->lan', 'yesterday', '2026-09-16'),
               ('P-18', 'twice->lan', 'prolonged', '2027-01-01'),
               ('P-18', 'upper->LAN', 'in other letters', '2027-01-01'),
               ('P-18', 'unsaid->lan', 'undecided', '2027-01-01'),
               ('P-18', 'nobody->lan', 'no such pair', '2027-01-01'),
               ('P-20', 'late', 'due in p2', '2027-01-01'),
               ('P-99', 'today->lan', 'no such rule', '2027-01-01'));
-- ask
SELECT rule, subject, state, waived_reason
FROM   finding
WHERE  rule IN ('P-18', 'P-20')
ORDER  BY rule, subject;
SELECT 'idle', rule, object, until, why
FROM   page_idle_waiver
ORDER  BY rule, object;
