-- neighbours.sql: who is the far end of each LLDP and CDP row?
--
-- An agent that answered, found by its own chassis id, by a MAC or a management
-- address that nobody else has (claims.sql), or by a name that is unique among
-- agents and among neighbours. What no agent matches is a device nobody could
-- read: it becomes a row of source 'neighbour', one for each far thing. A
-- chassis id that several agents carry (clones, MLAG pairs) with no name to tell
-- them apart, or such a name without a chassis id, is one of those agents, but
-- nobody knows which: no far end.

CREATE TEMP TABLE found (
	adjacency INTEGER PRIMARY KEY,
	device INTEGER NOT NULL,
	matched_by TEXT NOT NULL
);

-- 1. Its own chassis id; an unsure one only together with the name.
INSERT INTO found (adjacency, device, matched_by)
SELECT s.adjacency, k.device, 'chassis id'
FROM   said s
CROSS  JOIN known k ON k.kind = 'chassis' AND k.value = s.chassis
JOIN   device d ON d.id = k.device
WHERE  s.sure
OR     s.name = LOWER(COALESCE(d.lldp_sys_name, d.sys_name));

-- 2. A chassis id that is a MAC of one of its ports or of its bridge.
INSERT OR IGNORE INTO found (adjacency, device, matched_by)
SELECT s.adjacency, k.device, 'MAC'
FROM   said s
CROSS  JOIN known k ON k.kind = 'mac' AND k.value = s.mac;

-- 3. An address, as chassis id or announced for management. Where the chassis
-- id contradicts, the name has to agree: 172.17.0.1 is many hosts' own. So it
-- has where the agent lacks another of the addresses.
CREATE TEMP TABLE said_address (
	adjacency INTEGER NOT NULL,
	ip TEXT NOT NULL,
	PRIMARY KEY (adjacency, ip)
) WITHOUT ROWID;

INSERT INTO said_address (adjacency, ip)
SELECT adjacency, ip
FROM   adjacency_address
UNION
SELECT adjacency, address
FROM   said
WHERE  address IS NOT NULL;

-- What a neighbour announces and an agent, which has addresses of that family,
-- has not.
CREATE TEMP VIEW foreign_address AS
SELECT m.adjacency, d.id AS device, m.ip
FROM   said_address m
JOIN   device d ON d.source = 'agent'
WHERE  ip_usable(m.ip)
AND    m.ip IS NOT d.address
AND    EXISTS (SELECT 1
               FROM   own_address o
               WHERE  o.device = d.id
               AND    o.family = CASE WHEN m.ip LIKE '%:%' THEN 6 ELSE 4 END)
AND    NOT EXISTS (SELECT 1
                   FROM   own_address o
                   WHERE  o.device = d.id
                   AND    o.ip = m.ip);

INSERT OR IGNORE INTO found (adjacency, device, matched_by)
SELECT s.adjacency, MIN(k.device), 'management address'
FROM   said s
JOIN   said_address m ON m.adjacency = s.adjacency
JOIN   known k ON k.kind = 'address' AND k.value = m.ip
JOIN   device d ON d.id = k.device
JOIN   adjacency a ON a.id = s.adjacency
WHERE  s.name = LOWER(COALESCE(d.lldp_sys_name, d.sys_name))
OR     ((d.chassis_id IS NULL
         OR s.chassis IS NULL
         OR d.chassis_id_subtype <> a.chassis_id_subtype)
        AND (s.name IS NULL
             OR NOT EXISTS (SELECT 1
                            FROM   foreign_address f
                            WHERE  f.adjacency = s.adjacency
                            AND    f.device = d.id)))
GROUP  BY s.adjacency
HAVING COUNT(DISTINCT k.device) = 1;

-- 4. A name that one agent has and one neighbour says, where no chassis id
-- contradicts: one that several agents carry does not.
CREATE TEMP TABLE name_once (name TEXT PRIMARY KEY) WITHOUT ROWID;

INSERT INTO name_once (name)
SELECT name
FROM   said
WHERE  name IS NOT NULL
GROUP  BY name
HAVING COUNT(DISTINCT chassis) <= 1;

INSERT OR IGNORE INTO found (adjacency, device, matched_by)
SELECT s.adjacency, k.device, 'sysName'
FROM   said s
JOIN   name_once o ON o.name = s.name
JOIN   known k ON k.kind = 'name' AND k.value = s.name
JOIN   device d ON d.id = k.device
JOIN   adjacency a ON a.id = s.adjacency
WHERE  s.device_id IS NULL
AND    (d.chassis_id IS NULL
        OR s.chassis IS NULL
        OR d.chassis_id_subtype <> a.chassis_id_subtype
        OR LOWER(d.chassis_id) = LOWER(a.chassis_id));

