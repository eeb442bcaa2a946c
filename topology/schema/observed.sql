-- observed.sql: what the crawl saw; with bridging.sql, lldp.sql, routing.sql,
-- traffic.sql and probes.sql the first layer of the format of topology.db.
--
-- One file holds one state of one network, in three layers. OBSERVED rows are
-- written by twinmap discover and twinmap probe and never changed after. STATED
-- rows (stated.sql, stated_rollout.sql) are what people wrote in facts.yaml.
-- DERIVED rows (derived.sql, findings.sql) and columns follow from the other two;
-- twinmap analyse drops and rebuilds them in one transaction.
--
-- NULL means "the device did not say". Times are seconds since 1970 UTC. An
-- address stands twice: `ip` is RFC 5952 text, `ip_key` 16 bytes (IPv4 as
-- ::ffff:a.b.c.d) that sort and compare. MACs are lower-case text with colons.
-- Words of MIBs are kept as words (unicast, up, reachable ...).

-- One row: the run that wrote this file.
CREATE TABLE meta (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	observed_at INTEGER NOT NULL, -- the one clock of rules and pages; --at
	started_at INTEGER NOT NULL,  -- of the crawl, by the collector's clock
	finished_at INTEGER,
	complete INTEGER NOT NULL DEFAULT 0, -- 0: the crawl was cut short
	tool TEXT NOT NULL,           -- name and version of the program
	enterprise TEXT,              -- stated: facts.yaml
	phase TEXT,                   -- stated: analyse --phase; a fact_phase.id
	previous_id TEXT, -- stated: analyse --previous; its YYYYMMDDTHHMMSSZ
	previous_hash TEXT,           -- SHA-256 of that file, hex
	facts_hash TEXT               -- stated: SHA-256 of facts.yaml, hex
);

-- What the crawl was told to do, one row each: seeds, scope, limits.
CREATE TABLE setting (
	name TEXT NOT NULL, -- seed, include, exclude, tries, timeout_ms ...
	value TEXT NOT NULL -- an address, a prefix or a number
);

-- Devices. `source` says why the row exists:
--   agent      it speaks for itself: an SNMP agent answered, or the collector
--              runs there and read its kernel (vantage); observed
--   neighbour  only other devices speak of it, by LLDP; derived, all columns
--   facts      only facts.yaml speaks of it; derived
CREATE TABLE device (
	id INTEGER PRIMARY KEY,
	source TEXT NOT NULL CHECK (source IN ('agent', 'neighbour', 'facts')),
	-- observed: SNMPv2-MIB, IP-MIB, SNMP-FRAMEWORK-MIB, LLDP-MIB
	sys_name TEXT,
	sys_descr TEXT,
	sys_object_id TEXT,       -- '1.3.6.1.4.1.9.1.1208'
	sys_location TEXT,
	sys_contact TEXT,
	sys_services INTEGER,     -- sum of 2 ^ (layer - 1): 2 bridges, 4 routes
	sys_uptime INTEGER,       -- hundredths of a second
	ip_forwarding INTEGER,    -- ipForwarding: 1 forwards IPv4, 0 does not
	ipv6_forwarding INTEGER,  -- ipv6IpForwarding: the same of IPv6
	engine_id TEXT,           -- snmpEngineID, hex
	bridge_mac TEXT,          -- dot1dBaseBridgeAddress
	lldp_sys_name TEXT,       -- lldpLocSysName
	chassis_id_subtype TEXT,  -- lldpLocChassisId, in the words and the
	chassis_id TEXT,          -- spelling of adjacency.chassis_id
	capabilities TEXT,        -- LLDP, enabled: 'bridge router'
	serial TEXT,              -- entPhysicalSerialNum of the chassis
	manufacturer TEXT,        -- entPhysicalMfgName
	hardware_model TEXT,      -- entPhysicalModelName
	software TEXT,            -- entPhysicalSoftwareRev
	-- observed: how it was reached
	address TEXT,             -- that answered
	snmp_version TEXT,        -- SNMPv1, SNMPv2c, SNMPv3
	security_level TEXT,      -- SNMPv3: noAuthNoPriv, authNoPriv, authPriv
	credential TEXT,          -- its label in the credentials file
	asked_at INTEGER,         -- when its walk began
	-- derived (names.sql, roles.sql, tiers.sql, sites.sql, classes.sql)
	key TEXT,   -- stable: facts name, else serial, chassis id, engine id, name
	slug TEXT,  -- of its page and picture: [a-z0-9-]
	name TEXT,  -- shown
	role TEXT,  -- router, firewall, l3switch, switch, ap, server, host, phone,
	            -- printer, provider; NULL unknown
	tier INTEGER, -- 0 outside, 1 edge, 2 firewall, 3 core, 4 access, 5 end
	site TEXT,    -- REFERENCES site (id)
	vendor TEXT,  -- manufacturer, else of the number in sys_object_id
	model TEXT,   -- hardware_model, else out of sys_descr
	class TEXT CHECK (class IN
		('dual-stack', 'IPv4 only', 'IPv6 only', 'none', 'unknown')),
	class_note TEXT, -- 'link-local only', 'IPv4 seen', 'no answer' ...
	documented INTEGER -- 1: counts as an own device in figures (K1)
);
CREATE INDEX device_key ON device (key);
CREATE INDEX device_name ON device (name);
CREATE INDEX device_slug ON device (slug);
CREATE INDEX device_site ON device (site);

