-- neighbours.sql: who is the far end of each LLDP row?
--
-- An agent that answered, found by its own chassis id, by a MAC or a
-- management address that nobody else has, or by a name that is unique among
-- agents and among neighbours. What no agent matches is a device nobody could
-- read: it becomes a row of source 'neighbour', one for each far thing. A
-- chassis id that several agents carry (clones, MLAG pairs) with no name to tell
-- them apart, or such a name without a chassis id, is one of those agents, but
-- nobody knows which: no far end.
--
-- Never an identity: virtual router MACs, loopback, link-local and anycast
-- addresses, addresses and MACs that two agents own, sysNames used twice.

-- ---------------------------------------------------- what agents own ----

CREATE TEMP TABLE claim (
	kind TEXT NOT NULL, -- chassis, mac, address, name
	value TEXT NOT NULL,
	device INTEGER NOT NULL,
	PRIMARY KEY (kind, value, device)
) WITHOUT ROWID;

INSERT INTO claim (kind, value, device)
SELECT 'chassis', chassis_id_subtype || ' ' || LOWER(chassis_id), id
FROM   device
WHERE  chassis_id IS NOT NULL
AND    chassis_id_subtype IS NOT NULL;

INSERT INTO claim (kind, value, device)
SELECT 'mac', bridge_mac, id
FROM   device
WHERE  bridge_mac IS NOT NULL;

INSERT OR IGNORE INTO claim (kind, value, device)
SELECT 'mac', chassis_id, id
FROM   device
WHERE  chassis_id_subtype = 'mac'
AND    chassis_id IS NOT NULL;

INSERT OR IGNORE INTO claim (kind, value, device)
SELECT 'mac', mac, device
FROM   interface
WHERE  mac IS NOT NULL;

INSERT OR IGNORE INTO claim (kind, value, device)
SELECT 'address', ip, device
FROM   address
WHERE  usable
AND    type IS NOT 'anycast';

INSERT INTO claim (kind, value, device)
SELECT 'name', LOWER(sys_name), id
FROM   device
WHERE  sys_name <> '';

INSERT OR IGNORE INTO claim (kind, value, device)
SELECT 'name', LOWER(lldp_sys_name), id
FROM   device
WHERE  lldp_sys_name <> '';

-- Of the claims, those that one agent alone makes.
CREATE TEMP TABLE known (
	kind TEXT NOT NULL,
	value TEXT NOT NULL,
	device INTEGER NOT NULL,
	PRIMARY KEY (kind, value)
) WITHOUT ROWID;

INSERT INTO known (kind, value, device)
SELECT kind, value, MIN(device)
FROM   claim
GROUP  BY kind, value
HAVING COUNT(*) = 1;

DELETE FROM known
WHERE  value IN ('00:00:00:00:00:00', 'mac 00:00:00:00:00:00')
OR     (kind = 'mac' AND mac_virtual(value));

-- ------------------------------------------------ what neighbours say ----

-- `sure` chassis ids are made to be unique; a local name such as 'cf' is not.
CREATE TEMP TABLE said (
	adjacency INTEGER PRIMARY KEY,
	chassis TEXT,
	sure INTEGER NOT NULL,
	mac TEXT,
	address TEXT,
	name TEXT
);

INSERT INTO said (adjacency, chassis, sure, mac, address, name)
SELECT id,
       chassis_id_subtype || ' ' || LOWER(NULLIF(chassis_id, '')),
       COALESCE(chassis_id_subtype, '') IN
       ('mac', 'network address', 'chassis component')
       AND mac_virtual(chassis_id) IS NOT 1,
       CASE chassis_id_subtype WHEN 'mac' THEN chassis_id END,
       CASE chassis_id_subtype WHEN 'network address' THEN chassis_id END,
       LOWER(NULLIF(sys_name, ''))
FROM   adjacency;

UPDATE said
SET    chassis = NULL,
       mac = NULL
WHERE  mac = '00:00:00:00:00:00';

CREATE INDEX temp.said_name ON said (name);

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
-- id contradicts, the name has to agree: 172.17.0.1 is many hosts' own.
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

INSERT OR IGNORE INTO found (adjacency, device, matched_by)
SELECT s.adjacency, MIN(k.device), 'management address'
FROM   said s
JOIN   said_address m ON m.adjacency = s.adjacency
JOIN   known k ON k.kind = 'address' AND k.value = m.ip
JOIN   device d ON d.id = k.device
JOIN   adjacency a ON a.id = s.adjacency
WHERE  d.chassis_id IS NULL
OR     s.chassis IS NULL
OR     d.chassis_id_subtype <> a.chassis_id_subtype
OR     s.name = LOWER(COALESCE(d.lldp_sys_name, d.sys_name))
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
WHERE  d.chassis_id IS NULL
OR     s.chassis IS NULL
OR     d.chassis_id_subtype <> a.chassis_id_subtype
OR     LOWER(d.chassis_id) = LOWER(a.chassis_id);

UPDATE adjacency
SET    far_device = f.device,
       matched_by = f.matched_by
FROM   found f
WHERE  f.adjacency = adjacency.id;

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
AND    1 < (SELECT COUNT(*)
            FROM   claim c
            WHERE  c.kind = 'name'
            AND    c.value = s.name);

-- One far thing: a chassis id (an unsure one with its name), else a name,
-- else a management address. A row that says none of them is nobody.
CREATE TEMP TABLE far_thing (
	adjacency INTEGER PRIMARY KEY,
	thing TEXT NOT NULL
);

INSERT INTO far_thing (adjacency, thing)
SELECT s.adjacency,
       COALESCE(
		CASE WHEN s.sure THEN s.chassis END,
		s.chassis || ' of ' || s.name,
		s.chassis,
		'name ' || s.name,
		'address ' || MIN(m.ip))
FROM   said s
JOIN   adjacency a ON a.id = s.adjacency
LEFT   JOIN said_address m ON m.adjacency = s.adjacency
WHERE  a.matched_by IS NULL
AND    COALESCE(s.chassis, s.name, m.ip) IS NOT NULL
GROUP  BY s.adjacency;

CREATE INDEX temp.far_thing_thing ON far_thing (thing);

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
SELECT u.device, 'neighbour', MAX(a.sys_name), MAX(a.sys_descr),
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
DROP TABLE name_once;
DROP TABLE said_address;
DROP TABLE found;
DROP TABLE said;
DROP TABLE known;
DROP TABLE claim;
