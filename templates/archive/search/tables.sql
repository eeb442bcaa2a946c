-- tables.sql: ARCHIVE/search.db, what the states of an archive say, made to be
-- searched. It follows from the snapshots: to lose it costs the time to make it
-- anew, but for what only pruned snapshots knew.
--
-- A snapshot is named by its time. What stayed the same over many of them stands
-- there once, with the time of the first and of the last (`until`; NULL: it
-- still stands in the newest by time); what went away and came back stands there
-- twice.

-- The snapshots that were read.
CREATE TABLE snapshot (
	observed_at INTEGER PRIMARY KEY, -- seconds since 1970 UTC
	id TEXT NOT NULL,
	manifest_hash TEXT NOT NULL,     -- SHA-256, hex
	is_readable INTEGER NOT NULL     -- 0: its topology.db is of another version
);

-- Kinds of objects, in the order in which answers are shown.
CREATE TABLE type (
	id INTEGER PRIMARY KEY,
	word TEXT NOT NULL UNIQUE,       -- as in ?type=
	heading TEXT NOT NULL
);

INSERT INTO type
VALUES (1, 'device', 'Devices'),
       (2, 'interface', 'Interfaces'),
       (3, 'address', 'Addresses of devices'),
       (4, 'host', 'Hosts'),
       (5, 'neighbour', 'Heard by ARP and ND'),
       (6, 'prefix', 'Prefixes'),
       (7, 'segment', 'Segments'),
       (8, 'vlan', 'VLANs'),
       (9, 'site', 'Sites'),
       (10, 'link', 'Links'),
       (11, 'routed-link', 'Layer 3 links'),
       (12, 'service', 'Services'),
       (13, 'circuit', 'Circuits'),
       (14, 'part', 'Parts of devices'),
       (15, 'bgp-peer', 'BGP peers'),
       (16, 'virtual-router', 'Virtual routers'),
       (17, 'person', 'People'),
       (18, 'project', 'Projects'),
       (19, 'task', 'Tasks and phases');

CREATE TABLE field (
	id INTEGER PRIMARY KEY,
	word TEXT NOT NULL UNIQUE        -- 'serial number'
);

-- Of several that fit alike, the first is told.
INSERT INTO field (word)
VALUES ('name'), ('number'), ('IPv6 address'), ('IPv4 address'),
       ('address'), ('prefix'), ('MAC'), ('serial number');

-- What makes an object the same in two states, as table subject of topology.db.
CREATE TABLE identity (
	type INTEGER NOT NULL,
	key TEXT NOT NULL,
	object INTEGER NOT NULL,
	PRIMARY KEY (type, key)
) WITHOUT ROWID;

CREATE TABLE object (
	id INTEGER PRIMARY KEY,
	type INTEGER NOT NULL,
	above INTEGER                    -- an interface's device: what its words
	                                 -- say is true of this one too
);

-- How it was shown.
CREATE TABLE look (
	object INTEGER NOT NULL,
	since INTEGER NOT NULL,
	until INTEGER,
	name TEXT NOT NULL,
	detail TEXT NOT NULL,
	page TEXT NOT NULL,              -- in the snapshot, with its anchor
	PRIMARY KEY (object, since)
) WITHOUT ROWID;

-- What it is found by. `value` by kind:
--   1 text     text.id
--   2 address  16 bytes, IPv4 mapped
--   3 prefix   the same of its network, and one byte: its length of 128
--   4 MAC      a number of 48 bits
CREATE TABLE term (
	kind INTEGER NOT NULL,
	type INTEGER NOT NULL,
	value NOT NULL,
	is_past INTEGER NOT NULL,        -- 1: `until` is not NULL
	object INTEGER NOT NULL,
	field INTEGER NOT NULL,
	since INTEGER NOT NULL,
	until INTEGER,
	PRIMARY KEY (kind, type, value, is_past, object, field, since)
) WITHOUT ROWID;

-- Each text once for each type, in lower case; the id is type << 40 and a number,
-- so that those of a type are neighbours.
CREATE TABLE text (
	id INTEGER PRIMARY KEY,
	type INTEGER NOT NULL,
	value TEXT NOT NULL,
	UNIQUE (type, value)
);
CREATE VIRTUAL TABLE fragment USING fts5 (value, content = 'text',
	content_rowid = 'id', tokenize = 'trigram case_sensitive 1',
	detail = none, columnsize = 0);

-- MACs by their last digits: the digits in reverse order, as a number.
CREATE TABLE mac_tail (
	tail INTEGER NOT NULL,
	mac INTEGER NOT NULL,
	PRIMARY KEY (tail, mac)
) WITHOUT ROWID;
