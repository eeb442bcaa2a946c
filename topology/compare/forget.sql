-- forget.sql: takes away what this state itself wrote into history, so that
-- only what those before it knew is left; without a state before, nothing is.
-- The comparison with that state stays: it is made with --previous only.

DELETE FROM history
WHERE  snapshot > COALESCE((SELECT previous_id FROM meta), '');

DELETE FROM seen
WHERE  last_before IS NULL
OR     (SELECT previous_id FROM meta) IS NULL;

UPDATE seen
SET    last_seen = last_before;

DELETE FROM change
WHERE  (SELECT previous_id FROM meta) IS NULL;

DELETE FROM change_class
WHERE  (SELECT previous_id FROM meta) IS NULL;

DELETE FROM icmp_before
WHERE  (SELECT previous_id FROM meta) IS NULL;
