-- between.sql: now_look and now_term hold at a time that is not the newest: TEMP
-- table moment has it, the time before (NULL: there is none) and the one after.
-- What held before and after is taken to hold in between no longer.

-- What spans the moment and does not hold at it is cut in two.
INSERT INTO look (object, since, until, name, detail, page)
SELECT l.object, m.after, l.until, l.name, l.detail, l.page
FROM   moment m
JOIN   look l ON l.since <= m.before AND coalesce(l.until, m.after) >= m.after
WHERE  NOT EXISTS (SELECT 1 FROM now_look n
                   WHERE  n.object = l.object
                   AND    n.name = l.name
                   AND    n.detail = l.detail
                   AND    n.page = l.page);

UPDATE look
SET    until = m.before
FROM   moment m
WHERE  look.since <= m.before
AND    coalesce(look.until, m.after) >= m.after
AND    EXISTS (SELECT 1 FROM look l
               WHERE  l.object = look.object
               AND    l.since = m.after);

INSERT INTO term (kind, type, value, is_past, object, field, since, until)
SELECT t.kind, t.type, t.value, t.is_past, t.object, t.field, m.after, t.until
FROM   moment m
JOIN   term t ON t.since <= m.before AND coalesce(t.until, m.after) >= m.after
WHERE  NOT EXISTS (SELECT 1 FROM now_term n
                   WHERE  n.kind = t.kind
                   AND    n.type = t.type
                   AND    n.value = t.value
                   AND    n.object = t.object
                   AND    n.field = t.field);

UPDATE term
SET    until = m.before, is_past = 1
FROM   moment m
WHERE  term.since <= m.before
AND    coalesce(term.until, m.after) >= m.after
AND    NOT EXISTS (SELECT 1 FROM now_term n
                   WHERE  n.kind = term.kind
                   AND    n.type = term.type
                   AND    n.value = term.value
                   AND    n.object = term.object
                   AND    n.field = term.field);

-- What holds at it and nothing spans begins and ends there,
INSERT INTO look (object, since, until, name, detail, page)
SELECT n.object, m.at, m.at, n.name, n.detail, n.page
FROM   now_look n
CROSS JOIN moment m
WHERE  NOT EXISTS (SELECT 1 FROM look l
                   WHERE  l.object = n.object
                   AND    l.since < m.at
                   AND    coalesce(l.until, m.at) >= m.at);

INSERT INTO term (kind, type, value, is_past, object, field, since, until)
SELECT n.kind, n.type, n.value, 1, n.object, n.field, m.at, m.at
FROM   now_term n
CROSS JOIN moment m
WHERE  NOT EXISTS (SELECT 1 FROM term t
                   WHERE  t.kind = n.kind
                   AND    t.type = n.type
                   AND    t.value = n.value
                   AND    t.object = n.object
                   AND    t.field = n.field
                   AND    t.since < m.at
                   AND    coalesce(t.until, m.at) >= m.at);

-- and is joined with its like that ends just before or begins just after.
CREATE TEMP TABLE joined_look AS
SELECT l.object, l.since, coalesce(p.since, l.since) AS first,
       iif(s.object IS NULL, l.until, s.until) AS last, s.since AS behind
FROM   moment m
JOIN   look l ON l.since = m.at
LEFT JOIN look p ON p.object = l.object AND p.until = m.before
                AND p.name = l.name AND p.detail = l.detail AND p.page = l.page
LEFT JOIN look s ON s.object = l.object AND s.since = m.after
                AND s.name = l.name AND s.detail = l.detail AND s.page = l.page
WHERE  p.object IS NOT NULL OR s.object IS NOT NULL;

DELETE FROM look
WHERE  EXISTS (SELECT 1 FROM joined_look j
               WHERE  j.object = look.object
               AND    (j.behind = look.since
                       OR (j.since = look.since AND j.first < j.since)));

UPDATE look
SET    until = j.last
FROM   joined_look j
WHERE  j.object = look.object
AND    j.first = look.since;

CREATE TEMP TABLE joined_term AS
SELECT t.kind, t.type, t.value, t.object, t.field, t.since,
       coalesce(p.since, t.since) AS first,
       iif(s.kind IS NULL, t.until, s.until) AS last, s.since AS behind
FROM   moment m
JOIN   term t ON t.since = m.at
LEFT JOIN term p ON p.kind = t.kind AND p.type = t.type AND p.value = t.value
                AND p.object = t.object AND p.field = t.field
                AND p.is_past = 1 AND p.until = m.before
LEFT JOIN term s ON s.kind = t.kind AND s.type = t.type AND s.value = t.value
                AND s.object = t.object AND s.field = t.field
                AND s.since = m.after
WHERE  p.kind IS NOT NULL OR s.kind IS NOT NULL;

CREATE INDEX temp.joined_term_value ON joined_term (kind, type, value, object,
                                                    field);

DELETE FROM term
WHERE  EXISTS (SELECT 1 FROM joined_term j
               WHERE  j.kind = term.kind
               AND    j.type = term.type
               AND    j.value = term.value
               AND    j.object = term.object
               AND    j.field = term.field
               AND    (j.behind = term.since
                       OR (j.since = term.since AND j.first < j.since)));

UPDATE term
SET    until = j.last, is_past = j.last IS NOT NULL
FROM   joined_term j
WHERE  j.kind = term.kind
AND    j.type = term.type
AND    j.value = term.value
AND    j.object = term.object
AND    j.field = term.field
AND    j.first = term.since;

DROP TABLE joined_look;
DROP TABLE joined_term;

INSERT OR IGNORE INTO mac_tail (tail, mac)
SELECT DISTINCT mac_mirror(value) AS tail, value
FROM   now_term
WHERE  kind = 4
ORDER BY tail;
