-- lldp.sql: observed rows of what LLDP neighbours say beyond who they are.
-- observed.sql says what holds for all of the format.

-- What an endpoint says of itself by LLDP-MED (LLDP-EXT-MED-MIB).
CREATE TABLE adjacency_med (
	adjacency INTEGER PRIMARY KEY
		REFERENCES adjacency (id) ON DELETE CASCADE,
	device_class INTEGER, -- 1 generic, 2 media, 3 phone, 4 network device
	capabilities TEXT,    -- 'network-policy inventory', current ones
	hardware TEXT,        -- revisions
	firmware TEXT,
	software TEXT,
	serial TEXT,
	manufacturer TEXT,
	model TEXT,
	asset TEXT
);

-- How it is told, or tells, to send (lldpXMedRemMediaPolicyTable).
CREATE TABLE adjacency_policy (
	adjacency INTEGER NOT NULL REFERENCES adjacency (id) ON DELETE CASCADE,
	application TEXT NOT NULL, -- voice, voice signaling, guest voice ...
	vlan INTEGER,     -- 0: a priority without VLAN
	priority INTEGER, -- 0 to 7
	dscp INTEGER,     -- 0 to 63
	tagged INTEGER NOT NULL,  -- 1 yes, 0 no
	unknown INTEGER NOT NULL, -- 1: the endpoint asks for a policy
	PRIMARY KEY (adjacency, application)
) WITHOUT ROWID;

-- What a neighbour says of its port by IEEE 802.1 and 802.3 (LLDP-EXT-DOT1-MIB,
-- LLDP-EXT-DOT3-MIB). Flags: 1 yes, 0 no.
CREATE TABLE adjacency_port (
	adjacency INTEGER PRIMARY KEY
		REFERENCES adjacency (id) ON DELETE CASCADE,
	vlan INTEGER,       -- of frames without a tag; 0: none
	can_bundle INTEGER, -- link aggregation is possible
	is_bundled INTEGER, -- the port is a member of a bundle
	bundle INTEGER,     -- its ifIndex there
	negotiates INTEGER, -- autonegotiation is on
	mau_type INTEGER,   -- number of IANA's list of MAU types
	max_frame INTEGER   -- octets
);

-- The VLANs that it names (lldpXdot1RemVlanNameTable, -ProtoVlanTable).
CREATE TABLE adjacency_vlan (
	adjacency INTEGER NOT NULL REFERENCES adjacency (id) ON DELETE CASCADE,
	vlan INTEGER NOT NULL,
	name TEXT,
	by_protocol INTEGER, -- 1: frames join it by their protocol
	PRIMARY KEY (adjacency, vlan)
) WITHOUT ROWID;
