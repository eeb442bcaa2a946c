-- pairs.sql: which object of the state before is which of this one?
--
-- First of the scripts of compare.c: it pairs devices, segments and links, and
-- makes the tables that the others fill. The states are behind views old_X and
-- new_X. Devices are paired through strong identities; never by an address, and
-- by the key they show only where neither has anything stronger. Interfaces are
-- paired by name, segments by site and VLAN or by their ends, services,
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
AND    n.id NOT IN (SELECT device FROM new_device_identity WHERE strong);

INSERT OR IGNORE INTO device_pair (old)
SELECT id
FROM   old_device;

INSERT OR IGNORE INTO device_pair (new)
SELECT id
FROM   new_device;

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
