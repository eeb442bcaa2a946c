-- unmanaged.sql: which devices do the rows mean that no agent matches?
--
-- A device that nobody could read becomes a row of source 'neighbour', one for
-- each far thing that LLDP and CDP rows speak of. A far thing is a chassis id
-- (an unsure one with its name, and so one that goes with several names, as that
-- of a pair that works as one system), else a name or a device id, else a
-- management address. Who says none of them is whatever sits on that port,
-- unless somebody else on it has a name; without a port, nobody.
--
-- A name is whole with its domain or a serial number: "sw.example",
-- "sw(ABC1234)". An undotted one is not: any switch may be called "Switch". Its
-- rows are one device, but those that go with their place (the lowest address
-- announced, else the port that hears them), one for each place:
-- - what has an address and does not route: it announces that on all its ports;
-- - where rows of several places name one far port: a port has one cable and one
--   address.
--
-- Takes said (claims.sql) and said_address (neighbours.sql), TEMP tables of what
-- each row says, and drops them.

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

-- The undotted names that go with their place.
WITH undotted (adjacency, thing, port, place, has_one_place) AS (
	SELECT s.adjacency, f.thing, LOWER(a.port_id),
	       COALESCE(MIN(m.ip),
			'port ' || a.device || ' '
			|| COALESCE(a.local_port_number, 0)),
	       MIN(m.ip) IS NOT NULL
	       AND a.capabilities_enabled NOT LIKE '%router%'
	FROM   far_thing f
	JOIN   said s ON s.adjacency = f.adjacency
	JOIN   adjacency a ON a.id = f.adjacency
	LEFT   JOIN said_address m ON m.adjacency = f.adjacency
	                          AND ip_usable(m.ip)
	WHERE  f.thing IN ('name ' || s.name, 'device id ' || s.device_id)
	AND    COALESCE(s.device_id, s.name) NOT GLOB '*[.(]*'
	GROUP  BY s.adjacency)
UPDATE far_thing
SET    thing = u.thing || ' at ' || u.place
FROM   (SELECT adjacency, thing, place,
               has_one_place
               OR (port <> ''
                   AND MIN(place) OVER same_port <> MAX(place) OVER same_port)
                   AS goes_with_place
        FROM   undotted
        WINDOW same_port AS (PARTITION BY thing, port)) u
WHERE  u.adjacency = far_thing.adjacency
AND    u.goes_with_place;

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
DROP TABLE said_address;
DROP TABLE said;