-- 5. CDP's device id, in which a serial number may stand, or its name, where one
-- of both leaves out the domain. A serial number and a name with its domain are
-- sure; any switch may be called "Switch": an agent that has addresses of that
-- family, but none of those announced, is another one.
CREATE TEMP TABLE called (
	adjacency INTEGER NOT NULL,
	kind TEXT NOT NULL,
	value TEXT NOT NULL,
	rank INTEGER NOT NULL
);

INSERT INTO called (adjacency, kind, value, rank)
SELECT adjacency, 'device id', device_id, 2
FROM   said
WHERE  device_id IS NOT NULL
UNION  ALL
SELECT adjacency, 'serial',
       SUBSTR(device_id, 1, INSTR(device_id || '(', '(') - 1), 1
FROM   said
WHERE  device_id IS NOT NULL
UNION  ALL
SELECT adjacency, 'serial',
       RTRIM(SUBSTR(device_id, INSTR(device_id, '(') + 1), ')'), 1
FROM   said
WHERE  device_id GLOB '*(*)'
UNION  ALL
SELECT adjacency, 'name', name, 3
FROM   said
WHERE  device_id IS NOT NULL
AND    name IS NOT NULL
UNION  ALL
SELECT adjacency, 'short name',
       SUBSTR(name, 1, INSTR(name || '.', '.') - 1), 4
FROM   said
WHERE  device_id IS NOT NULL
AND    name GLOB '*[^0-9.]*';

INSERT OR IGNORE INTO found (adjacency, device, matched_by)
SELECT c.adjacency, k.device,
       CASE c.kind
       WHEN 'device id' THEN 'device id'
       WHEN 'serial' THEN 'serial number'
       ELSE 'sysName'
       END
FROM   called c
CROSS  JOIN known k ON k.kind = c.kind AND k.value = c.value
JOIN   device d ON d.id = k.device
JOIN   said s ON s.adjacency = c.adjacency
WHERE  (c.kind <> 'short name'
        OR INSTR(s.name, '.') = 0
        OR INSTR(d.sys_name, '.') = 0)
AND    (c.kind = 'serial'
        OR INSTR(c.value, '.') > 0
        OR NOT EXISTS (SELECT 1
                       FROM   adjacency_address m
                       JOIN   address x ON x.device = k.device
                       WHERE  m.adjacency = c.adjacency
                       AND    x.family = m.family
                       AND    x.usable)
        OR EXISTS (SELECT 1
                   FROM   adjacency_address m
                   JOIN   address x ON x.device = k.device
                   WHERE  m.adjacency = c.adjacency
                   AND    m.ip IN (x.ip, d.address)))
ORDER  BY c.adjacency, c.rank, k.device;

UPDATE adjacency
SET    far_device = f.device,
       matched_by = f.matched_by
FROM   found f
WHERE  f.adjacency = adjacency.id;

-- 6. An agent that says no chassis id of its own, known by what it says back:
-- it names the port that heard it, by the number that this port has there. Its
-- chassis id, once found so, holds for other rows.
CREATE TEMP TABLE numbered (
	device INTEGER NOT NULL,
	local TEXT NOT NULL,
	chassis TEXT NOT NULL,
	far TEXT NOT NULL,
	protocol TEXT NOT NULL,
	far_device INTEGER
);

INSERT INTO numbered (device, local, chassis, far, protocol, far_device)
SELECT a.device, a.local_port_number, s.chassis, a.port_id, a.protocol,
       a.far_device
FROM   adjacency a
JOIN   said s ON s.adjacency = a.id
WHERE  s.chassis IS NOT NULL
AND    a.local_port_number > 0
AND    a.port_id_subtype = 'local'
AND    a.port_id GLOB '[0-9]*'
AND    a.port_id NOT GLOB '*[^0-9]*';

CREATE INDEX temp.numbered_chassis ON numbered (chassis);
CREATE INDEX temp.numbered_port ON numbered (device, local);

WITH RECURSIVE back (chassis, device) AS (
	SELECT chassis, far_device
	FROM   numbered
	WHERE  far_device IS NOT NULL
	UNION
	SELECT y.chassis, x.device
	FROM   back b
	JOIN   numbered x ON x.chassis = b.chassis
	JOIN   numbered y ON y.device = b.device
	                 AND y.local = x.far
	                 AND y.far = x.local
	                 AND y.protocol = x.protocol
	                 AND y.device <> x.device)
UPDATE adjacency
SET    far_device = f.device,
       matched_by = 'what it says back'
FROM   (SELECT MIN(chassis) AS chassis, device
        FROM   (SELECT b.chassis, MIN(b.device) AS device
                FROM   back b
                GROUP  BY b.chassis
                HAVING COUNT(DISTINCT b.device) = 1)
        GROUP  BY device
        HAVING COUNT(*) = 1) f,
       device d,
       said s
