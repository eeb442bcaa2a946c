-- routing.sql: observed rows of BGP, OSPF, IS-IS, router advertisements and
-- virtual routers. observed.sql says what holds for all of the format.

-- BGP peers: the union of all tables of a device. `instance` 0 is the main
-- routing table, others are numbered by the agent.
CREATE TABLE bgp_peer (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	instance INTEGER NOT NULL,
	family INTEGER NOT NULL CHECK (family IN (4, 6)), -- of peer_ip
	local_ip TEXT,
	local_ip_key BLOB,
	peer_ip TEXT NOT NULL,
	peer_ip_key BLOB NOT NULL,
	if_index INTEGER NOT NULL, -- zone of a link-local peer_ip, else 0
	remote_as INTEGER,
	state TEXT,  -- idle, connect, active, openSent, openConfirm, established
	sources TEXT NOT NULL, -- tables that gave it: 'bgpPeerTable, ...'
	UNIQUE (device, instance, peer_ip, if_index)
);
CREATE INDEX bgp_peer_ip ON bgp_peer (peer_ip_key);

-- What sessions carry (CISCO-BGP4-MIB), by IANA's numbers: AFI 1 IPv4, 2 IPv6;
-- SAFI 1 unicast, 2 multicast, 4 labels, 128 VPN. The session is that of peer_ip
-- in bgp_peer.
CREATE TABLE bgp_family (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	peer_ip TEXT NOT NULL,
	peer_ip_key BLOB NOT NULL,
	afi INTEGER NOT NULL,
	safi INTEGER NOT NULL,
	accepted INTEGER,   -- prefixes
	advertised INTEGER,
	PRIMARY KEY (device, peer_ip, afi, safi)
) WITHOUT ROWID;

-- OSPF and IS-IS adjacencies, each as one end tells it (OSPF-MIB, OSPFV3-MIB,
-- ISIS-MIB, CISCO-IETF-ISIS-MIB).
CREATE TABLE igp_neighbour (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	protocol TEXT NOT NULL, -- OSPFv2, OSPFv3, IS-IS
	interface INTEGER REFERENCES interface (id),
	if_index INTEGER, -- of OSPFv2 the one in whose subnet the neighbour is
	remote_id TEXT,   -- router id 192.0.2.1, system id 0001.0002.0003
	state TEXT -- OSPF: down ... twoWay ... full; IS-IS: down,
	           -- initializing, up, failed
);
CREATE INDEX igp_neighbour_device ON igp_neighbour (device);

-- Its addresses: one with OSPF, of both families with IS-IS.
CREATE TABLE igp_neighbour_address (
	neighbour INTEGER NOT NULL
		REFERENCES igp_neighbour (id) ON DELETE CASCADE,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	ip TEXT NOT NULL,
	ip_key BLOB NOT NULL,
	PRIMARY KEY (neighbour, ip)
) WITHOUT ROWID;

-- Router advertisements as a router is told to send them
-- (ipv6RouterAdvertTable). Flags: 1 yes, 0 no.
CREATE TABLE router_advert (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	interface INTEGER REFERENCES interface (id),
	if_index INTEGER NOT NULL,
	sends INTEGER,
	managed INTEGER,      -- M: addresses by DHCPv6
	other INTEGER,        -- O: the rest by DHCPv6
	lifetime INTEGER,     -- seconds; 0: no default router
	max_interval INTEGER, -- seconds
	mtu INTEGER,          -- 0: not announced
	hop_limit INTEGER,    -- 0: not announced
	reachable INTEGER,    -- milliseconds; 0: not announced
	retransmit INTEGER,   -- milliseconds; 0: not announced
	PRIMARY KEY (device, if_index)
) WITHOUT ROWID;

-- Prefixes of a link (ipAddressPrefixTable). Lifetimes in seconds, 4294967295
-- without end.
CREATE TABLE prefix (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	interface INTEGER REFERENCES interface (id),
	if_index INTEGER NOT NULL,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	prefix TEXT NOT NULL,
	prefix_key BLOB NOT NULL,
	origin TEXT,        -- manual, wellknown, dhcp, routeradv, other
	on_link INTEGER,    -- 1 yes, 0 no
	autonomous INTEGER, -- 1: hosts make addresses of it; hosts may say 0 of
	                    -- any prefix
	preferred_lifetime INTEGER,
	valid_lifetime INTEGER,
	UNIQUE (device, if_index, prefix)
);

-- Gateways that several routers share (VRRP, HSRP), as one of them tells it.
CREATE TABLE virtual_router (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	interface INTEGER REFERENCES interface (id),
	if_index INTEGER NOT NULL,
	number INTEGER NOT NULL, -- VRID; of HSRP the group
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	protocol TEXT NOT NULL,  -- VRRPv2, VRRPv3, HSRP: the table that gave it
	state TEXT,              -- initialize, backup, master; of HSRP initial, learn,
	                         -- listen, speak, standby, active
	priority INTEGER,        -- 255: owns the addresses (VRRP)
	mac TEXT,                -- of HSRP: the virtual one
	master_ip TEXT,          -- of HSRP the active router
	master_ip_key BLOB,
	UNIQUE (device, if_index, number, family, protocol)
);

-- The addresses that it stands for.
CREATE TABLE virtual_router_address (
	virtual_router INTEGER NOT NULL
		REFERENCES virtual_router (id) ON DELETE CASCADE,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	ip TEXT NOT NULL,
	ip_key BLOB NOT NULL,
	PRIMARY KEY (virtual_router, ip)
) WITHOUT ROWID;

-- Interfaces of routing tables beside the main one (MPLS-L3VPN-STD-MIB).
CREATE TABLE vrf_interface (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	vrf TEXT NOT NULL, -- its name on this device
	if_index INTEGER NOT NULL,
	PRIMARY KEY (device, vrf, if_index)
) WITHOUT ROWID;
