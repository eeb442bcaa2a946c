-- findings.sql: derived rows that documents are made of: rules and findings,
-- services, circuits, address space, statuses, metrics, changes, history.
-- derived.sql holds what those follow from.
--
-- Objects are named by subject_type and subject, their stable key: device
-- (device.key), interface (DEVICE KEY '/' NAME), segment, link, routed_link,
-- service (NAME:PORT/PROTO), name (a name of the DNS), circuit (its id), prefix,
-- site, zone (FROM->TO), host (its MAC), project, person ...; table subject knows
-- the name and the page of each.

-- One row a file in topology/rules/ and in DIR/rules/.
CREATE TABLE rule (
	id TEXT PRIMARY KEY,     -- P-02: the name of its file
	title TEXT NOT NULL,     -- first line of its comment
	explanation TEXT,        -- the rest of it
	is_gap INTEGER NOT NULL, -- 1: what is missing may be planned for a phase
	replaces TEXT            -- rules whose findings of the same cause it
	                         -- makes needless: 'I-03, S-14'
);

-- The objects that findings, checks and changes speak of.
CREATE TABLE subject (
	subject_type TEXT NOT NULL,
	subject TEXT NOT NULL,
	name TEXT NOT NULL,      -- shown
	path TEXT,               -- page and anchor; NULL: it has none
	target_phase TEXT,       -- in which it is due; NULL: in the last one
	PRIMARY KEY (subject_type, subject)
) WITHOUT ROWID;

-- What rules said. `state`:
--   open      fires, and is due
--   planned   a gap that is due in a later phase
--   accepted  waived by somebody until a day
--   replaced  another finding of the same cause says it
--   unknown   cannot be decided; the sentence says why
CREATE TABLE finding (
	id INTEGER PRIMARY KEY,
	rule TEXT NOT NULL REFERENCES rule (id),
	subject_type TEXT NOT NULL,
	subject TEXT NOT NULL,
	cause TEXT,              -- the subject unless the rule says another
	verdict TEXT NOT NULL CHECK (verdict IN ('fires', 'unknown')),
	severity TEXT NOT NULL CHECK (severity IN ('E', 'W', 'I')),
	sentence TEXT NOT NULL,
	coverage INTEGER REFERENCES coverage (id), -- evidence: one of these, or
	probe INTEGER REFERENCES probe (id),       -- facts (both NULL)
	state TEXT NOT NULL DEFAULT 'open' CHECK (state IN
		('open', 'planned', 'accepted', 'replaced', 'unknown')),
	target_phase TEXT,       -- of its subject
	is_overdue INTEGER NOT NULL DEFAULT 0, -- 1: a phase is declared, and that
	                         -- phase has come
	waived_until INTEGER,    -- also of a waiver that has run out
	waived_by TEXT,
	waived_reason TEXT,
	key TEXT                 -- rule and subject, to find it in another state
);
CREATE INDEX finding_subject ON finding (subject_type, subject);
CREATE INDEX finding_rule ON finding (rule, subject);

-- Stated services with what the probes say.
CREATE TABLE service (
	id INTEGER PRIMARY KEY,
	key TEXT NOT NULL,       -- 'www:443/tcp'
	slug TEXT NOT NULL,
	name TEXT NOT NULL,      -- 'www:443'
	fqdn TEXT,
	kind TEXT NOT NULL,      -- fact_service.kind
	device INTEGER REFERENCES device (id),
	target_phase TEXT,
	class TEXT NOT NULL CHECK (class IN ('dual-stack', 'IPv4 only',
		'IPv6 only', 'broken', 'unpublished', 'none', 'unknown')),
	class_note TEXT
);

-- The steps of each family: 1 yes, 0 no, NULL unknown; each with its probe.
CREATE TABLE service_family (
	service INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	ip TEXT,                 -- that was probed
	is_published INTEGER,    -- an A or AAAA record has it
	is_reachable INTEGER,    -- T1
	is_operational INTEGER,  -- T3; of DNS D2
	published_probe INTEGER REFERENCES probe (id),
	reachable_probe INTEGER REFERENCES probe (id),
	operational_probe INTEGER REFERENCES probe (id),
	why TEXT,                -- why one is unknown
	PRIMARY KEY (service, family)
) WITHOUT ROWID;

CREATE TABLE circuit (
	id TEXT PRIMARY KEY,     -- fact_circuit.id
	slug TEXT NOT NULL,
	device INTEGER REFERENCES device (id),
	interface INTEGER REFERENCES interface (id),
	segment INTEGER REFERENCES segment (id),
	routed_ipv4 INTEGER,     -- a default route, or a BGP session that is up
	routed_ipv6 INTEGER,
	class TEXT NOT NULL CHECK (class IN ('dual-stack', 'partial',
		'IPv4 only', 'IPv6 only', 'none', 'unknown')),
	class_note TEXT,
	coverage INTEGER REFERENCES coverage (id) -- evidence
);