-- What a device is made of, part in part (ENTITY-MIB).
CREATE TABLE part (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	part INTEGER NOT NULL,   -- entPhysicalIndex: changes with a restart
	inside INTEGER,          -- of which part
	class TEXT,              -- chassis, module, powerSupply, fan, port ...
	name TEXT,
	descr TEXT,
	model TEXT,
	serial TEXT,
	manufacturer TEXT,
	software TEXT,
	if_index INTEGER,        -- of a port (entAliasMappingTable)
	PRIMARY KEY (device, part)
) WITHOUT ROWID;

-- Every name by which a device is known; derived (identity.sql). `strong` ones
-- identify it between two states; an address or a name alone never does.
CREATE TABLE device_identity (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	kind TEXT NOT NULL, -- serial, engine id, chassis id, mac, address ...
	value TEXT NOT NULL,
	strong INTEGER NOT NULL, -- 1 or 0
	PRIMARY KEY (device, kind, value)
) WITHOUT ROWID;
CREATE INDEX device_identity_value ON device_identity (value, kind);

-- Every address that the crawl thought of, and what came of it.
CREATE TABLE candidate (
	ip TEXT PRIMARY KEY,
	ip_key BLOB NOT NULL,
	found_by TEXT NOT NULL, -- seed, LLDP management address, next hop of ...
	found_on INTEGER,       -- device that spoke of it
	result TEXT NOT NULL,   -- answered, same device, no answer,
	                        -- out of scope, not asked
	device INTEGER,         -- the device that owns it, when known
	detail TEXT,            -- why, in words
	requests INTEGER NOT NULL DEFAULT 0 -- sent to it before its walk
);

-- Every question asked of every device, and what came back. `result`:
--   rows             read to its end, `rows` rows kept
--   empty            read to its end, nothing there
--   not implemented  the agent says noSuchObject or has no such subtree
--   no answer        silence
--   cut short        some rows came, then silence, an error or a limit
CREATE TABLE coverage (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	question TEXT NOT NULL, -- 'IP-MIB::ipAddressTable'
	result TEXT NOT NULL CHECK (result IN ('rows', 'empty',
		'not implemented', 'no answer', 'cut short')),
	rows INTEGER NOT NULL DEFAULT 0,    -- rows kept
	refused INTEGER NOT NULL DEFAULT 0, -- rows that made no sense
	reason TEXT,                        -- in words, when it went wrong
	UNIQUE (device, question)
);

-- Interfaces (IF-MIB). For source 'neighbour': a port that only a neighbour
-- named; derived. It has an if_index only where the agent has no IF-MIB and its
-- LLDP numbers ports by ifIndex.
CREATE TABLE interface (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	source TEXT NOT NULL DEFAULT 'agent'
		CHECK (source IN ('agent', 'neighbour')),
	if_index INTEGER,
	name TEXT,         -- ifName; for 'neighbour' the port as LLDP said it
	descr TEXT,        -- ifDescr
	alias TEXT,        -- ifAlias
	type INTEGER,      -- ifType: IANAifType number
	mtu INTEGER,       -- octets
	speed INTEGER,     -- bits per second, of ifHighSpeed or ifSpeed
	mac TEXT,          -- ifPhysAddress
	admin_status TEXT, -- up, down, testing
	oper_status TEXT,  -- up, down, testing, dormant, lowerLayerDown ...
	-- derived (segment_names.sql, classes.sql)
	vlan INTEGER,      -- by its name and type: Vlan20, eth0.20
	class TEXT CHECK (class IN
		('dual-stack', 'IPv4 only', 'IPv6 only', 'none', 'unknown')),
	class_note TEXT,
	UNIQUE (device, if_index)
);
CREATE INDEX interface_mac ON interface (mac);

-- Addresses on interfaces: the union of all address tables of a device.
CREATE TABLE address (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	interface INTEGER REFERENCES interface (id), -- NULL: not in IF-MIB
	if_index INTEGER,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	ip TEXT NOT NULL,
	ip_key BLOB NOT NULL,
	prefix_length INTEGER, -- NULL: often not told, of IPv6 above all
	prefix TEXT,     -- '192.0.2.0/24': the network of ip/prefix_length
	type TEXT,       -- unicast, anycast, broadcast
	origin TEXT,     -- manual, dhcp, linklayer, random, other
	status TEXT,     -- preferred, deprecated, tentative, duplicate, ...
	kind TEXT NOT NULL,        -- global, ULA, link-local, 6to4 ... (ip_kind)
	iid TEXT,                  -- IPv6: EUI-64, low, temporary ... (iid_class)
	usable INTEGER NOT NULL,   -- 1: counts as a working address of its family
	sources TEXT NOT NULL,     -- tables that gave it: 'ipAddressTable, ...'
	UNIQUE (device, if_index, ip)
);
CREATE INDEX address_ip ON address (ip_key);
CREATE INDEX address_prefix ON address (prefix);

