-- pairs.sql: which object of the state before is which of this one?
--
-- First of the scripts of compare.c: it pairs devices and segments, and makes
-- the tables that the others fill. The states are behind views old_X and new_X.
-- Devices are paired through strong identities, else by a name against which
-- nothing stronger speaks; never by an address. Interfaces are paired by name,
-- segments by site and VLAN or by their ends, services,
-- circuits, prefixes and findings by what people call them.

DROP TABLE IF EXISTS temp.compared;
CREATE TEMP TABLE compared (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL,
	subject_type TEXT NOT NULL,
	subject TEXT NOT NULL,
	name TEXT NOT NULL,
	before TEXT,
	after TEXT,
	sentence TEXT NOT NULL
);

DROP TABLE IF EXISTS temp.compared_class;
CREATE TEMP TABLE compared_class (
	subject_type TEXT NOT NULL,
	before TEXT NOT NULL,
	after TEXT NOT NULL,
	objects INTEGER NOT NULL,
	PRIMARY KEY (subject_type, before, after)
) WITHOUT ROWID;

-- --------------------------------------------------------------- devices ----

-- An engine id is cloned with the disk it is on: alone it says nothing against
-- two serial numbers or two chassis ids.
DROP TABLE IF EXISTS temp.device_match;
CREATE TEMP TABLE device_match AS
SELECT o.device AS old, n.device AS new,
       MIN(CASE o.kind WHEN 'facts name' THEN 1
                       WHEN 'serial' THEN 2
                       WHEN 'chassis id' THEN 3
                       WHEN 'bridge mac' THEN 4
                       ELSE 5 END) AS rank,
       COUNT(*) AS identities
FROM   old_device_identity o
JOIN   new_device_identity n ON n.value = o.value AND n.kind = o.kind
WHERE  o.strong
AND    n.strong
GROUP  BY o.device, n.device;

DELETE FROM device_match
WHERE  rank = 5
AND    EXISTS (SELECT 1
               FROM   old_device o
               JOIN   new_device n ON n.id = new
               WHERE  o.id = old
               AND    (o.serial <> n.serial OR o.chassis_id <> n.chassis_id));

DROP TABLE IF EXISTS temp.device_pair;
CREATE TEMP TABLE device_pair (
	old INTEGER UNIQUE,
	new INTEGER UNIQUE,
	CHECK (old IS NOT NULL OR new IS NOT NULL)
);

-- The best match of both.
INSERT INTO device_pair (old, new)
SELECT old, new
FROM   (SELECT old, new,
               ROW_NUMBER() OVER (PARTITION BY old
                                  ORDER BY rank, identities DESC, new) AS best_new,
               ROW_NUMBER() OVER (PARTITION BY new
                                  ORDER BY rank, identities DESC, old) AS best_old
        FROM   device_match)
WHERE  best_new = 1
AND    best_old = 1;

DROP TABLE device_match;

INSERT OR IGNORE INTO device_pair (old, new)
SELECT o.id, n.id
FROM   old_device o
JOIN   new_device n ON n.key = o.key
WHERE  o.id NOT IN (SELECT device FROM old_device_identity WHERE strong)
AND    n.id NOT IN (SELECT device FROM new_device_identity WHERE strong)
AND    NOT EXISTS (SELECT 1 FROM new_device_identity a
                   WHERE  a.device = n.id AND a.kind = 'address'
                   AND    a.value = n.key);

-- A serial number that only one state knows is no other device. A name tells
-- who it is where one device alone has it, and no identity of a kind differs.
INSERT OR IGNORE INTO device_pair (old, new)
SELECT o.id, n.id
FROM   (SELECT MIN(id) AS id,
               LOWER(COALESCE(NULLIF(sys_name, ''), lldp_sys_name)) AS name
        FROM   old_device
        GROUP  BY 2
        HAVING COUNT(*) = 1) o
JOIN   (SELECT MIN(id) AS id,
               LOWER(COALESCE(NULLIF(sys_name, ''), lldp_sys_name)) AS name
        FROM   new_device
        GROUP  BY 2
        HAVING COUNT(*) = 1) n ON n.name = o.name AND n.name <> ''
WHERE  NOT EXISTS (SELECT 1
                   FROM   old_device_identity a
                   JOIN   new_device_identity b ON b.kind = a.kind
                   WHERE  a.device = o.id
                   AND    a.strong
                   AND    b.device = n.id
                   AND    b.strong
                   AND    b.value <> a.value);

INSERT OR IGNORE INTO device_pair (old)
SELECT id
FROM   old_device;

