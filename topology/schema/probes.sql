-- probes.sql: observed rows of active probes: what names, services and addresses
-- answered when they were asked as a user would ask (twinmap probe).
-- observed.sql says what holds for all of the format.

-- Whether the collector itself could speak a family: without that, silence says
-- nothing.
CREATE TABLE probe_family (
	family INTEGER PRIMARY KEY CHECK (family IN (4, 6)),
	own_address INTEGER NOT NULL,   -- 1 yes, 0 no
	default_route INTEGER NOT NULL,
	reference INTEGER,  -- one reference target answered; NULL: none is named
	works INTEGER,  -- all of them; NULL: nobody knows, as none is named
	at INTEGER NOT NULL
);

-- One question to one target. `result`:
--   true     the positive answer of its kind came
--   false    the target said no: refused, NXDOMAIN, no such record
--   unknown  neither: `reason` says why
CREATE TABLE probe (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL,     -- D1 records of a name, D2 SOA of a zone's server,
	                        -- T1 TCP connect, T2 TLS, T3 what the protocol
	                        -- says, I1 echo, M1 SNMP, V1 SIP OPTIONS,
	                        -- X1 closed port
	target TEXT NOT NULL,   -- name of a service ('www:443/tcp'), zone,
	                        -- circuit or device
	name TEXT,              -- that was asked: 'www.marlin.example'; of an
	                        -- address alone: NULL
	record TEXT,            -- D1: A, AAAA, PTR, MX, NS, SOA, SRV
	family INTEGER CHECK (family IN (4, 6)), -- in which it was asked; of D1
	                        -- NULL but for PTR
	ip TEXT,                -- that was asked; of PTR, whose name it is
	ip_key BLOB,
	proto TEXT,             -- tcp, udp, icmp
	port INTEGER,
	vantage TEXT,           -- fact_vantage.name; NULL: the collector's host
	result TEXT NOT NULL CHECK (result IN ('true', 'false', 'unknown')),
	reason TEXT,            -- not-implemented, no-answer, no-access,
	                        -- truncated, not-attempted, prober-lacks-family,
	                        -- stale, refused, closed, unreachable, nxdomain,
	                        -- nodata, servfail, other-answer, no-tls,
	                        -- no-starttls, too-long
	detail TEXT,            -- what was said, in one line
	at INTEGER NOT NULL     -- when it was asked
);
CREATE INDEX probe_target ON probe (target, kind);
CREATE INDEX probe_ip ON probe (ip_key);

-- D1, D2: the records that came. Of MX `number` is the preference, of SRV the
-- port, of SOA the serial.
CREATE TABLE probe_record (
	probe INTEGER NOT NULL REFERENCES probe (id) ON DELETE CASCADE,
	value TEXT NOT NULL,    -- an address, or a name without its last dot
	number INTEGER,
	PRIMARY KEY (probe, value)
) WITHOUT ROWID;

-- T2: the certificate that came.
CREATE TABLE probe_certificate (
	probe INTEGER PRIMARY KEY REFERENCES probe (id) ON DELETE CASCADE,
	fingerprint TEXT NOT NULL, -- SHA-256, hex
	names TEXT NOT NULL,       -- sorted, by ', '
	expires INTEGER NOT NULL
);

-- I1: of so many sent.
CREATE TABLE probe_echo (
	probe INTEGER PRIMARY KEY REFERENCES probe (id) ON DELETE CASCADE,
	sent INTEGER NOT NULL,
	received INTEGER NOT NULL,
	median_us INTEGER,         -- round trip
	jitter_us INTEGER          -- mean difference of neighbours
);

-- A second reading of ip_counters, some minutes later: the share of each family
-- in the traffic of a router, as it counts itself, or else the sum of the ports that
-- count both families (discontinuity: the latest of them). Only what is the same agent since: sys_uptime grew
-- by at least as much as the readings lie apart.
CREATE TABLE traffic_reading (
	device INTEGER NOT NULL REFERENCES device (id) ON DELETE CASCADE,
	family INTEGER NOT NULL CHECK (family IN (4, 6)),
	reading INTEGER NOT NULL CHECK (reading IN (1, 2)),
	sys_uptime INTEGER NOT NULL, -- hundredths of a second
	bits INTEGER NOT NULL,       -- 32 or 64
	in_octets INTEGER,
	discontinuity INTEGER,
	at INTEGER NOT NULL,
	PRIMARY KEY (device, family, reading)
) WITHOUT ROWID;
