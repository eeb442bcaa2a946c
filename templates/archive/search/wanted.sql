-- wanted.sql: asked and reading, as ranges of search.term. A word that thousands
-- of texts of a type hold is looked for in the first thousand of them.

INSERT OR IGNORE INTO wanted
SELECT a.word, y.type, 0, 1, x.id, x.id
FROM   asked a
CROSS JOIN wanted_type y
CROSS JOIN search.text x ON x.type = y.type AND x.value = a.text;

INSERT OR IGNORE INTO wanted
SELECT a.word, y.type, 1, 1, x.id, x.id
FROM   asked a
CROSS JOIN wanted_type y
CROSS JOIN search.text x
       ON x.id IN (SELECT b.id
                   FROM   search.text b
                   WHERE  b.type = y.type
                   AND    b.value > a.text
                   AND    b.value < a.text || char(0x10ffff)
                   LIMIT  1000);

INSERT OR IGNORE INTO wanted
SELECT a.word, y.type, 2, 1, x.id, x.id
FROM   asked a
CROSS JOIN wanted_type y
CROSS JOIN search.text x
       ON x.id IN (SELECT f.rowid
                   FROM   search.fragment f
                   WHERE  f.value GLOB a.pattern
                   AND    f.rowid BETWEEN y.type << 40
                                  AND (y.type + 1 << 40) - 1
                   LIMIT  1000)
WHERE  a.pattern IS NOT NULL
AND    substr(x.value, 1, length(a.text)) <> a.text;

INSERT OR IGNORE INTO wanted
SELECT r.word, y.type, r.nearness, r.kind, r.low, r.high
FROM   reading r
CROSS JOIN wanted_type y
WHERE  r.kind < 5;

INSERT OR IGNORE INTO wanted
SELECT r.word, y.type, r.nearness, 4, m.mac, m.mac
FROM   reading r
CROSS JOIN search.mac_tail m
       ON m.mac IN (SELECT n.mac
                    FROM   search.mac_tail n
                    WHERE  n.tail BETWEEN r.low AND r.high
                    LIMIT  1000)
      AND m.tail BETWEEN r.low AND r.high
CROSS JOIN wanted_type y
WHERE  r.kind = 5;
