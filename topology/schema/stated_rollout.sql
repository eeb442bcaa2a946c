-- stated_rollout.sql: what people wrote in facts.yaml, of the way: phases,
-- tasks, answers, people. stated.sql says what holds for all of it.

CREATE TABLE fact_phase (
	id TEXT PRIMARY KEY,
	ordinal INTEGER NOT NULL, -- order in the file
	title TEXT NOT NULL,
	strategy TEXT CHECK (strategy IN
		('core-to-edge', 'edge-to-core', 'islands')),
	scope TEXT,
	start INTEGER,
	finish INTEGER,           -- its last day
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

CREATE TABLE fact_phase_exit (
	phase TEXT NOT NULL REFERENCES fact_phase (id) ON DELETE CASCADE,
	ordinal INTEGER NOT NULL,
	text TEXT NOT NULL,       -- a condition in words
	PRIMARY KEY (phase, ordinal)
) WITHOUT ROWID;

CREATE TABLE fact_task (
	id TEXT PRIMARY KEY,
	phase TEXT REFERENCES fact_phase (id),
	title TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('open', 'doing', 'done')),
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- Answers to the checklist, of a circuit or of a provider.
CREATE TABLE fact_answer (
	item TEXT NOT NULL,       -- a checklist_item.id
	circuit TEXT REFERENCES fact_circuit (id),
	provider TEXT,
	value TEXT,               -- yes, partly, no, n-a, none; else a number
	text TEXT,
	by_name TEXT,             -- `by` in the file
	date INTEGER,
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- Statements of makers; with a category, answers to the requirements on a kind
-- of equipment.
CREATE TABLE fact_vendor (
	name TEXT NOT NULL,
	model TEXT,               -- NULL: all of theirs
	category TEXT,            -- host, switch, router, security, cpe ...
	statement INTEGER,        -- 1: they state that it supports IPv6
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- What the plan is made of, in words.
CREATE TABLE fact_plan_item (
	ordinal INTEGER PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind IN ('objective', 'scope', 'timeline',
		'stakeholder', 'requirement', 'assumption', 'resource')),
	text TEXT NOT NULL,
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

CREATE TABLE fact_person (
	role TEXT NOT NULL,       -- project manager, advisor ...
	name TEXT NOT NULL,
	firm TEXT,
	contract TEXT,
	skill TEXT,
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- Procedures and policies: documents that are kept elsewhere.
CREATE TABLE fact_procedure (
	title TEXT PRIMARY KEY,
	kind TEXT CHECK (kind IN ('procedure', 'security policy')),
	link TEXT,
	version TEXT,
	reviewed INTEGER,         -- day
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

CREATE TABLE fact_activity (
	ordinal INTEGER PRIMARY KEY,
	date INTEGER NOT NULL,
	text TEXT NOT NULL,
	by_name TEXT,
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

CREATE TABLE fact_project (
	name TEXT PRIMARY KEY,
	requires_ipv6 TEXT CHECK (requires_ipv6 IN ('yes', 'no', 'exempt')),
	evidence TEXT,
	state TEXT CHECK (state IN ('open', 'closed')), -- NULL: open
	signed_by TEXT,           -- of an exemption
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- Findings that somebody accepts until a day.
CREATE TABLE fact_waiver (
	finding TEXT NOT NULL,    -- a rule.id
	object TEXT NOT NULL,     -- name or key of what it was found on
	reason TEXT NOT NULL,
	by_name TEXT NOT NULL,
	until INTEGER NOT NULL,   -- its last day
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- Pages that somebody signed as true.
CREATE TABLE fact_signoff (
	page TEXT NOT NULL,
	by_name TEXT NOT NULL,
	date INTEGER NOT NULL,
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);
