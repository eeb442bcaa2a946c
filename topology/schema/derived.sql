-- derived.sql: what follows from the observed and the stated rows; third
-- layer of the format of topology.db. observed.sql says what holds for all of it.

CREATE TABLE site (
	id TEXT PRIMARY KEY,
	slug TEXT NOT NULL,
	name TEXT NOT NULL,
	source TEXT NOT NULL CHECK (source IN ('facts', 'sysLocation', 'none'))
);

-- Links between two ports: from what neighbour protocols said, or inferred from
-- forwarding tables and the spanning tree.
CREATE TABLE link (
	id INTEGER PRIMARY KEY,
	key TEXT,             -- the sorted keys of both ends
	slug TEXT,
	a_device INTEGER NOT NULL REFERENCES device (id),
	a_interface INTEGER REFERENCES interface (id),
	b_device INTEGER NOT NULL REFERENCES device (id),
	b_interface INTEGER REFERENCES interface (id),
	protocols TEXT NOT NULL, -- 'lldp', 'cdp, lldp', 'fdb, stp'
	evidence TEXT NOT NULL CHECK (evidence IN
		('confirmed from both ends', 'one-sided', 'inferred')),
	matched_by TEXT NOT NULL, -- what made it so, in words
	cloud INTEGER REFERENCES cloud (id), -- NULL: a cable
	class TEXT,     -- of its segment, else of its weaker end, for its stroke
	class_note TEXT
);
CREATE INDEX link_a ON link (a_device);
CREATE INDEX link_b ON link (b_device);

-- Lines that three or more ports of bridges share: what stands in the middle, a
-- hub, a radio, a switch nobody could read, is no device, only this row.
CREATE TABLE cloud (
	id INTEGER PRIMARY KEY,
	key TEXT,  -- the sorted keys of its ports
	slug TEXT,
	ports INTEGER NOT NULL,
	protocols TEXT NOT NULL -- 'fdb', 'fdb, stp', 'stp'
);

CREATE TABLE cloud_port (
	cloud INTEGER NOT NULL REFERENCES cloud (id) ON DELETE CASCADE,
	interface INTEGER NOT NULL REFERENCES interface (id),
	device INTEGER NOT NULL REFERENCES device (id),
	is_head INTEGER NOT NULL, -- 1: links lead from the others to this one
	PRIMARY KEY (cloud, interface)
) WITHOUT ROWID;
CREATE INDEX cloud_port_interface ON cloud_port (interface);

-- Which adjacency rows speak for a link.
CREATE TABLE link_evidence (
	link INTEGER NOT NULL REFERENCES link (id) ON DELETE CASCADE,
	adjacency INTEGER NOT NULL REFERENCES adjacency (id),
	PRIMARY KEY (link, adjacency)
) WITHOUT ROWID;
CREATE INDEX link_evidence_adjacency ON link_evidence (adjacency);

-- Interfaces that share a prefix, whatever its family: one LAN or one
-- point-to-point link.
CREATE TABLE segment (
	id INTEGER PRIMARY KEY,
	key TEXT,  -- site and VLAN, or the sorted keys of its ends
	slug TEXT,
	name TEXT,
	kind TEXT NOT NULL CHECK (kind IN ('lan', 'p2p')),
	site TEXT,    -- REFERENCES site (id)
	vlan INTEGER, -- of its gateways, when they agree
	ipv4_ends INTEGER NOT NULL DEFAULT 0, -- ends seen with a usable address
	ipv6_ends INTEGER NOT NULL DEFAULT 0,
	class TEXT CHECK (class IN
		('dual-stack', 'IPv4 only', 'IPv6 only', 'none', 'unknown')),
	class_note TEXT, -- 'half', 'prefixes differ', 'no gateway observed' ...
	is_stated INTEGER NOT NULL DEFAULT 0 -- 1: the plan has it and its
	              -- prefixes; nothing of it was observed
);

CREATE TABLE segment_prefix (
	segment INTEGER NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	prefix TEXT NOT NULL,
	prefix_key BLOB NOT NULL,
	PRIMARY KEY (segment, prefix)
) WITHOUT ROWID;
CREATE INDEX segment_prefix_prefix ON segment_prefix (prefix);