INSERT OR IGNORE INTO device_pair (new)
SELECT id
FROM   new_device;

-- -------------------------------------------------- what was told no more ----

-- Which answers show the addresses of a device, its neighbours, its sessions of
-- BGP. One made for both families, or for a protocol that may be off, proves by
-- a row that it is served: where it had some, an empty one says nothing.
DROP TABLE IF EXISTS temp.told_by;
CREATE TEMP TABLE told_by (
	question TEXT PRIMARY KEY,
	shows TEXT NOT NULL, -- of neighbours: by which protocols
	may_be_empty INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO told_by (question, shows, may_be_empty)
VALUES ('IP-MIB::ipAddressTable', 'addresses', 0),
       ('CISCO-IETF-IP-MIB::cIpAddressTable', 'addresses', 0),
       ('RFC1213-MIB::ipAddrTable', 'addresses', 1),
       ('IPV6-MIB::ipv6AddrTable', 'addresses', 1),
       ('TPLINK-IPV6ADDR-MIB::ipv6ParaConfigAddrTable', 'addresses', 1),
       ('rtnetlink: addresses', 'addresses', 1),
       ('LLDP-MIB::lldpRemTable', 'lldp', 0),
       ('LLDP-V2-MIB::lldpV2RemTable', 'lldp', 0),
       ('TIMETRA-LLDP-MIB::tmnxLldpRemTable', 'lldp', 0),
       ('TPLINK-LLDPINFO-MIB::lldpNeighborInfoTable', 'lldp', 0),
       ('CISCO-CDP-MIB::cdpCacheTable', 'cdp fdp', 0),
       ('FOUNDRY-SN-SWITCH-GROUP-MIB::snFdpCacheTable', 'cdp fdp', 0),
       ('MIKROTIK-MIB::mtxrNeighborTable', 'mndp lldp cdp', 0),
       ('PTOPO-MIB::ptopoConnTable', 'ptopo', 0),
       ('lldpctl: neighbours', 'lldp cdp fdp', 0),
       ('BGP4-MIB::bgpPeerTable', 'sessions', 0),
       ('BGP4V2-MIB::bgp4V2PeerTable', 'sessions', 0),
       ('BGP4-V2-MIB-JUNIPER::jnxBgpM2PeerTable', 'sessions', 0),
       ('CISCO-BGP4-MIB::cbgpPeer2Table', 'sessions', 0),
       ('ARISTA-BGP4V2-MIB::aristaBgp4V2PeerTable', 'sessions', 0),
       ('DELLEMC-OS10-BGP4V2-MIB::os10bgp4V2PeerTable', 'sessions', 0),
       ('TIMETRA-BGP-MIB::tBgpPeerNgTable', 'sessions', 0);

-- Answers of the state before that were not got again to their end: of what
-- they showed nothing is known now.
DROP TABLE IF EXISTS temp.untold;
CREATE TEMP TABLE untold AS
SELECT o.id AS coverage, o.device AS old, p.new, t.shows, o.result
FROM   old_coverage o
JOIN   device_pair p ON p.old = o.device
LEFT   JOIN told_by t ON t.question = o.question
LEFT   JOIN new_coverage n
       ON n.device = p.new AND n.question = o.question
       AND n.refused <= o.refused
       AND (n.result = 'rows'
            OR (n.result = 'empty'
                AND (o.result = 'empty' OR COALESCE(t.may_be_empty, 1))))
WHERE  o.result NOT IN ('not implemented', 'no answer')
AND    n.id IS NULL;

CREATE UNIQUE INDEX temp.untold_coverage ON untold (coverage);
CREATE INDEX temp.untold_old ON untold (old, shows);

DROP TABLE told_by;

-- Ports of both states under one name: that of the device in this state, else
-- in the one before, and the port's.
DROP TABLE IF EXISTS temp.old_port;
CREATE TEMP TABLE old_port AS
SELECT i.id AS interface, p.new AS device, COALESCE(n.key, d.key) AS key,
       COALESCE(n.name, d.name) AS device_name,
       COALESCE(NULLIF(i.name, ''), NULLIF(i.descr, ''), '') AS port
FROM   old_interface i
JOIN   old_device d ON d.id = i.device
JOIN   device_pair p ON p.old = d.id
LEFT   JOIN new_device n ON n.id = p.new;

CREATE UNIQUE INDEX temp.old_port_interface ON old_port (interface);

DROP TABLE IF EXISTS temp.new_port;
CREATE TEMP TABLE new_port AS
SELECT i.id AS interface, d.id AS device, d.key, d.name AS device_name,
       COALESCE(NULLIF(i.name, ''), NULLIF(i.descr, ''), '') AS port
FROM   new_interface i
JOIN   new_device d ON d.id = i.device;

CREATE UNIQUE INDEX temp.new_port_interface ON new_port (interface);
CREATE INDEX temp.new_port_key ON new_port (key, port);

-- -------------------------------------------------------------- segments ----

DROP TABLE IF EXISTS temp.segment_pair;
CREATE TEMP TABLE segment_pair (
	old INTEGER UNIQUE,
	new INTEGER UNIQUE,
	CHECK (old IS NOT NULL OR new IS NOT NULL)
);

INSERT OR IGNORE INTO segment_pair (old, new)
SELECT o.id, n.id
FROM   old_segment o
JOIN   new_segment n ON n.key = o.key;

-- Keys of ends follow the keys of devices, which may change: so by the ports.
DROP TABLE IF EXISTS temp.segment_match;
CREATE TEMP TABLE segment_match AS
SELECT oe.segment AS old, ne.segment AS new, COUNT(*) AS ends
FROM   old_segment_end oe
JOIN   old_port op ON op.interface = oe.interface
JOIN   new_port np ON np.key = op.key AND np.port = op.port
JOIN   new_segment_end ne ON ne.interface = np.interface
WHERE  oe.segment NOT IN (SELECT old FROM segment_pair)
AND    ne.segment NOT IN (SELECT new FROM segment_pair)
AND    op.port <> ''
GROUP  BY oe.segment, ne.segment;

INSERT OR IGNORE INTO segment_pair (old, new)
SELECT old, new
FROM   (SELECT old, new,
               ROW_NUMBER() OVER (PARTITION BY old
                                  ORDER BY ends DESC, new) AS best_new,
               ROW_NUMBER() OVER (PARTITION BY new
                                  ORDER BY ends DESC, old) AS best_old
        FROM   segment_match)
WHERE  best_new = 1
AND    best_old = 1;

DROP TABLE segment_match;

INSERT OR IGNORE INTO segment_pair (old)
SELECT id
FROM   old_segment;

INSERT OR IGNORE INTO segment_pair (new)
SELECT id
FROM   new_segment;

-- ---------------------------------------------- what has a class, paired ----

-- One row an object of either state. A class of NULL: it was not there.
DROP TABLE IF EXISTS temp.classed;
CREATE TEMP TABLE classed (
	subject_type TEXT NOT NULL,
	subject TEXT NOT NULL,
	name TEXT NOT NULL,
	before TEXT,
	after TEXT
);

INSERT INTO classed (subject_type, subject, name, before, after)
SELECT 'device', COALESCE(n.key, o.key), COALESCE(n.name, o.name),
       CASE WHEN o.id IS NOT NULL THEN COALESCE(o.class, 'unknown') END,
       CASE WHEN n.id IS NOT NULL THEN COALESCE(n.class, 'unknown') END
FROM   device_pair p
LEFT   JOIN old_device o ON o.id = p.old AND o.documented
LEFT   JOIN new_device n ON n.id = p.new AND n.documented
WHERE  COALESCE(n.id, o.id) IS NOT NULL
UNION ALL
SELECT 'segment', COALESCE(n.key, o.key), COALESCE(n.name, o.name),
       CASE WHEN o.id IS NOT NULL THEN COALESCE(o.class, 'unknown') END,
       CASE WHEN n.id IS NOT NULL THEN COALESCE(n.class, 'unknown') END
FROM   segment_pair p
LEFT   JOIN old_segment o ON o.id = p.old
LEFT   JOIN new_segment n ON n.id = p.new
UNION ALL
SELECT 'service', n.key, n.name, o.class, n.class
FROM   new_service n
LEFT   JOIN old_service o ON o.key = n.key
UNION ALL
SELECT 'service', o.key, o.name, o.class, NULL
FROM   old_service o
WHERE  o.key NOT IN (SELECT key FROM new_service)
UNION ALL
SELECT 'circuit', n.id, n.id, o.class, n.class
FROM   new_circuit n
LEFT   JOIN old_circuit o ON o.id = n.id
UNION ALL
SELECT 'circuit', o.id, o.id, o.class, NULL
FROM   old_circuit o
WHERE  o.id NOT IN (SELECT id FROM new_circuit);

INSERT INTO compared_class (subject_type, before, after, objects)
SELECT subject_type, COALESCE(before, 'absent'), COALESCE(after, 'absent'),
       COUNT(*)
FROM   classed
GROUP  BY 1, 2, 3;
