-- stated.sql: what people wrote in facts.yaml; second layer of the format of
-- topology.db. observed.sql says what holds for all of it.

CREATE TABLE fact_site (
	id TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	location TEXT, -- selectors: part of sysLocation, part of a device name
	device_name TEXT,
	owner TEXT,
	note TEXT
);

CREATE TABLE fact_site_prefix (
	site TEXT NOT NULL REFERENCES fact_site (id) ON DELETE CASCADE,
	prefix TEXT NOT NULL,
	PRIMARY KEY (site, prefix)
) WITHOUT ROWID;

CREATE TABLE fact_phase (
	id TEXT PRIMARY KEY,
	ordinal INTEGER NOT NULL, -- order in the file
	title TEXT NOT NULL,
	strategy TEXT,            -- core-to-edge, edge-to-core, islands
	scope TEXT,
	start INTEGER,            -- first second of its first day
	finish INTEGER,           -- first second of its last day
	owner TEXT,
	note TEXT
);

CREATE TABLE fact_device (
	name TEXT PRIMARY KEY,
	role TEXT, -- a word of device.role
	site TEXT REFERENCES fact_site (id),
	target_phase TEXT REFERENCES fact_phase (id),
	owner TEXT,
	note TEXT
);

-- Selectors of a stated device; any one that fits is enough.
CREATE TABLE fact_device_match (
	device TEXT NOT NULL REFERENCES fact_device (name) ON DELETE CASCADE,
	kind TEXT NOT NULL CHECK (kind IN
		('name', 'serial', 'chassis', 'mac', 'address')),
	value TEXT NOT NULL,
	PRIMARY KEY (device, kind, value)
) WITHOUT ROWID;
