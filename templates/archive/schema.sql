-- schema.sql: the archive as tables, for the pages and queries of the server.
-- They are filled for each question, in memory, from the log and the manifests.
-- Times are seconds since 1970 UTC; NULL: nobody said.

-- Each snapshot that was ever published.
CREATE TABLE snapshot (
	id TEXT PRIMARY KEY,            -- 20260917T081500Z
	ordinal INTEGER NOT NULL,       -- 1 is the oldest by time
	observed_at INTEGER NOT NULL,   -- the time that the id is
	published_at INTEGER,
	kind TEXT NOT NULL,             -- state, phase-close, final
	phase TEXT,                     -- as declared when it was analysed
	tag TEXT,                       -- it was published with; see tag
	note TEXT,                      -- it was published with; see record
	replaces TEXT,                  -- the id of the snapshot it corrects
	is_latest INTEGER NOT NULL,     -- the newest by time
	is_readable INTEGER NOT NULL,   -- 0: not as published; then the figures
	                                -- below are NULL
	is_pruned INTEGER NOT NULL,     -- only its manifest is left
	is_imported INTEGER NOT NULL,   -- made in another archive
	complete INTEGER,               -- 0: the crawl was cut short
	previous TEXT,                  -- by time, among those with files
	next TEXT,
	devices INTEGER,                -- of all classes
	dual INTEGER,                   -- dual-stack
	v4_only INTEGER,
	v6_only INTEGER,
	none INTEGER,                   -- answered, and have no address
	unknown INTEGER,
	files INTEGER,
	bytes INTEGER,                  -- of all files, as they were published
	state_bytes INTEGER,            -- of topology.db, unpacked
	state_sha256 TEXT,
	manifest_sha256 TEXT NOT NULL,
	root_sha256 TEXT,
	tool TEXT,                      -- twinmap 0.1
	tools TEXT,                     -- JSON: library or program, its version
	figures TEXT                    -- JSON: see the views below
) WITHOUT ROWID;

-- The tags there are, and who bears them now: view tag knows more.
CREATE TABLE bearer (
	name TEXT PRIMARY KEY,
	id TEXT NOT NULL
) WITHOUT ROWID;

-- The main picture of those that ended a phase or bear a tag, for the timeline.
CREATE TABLE picture (
	id TEXT PRIMARY KEY,
	path TEXT NOT NULL              -- in the snapshot
) WITHOUT ROWID;

-- What a page is asked: "id" of a snapshot, "q" of a search ...
CREATE TABLE parameter (
	name TEXT PRIMARY KEY,
	value TEXT
) WITHOUT ROWID;

-- The log: everything that happened, oldest first.
CREATE TABLE record (
	ordinal INTEGER PRIMARY KEY,
	at INTEGER,
	event TEXT NOT NULL,            -- publish, import, tag, note, sign, prune
	id TEXT NOT NULL,
	name TEXT,                      -- the tag; who notes or signs
	text TEXT,                      -- why, what
	log_sha256 TEXT NOT NULL        -- the chain hash
);
CREATE INDEX record_id ON record (id);

-- Each time that a tag was given, also by publishing.
CREATE VIEW tag_history AS
SELECT r.name,
       row_number() OVER (PARTITION BY r.name ORDER BY r.ordinal DESC)
           AS ordinal,                 -- 1 is the last time
       r.id,
       r.at,                           -- NULL: by an older program
       b.id = r.id AS is_current,      -- this snapshot bears it now
       r.event AS how,                 -- publish, import, tag
       r.text AS why                   -- of one given by hand
FROM   record r
JOIN   bearer b ON b.name = r.name
WHERE  r.event IN ('publish', 'import', 'tag');

CREATE VIEW tag AS
SELECT b.name, b.id,
       max(r.at) AS moved_at,          -- when it was given to it last
       (SELECT count(*) FROM record o
        WHERE  o.name = b.name AND o.event IN ('publish', 'import', 'tag'))
           AS times                    -- it was given, to any
FROM   bearer b
JOIN   record r ON r.name = b.name AND r.id = b.id
WHERE  r.event IN ('publish', 'import', 'tag')
GROUP BY b.name;

-- The run that a snapshot came from.
CREATE TEMP VIEW run AS
SELECT id,
       figures ->> '$.started_at' AS started_at,
       figures ->> '$.finished_at' AS finished_at,
       figures ->> '$.facts_sha256' AS facts_sha256,
       figures ->> '$.phase_title' AS phase_title,
       figures -> '$.vantages' AS vantages -- JSON: an array of names
FROM   snapshot;

-- The figures of each snapshot, as table metric of topology.db has them.
CREATE TEMP VIEW metric AS
SELECT s.id, m.key + 1 AS ordinal,
       m.value ->> '$.id' AS metric,       -- K1
       m.value ->> '$.title' AS title,
       m.value ->> '$.part' AS part,
       m.value ->> '$.total' AS total,
       m.value ->> '$.unknown' AS unknown
FROM   snapshot s
JOIN   json_each(s.figures, '$.metrics') m;

-- What devices were asked, by what came back.
CREATE TEMP VIEW coverage AS
SELECT s.id,
       c.value ->> '$.result' AS result,
       c.value ->> '$.questions' AS questions,
       c.value ->> '$.devices' AS devices,
       c.value ->> '$.rows' AS rows,
       c.value ->> '$.refused' AS refused
FROM   snapshot s
JOIN   json_each(s.figures, '$.coverage') c;
