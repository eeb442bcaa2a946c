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

DELETE FROM icmp_before;

INSERT OR IGNORE INTO icmp_before (kind, value, type, received, observed_at)
SELECT i.kind, i.value, c.type, c.received, m.observed_at
FROM   before.icmp_count c
JOIN   before.device_identity i ON i.device = c.device
JOIN   before.meta m
WHERE  c.family = 6
AND    c.type IN (134, 137)
AND    c.received IS NOT NULL
AND    i.strong;