-- ARP and ND: the union of all neighbour caches. A link-local address means
-- something only together with device and if_index.
CREATE TABLE neighbour (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	interface INTEGER REFERENCES interface (id),
	if_index INTEGER,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	ip TEXT NOT NULL,
	ip_key BLOB NOT NULL,
	mac TEXT,
	kind TEXT NOT NULL,
	type TEXT,   -- dynamic, static, local, other, invalid
	state TEXT,  -- reachable, stale, delay, probe, incomplete, unknown, invalid
	is_router INTEGER, -- 1 yes, 0 no, as it says itself by ND (RFC 4861); no MIB
	                   -- has it, the kernel of a vantage does
	sources TEXT NOT NULL,
	UNIQUE (device, if_index, ip)
);
CREATE INDEX neighbour_mac ON neighbour (mac);
CREATE INDEX neighbour_ip ON neighbour (ip_key);

-- Ports as a device's own LLDP names them (lldpLocPortTable).
CREATE TABLE lldp_local_port (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	port_number INTEGER NOT NULL,
	id_subtype TEXT, -- as adjacency.port_id_subtype
	id TEXT,
	description TEXT,
	PRIMARY KEY (device, port_number)
) WITHOUT ROWID;

-- Bridge port -> ifIndex (dot1dBasePortTable).
CREATE TABLE bridge_port (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	port INTEGER NOT NULL,
	if_index INTEGER NOT NULL,
	PRIMARY KEY (device, port)
) WITHOUT ROWID;

-- What a neighbour protocol said, as it was said (lldpRemTable, lldpV2RemTable,
-- cdpCacheTable, snFdpCacheTable, ptopoConnTable, tables of makers).
CREATE TABLE adjacency (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	protocol TEXT NOT NULL,     -- lldp, cdp, fdp, mndp, ptopo
	local_port_number INTEGER,  -- lldpRemLocalPortNum, or if_index
	if_index INTEGER,           -- local, where the protocol says it
	remote_index INTEGER,       -- lldpRemIndex, cdpCacheDeviceIndex
	-- Subtypes are LLDP's words: chassis component, interface alias, port
	-- component, mac, network address, interface name, local; of ports also
	-- agent circuit id. MACs and addresses stand as their text, other
	-- octets as hex unless printable.
	chassis_id_subtype TEXT,
	chassis_id TEXT,
	port_id_subtype TEXT,
	port_id TEXT,
	port_description TEXT,
	sys_name TEXT,
	sys_descr TEXT,
	capabilities_supported TEXT, -- 'bridge router', of LLDP's words
	capabilities_enabled TEXT,
	device_id TEXT,             -- cdpCacheDeviceId
	platform TEXT,              -- what it is, where it says it apart
	version TEXT,               -- cdpCacheVersion
	vtp_domain TEXT,
	native_vlan INTEGER,        -- of its port, without a tag
	duplex TEXT,                -- half, full
	-- derived (ports.sql, neighbours.sql, unmanaged.sql)
	interface INTEGER REFERENCES interface (id), -- local, once resolved
	far_device INTEGER REFERENCES device (id),
	matched_by TEXT -- how far_device was found, or why it was not
);
CREATE INDEX adjacency_device ON adjacency (device);
CREATE INDEX adjacency_far_device ON adjacency (far_device);

-- Management addresses that a neighbour announced.
CREATE TABLE adjacency_address (
	adjacency INTEGER NOT NULL REFERENCES adjacency (id) ON DELETE CASCADE,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	ip TEXT NOT NULL,
	ip_key BLOB NOT NULL,
	PRIMARY KEY (adjacency, ip)
) WITHOUT ROWID;
CREATE INDEX adjacency_address_ip ON adjacency_address (ip);

-- Default routes, and all others of devices that have 2,000 or fewer.
CREATE TABLE route (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	prefix TEXT NOT NULL,   -- of the default routes 0.0.0.0/0, ::/0
	next_hop TEXT,
	next_hop_key BLOB,
	interface INTEGER REFERENCES interface (id),
	if_index INTEGER,
	type TEXT,              -- local, remote, reject, blackhole, other
	protocol TEXT,          -- local, netmgmt, ospf, bgp ...; of a vantage the
	                        -- kernel's words: kernel, static, ra, dhcp ...
	source TEXT NOT NULL    -- table that gave it
);

-- Default routers that a node believes in (ipDefaultRouterTable).
CREATE TABLE default_router (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	ip TEXT NOT NULL,
	ip_key BLOB NOT NULL,
	interface INTEGER REFERENCES interface (id),
	if_index INTEGER,
	lifetime INTEGER,       -- seconds
	preference TEXT         -- low, medium, high
);

-- What a device calls itself in CDP.
CREATE TABLE cdp_name (
	device INTEGER PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE,
	device_id TEXT NOT NULL -- cdpGlobalDeviceId
);

-- The collector's own host, when it was told to look around itself.
CREATE TABLE vantage (
	device INTEGER PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE,
	looked_at INTEGER NOT NULL
);