WHERE  d.id = f.device
AND    d.chassis_id IS NULL
AND    s.chassis = f.chassis
AND    s.sure
AND    s.adjacency = adjacency.id
AND    adjacency.device <> d.id
AND    adjacency.far_device IS NULL;

DROP TABLE numbered;

-- ------------------------------------------------ those nobody matches ----

UPDATE adjacency
SET    matched_by = 'several who answered'
FROM   said s
WHERE  s.adjacency = adjacency.id
AND    adjacency.far_device IS NULL
AND    1 < (SELECT COUNT(*)
            FROM   claim c
            WHERE  c.kind = 'chassis'
            AND    c.value = s.chassis)
AND    (s.name IS NULL
        OR EXISTS (SELECT 1
                   FROM   claim c
                   JOIN   claim n ON n.device = c.device
                   WHERE  c.kind = 'chassis'
                   AND    c.value = s.chassis
                   AND    n.kind = 'name'
                   AND    n.value = s.name));

UPDATE adjacency
SET    matched_by = 'several who answered'
FROM   said s
WHERE  s.adjacency = adjacency.id
AND    adjacency.far_device IS NULL
AND    s.chassis IS NULL
AND    1 < (SELECT COUNT(DISTINCT c.device)
            FROM   claim c
            JOIN   device d ON d.id = c.device
            WHERE  (c.kind = 'name'
                    AND c.value = s.name)
            OR     (c.kind = 'short name'
                    AND c.value = SUBSTR(s.name, 1,
                                         INSTR(s.name || '.', '.') - 1)
                    AND s.device_id IS NOT NULL
                    AND (INSTR(s.name, '.') = 0
                         OR INSTR(d.sys_name, '.') = 0)));

-- One far thing: a chassis id (an unsure one with its name, and so one that goes
-- with several names, as that of a pair that works as one system), else a name or
-- a device id, else a management address. Who says none of them is whatever sits on
-- that port, unless somebody else on it has a name; without a port, nobody.
CREATE TEMP TABLE chassis_of_several (chassis TEXT PRIMARY KEY) WITHOUT ROWID;

INSERT INTO chassis_of_several (chassis)
SELECT chassis
FROM   said
WHERE  chassis IS NOT NULL
AND    name IS NOT NULL
GROUP  BY chassis
HAVING COUNT(DISTINCT SUBSTR(name, 1, INSTR(name || '.', '.') - 1)) > 1;

CREATE TEMP TABLE far_thing (
	adjacency INTEGER PRIMARY KEY,
	thing TEXT NOT NULL
);

INSERT INTO far_thing (adjacency, thing)
SELECT s.adjacency,
       COALESCE(
		CASE WHEN s.sure
		      AND s.chassis NOT IN (SELECT chassis
		                            FROM   chassis_of_several)
		THEN s.chassis END,
		s.chassis || ' of ' || s.name,
		s.chassis,
		'name ' || s.name,
		'device id ' || s.device_id,
		'address ' || MIN(m.ip))
FROM   said s
JOIN   adjacency a ON a.id = s.adjacency
LEFT   JOIN said_address m ON m.adjacency = s.adjacency
WHERE  a.matched_by IS NULL
AND    COALESCE(s.chassis, s.name, s.device_id, m.ip) IS NOT NULL
GROUP  BY s.adjacency;

INSERT INTO far_thing (adjacency, thing)
SELECT a.id, 'port ' || a.interface
FROM   adjacency a
WHERE  a.matched_by IS NULL
AND    a.interface IS NOT NULL
AND    NOT EXISTS (SELECT 1
                   FROM   adjacency o
                   LEFT   JOIN far_thing t ON t.adjacency = o.id
                   WHERE  o.device = a.device
                   AND    o.interface = a.interface
                   AND    (o.matched_by IS NOT NULL
                           OR t.adjacency IS NOT NULL));

CREATE INDEX temp.far_thing_thing ON far_thing (thing);

-- What both protocols name on one port is one thing, and so is what CDP calls
-- by a name that one chassis id alone goes with.
UPDATE far_thing
SET    thing = t.thing
FROM   (SELECT c.id AS adjacency, MIN(f.thing) AS thing
        FROM   adjacency c
        JOIN   said s ON s.adjacency = c.id
        JOIN   adjacency l ON l.device = c.device
                          AND l.interface = c.interface
                          AND l.protocol = 'lldp'
        JOIN   said o ON o.adjacency = l.id
        JOIN   far_thing f ON f.adjacency = l.id
        WHERE  c.protocol = 'cdp'
        AND    SUBSTR(s.name, 1, INSTR(s.name || '.', '.') - 1)
               = SUBSTR(o.name, 1, INSTR(o.name || '.', '.') - 1)
        GROUP  BY c.id
        HAVING COUNT(DISTINCT f.thing) = 1) t
WHERE  t.adjacency = far_thing.adjacency;

