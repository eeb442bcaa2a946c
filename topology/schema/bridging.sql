-- bridging.sql: observed rows of layer 2: VLANs, forwarding tables, aggregates,
-- the spanning tree. observed.sql says what holds for all of the format.

-- VLANs of a bridge (Q-BRIDGE-MIB, vtpVlanTable).
CREATE TABLE vlan (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	vlan INTEGER NOT NULL CHECK (vlan BETWEEN 1 AND 4094),
	name TEXT,
	PRIMARY KEY (device, vlan)
) WITHOUT ROWID;

-- Bridge ports that carry a VLAN, and the VLAN of frames without a tag
-- (Q-BRIDGE-MIB, vmMembershipTable, vlanTrunkPortTable).
CREATE TABLE vlan_port (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	vlan INTEGER NOT NULL,
	port INTEGER NOT NULL, -- the if_index of switches that number none
	if_index INTEGER,
	tagging TEXT,   -- tagged, untagged: how it leaves; NULL: only its pvid
	pvid INTEGER NOT NULL DEFAULT 0, -- 1: frames without a tag are its
	PRIMARY KEY (device, vlan, port)
) WITHOUT ROWID;

-- Forwarding tables (dot1qTpFdbTable, dot1dTpFdbTable, the latter in the context
-- of each VLAN too): behind which port a bridge heard a MAC. NULL where the
-- agent named no VLAN or port, or one that its other tables do not know.
CREATE TABLE fdb (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	vlan INTEGER,
	mac TEXT NOT NULL,
	port INTEGER,
	if_index INTEGER,
	status TEXT,    -- learned, self, mgmt, other
	UNIQUE (device, mac, vlan)
);
CREATE INDEX fdb_mac ON fdb (mac);

-- Ports that work as one link (link aggregation): both are an if_index.
CREATE TABLE lag_member (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	aggregate INTEGER NOT NULL,
	member INTEGER NOT NULL,
	state TEXT,     -- attached, selected: by LACP
	partner TEXT,   -- MAC of the system at the other end, by LACP
	partner_key INTEGER, -- ports with one partner and key may be bundled
	source TEXT NOT NULL, -- table that gave it
	PRIMARY KEY (device, aggregate, member)
) WITHOUT ROWID;

-- Spanning tree: ports of bridges, and the bridge that speaks for the line
-- (dot1dStpPortTable).
CREATE TABLE stp_port (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	port INTEGER NOT NULL,
	if_index INTEGER,
	state TEXT,     -- disabled, blocking, learning, forwarding, broken ...
	designated_bridge TEXT,  -- its MAC
	designated_port INTEGER, -- with its priority in the upper octet
	PRIMARY KEY (device, port)
) WITHOUT ROWID;

-- The VLAN into which a port sends its phone (vmVoiceVlanTable); a phone that
-- speaks LLDP-MED is told so there (adjacency_policy).
CREATE TABLE port_voice_vlan (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	if_index INTEGER NOT NULL,
	vlan INTEGER NOT NULL,
	PRIMARY KEY (device, if_index)
) WITHOUT ROWID;
