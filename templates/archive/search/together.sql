-- together.sql: objects that fit all of several words. A word may be true of what
-- an object lies above it (its device, its segment), one at least is its own.
--
-- Begins at the word that fits the fewest; of words that fit more than a
-- thousand each, the first thousand are looked at.

CREATE TEMP TABLE start AS
SELECT a.word
FROM   asked a
ORDER BY (SELECT count(*)
          FROM   (SELECT 1
                  FROM   wanted w
                  CROSS JOIN search.term t
                        ON t.kind = w.kind AND t.type = w.type
                       AND t.value BETWEEN w.low AND w.high
                  WHERE  w.word = a.word
                  LIMIT  1000)), a.word
LIMIT  1;

CREATE TEMP TABLE candidate (object INTEGER PRIMARY KEY);

INSERT OR IGNORE INTO candidate
SELECT t.object
FROM   start s
CROSS JOIN wanted w ON w.word = s.word
CROSS JOIN search.term t
       ON t.kind = w.kind AND t.type = w.type
      AND t.value BETWEEN w.low AND w.high
LIMIT  1000;

INSERT OR IGNORE INTO candidate
WITH RECURSIVE below (object, depth) AS (
	SELECT object, 0 FROM candidate
	UNION
	SELECT o.id, b.depth + 1
	FROM   below b
	JOIN   search.object o ON o.above = b.object
	WHERE  b.depth < 3
	LIMIT  3000)
SELECT object FROM below
WHERE  (SELECT count(*) FROM candidate) < 1000;

-- An object and what lies above it.
CREATE TEMP TABLE chain (
	object INTEGER NOT NULL,
	member INTEGER NOT NULL,
	PRIMARY KEY (object, member)
) WITHOUT ROWID;

INSERT INTO chain
WITH RECURSIVE up (object, member, depth) AS (
	SELECT object, object, 0 FROM candidate
	UNION
	SELECT u.object, o.above, u.depth + 1
	FROM   up u
	JOIN   search.object o ON o.id = u.member
	WHERE  o.above IS NOT NULL
	AND    u.depth < 4)
SELECT DISTINCT object, member FROM up;

-- Who fits which word, by what, and how near.
CREATE TEMP TABLE member_fit AS
SELECT c.member, a.word,
       CASE WHEN x.value = a.text THEN 0
            WHEN substr(x.value, 1, length(a.text)) = a.text THEN 1
            WHEN a.pattern IS NOT NULL THEN 2 END AS nearness,
       t.is_past, t.kind, t.value, t.field
FROM   (SELECT DISTINCT member FROM chain) c
CROSS JOIN search.term t ON t.object = c.member AND t.kind = 1
CROSS JOIN search.text x ON x.id = t.value
CROSS JOIN asked a
WHERE  instr(x.value, a.text) > 0
UNION ALL
SELECT c.member, r.word, min(r.nearness), t.is_past, t.kind, t.value, t.field
FROM   (SELECT DISTINCT member FROM chain) c
CROSS JOIN search.term t ON t.object = c.member AND t.kind > 1
CROSS JOIN reading r
       ON (r.kind = t.kind AND t.value BETWEEN r.low AND r.high)
       OR (r.kind = 5 AND t.kind = 4
           AND mac_mirror(t.value) BETWEEN r.low AND r.high)
GROUP BY c.member, r.word, t.kind, t.value, t.field, t.is_past;

CREATE INDEX temp.member_fit_member ON member_fit (member);

CREATE TEMP TABLE fit AS
SELECT c.object, c.member = c.object AS is_own, f.word, f.nearness, f.is_past,
       f.kind, f.value, f.field
FROM   chain c
CROSS JOIN member_fit f ON f.member = c.member
WHERE  f.nearness IS NOT NULL;

CREATE INDEX temp.fit_object ON fit (object, word, nearness);

INSERT OR IGNORE INTO hit
SELECT f.object, o.type,
       (SELECT sum(n.nearest)
        FROM   (SELECT min(g.nearness) AS nearest
                FROM   fit g
                WHERE  g.object = f.object
                GROUP BY g.word) n),
       f.nearness, f.is_past, f.kind, f.value, f.field
FROM   fit f
JOIN   search.object o ON o.id = f.object
JOIN   wanted_type y ON y.type = o.type AND y.is_asked
WHERE  f.is_own
AND    (SELECT count(DISTINCT g.word)
        FROM   fit g
        WHERE  g.object = f.object) = (SELECT count(*) FROM asked)
ORDER BY f.object, f.nearness, f.is_past, f.kind, f.field, f.value;
