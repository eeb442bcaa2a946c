-- snapshot.sql: the snapshot that is asked for, and all that happened to it.

CREATE TEMP TABLE asked AS
SELECT s.*, strftime('%Y-%m-%d %H:%M', s.observed_at, 'unixepoch') AS observed
FROM   snapshot s
JOIN   parameter p ON p.name = 'id' AND p.value = s.id;

-- What was recorded of it, and of others where that concerns it: a tag that
-- went on to another snapshot, a snapshot that replaces it.
CREATE TEMP TABLE happened AS
SELECT r.ordinal, r.at, r.log_sha256, r.name AS who, r.text AS words,
       NULL AS other,
       CASE r.event
       WHEN 'publish' THEN 'published'
       WHEN 'import' THEN 'imported'
       WHEN 'tag' THEN 'tagged'
       WHEN 'note' THEN 'noted'
       WHEN 'sign' THEN 'signed'
       WHEN 'prune' THEN 'pruned' END AS what
FROM   record r
JOIN   asked a ON a.id = r.id
UNION ALL
SELECT r.ordinal, r.at, r.log_sha256, r.name, r.text, r.id,
       'tag moved on'
FROM   asked a
JOIN   record r ON r.id <> a.id
AND    r.event IN ('publish', 'import', 'tag')
WHERE  EXISTS (SELECT 1 FROM tag_history h
               WHERE  h.name = r.name AND h.id = a.id AND NOT h.is_current)
AND    r.ordinal = (SELECT min(n.ordinal) FROM record n
                    WHERE  n.name = r.name AND n.id <> a.id
                    AND    n.event IN ('publish', 'import', 'tag')
                    AND    n.ordinal > (SELECT max(b.ordinal) FROM record b
                                        WHERE  b.name = r.name
                                        AND    b.id = a.id
                                        AND    b.event IN
                                               ('publish', 'import', 'tag')))
UNION ALL
SELECT r.ordinal, r.at, r.log_sha256, NULL, s.note, s.id, 'replaced'
FROM   asked a
JOIN   snapshot s ON s.replaces = a.id
JOIN   record r ON r.id = s.id AND r.event IN ('publish', 'import');
