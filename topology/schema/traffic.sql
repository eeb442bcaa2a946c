-- traffic.sql: observed rows of what a device does with IP: counters, sockets,
-- tunnels, where each family is on.
-- observed.sql says what holds for all of the format. Counters begin anew when
-- a device restarts: compare only with the counter of another state whose
-- sys_uptime fits.

-- Messages of ICMP and ICMPv6 by type (icmpMsgStatsTable). Of ICMPv6, 134 is a
-- router advertisement, 137 a redirect.
CREATE TABLE icmp_count (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	type INTEGER NOT NULL,
	received INTEGER,
	sent INTEGER,
	PRIMARY KEY (device, family, type)
) WITHOUT ROWID;

-- Sockets that take what comes. A socket on :: may take IPv4 as well, as Linux
-- does by default: that none is on 0.0.0.0 says nothing of IPv4.
CREATE TABLE listener (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	protocol TEXT NOT NULL, -- tcp, udp
	family INTEGER CHECK (family IN (4, 6)), -- NULL: both, and no ip
	ip TEXT NOT NULL,       -- '0.0.0.0' and '::': every address; '*': of both
	ip_key BLOB,
	if_index INTEGER NOT NULL, -- zone of a link-local ip, else 0
	port INTEGER NOT NULL,
	source TEXT NOT NULL,   -- tcpListenerTable, udpEndpointTable,
	                        -- tcpConnectionTable, tcpConnTable
	UNIQUE (device, protocol, port, ip, if_index)
);

-- Packets and octets of each family (ipSystemStatsTable, ipIfStatsTable). Many
-- agents count IPv6 only on interfaces: a share of it needs both rows.
CREATE TABLE ip_counters (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	interface INTEGER REFERENCES interface (id),
	if_index INTEGER NOT NULL, -- 0: of the system
	bits INTEGER NOT NULL,     -- 32: one at least begins anew at 2^32
	in_packets INTEGER,        -- HCInReceives, errors among them
	in_octets INTEGER,
	forwarded INTEGER,         -- HCOutForwDatagrams: packets
	out_packets INTEGER,       -- HCOutTransmits, the forwarded among them
	out_octets INTEGER,
	discontinuity INTEGER,     -- sysUpTime when they last began anew,
	                           -- hundredths of a second; 0: at the start
	PRIMARY KEY (device, family, if_index)
) WITHOUT ROWID;

-- Where a family is switched on. Flags: 1 yes, 0 no.
CREATE TABLE ip_interface (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	interface INTEGER REFERENCES interface (id),
	if_index INTEGER NOT NULL,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	enabled INTEGER,
	forwards INTEGER, -- IPv6 only
	source TEXT NOT NULL, -- ipv4InterfaceTable, ipv6InterfaceTable,
	                      -- ipv6IfTable
	PRIMARY KEY (device, if_index, family)
) WITHOUT ROWID;

-- Tunnels (tunnelIfTable). Interfaces of type 131 are tunnels as well, with no
-- row here where the agent lacks that table. Addresses are of the packets that
-- carry others; NULL: not one only.
CREATE TABLE tunnel (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	interface INTEGER REFERENCES interface (id),
	if_index INTEGER NOT NULL,
	method TEXT, -- direct, gre, udp, sixToFour, isatap, teredo, ipHttps ...
	local_ip TEXT,
	local_ip_key BLOB,
	remote_ip TEXT,
	remote_ip_key BLOB,
	PRIMARY KEY (device, if_index)
) WITHOUT ROWID;

-- Who gets a device's SNMP notifications (snmpTargetAddrTable).
CREATE TABLE trap_target (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	ip TEXT NOT NULL,
	ip_key BLOB NOT NULL,
	port INTEGER NOT NULL,
	PRIMARY KEY (device, ip, port)
) WITHOUT ROWID;
