-- identity.sql: by what is each device known, and which of them are stated?
--
-- Two states of a network are compared by strong identities: a serial number,
-- a chassis id made to be unique, an engine id, a bridge MAC; and the name that
-- facts.yaml gives. One that two devices carry (engine ids get cloned) is not
-- strong, nor is what stands for a serial number that nobody wrote (N/A, 0000). A stated device meets the observed one by its selectors, else by its
-- name; one that nothing observed fits becomes a row of source 'facts'.

-- --------------------------------------------------------- what is seen ----

INSERT OR IGNORE INTO device_identity (device, kind, value, strong)
SELECT id, 'serial', serial,
       LENGTH(serial) > 3
       AND serial GLOB '*[0-9]*'
       AND REPLACE(serial, SUBSTR(serial, 1, 1), '') <> ''
FROM   device
WHERE  serial <> '';

INSERT OR IGNORE INTO device_identity (device, kind, value, strong)
SELECT id, 'engine id', engine_id, 1
FROM   device
WHERE  engine_id <> '';

INSERT OR IGNORE INTO device_identity (device, kind, value, strong)
SELECT id, 'chassis id', chassis_id,
       chassis_id_subtype IN ('mac', 'chassis component')
FROM   device
WHERE  chassis_id <> ''
AND    chassis_id_subtype <> 'network address'
AND    chassis_id <> '00:00:00:00:00:00';

INSERT OR IGNORE INTO device_identity (device, kind, value, strong)
SELECT id, 'bridge mac', bridge_mac, 1
FROM   device
WHERE  bridge_mac <> '00:00:00:00:00:00'
AND    NOT mac_virtual(bridge_mac);

INSERT OR IGNORE INTO device_identity (device, kind, value, strong)
SELECT id, 'sysName', sys_name, 0
FROM   device
WHERE  sys_name <> '';

-- MACs: of the chassis, of ports that carry addresses, and of ports that only
-- a neighbour named (a phone announces its MAC as port id).
INSERT OR IGNORE INTO device_identity (device, kind, value, strong)
SELECT id, 'mac', chassis_id, 0
FROM   device
WHERE  chassis_id_subtype = 'mac'
AND    chassis_id <> '00:00:00:00:00:00';

INSERT OR IGNORE INTO device_identity (device, kind, value, strong)
SELECT i.device, 'mac', i.mac, 0
FROM   interface i
WHERE  i.mac <> '00:00:00:00:00:00'
AND    NOT mac_virtual(i.mac)
AND    (i.source = 'neighbour'
        OR i.id IN (SELECT interface FROM address));

INSERT OR IGNORE INTO device_identity (device, kind, value, strong)
SELECT device, 'address', ip, 0
FROM   own_address;

INSERT OR IGNORE INTO device_identity (device, kind, value, strong)
SELECT a.far_device, 'address', m.ip, 0
FROM   adjacency a
JOIN   adjacency_address m ON m.adjacency = a.id
JOIN   device d ON d.id = a.far_device
WHERE  d.source = 'neighbour'
AND    ip_usable(m.ip)
AND    m.ip NOT IN (SELECT ip FROM virtual_router_address);

INSERT OR IGNORE INTO device_identity (device, kind, value, strong)
SELECT id, 'address', chassis_id, 0
FROM   device
WHERE  source = 'neighbour'
AND    chassis_id_subtype = 'network address'
AND    ip_usable(chassis_id);

CREATE TEMP TABLE shared_identity (
	kind TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (kind, value)
) WITHOUT ROWID;

INSERT INTO shared_identity (kind, value)
SELECT kind, value
FROM   device_identity
WHERE  strong
GROUP  BY kind, value
HAVING COUNT(*) > 1;

UPDATE device_identity
SET    strong = 0
WHERE  strong
AND    (kind, value) IN (SELECT kind, value FROM shared_identity);

-- ------------------------------------------------------- what is stated ----

-- Every device that a selector fits; rank 1 is the surest.
CREATE TEMP TABLE fact_hit (
	fact TEXT NOT NULL,
	device INTEGER NOT NULL,
	rank INTEGER NOT NULL,
	PRIMARY KEY (fact, device, rank)
) WITHOUT ROWID;

INSERT OR IGNORE INTO fact_hit (fact, device, rank)
SELECT m.device, i.device, 1
FROM   fact_device_match m
JOIN   device_identity i ON i.value = m.value AND i.kind = 'serial'
WHERE  m.kind = 'serial';