-- Address space: all prefixes that are owned, planned or observed, as a tree.
CREATE TABLE space (
	id INTEGER PRIMARY KEY,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	prefix TEXT NOT NULL,
	prefix_key BLOB NOT NULL,
	length INTEGER NOT NULL,
	vrf TEXT NOT NULL DEFAULT '', -- '': the main table
	key TEXT NOT NULL,       -- the prefix; in a VRF 'PREFIX in VRF'
	slug TEXT NOT NULL,
	parent INTEGER REFERENCES space (id), -- longest that contains it
	depth INTEGER NOT NULL,  -- 0: no parent
	is_own INTEGER NOT NULL, -- where it comes from; one at least is 1
	is_planned INTEGER NOT NULL,
	is_observed INTEGER NOT NULL,
	stated_as TEXT CHECK (stated_as IN ('own', 'plan', 'circuit')), -- what
	                         -- is stated of it or of one that contains it
	status TEXT NOT NULL CHECK (status IN ('container', 'active', 'reserved',
		'deprecated', 'planned-only', 'observed-only')),
	site TEXT,
	vlan INTEGER,
	role TEXT,
	use TEXT,
	segment INTEGER REFERENCES segment (id),
	used INTEGER,    -- IPv4: addresses seen; of a container addresses of
	                 -- its children
	usable INTEGER,  -- IPv4: addresses that it has to give
	nets_used INTEGER, -- IPv6 containers: /64s in use
	next_free TEXT   -- IPv6 containers: next free block on a nibble
);
CREATE UNIQUE INDEX space_of_key ON space (key);
CREATE INDEX space_parent ON space (parent);
CREATE INDEX space_key ON space (prefix_key);

-- The sections of the guide, as rows of the board.
CREATE TABLE section (
	id TEXT PRIMARY KEY,     -- uplinks: the name of its page
	ordinal INTEGER NOT NULL,
	title TEXT NOT NULL,
	owner TEXT,
	status TEXT CHECK (status IN ('done', 'partial', 'missing', 'unknown',
		'not applicable')),
	badge TEXT CHECK (badge IN ('observed', 'stated', 'both')),
	confirmed INTEGER,       -- checks: of all this many
	absent INTEGER,
	unobserved INTEGER,
	total INTEGER,
	reason TEXT              -- why it does not apply, by whom it was said
);

-- One check of one object, from topology/checks/ID.sql.
CREATE TABLE status_check (
	id INTEGER PRIMARY KEY,
	section TEXT NOT NULL REFERENCES section (id),
	item TEXT,               -- checklist_item.id, when it is one
	name TEXT NOT NULL,      -- what is checked, in words
	subject_type TEXT,
	subject TEXT,
	value TEXT NOT NULL CHECK (value IN ('true', 'false', 'unknown')),
	reason TEXT,             -- of unknown: A word of probe.reason
	sentence TEXT NOT NULL,  -- what was seen
	source TEXT NOT NULL CHECK (source IN ('observed', 'stated')),
	coverage INTEGER REFERENCES coverage (id),
	probe INTEGER REFERENCES probe (id)
);
CREATE INDEX status_check_section ON status_check (section);

-- The questions to providers, and what stands of each for each circuit.
CREATE TABLE checklist_item (
	id TEXT PRIMARY KEY,     -- REQ1
	ordinal INTEGER NOT NULL,
	part TEXT NOT NULL,      -- requirements, circuit, routing, services
	question TEXT NOT NULL,
	answer_type TEXT NOT NULL, -- yn, yn!, yn+txt, txt, list, len, pct, date
	class TEXT NOT NULL CHECK (class IN ('E', 'H', 'EH')),
	is_turned INTEGER NOT NULL DEFAULT 0, -- 1: "no" is what serves IPv6
	evidence TEXT            -- what could show it, in words; NULL: nothing
);

CREATE TABLE checklist_status (
	circuit TEXT NOT NULL REFERENCES circuit (id),
	item TEXT NOT NULL REFERENCES checklist_item (id),
	answer TEXT,             -- yes, partly, no, n-a, none
	answer_text TEXT,
	answered_by TEXT,
	answered_on INTEGER,
	evidence TEXT NOT NULL CHECK (evidence IN
		('done', 'partial', 'missing', 'unknown')),
	status TEXT NOT NULL CHECK (status IN ('done', 'partial', 'missing',
		'unknown', 'not applicable')),
	is_conflict INTEGER NOT NULL, -- 1: answer and evidence disagree
	qualifier TEXT,          -- 'stated', 'stated, not confirmed',
	                         -- 'not signed off'
	badge TEXT CHECK (badge IN ('observed', 'stated', 'both')),
	PRIMARY KEY (circuit, item)
) WITHOUT ROWID;

