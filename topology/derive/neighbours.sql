-- neighbours.sql: which agent is the far end of each LLDP and CDP row?
--
-- An agent that answered, found by its own chassis id, by a MAC or a management
-- address that nobody else has (claims.sql), or by a name that is unique among
-- agents and among neighbours. A chassis id that several agents carry (clones,
-- MLAG pairs) with no name to tell them apart, or such a name without a chassis
-- id, is one of those agents, but nobody knows which: no far end.
--
-- Leaves said (claims.sql) and said_address for unmanaged.sql, which turns what
-- no agent matches into devices.

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

-- 7. One of several agents that carry what it says, but nobody knows which.
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

DROP TABLE name_once;
DROP TABLE called;
DROP VIEW foreign_address;
DROP TABLE found;
DROP TABLE known;
DROP TABLE claim;