-- Interfaces on a segment. An end that only ARP or ND shows has a mac, no
-- interface, and a device when it is known whose mac that is.
CREATE TABLE segment_end (
	id INTEGER PRIMARY KEY,
	segment INTEGER NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
	device INTEGER REFERENCES device (id),
	interface INTEGER REFERENCES interface (id),
	mac TEXT,
	is_gateway INTEGER NOT NULL DEFAULT 0, -- forwards packets for the others
	has_ipv4 INTEGER NOT NULL DEFAULT 0,
	has_ipv6 INTEGER NOT NULL DEFAULT 0,
	ipv6_sayable INTEGER NOT NULL DEFAULT 0, -- 1: absence may be believed
	ipv4_sayable INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX segment_end_segment ON segment_end (segment);
CREATE INDEX segment_end_interface ON segment_end (interface);
CREATE INDEX segment_end_device ON segment_end (device);

-- Devices that something says are phones (phones.sql).
CREATE TABLE phone (
	device INTEGER PRIMARY KEY REFERENCES device (id),
	points INTEGER NOT NULL,   -- the weights of its signs together
	is_phone INTEGER NOT NULL, -- 1: they are enough
	evidence TEXT NOT NULL     -- the signs, in words
);

-- Hosts: MACs on a segment that are none of the devices that answered, by ARP,
-- ND and forwarding tables.
CREATE TABLE host (
	id INTEGER PRIMARY KEY,
	segment INTEGER REFERENCES segment (id) ON DELETE CASCADE, -- NULL: only
	                -- a bridge heard it, in a VLAN without a known segment
	mac TEXT NOT NULL,
	device INTEGER REFERENCES device (id), -- that LLDP or the facts name
	class TEXT CHECK (class IN
		('dual-stack', 'IPv4 only', 'IPv6 only', 'none', 'unknown')),
	class_note TEXT,
	vendor TEXT,    -- of the MAC, when analyse had the registry of the IEEE
	is_local_mac INTEGER NOT NULL, -- 1: its owner made it up, it has no vendor
	vlan INTEGER,   -- in which the port heard it
	switch INTEGER REFERENCES device (id),  -- NULL: in no forwarding table
	port INTEGER REFERENCES interface (id),
	port_macs INTEGER,  -- heard on that port, its own among them
	is_access INTEGER,  -- 0: behind another switch, not read
	behind INTEGER REFERENCES device (id), -- phone or access point between
	UNIQUE (segment, mac)
);
CREATE INDEX host_mac ON host (mac);
CREATE INDEX host_switch ON host (switch);
CREATE INDEX host_device ON host (device);
CREATE INDEX host_behind ON host (behind);

-- Their addresses, as gateways heard them.
CREATE TABLE host_address (
	host INTEGER NOT NULL REFERENCES host (id) ON DELETE CASCADE,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	ip TEXT NOT NULL,
	ip_key BLOB NOT NULL,
	kind TEXT NOT NULL, -- as neighbour.kind
	is_temporary INTEGER NOT NULL, -- 1: one of several that look random
	PRIMARY KEY (host, ip)
) WITHOUT ROWID;

-- Links of layer 3, whatever protocol told them. Without interfaces: a BGP
-- session over loopbacks or over other routers.
CREATE TABLE routed_link (
	id INTEGER PRIMARY KEY,
	key TEXT,             -- the sorted keys of both ends
	slug TEXT,
	a_device INTEGER NOT NULL REFERENCES device (id),
	a_interface INTEGER REFERENCES interface (id),
	b_device INTEGER NOT NULL REFERENCES device (id),
	b_interface INTEGER REFERENCES interface (id),
	protocols TEXT NOT NULL, -- 'ND, OSPFv2, OSPFv3, shared prefix'
	ipv4 INTEGER NOT NULL,   -- 1: it carries the family
	ipv6 INTEGER NOT NULL,
	evidence TEXT NOT NULL CHECK (evidence IN
		('confirmed from both ends', 'one-sided', 'inferred')),
	segment INTEGER REFERENCES segment (id)
);
CREATE INDEX routed_link_a ON routed_link (a_device);
CREATE INDEX routed_link_b ON routed_link (b_device);

-- What they follow from: whom each device says it has beside it.
CREATE TABLE routed_neighbour (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL REFERENCES device (id),
	interface INTEGER REFERENCES interface (id),
	protocol TEXT NOT NULL, -- OSPFv2, OSPFv3, IS-IS, BGP, ARP, ND, shared
	                        -- prefix (both have one: nobody said it)
	family INTEGER,
	ip TEXT,                -- the far end's
	remote_id TEXT,         -- router id or system id
	is_up INTEGER NOT NULL, -- 0: the protocol says that it is down
	far_device INTEGER REFERENCES device (id),
	far_interface INTEGER REFERENCES interface (id),
	matched_by TEXT, -- how far_device was found, or why it was not
	routed_link INTEGER REFERENCES routed_link (id)
);
CREATE INDEX routed_neighbour_device ON routed_neighbour (device);
CREATE INDEX routed_neighbour_link ON routed_neighbour (routed_link);
