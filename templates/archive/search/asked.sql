-- asked.sql: what was asked, as search_ask.c fills it in, and what it is looked
-- for as. search.db is attached as `search`.

-- The words, as they are compared; `pattern` finds them within a text (NULL: too
-- short for that). Some look like an address, and none can be so.
CREATE TEMP TABLE asked (
	word INTEGER PRIMARY KEY,
	text TEXT NOT NULL,
	pattern TEXT,
	is_no_address INTEGER NOT NULL
);

-- What else they can be read as (search_words.h): values of search.term; kind 5
-- is of search.mac_tail.
CREATE TEMP TABLE reading (
	word INTEGER NOT NULL,
	kind INTEGER NOT NULL,
	nearness INTEGER NOT NULL,
	low NOT NULL,
	high NOT NULL
);

-- Kinds of objects to look among. Of several words, some may be true of other
-- kinds than the one that is asked for.
CREATE TEMP TABLE wanted_type (
	type INTEGER PRIMARY KEY,
	is_asked INTEGER NOT NULL
);

-- Snapshots that only their manifest is left of.
CREATE TEMP TABLE pruned (id TEXT PRIMARY KEY) WITHOUT ROWID;

-- All of it as ranges of search.term, the nearest first.
CREATE TEMP TABLE wanted (
	word INTEGER NOT NULL,
	type INTEGER NOT NULL,
	nearness INTEGER NOT NULL,
	kind INTEGER NOT NULL,
	low NOT NULL,
	high NOT NULL,
	PRIMARY KEY (word, type, nearness, kind, low, high)
) WITHOUT ROWID;

-- Objects that fit. One that fits in several ways is told by the nearest.
CREATE TEMP TABLE hit (
	object INTEGER PRIMARY KEY,
	type INTEGER NOT NULL,
	distance INTEGER NOT NULL,       -- of all words together
	nearness INTEGER NOT NULL,       -- of the word that is told:
	is_past INTEGER NOT NULL,
	kind INTEGER NOT NULL,           -- the term
	value NOT NULL,
	field INTEGER NOT NULL
);

-- Why nothing could fit, one sentence. Names may look odd: what some text holds
-- is no mistake.
CREATE TEMP VIEW complaint AS
SELECT '''type'' is none of ' || group_concat(y.word, ', ') AS sentence
FROM   (SELECT word FROM search.type ORDER BY id) y
WHERE  NOT EXISTS (SELECT 1 FROM wanted_type WHERE is_asked)
HAVING count(*) > 0
UNION ALL
SELECT '''' || a.text || ''' is no address or prefix'
FROM   asked a
WHERE  a.is_no_address
AND    NOT EXISTS (SELECT 1 FROM hit)
AND    NOT EXISTS (SELECT 1 FROM wanted w WHERE w.word = a.word AND w.kind = 1)
LIMIT 1;
