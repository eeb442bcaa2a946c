-- ports.sql: which interface is the local port of each LLDP and CDP row?
--
-- LLDP counts ports in its own way: the number is an ifIndex on one agent, a
-- bridge port on the next and neither on a third. What the agent says of that
-- port in lldpLocPortTable decides first, the bare number last. A name counts
-- only while one interface of the device carries it. Port number 0 means "some
-- port" and stays unresolved: the far end may tell (links.sql).
-- CDP and LLDP-V2 name the ifIndex, which needs no ladder.
--
-- Leaves interface_called, interface_with_mac and local_port for halves.sql;
-- links.sql drops them.

-- ------------------------------------------- names of a device's ports ----

CREATE TEMP TABLE interface_called (
	device INTEGER NOT NULL,
	name TEXT NOT NULL COLLATE NOCASE,
	rank INTEGER NOT NULL, -- 1 ifName, 2 ifDescr, 3 ifAlias
	interface INTEGER NOT NULL,
	PRIMARY KEY (device, name, rank)
) WITHOUT ROWID;

INSERT INTO interface_called (device, name, rank, interface)
SELECT device, name, rank, MIN(id)
FROM   (SELECT id, device, 1 AS rank, name FROM interface
        UNION ALL
        SELECT id, device, 2, descr FROM interface
        UNION ALL
        SELECT id, device, 3, alias FROM interface)
WHERE  name <> ''
GROUP  BY device, rank, name COLLATE NOCASE
HAVING COUNT(*) = 1;

-- VLANs and bridges on top of a port share its MAC: the Ethernet port (6) is
-- meant when there is exactly one.
CREATE TEMP TABLE interface_with_mac (
	device INTEGER NOT NULL,
	mac TEXT NOT NULL,
	interface INTEGER NOT NULL,
	PRIMARY KEY (device, mac)
) WITHOUT ROWID;

INSERT INTO interface_with_mac (device, mac, interface)
SELECT device, mac, COALESCE(MIN(CASE WHEN type = 6 THEN id END), MIN(id))
FROM   interface
WHERE  mac <> '00:00:00:00:00:00'
GROUP  BY device, mac
HAVING COUNT(*) = 1
OR     SUM(type = 6) = 1;

-- ------------------------------------------------------------ the ports ----

CREATE TEMP TABLE local_port (
	device INTEGER NOT NULL,
	protocol TEXT NOT NULL,
	number INTEGER NOT NULL,
	id_subtype TEXT,
	id TEXT,
	description TEXT,
	interface INTEGER,
	PRIMARY KEY (device, protocol, number)
) WITHOUT ROWID;

INSERT INTO local_port (device, protocol, number, id_subtype, id, description)
SELECT device, 'lldp', port_number, id_subtype, id, description
FROM   lldp_local_port
WHERE  port_number > 0;

INSERT OR IGNORE INTO local_port (device, protocol, number)
SELECT DISTINCT device, protocol, local_port_number
FROM   adjacency
WHERE  local_port_number > 0;

-- ----------------------------------------------------------- the ladder ----

-- 0. The protocol names the ifIndex.
UPDATE local_port
SET    interface = i.id
FROM   adjacency a
JOIN   interface i ON i.device = a.device AND i.if_index = a.if_index
WHERE  local_port.device = a.device
AND    local_port.protocol = a.protocol
AND    local_port.number = a.local_port_number;

-- 1. The id is an interface name.
UPDATE local_port
SET    interface = (
	SELECT c.interface
	FROM   interface_called c
	WHERE  c.device = local_port.device
	AND    c.name = local_port.id
	AND    c.rank <= 2
	ORDER  BY c.rank
	LIMIT  1)
WHERE  interface IS NULL
AND    id_subtype = 'interface name';

-- 2. The id is an alias.
UPDATE local_port
SET    interface = (
	SELECT c.interface
	FROM   interface_called c
	WHERE  c.device = local_port.device
	AND    c.name = local_port.id
	AND    c.rank = 3)
WHERE  interface IS NULL
AND    id_subtype = 'interface alias';

-- 3. The id is the MAC of one port.
UPDATE local_port
SET    interface = (
	SELECT m.interface
	FROM   interface_with_mac m
	WHERE  m.device = local_port.device
	AND    m.mac = local_port.id)
WHERE  interface IS NULL
AND    id_subtype = 'mac';

-- 4. A number of the agent's own choice is mostly an ifIndex, but some agents
-- mean a bridge port by it: a description that names a port is surer.
UPDATE local_port
SET    interface = (
	SELECT c.interface
	FROM   interface_called c
	WHERE  c.device = local_port.device
	AND    c.name = local_port.description
	AND    c.rank <= 2
	ORDER  BY c.rank
	LIMIT  1)
WHERE  interface IS NULL
AND    id_subtype = 'local';

UPDATE local_port
SET    interface = (
	SELECT i.id
	FROM   interface i
	WHERE  i.device = local_port.device
	AND    i.if_index = CAST(local_port.id AS INTEGER))
WHERE  interface IS NULL
AND    id_subtype = 'local'
AND    id GLOB '[0-9]*'
AND    id NOT GLOB '*[^0-9]*';

-- 5. Any other id that is the name of a port, whatever its subtype says.
UPDATE local_port
SET    interface = (
	SELECT c.interface
	FROM   interface_called c
	WHERE  c.device = local_port.device
	AND    c.name = local_port.id
	ORDER  BY c.rank
	LIMIT  1)
WHERE  interface IS NULL
AND    id IS NOT NULL;

-- 6. The description, which is an ifDescr by intent.
UPDATE local_port
SET    interface = (
	SELECT c.interface
	FROM   interface_called c
	WHERE  c.device = local_port.device
	AND    c.name = local_port.description
	ORDER  BY c.rank = 2 DESC, c.rank
	LIMIT  1)
WHERE  interface IS NULL
AND    description IS NOT NULL;

-- 7. The number of a bridge port.
UPDATE local_port
SET    interface = (
	SELECT i.id
	FROM   bridge_port b
	JOIN   interface i ON i.device = b.device AND i.if_index = b.if_index
	WHERE  b.device = local_port.device
	AND    b.port = local_port.number)
WHERE  interface IS NULL
AND    protocol = 'lldp';

-- 8. The number is the ifIndex.
UPDATE local_port
SET    interface = (
	SELECT i.id
	FROM   interface i
	WHERE  i.device = local_port.device
	AND    i.if_index = local_port.number)
WHERE  interface IS NULL;

CREATE INDEX temp.local_port_id ON local_port (device, id_subtype, id);

UPDATE adjacency
SET    interface = p.interface
FROM   local_port p
WHERE  p.device = adjacency.device
AND    p.protocol = adjacency.protocol
AND    p.number = adjacency.local_port_number;