-- Figures. A share is 1000 * part / known in tenths of a percent, half up;
-- known = total - unknown; its band goes from part / total to (part + unknown) /
-- total.
CREATE TABLE metric (
	id TEXT PRIMARY KEY,     -- K1, K8; K11 with the severity: K11-E
	ordinal INTEGER NOT NULL,
	title TEXT NOT NULL,
	part INTEGER,            -- numerator; NULL: could not be measured
	total INTEGER,
	unknown INTEGER,
	share INTEGER,           -- tenths of a percent
	low INTEGER,
	high INTEGER,
	note TEXT                -- how it was counted, or why it was not
);

-- The parts that metrics are made of: objects by class.
CREATE TABLE metric_class (
	metric TEXT NOT NULL REFERENCES metric (id),
	class TEXT NOT NULL,
	objects INTEGER NOT NULL,
	PRIMARY KEY (metric, class)
) WITHOUT ROWID;

-- Metrics of this state and of those before, copied forward by
-- analyse --previous.
CREATE TABLE history (
	snapshot TEXT NOT NULL,  -- YYYYMMDDTHHMMSSZ
	observed_at INTEGER NOT NULL,
	phase TEXT,
	metric TEXT NOT NULL,    -- metric.id, or metric.id '/' class
	part INTEGER,
	total INTEGER,
	unknown INTEGER,
	PRIMARY KEY (snapshot, metric)
) WITHOUT ROWID;

-- When an object was first and last seen, copied forward likewise. Never a
-- claim that it still exists.
CREATE TABLE seen (
	subject_type TEXT NOT NULL,
	subject TEXT NOT NULL,
	first_seen INTEGER NOT NULL,
	last_seen INTEGER NOT NULL,
	last_before INTEGER, -- in the states before this one; NULL: in none
	PRIMARY KEY (subject_type, subject)
) WITHOUT ROWID;

-- What differs from the state of --previous (compare.sql), in words and as
-- values. `kind`: regression, transition, added, not observed, removed,
-- renumbered, lost, solved, new, open, waived, answer, coverage, metric.
CREATE TABLE change (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL,
	subject_type TEXT NOT NULL,
	subject TEXT NOT NULL,
	name TEXT NOT NULL,
	before TEXT,
	after TEXT,
	sentence TEXT NOT NULL
);
CREATE INDEX change_kind ON change (kind, subject_type);

-- How many objects went from which class to which.
CREATE TABLE change_class (
	subject_type TEXT NOT NULL, -- device, segment, service, circuit
	before TEXT NOT NULL,       -- class; 'absent'
	after TEXT NOT NULL,
	objects INTEGER NOT NULL,
	PRIMARY KEY (subject_type, before, after)
) WITHOUT ROWID;

-- Where on the pages the evidence stands: the anchors of coverage.question on a
-- device's page and of probes on their page. Made of content, never of row ids.
-- A question also has how many devices gave which answer: coverage.result.
CREATE TABLE question (
	question TEXT PRIMARY KEY,
	anchor TEXT NOT NULL UNIQUE, -- 'asked-ip-mib-ipaddresstable'
	devices INTEGER NOT NULL,
	with_rows INTEGER NOT NULL,
	empty INTEGER NOT NULL,
	not_implemented INTEGER NOT NULL,
	no_answer INTEGER NOT NULL,
	cut_short INTEGER NOT NULL,
	refused INTEGER NOT NULL     -- rows
) WITHOUT ROWID;
CREATE TABLE probe_anchor (
	probe INTEGER PRIMARY KEY REFERENCES probe (id) ON DELETE CASCADE,
	anchor TEXT NOT NULL UNIQUE -- 'probe-t1-6-443-www-marlin-example'
);

-- Who is taken for a router of IPv6 and is none that is known (security.sql).
CREATE TABLE unexpected_router (
	segment INTEGER NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
	device INTEGER NOT NULL REFERENCES device (id), -- that believes it
	ip TEXT NOT NULL,
	mac TEXT,
	told_by TEXT NOT NULL,   -- default router, router flag, route
	prefix TEXT,             -- of a route
	lifetime INTEGER,        -- seconds that were left
	is_certain INTEGER NOT NULL, -- 0: the gateways there were not observed,
	                         -- or its MAC
	coverage INTEGER REFERENCES coverage (id)
);

-- Messages of ICMPv6 as agents had counted them in the state of --previous, by a
-- strong identity of theirs (recall.sql).
CREATE TABLE icmp_before (
	kind TEXT NOT NULL,      -- as device_identity
	value TEXT NOT NULL,
	type INTEGER NOT NULL,   -- 134 router advertisement, 137 redirect
	received INTEGER NOT NULL,
	observed_at INTEGER NOT NULL,
	PRIMARY KEY (kind, value, type)
) WITHOUT ROWID;

-- What is stated to protect each LAN, by its VLAN or by a device (security.sql).
CREATE TABLE lan_control (
	segment INTEGER NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
	control TEXT NOT NULL,   -- as in fact_security_control
	state TEXT NOT NULL,     -- on, off, planned, n-a
	reviewed INTEGER,
	device INTEGER REFERENCES device (id), -- of which it is stated; NULL: of the
	                         -- VLAN
	PRIMARY KEY (segment, control)
) WITHOUT ROWID;
