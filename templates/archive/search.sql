-- search.sql: the answers of a search, from what fits (search/asked.sql): group
-- by group, best first. Table parameter has `limit` and `offset`, of the
-- answers of a group.

-- What was true of an object and fits, and when it was: newest first.
CREATE TEMP VIEW fitting AS
SELECT h.object, t.since, t.until,
       coalesce(t.until, (SELECT max(s.observed_at)
                          FROM   search.snapshot s
                          WHERE  s.is_readable)) AS last
FROM   hit h
CROSS JOIN search.term t
      ON t.kind = h.kind AND t.type = h.type AND t.value = h.value
     AND t.is_past IN (0, 1) AND t.object = h.object AND t.field = h.field;

-- The nearest before the others, what is before what was; of the prefixes that
-- an address lies in the longest.
CREATE TEMP TABLE ranked AS
SELECT h.object, h.type, h.nearness, h.is_past, h.field,
       row_number() OVER (PARTITION BY h.type
                          ORDER BY h.distance, h.is_past,
                                   CASE h.nearness WHEN 4
                                        THEN hex(substr(h.value, 17)) END DESC,
                                   natural_key(l.name), l.name, h.object)
           AS ordinal
FROM   hit h
CROSS JOIN search.look l
       ON  l.object = h.object
       AND l.since = (SELECT max(m.since)
                      FROM   search.look m
                      WHERE  m.object = h.object);

CREATE TEMP TABLE answer_group AS
SELECT y.id AS type, y.word AS type_word, y.heading, count(*) AS total,
       count(*) >= 1000 AS is_more,
       (SELECT CAST(value AS INTEGER) FROM parameter
        WHERE  name = 'offset') AS left_out
FROM   ranked r
JOIN   search.type y ON y.id = r.type
GROUP BY y.id;

-- `seen_at` is the newest state that fits, `shown_at` the newest of those that
-- still have their pages.
CREATE TEMP TABLE placed AS
SELECT r.*,
       (SELECT min(f.since) FROM fitting f WHERE f.object = r.object)
           AS first_at,
       (SELECT max(f.last) FROM fitting f WHERE f.object = r.object)
           AS seen_at,
       (SELECT max(s.observed_at)
        FROM   fitting f
        JOIN   search.snapshot s ON s.observed_at BETWEEN f.since AND f.last
        WHERE  f.object = r.object
        AND    s.is_readable
        AND    s.id NOT IN (SELECT id FROM pruned)) AS shown_at
FROM   ranked r
CROSS JOIN (SELECT (SELECT CAST(value AS INTEGER) FROM parameter
                    WHERE  name = 'offset') AS first,
                   (SELECT CAST(value AS INTEGER) FROM parameter
                    WHERE  name = 'limit') AS count) p
WHERE  r.ordinal > p.first
AND    r.ordinal <= p.first + p.count;

CREATE TEMP TABLE answer AS
SELECT p.type, p.ordinal, p.object, y.word AS type_word,
       CASE p.nearness WHEN 0 THEN 'exact' WHEN 1 THEN 'begins so'
                       WHEN 2 THEN 'holds it' WHEN 3 THEN 'lies in it'
                       ELSE 'it lies in' END AS nearness,
       d.word AS field,
       l.name, nullif(l.detail, '') AS detail,
       l.page, s.id AS snapshot,
       's/' || s.id || '/' || l.page AS path,
       a.id AS since, z.id AS last_seen,
       p.is_past, (SELECT count(*) FROM fitting f
                   WHERE  f.object = p.object) AS intervals
FROM   placed p
JOIN   search.type y ON y.id = p.type
JOIN   search.field d ON d.id = p.field
LEFT JOIN search.snapshot s ON s.observed_at = p.shown_at
LEFT JOIN search.snapshot a ON a.observed_at = p.first_at
LEFT JOIN search.snapshot z ON z.observed_at = p.seen_at
-- As it was shown there; of what was pruned as it was at last.
CROSS JOIN search.look l
       ON  l.object = p.object
       AND l.since = (SELECT max(m.since)
                      FROM   search.look m
                      WHERE  m.object = p.object
                      AND    m.since <= coalesce(p.shown_at, p.seen_at));

-- When it was there, of what went away and came back.
CREATE TEMP TABLE answer_interval AS
SELECT a.object, f.since AS since_at, s.id AS since, z.id AS last_seen,
       f.until IS NULL AS is_current
FROM   answer a
CROSS JOIN fitting f ON f.object = a.object
JOIN   search.snapshot s ON s.observed_at = f.since
JOIN   search.snapshot z ON z.observed_at = f.last;

-- A snapshot as the page tells it: those of one day with their time.
CREATE TEMP VIEW told_snapshot AS
SELECT s.id, s.is_pruned,
       coalesce(s.phase || ', ', '')
           || strftime(iif(EXISTS (SELECT 1
                                   FROM   snapshot o
                                   WHERE  o.id BETWEEN substr(s.id, 1, 9)
                                          AND substr(s.id, 1, 8) || 'Z'
                                   AND    o.id <> s.id),
                           '%Y-%m-%d %H:%M', '%Y-%m-%d'),
                       s.observed_at, 'unixepoch') AS words
FROM   snapshot s;