UPDATE far_thing
SET    thing = t.thing
FROM   (SELECT s.name, MIN(f.thing) AS thing
        FROM   far_thing f
        JOIN   said s ON s.adjacency = f.adjacency
        WHERE  s.chassis IS NOT NULL
        AND    s.name IS NOT NULL
        GROUP  BY s.name
        HAVING COUNT(DISTINCT f.thing) = 1) t,
       said s
WHERE  s.adjacency = far_thing.adjacency
AND    s.device_id IS NOT NULL
AND    s.chassis IS NULL
AND    s.name = t.name;

-- Any switch may be called "Switch". One that does not route announces the same
-- addresses on all its ports.
UPDATE far_thing
SET    thing = thing || ' at ' || o.ip
FROM   (SELECT s.adjacency, MIN(m.ip) AS ip
        FROM   said s
        JOIN   adjacency a ON a.id = s.adjacency
        JOIN   said_address m ON m.adjacency = s.adjacency
        WHERE  INSTR(COALESCE(s.device_id, s.name), '.') = 0
        AND    INSTR(COALESCE(s.device_id, s.name), '(') = 0
        AND    a.capabilities_enabled NOT LIKE '%router%'
        AND    ip_usable(m.ip)
        GROUP  BY s.adjacency) o
WHERE  o.adjacency = far_thing.adjacency
AND    far_thing.thing IN (SELECT 'name ' || name FROM said
                           UNION
                           SELECT 'device id ' || device_id FROM said);

-- One port has one cable and one address: who share a name and that port, but no
-- address, are several. Nobody says more of those without any.
CREATE TEMP TABLE undotted (
	adjacency INTEGER PRIMARY KEY,
	thing TEXT NOT NULL,
	port TEXT NOT NULL,
	place TEXT NOT NULL
);

INSERT INTO undotted (adjacency, thing, port, place)
SELECT s.adjacency, f.thing, LOWER(a.port_id),
       COALESCE(
		(SELECT MIN(m.ip)
		 FROM   said_address m
		 WHERE  m.adjacency = s.adjacency
		 AND    ip_usable(m.ip)),
		'port ' || a.device || ' ' || COALESCE(a.local_port_number, 0))
FROM   far_thing f
JOIN   said s ON s.adjacency = f.adjacency
JOIN   adjacency a ON a.id = s.adjacency
WHERE  f.thing IN ('name ' || s.name, 'device id ' || s.device_id)
AND    s.device_id IS NOT NULL
AND    INSTR(s.device_id, '.') = 0
AND    INSTR(s.device_id, '(') = 0
AND    a.port_id <> '';

UPDATE far_thing
SET    thing = u.thing || ' at ' || u.place
FROM   undotted u
JOIN   (SELECT thing, port
        FROM   undotted
        GROUP  BY thing, port
        HAVING COUNT(DISTINCT place) > 1) o
       ON o.thing = u.thing AND o.port = u.port
WHERE  u.adjacency = far_thing.adjacency;

DROP TABLE undotted;

CREATE TEMP TABLE unmanaged (
	device INTEGER PRIMARY KEY,
	thing TEXT NOT NULL UNIQUE
);

INSERT INTO unmanaged (device, thing)
SELECT (SELECT COALESCE(MAX(id), 0) FROM device)
       + ROW_NUMBER() OVER (ORDER BY thing),
       thing
FROM   (SELECT DISTINCT thing FROM far_thing);

INSERT INTO device (id, source, sys_name, sys_descr, chassis_id_subtype,
                    chassis_id, capabilities)
SELECT u.device, 'neighbour',
       MAX(COALESCE(a.sys_name,
                    CASE WHEN s.chassis IS NULL THEN a.device_id END)),
       MAX(a.sys_descr),
       MAX(CASE WHEN s.chassis IS NOT NULL THEN a.chassis_id_subtype END),
       MAX(CASE WHEN s.chassis IS NOT NULL THEN a.chassis_id END),
       MAX(a.capabilities_enabled)
FROM   unmanaged u
JOIN   far_thing t ON t.thing = u.thing
JOIN   said s ON s.adjacency = t.adjacency
JOIN   adjacency a ON a.id = t.adjacency
GROUP  BY u.device
ORDER  BY u.device;

UPDATE adjacency
SET    far_device = u.device,
       matched_by = 'nobody who answered'
FROM   far_thing t
JOIN   unmanaged u ON u.thing = t.thing
WHERE  t.adjacency = adjacency.id;

DROP TABLE unmanaged;
DROP TABLE far_thing;
DROP TABLE chassis_of_several;
DROP TABLE name_once;
DROP TABLE called;
DROP VIEW foreign_address;
DROP TABLE said_address;
DROP TABLE found;
DROP TABLE said;
DROP TABLE known;
DROP TABLE claim;
