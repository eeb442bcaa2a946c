-- newest.sql: now_look and now_term hold at the newest time of all (TEMP table
-- moment). What stays as it was needs no change.

UPDATE look
SET    until = (SELECT before FROM moment)
WHERE  until IS NULL
AND    NOT EXISTS (SELECT 1 FROM now_look n
                   WHERE  n.object = look.object
                   AND    n.name = look.name
                   AND    n.detail = look.detail
                   AND    n.page = look.page);

INSERT INTO look (object, since, name, detail, page)
SELECT n.object, m.at, n.name, n.detail, n.page
FROM   now_look n
CROSS JOIN moment m
WHERE  NOT EXISTS (SELECT 1 FROM look l
                   WHERE  l.object = n.object
                   AND    l.until IS NULL)
ORDER BY n.object;

UPDATE term
SET    until = (SELECT before FROM moment), is_past = 1
WHERE  is_past = 0
AND    NOT EXISTS (SELECT 1 FROM now_term n
                   WHERE  n.kind = term.kind
                   AND    n.type = term.type
                   AND    n.value = term.value
                   AND    n.object = term.object
                   AND    n.field = term.field);

INSERT INTO term (kind, type, value, is_past, object, field, since)
SELECT n.kind, n.type, n.value, 0, n.object, n.field, m.at
FROM   now_term n
CROSS JOIN moment m
WHERE  NOT EXISTS (SELECT 1 FROM term t
                   WHERE  t.kind = n.kind
                   AND    t.type = n.type
                   AND    t.value = n.value
                   AND    t.is_past = 0
                   AND    t.object = n.object
                   AND    t.field = n.field)
ORDER BY n.kind, n.type, n.value, n.object, n.field;

-- Of MACs that were told before, the tails are there.
INSERT OR IGNORE INTO mac_tail (tail, mac)
SELECT mac_mirror(n.mac) AS tail, n.mac
FROM   (SELECT DISTINCT t.value AS mac
        FROM   moment m
        CROSS JOIN term t ON t.kind = 4 AND t.since = m.at) n
ORDER BY tail;

-- The first state is the newest: its rows are there before these are made.
CREATE INDEX IF NOT EXISTS object_above ON object (above)
WHERE  above IS NOT NULL;
CREATE INDEX IF NOT EXISTS term_object ON term (object);
