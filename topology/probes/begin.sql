-- begin.sql: the tables in which a run of twinmap probe keeps its questions and
-- their answers until all are there; they vanish with the connection.
--
-- A script adds questions without a result, the program asks those that are
-- left, and the next script reads what came: what a name's addresses are asked
-- follows from the answers of DNS.

CREATE TEMP TABLE question (
	id INTEGER PRIMARY KEY,
	talk TEXT NOT NULL, -- how it is asked: a word of talks.c, of resolve.h, echo, snmp
	kind TEXT NOT NULL, -- from here on as in table probe
	target TEXT NOT NULL,
	name TEXT,
	record TEXT,
	family INTEGER,
	ip TEXT,
	proto TEXT,
	port INTEGER,
	vantage TEXT,
	credential TEXT,    -- label of what opened the device before
	result TEXT,        -- NULL: not asked yet
	reason TEXT,
	detail TEXT,
	at INTEGER
);
CREATE TEMP TABLE answer_record (
	question INTEGER NOT NULL,
	value TEXT NOT NULL,
	number INTEGER,
	PRIMARY KEY (question, value)
);
CREATE TEMP TABLE answer_certificate (
	question INTEGER PRIMARY KEY,
	fingerprint TEXT NOT NULL,
	names TEXT NOT NULL,
	expires INTEGER NOT NULL
);
CREATE TEMP TABLE answer_echo (
	question INTEGER PRIMARY KEY,
	sent INTEGER NOT NULL,
	received INTEGER NOT NULL,
	median_us INTEGER,
	jitter_us INTEGER
);
CREATE TEMP TABLE answer_reading (
	device INTEGER NOT NULL,
	family INTEGER NOT NULL,
	reading INTEGER NOT NULL,
	sys_uptime INTEGER NOT NULL,
	bits INTEGER NOT NULL,
	in_octets INTEGER,
	discontinuity INTEGER,
	at INTEGER NOT NULL,
	PRIMARY KEY (device, family, reading)
);
CREATE TEMP TABLE tested_family (
	family INTEGER PRIMARY KEY,
	own_address INTEGER NOT NULL,
	default_route INTEGER NOT NULL,
	reference INTEGER,
	works INTEGER,
	at INTEGER
);

-- Looking glasses of providers, as an answer gives them (R2, SV6): a URL.
CREATE TEMP TABLE asked_glass AS
WITH answer (words) AS (
	SELECT COALESCE(text, '') || ' ' || COALESCE(ref, '') || ' '
	FROM   fact_answer
	WHERE  item IN ('R2', 'SV6')
),
url (scheme, rest) AS (
	SELECT CASE WHEN instr(words, 'https://') > 0 THEN 'https' ELSE 'http' END,
	       substr(words, instr(words, '://') + 3)
	FROM   answer
	WHERE  instr(words, 'http://') > 0 OR instr(words, 'https://') > 0
),
place (scheme, host) AS (
	SELECT scheme, substr(rest, 1, instr(rest, ' ') - 1) FROM url
)
SELECT DISTINCT
       host || ':' || CASE scheme WHEN 'https' THEN 443 ELSE 80 END || '/tcp'
           AS target,
       host AS name,
       CASE scheme WHEN 'https' THEN 443 ELSE 80 END AS port,
       scheme AS kind
FROM   (SELECT scheme,
               substr(host || '/', 1, instr(host || '/', '/') - 1) AS host
        FROM   place)
WHERE  host NOT LIKE '%:%';

-- The services with what the facts leave to their port.
CREATE TEMP VIEW asked_service AS
SELECT s.name || ':' || s.port || '/' || s.proto AS target,
       RTRIM(CASE s.name WHEN '@' THEN s.zone
             ELSE s.name || COALESCE('.' || s.zone, '') END, '.') AS name,
       s.zone,
       s.port,
       s.proto,
       COALESCE(s.kind, CASE s.port
		WHEN 22 THEN 'ssh'
		WHEN 25 THEN 'smtp'
		WHEN 53 THEN 'dns'
		WHEN 80 THEN 'http'
		WHEN 143 THEN 'imap'
		WHEN 443 THEN 'https'
		WHEN 587 THEN 'submission'
		WHEN 993 THEN 'imaps'
		WHEN 5060 THEN 'sip'
		WHEN 5061 THEN 'sips'
		ELSE 'tcp' END) AS kind,
       s.device,
       s.sip_options,
       CASE WHEN instr(s.test_name, '.') > 0 THEN s.test_name
            ELSE s.test_name || COALESCE('.' || s.zone, '') END AS test_name
FROM   fact_service s
UNION ALL
SELECT target, name, NULL, port, 'tcp', kind, NULL, NULL, NULL
FROM   asked_glass;

-- A service under its name, and under the one that IPv6 is tried with.
CREATE TEMP VIEW asked_name AS
SELECT target, name FROM asked_service
UNION
SELECT target, test_name FROM asked_service WHERE test_name IS NOT NULL;

CREATE TEMP VIEW asked_zone AS
SELECT zone, zone LIKE '%.arpa' AS is_reverse FROM fact_dns_zone
UNION
SELECT zone, 0 FROM fact_service WHERE zone IS NOT NULL;

-- Where questions may go, and where never. Servers of zones that the facts name
-- may be asked for these; management addresses also where the crawl was told to
-- go.
CREATE TEMP VIEW allowed_prefix AS
SELECT NULL AS kind, prefix FROM fact_own_prefix
UNION SELECT NULL, prefix FROM fact_circuit_prefix
UNION SELECT NULL, ip FROM fact_circuit_target
UNION SELECT NULL, address FROM fact_resolver
UNION SELECT NULL, address FROM fact_reference_target
UNION SELECT NULL, server FROM fact_dns_zone_server
UNION SELECT 'D2', a.value
      FROM   fact_dns_zone_server z
      JOIN   question q ON q.kind = 'D1' AND q.name = z.server
      JOIN   answer_record a ON a.question = q.id
UNION SELECT NULL, target FROM fact_zone_test
UNION SELECT NULL, value FROM fact_device_match WHERE kind = 'address'
UNION SELECT 'M1', value FROM setting WHERE name = 'include'
UNION SELECT 'M1', address FROM device WHERE address IS NOT NULL;

CREATE TEMP VIEW refused_prefix AS
SELECT value AS prefix FROM setting WHERE name = 'exclude';

-- Addresses of a device that may be asked for, the best of each family first:
-- that which answered, then those of the same interface.
CREATE TEMP VIEW device_target AS
SELECT a.device,
       a.family,
       a.ip,
       row_number() OVER (
		PARTITION BY a.device, a.family
		ORDER BY a.ip <> d.address,
		         a.interface IS NOT home.interface,
		         a.status IN ('deprecated', 'tentative', 'duplicate'),
		         a.ip_key) AS place
FROM   device d
JOIN   address a ON a.device = d.id
LEFT JOIN address home ON home.device = d.id AND home.ip = d.address
WHERE  a.usable
AND    a.kind NOT IN ('6to4', 'Teredo', 'ISATAP')
GROUP  BY a.device, a.ip;

-- What the program was told: one row.
CREATE TEMP TABLE here (
	name TEXT,          -- fact_vantage.name of this host
	snmp_port INTEGER NOT NULL,
	at INTEGER NOT NULL
);
-- The kinds of question of this run.
CREATE TEMP TABLE asked_kind (
	kind TEXT PRIMARY KEY
);