INSERT OR IGNORE INTO fact_hit (fact, device, rank)
SELECT m.device, d.id, 2
FROM   fact_device_match m
JOIN   device d ON LOWER(d.chassis_id)
                   = COALESCE(mac_text(m.value), LOWER(m.value))
WHERE  m.kind = 'chassis';

INSERT OR IGNORE INTO fact_hit (fact, device, rank)
SELECT m.device, i.device, 4
FROM   fact_device_match m
JOIN   interface i ON i.mac = mac_text(m.value)
WHERE  m.kind = 'mac';

INSERT OR IGNORE INTO fact_hit (fact, device, rank)
SELECT m.device, i.device, 4
FROM   fact_device_match m
JOIN   device_identity i ON i.value = mac_text(m.value)
                        AND i.kind IN ('mac', 'bridge mac')
WHERE  m.kind = 'mac';

INSERT OR IGNORE INTO fact_hit (fact, device, rank)
SELECT m.device, i.device, 5
FROM   fact_device_match m
JOIN   device_identity i ON i.value = ip_text(m.value)
                        AND i.kind = 'address'
WHERE  m.kind = 'address';

-- Names: with and without the domain, in any case, if one device has it.
CREATE TEMP TABLE device_called (
	name TEXT NOT NULL COLLATE NOCASE,
	device INTEGER NOT NULL,
	source TEXT NOT NULL,
	PRIMARY KEY (name, device)
) WITHOUT ROWID;

INSERT OR IGNORE INTO device_called (name, device, source)
SELECT sys_name, id, source
FROM   device
WHERE  sys_name <> '';

INSERT OR IGNORE INTO device_called (name, device, source)
SELECT lldp_sys_name, id, source
FROM   device
WHERE  lldp_sys_name <> '';

INSERT OR IGNORE INTO device_called (name, device, source)
SELECT SUBSTR(name, 1, INSTR(name, '.') - 1), device, source
FROM   device_called
WHERE  INSTR(name, '.') > 1;

INSERT OR IGNORE INTO fact_hit (fact, device, rank)
SELECT m.device, MIN(c.device), 3
FROM   fact_device_match m
JOIN   device_called c ON c.name = m.value
WHERE  m.kind = 'name'
GROUP  BY m.device, m.value, c.source
HAVING COUNT(*) = 1;

INSERT OR IGNORE INTO fact_hit (fact, device, rank)
SELECT f.name, MIN(c.device), 6
FROM   fact_device f
JOIN   device_called c ON c.name = f.name
GROUP  BY f.name, c.source
HAVING COUNT(*) = 1;

-- One device for a fact, one fact for a device: first come, first served.
CREATE TEMP TABLE stated (
	fact TEXT PRIMARY KEY,
	device INTEGER NOT NULL UNIQUE
);

INSERT OR IGNORE INTO stated (fact, device)
SELECT h.fact, h.device
FROM   fact_hit h
JOIN   device d ON d.id = h.device
ORDER  BY h.rank, d.source, h.fact, h.device;

-- Facts that nothing observed fits.
INSERT INTO stated (fact, device)
SELECT name,
       (SELECT COALESCE(MAX(id), 0) FROM device)
       + ROW_NUMBER() OVER (ORDER BY name)
FROM   fact_device
WHERE  name NOT IN (SELECT fact FROM stated);

INSERT INTO device (id, source)
SELECT device, 'facts'
FROM   stated
WHERE  device NOT IN (SELECT id FROM device)
ORDER  BY device;

INSERT OR IGNORE INTO device_identity (device, kind, value, strong)
SELECT device, 'facts name', fact, 1
FROM   stated;

INSERT OR IGNORE INTO device_identity (device, kind, value, strong)
SELECT s.device,
       CASE m.kind WHEN 'chassis' THEN 'chassis id' ELSE m.kind END,
       CASE m.kind
       WHEN 'address' THEN ip_text(m.value)
       WHEN 'serial' THEN m.value
       ELSE COALESCE(mac_text(m.value), m.value)
       END,
       m.kind IN ('serial', 'chassis')
FROM   fact_device_match m
JOIN   stated s ON s.fact = m.device
WHERE  m.kind <> 'name';

DROP VIEW own_address;
DROP TABLE stated;
DROP TABLE device_called;
DROP TABLE fact_hit;
DROP TABLE shared_identity;
