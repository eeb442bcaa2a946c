-- claims.sql: what agents own, and what LLDP and CDP rows say of the far end.
--
-- Never an identity: MACs and addresses of virtual routers, loopback, link-local
-- and anycast addresses, those inside a chassis, addresses and MACs that two
-- agents own, sysNames used twice.
--
-- Leaves claim and known for neighbours.sql, said for it and for unmanaged.sql,
-- own_address for identity.sql and inside_chassis for routed_neighbours.sql; the
-- last reader drops each.

-- ---------------------------------------------------- what agents own ----

-- An interface with 128.0.0.0/2 (Junos) leads to the cards of its own chassis.
CREATE TEMP TABLE inside_chassis (interface INTEGER PRIMARY KEY);

INSERT INTO inside_chassis (interface)
SELECT DISTINCT interface
FROM   address
WHERE  interface IS NOT NULL
AND    prefix = '128.0.0.0/2';

-- The address of a virtual router wanders, but for a router that owns it (255).
CREATE TEMP VIEW own_address AS
SELECT a.device, a.ip, a.family
FROM   address a
WHERE  a.usable
AND    a.type IS NOT 'anycast'
AND    COALESCE(a.interface, 0) NOT IN (SELECT interface FROM inside_chassis)
AND    (a.ip NOT IN (SELECT ip FROM virtual_router_address)
        OR EXISTS (SELECT 1
                   FROM   virtual_router v
                   JOIN   virtual_router_address o
                          ON o.virtual_router = v.id AND o.ip = a.ip
                   WHERE  v.device = a.device
                   AND    v.priority = 255));

CREATE TEMP TABLE claim (
	kind TEXT NOT NULL, -- chassis, mac, address, name; CDP: device id, serial,
	                    -- short name
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
FROM   own_address;

INSERT INTO claim (kind, value, device)
SELECT 'name', LOWER(sys_name), id
FROM   device
WHERE  sys_name <> '';

INSERT OR IGNORE INTO claim (kind, value, device)
SELECT 'name', LOWER(lldp_sys_name), id
FROM   device
WHERE  lldp_sys_name <> '';

-- CDP says a device id, in which a serial number may stand, and a name with
-- the domain or without.
INSERT INTO claim (kind, value, device)
SELECT 'device id', LOWER(device_id), device
FROM   cdp_name
WHERE  device_id <> '';

INSERT INTO claim (kind, value, device)
SELECT 'serial', LOWER(serial), id
FROM   device
WHERE  serial <> '';

INSERT OR IGNORE INTO claim (kind, value, device)
SELECT 'short name',
       SUBSTR(value, 1, INSTR(value || '.', '.') - 1), device
FROM   claim
WHERE  kind = 'name'
AND    value GLOB '*[^0-9.]*';

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
	name TEXT,
	device_id TEXT -- of CDP
);

INSERT INTO said (adjacency, chassis, sure, mac, address, name, device_id)
SELECT id,
       chassis_id_subtype || ' ' || LOWER(NULLIF(chassis_id, '')),
       COALESCE(chassis_id_subtype, '') IN
       ('mac', 'network address', 'chassis component')
       AND mac_virtual(chassis_id) IS NOT 1,
       CASE chassis_id_subtype WHEN 'mac' THEN chassis_id END,
       CASE chassis_id_subtype WHEN 'network address' THEN chassis_id END,
       LOWER(NULLIF(sys_name, '')),
       LOWER(NULLIF(device_id, ''))
FROM   adjacency;

UPDATE said
SET    chassis = NULL,
       mac = NULL
WHERE  mac = '00:00:00:00:00:00';

CREATE INDEX temp.said_name ON said (name);
