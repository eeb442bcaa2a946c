-- stated.sql: what people wrote in facts.yaml, of the network itself; with
-- stated_rollout.sql the second layer of the format of topology.db.
-- observed.sql says what holds for all of it.
--
-- Any record may have an owner, the day it is due, a note and a reference (a
-- link or a document's name). Days are the first second of the day, UTC. Flags
-- are 1 yes, 0 no; NULL: not stated. What is dated after the state is not kept.

CREATE TABLE fact_site (
	id TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	match_location TEXT, -- selectors: part of sysLocation, part of a
	match_name TEXT,     -- device's name
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

CREATE TABLE fact_site_prefix (
	site TEXT NOT NULL REFERENCES fact_site (id) ON DELETE CASCADE,
	prefix TEXT NOT NULL,
	PRIMARY KEY (site, prefix)
) WITHOUT ROWID;

CREATE TABLE fact_device (
	name TEXT PRIMARY KEY,
	role TEXT, -- a word of device.role
	site TEXT REFERENCES fact_site (id),
	target_phase TEXT REFERENCES fact_phase (id),
	capability INTEGER,  -- 1 no IPv6, never; 2 none, may be replaced;
	                     -- 3 by an update; 4 has it, not enabled; 5 in use
	replace_by INTEGER,  -- day
	retired INTEGER,     -- day: it was taken away, its absence is no loss
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- Selectors of a stated device; any one that fits is enough.
CREATE TABLE fact_device_match (
	device TEXT NOT NULL REFERENCES fact_device (name) ON DELETE CASCADE,
	kind TEXT NOT NULL CHECK (kind IN
		('name', 'serial', 'chassis', 'mac', 'address')),
	value TEXT NOT NULL,
	PRIMARY KEY (device, kind, value)
) WITHOUT ROWID;

-- Lines to providers and between sites, as contracted.
CREATE TABLE fact_circuit (
	id TEXT PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind IN ('uplink', 'wan')),
	provider TEXT,
	contract TEXT,
	device TEXT,         -- name of ours at its end
	interface TEXT,      -- its ifName
	bandwidth INTEGER,   -- bits per second
	provider_as INTEGER,
	sla_v4_avail TEXT,   -- percent, as in the contract: '99.9'
	sla_v4_latency_ms REAL,
	sla_v4_loss_pct REAL,
	sla_v4_jitter_ms REAL,
	sla_v6_avail TEXT,
	sla_v6_latency_ms REAL,
	sla_v6_loss_pct REAL,
	sla_v6_jitter_ms REAL,
	target_phase TEXT REFERENCES fact_phase (id),
	start INTEGER,
	finish INTEGER,
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- Prefixes of the line itself (its own need not be ours), and addresses to
-- measure through it.
CREATE TABLE fact_circuit_prefix (
	circuit TEXT NOT NULL REFERENCES fact_circuit (id) ON DELETE CASCADE,
	prefix TEXT NOT NULL,
	PRIMARY KEY (circuit, prefix)
) WITHOUT ROWID;

CREATE TABLE fact_circuit_target (
	circuit TEXT NOT NULL REFERENCES fact_circuit (id) ON DELETE CASCADE,
	ip TEXT NOT NULL,
	PRIMARY KEY (circuit, ip)
) WITHOUT ROWID;

-- Address space that is ours.
CREATE TABLE fact_own_prefix (
	prefix TEXT PRIMARY KEY,
	kind TEXT CHECK (kind IN ('PI', 'PA', 'LIR', 'ULA', 'private')),
	source TEXT,         -- who gave it
	registry_ref TEXT,
	announce INTEGER,
	upstream TEXT,       -- provider of PA space
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- What the address plan says of a part of it.
CREATE TABLE fact_plan_prefix (
	prefix TEXT NOT NULL, -- once in each VRF
	site TEXT REFERENCES fact_site (id),
	vlan INTEGER,
	use TEXT,            -- in words: STAFF
	role TEXT CHECK (role IN ('container', 'lan', 'p2p', 'loopback')),
	status TEXT CHECK (status IN
		('container', 'active', 'reserved', 'deprecated')),
	vrf TEXT,
	target_phase TEXT REFERENCES fact_phase (id),
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);
CREATE UNIQUE INDEX fact_plan_prefix_key
ON fact_plan_prefix (prefix, COALESCE(vrf, ''));

CREATE INDEX fact_plan_prefix_vlan ON fact_plan_prefix (vlan, site);

-- One row at most: how a VLAN's number stands in its prefix.
CREATE TABLE fact_numbering (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	rule TEXT NOT NULL CHECK (rule IN ('none', 'vlan-decimal', 'vlan-hex'))
);

-- How hosts of a VLAN get their IPv6 addresses.
CREATE TABLE fact_ra_model (
	vlan INTEGER NOT NULL,
	site TEXT REFERENCES fact_site (id), -- NULL: every site's VLAN
	model TEXT NOT NULL CHECK (model IN
		('static', 'slaac', 'slaac+dhcp-info', 'dhcp')),
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- Routers that may advertise themselves in a VLAN beside its gateways.
CREATE TABLE fact_expect_router (
	vlan INTEGER NOT NULL,
	site TEXT REFERENCES fact_site (id),
	mac TEXT,
	link_local TEXT,
	device TEXT,
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- VLANs that the plan keeps without IPv6.
CREATE TABLE fact_ipv4_only (
	vlan INTEGER NOT NULL,
	site TEXT REFERENCES fact_site (id),
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- Tunnels that are meant to be there.
CREATE TABLE fact_tunnel (
	device TEXT NOT NULL,
	interface TEXT NOT NULL,
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- VLANs or prefixes from which devices are managed, and the administrators' LAN.
CREATE TABLE fact_management (
	vlan INTEGER,
	site TEXT REFERENCES fact_site (id),
	prefix TEXT,
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

CREATE TABLE fact_pilot (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	vlan INTEGER NOT NULL,
	site TEXT REFERENCES fact_site (id),
	lessons TEXT,
	target_phase TEXT REFERENCES fact_phase (id),
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

CREATE TABLE fact_pilot_member (
	name TEXT PRIMARY KEY -- of a person or a device
) WITHOUT ROWID;

-- Where a table of neighbours ends, as its device is set up.
CREATE TABLE fact_nd_limit (
	device TEXT NOT NULL,
	interface TEXT,      -- NULL: of the whole device
	entries INTEGER NOT NULL,
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- What a service is called and where it answers: NAME.ZONE, port.
CREATE TABLE fact_service (
	name TEXT NOT NULL,
	port INTEGER NOT NULL,
	proto TEXT NOT NULL DEFAULT 'tcp' CHECK (proto IN ('tcp', 'udp')),
	zone TEXT,
	kind TEXT CHECK (kind IN ('dns', 'http', 'https', 'smtp', 'submission',
		'imap', 'imaps', 'sip', 'sips', 'ssh', 'tcp')), -- NULL: by port
	exposure TEXT CHECK (exposure IN ('public', 'internal')),
	device TEXT,         -- on which it runs; NULL: who has its addresses
	test_name TEXT,      -- under which IPv6 is tried first
	sip_options INTEGER, -- 1: SIP OPTIONS may be sent to it
	target_phase TEXT REFERENCES fact_phase (id),
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (name, port, proto)
) WITHOUT ROWID;

CREATE TABLE fact_dns_zone (
	zone TEXT PRIMARY KEY, -- forward or ip6.arpa, in-addr.arpa
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

CREATE TABLE fact_dns_zone_server (
	zone TEXT NOT NULL REFERENCES fact_dns_zone (zone) ON DELETE CASCADE,
	server TEXT NOT NULL, -- name or address
	PRIMARY KEY (zone, server)
) WITHOUT ROWID;

-- Resolvers that the collector asks, and addresses that prove that a family of
-- its own works.
CREATE TABLE fact_resolver (
	address TEXT PRIMARY KEY,
	site TEXT REFERENCES fact_site (id),
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

CREATE TABLE fact_reference_target (
	address TEXT PRIMARY KEY,
	port INTEGER, -- of TCP; NULL: it answers echo requests
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- From where the collector looks.
CREATE TABLE fact_vantage (
	name TEXT PRIMARY KEY,
	vlan INTEGER,
	site TEXT REFERENCES fact_site (id),
	zone TEXT,
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- Ports that policy closes towards a vantage.
CREATE TABLE fact_zone_test (
	target TEXT NOT NULL, -- device name or address
	port INTEGER NOT NULL,
	vantage TEXT NOT NULL REFERENCES fact_vantage (name),
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

CREATE TABLE fact_zone_policy (
	from_zone TEXT NOT NULL,
	to_zone TEXT NOT NULL,
	v4 INTEGER,
	v6 INTEGER,
	reviewed INTEGER,    -- day
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT,
	PRIMARY KEY (from_zone, to_zone)
) WITHOUT ROWID;

CREATE TABLE fact_security_control (
	vlan INTEGER,
	site TEXT REFERENCES fact_site (id),
	device TEXT,
	control TEXT NOT NULL CHECK (control IN ('ra-guard', 'dhcpv6-guard',
		'nd-cache-limit', 'source-guard', 'icmpv6-policy')),
	state TEXT NOT NULL CHECK (state IN ('on', 'off', 'planned', 'n-a')),
	reviewed INTEGER,    -- day
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

-- What monitoring watches, in which family, and the tools that do it.
CREATE TABLE fact_monitor (
	object TEXT PRIMARY KEY, -- name of a device, service or circuit
	v4 INTEGER,
	v6 INTEGER,
	alert TEXT,          -- in words: how an alert of IPv6 was tried
	alert_tested INTEGER, -- day
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

CREATE TABLE fact_tool (
	name TEXT PRIMARY KEY,
	kind TEXT,           -- monitoring, log, ids, ipam, ticket ...
	reads_ipv6 INTEGER,
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);

CREATE TABLE fact_voice (
	vlan INTEGER NOT NULL,
	site TEXT REFERENCES fact_site (id),
	registrar TEXT,      -- device or service name
	trunk TEXT,          -- its provider
	trunk_ipv6 TEXT CHECK (trunk_ipv6 IN ('yes', 'no', 'planned')),
	emergency TEXT,      -- where emergency calls are told to come from
	owner TEXT,
	due INTEGER,
	note TEXT,
	ref TEXT
);
