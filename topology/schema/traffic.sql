-- traffic.sql: observed rows of what a device counts and listens to.
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
