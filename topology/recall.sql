-- recall.sql: what the state before, attached as `before`, knew of those before
-- it: figures, and what was seen when. Run by analyse --previous.

DELETE FROM history;
DELETE FROM seen;

INSERT INTO history (snapshot, observed_at, phase, metric, part, total, unknown)
SELECT h.snapshot, h.observed_at, h.phase, h.metric, h.part, h.total, h.unknown
FROM   before.history h
JOIN   before.meta m ON h.observed_at <= m.observed_at;

INSERT INTO seen (subject_type, subject, first_seen, last_seen, last_before)
SELECT subject_type, subject, first_seen, last_seen, last_seen
FROM   before.seen;
