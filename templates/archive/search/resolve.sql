-- resolve.sql: found and told (objects.sql) in the words of search.db, as TEMP
-- tables now_look and now_term: what holds in the state at hand.
--
-- A night later most of it is known: what is not is told apart first. What goes
-- into a table comes in the order of its key.

-- A type and a key are one object in all states.
CREATE TEMP TABLE ours (
	type INTEGER NOT NULL,
	ref NOT NULL,
	object INTEGER NOT NULL,
	PRIMARY KEY (type, ref)
) WITHOUT ROWID;

INSERT INTO ours
SELECT f.type, f.ref, i.object
FROM   found f
CROSS JOIN identity i ON i.type = f.type AND i.key = f.key;

CREATE TEMP TABLE newcomer AS
SELECT f.type, f.ref, f.key
FROM   found f
WHERE  NOT EXISTS (SELECT 1 FROM ours o
                   WHERE  o.type = f.type AND o.ref = f.ref);

INSERT OR IGNORE INTO identity (type, key, object)
SELECT type, key,
       (SELECT coalesce(max(id), 0) FROM object)
           + row_number() OVER (ORDER BY type, ref)
FROM   newcomer
ORDER BY type, key;

INSERT INTO ours
SELECT n.type, n.ref, i.object
FROM   newcomer n
CROSS JOIN identity i ON i.type = n.type AND i.key = n.key;

INSERT OR IGNORE INTO object (id, type, above)
SELECT o.object, f.type, a.object
FROM   newcomer n
CROSS JOIN ours o ON o.type = n.type AND o.ref = n.ref
CROSS JOIN found f ON f.type = n.type AND f.ref = n.ref
LEFT JOIN ours a ON a.type = f.above_type AND a.ref = f.above_ref
ORDER BY o.object;

CREATE TEMP TABLE now_look (
	object INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	detail TEXT NOT NULL,
	page TEXT NOT NULL
);

INSERT OR IGNORE INTO now_look
SELECT o.object, f.name, f.detail, f.page
FROM   found f
JOIN   ours o ON o.type = f.type AND o.ref = f.ref
ORDER BY f.type, f.ref;

INSERT OR IGNORE INTO field (word)
SELECT DISTINCT field FROM told ORDER BY field;

-- Texts get a number of their type's; the index of fragments follows.
CREATE TEMP TABLE new_text AS
SELECT DISTINCT type, value
FROM   told t
WHERE  kind = 1
AND    value <> ''
AND    NOT EXISTS (SELECT 1 FROM text x
                   WHERE  x.type = t.type AND x.value = t.value);

INSERT INTO fragment (rowid, value)
SELECT coalesce((SELECT max(x.id) FROM text x
                 WHERE  x.id BETWEEN n.type << 40 AND (n.type + 1 << 40) - 1),
                n.type << 40)
           + row_number() OVER (PARTITION BY n.type ORDER BY n.value),
       n.value
FROM   new_text n
ORDER BY n.type, n.value;

INSERT INTO text (id, type, value)
SELECT coalesce((SELECT max(x.id) FROM text x
                 WHERE  x.id BETWEEN n.type << 40 AND (n.type + 1 << 40) - 1),
                n.type << 40)
           + row_number() OVER (PARTITION BY n.type ORDER BY n.value),
       n.type, n.value
FROM   new_text n
ORDER BY n.type, n.value;

CREATE TEMP TABLE now_term (
	kind INTEGER NOT NULL,
	type INTEGER NOT NULL,
	value NOT NULL,
	object INTEGER NOT NULL,
	field INTEGER NOT NULL,
	PRIMARY KEY (kind, type, value, object, field)
) WITHOUT ROWID;

INSERT OR IGNORE INTO now_term
SELECT 1, t.type, x.id, o.object, d.id
FROM   told t
JOIN   text x ON x.type = t.type AND x.value = t.value
JOIN   ours o ON o.type = t.type AND o.ref = t.ref
JOIN   field d ON d.word = t.field
WHERE  t.kind = 1;

INSERT OR IGNORE INTO now_term
SELECT t.kind, t.type, t.value, o.object, d.id
FROM   told t
JOIN   ours o ON o.type = t.type AND o.ref = t.ref
JOIN   field d ON d.word = t.field
WHERE  t.kind > 1
AND    t.value IS NOT NULL;
