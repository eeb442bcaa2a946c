-- halves.sql: what each end of a cable says, ready to be paired by links.sql.
--
-- A half is what one end says: "on my port p I hear port q of device D". It
-- carries its own port in the words of its agent, the far port in the words
-- that it heard, and the far interface that these words name, if any.

CREATE TEMP TABLE half (
	id INTEGER PRIMARY KEY, -- its lowest adjacency
	protocol TEXT NOT NULL,
	device INTEGER NOT NULL,
	number INTEGER,
	interface INTEGER,
	own_id_subtype TEXT, -- its port, in the words of its own agent
	own_id TEXT,
	own_description TEXT,
	far_device INTEGER NOT NULL,
	found_by TEXT NOT NULL,
	port_id_subtype TEXT, -- the far port, as this end heard it
	port_id TEXT,
	port_description TEXT,
	far_by_id INTEGER, -- the far interface that these words name
	far_by_description INTEGER,
	partner INTEGER, -- the half that comes back
	pass INTEGER,    -- by which it was found
	far_interface INTEGER
);

-- A neighbour that an agent lists twice on one port is one half.
CREATE TEMP TABLE half_adjacency (
	adjacency INTEGER PRIMARY KEY,
	half INTEGER NOT NULL
);

INSERT INTO half_adjacency (adjacency, half)
SELECT id,
       MIN(id) OVER (
		PARTITION BY device, protocol, local_port_number, far_device,
		             port_id_subtype, port_id, port_description)
FROM   adjacency
WHERE  far_device IS NOT NULL;

CREATE INDEX temp.half_adjacency_half ON half_adjacency (half);

INSERT INTO half (id, protocol, device, number, interface, own_id_subtype,
                  own_id, own_description, far_device, found_by,
                  port_id_subtype, port_id, port_description)
SELECT a.id, a.protocol, a.device, a.local_port_number, a.interface,
       p.id_subtype, NULLIF(p.id, ''), NULLIF(p.description, ''),
       a.far_device, a.matched_by,
       a.port_id_subtype, NULLIF(a.port_id, ''),
       NULLIF(a.port_description, '')
FROM   adjacency a
LEFT   JOIN local_port p ON p.device = a.device
                        AND p.protocol = a.protocol
                        AND p.number = a.local_port_number
WHERE  a.id IN (SELECT half FROM half_adjacency);

CREATE INDEX temp.half_ends ON half (device, far_device, protocol);

-- ------------------------------------- the far interface, by its words ----

-- 1. The far agent uses the same words of exactly one port.
UPDATE half
SET    far_by_id = (
	SELECT MIN(p.interface)
	FROM   local_port p INDEXED BY local_port_id
	WHERE  p.device = half.far_device
	AND    p.protocol = half.protocol
	AND    p.id_subtype = half.port_id_subtype
	AND    p.id = half.port_id
	HAVING COUNT(*) = 1)
WHERE  port_id IS NOT NULL;

-- 2. The same ladder as for a local port (ports.sql).
UPDATE half
SET    far_by_id = (
	SELECT c.interface
	FROM   interface_called c
	WHERE  c.device = half.far_device
	AND    c.name = half.port_id
	AND    c.rank = 3)
WHERE  far_by_id IS NULL
AND    port_id_subtype = 'interface alias';

UPDATE half
SET    far_by_id = (
	SELECT c.interface
	FROM   interface_called c
	WHERE  c.device = half.far_device
	AND    c.name = half.port_id
	ORDER  BY c.rank
	LIMIT  1)
WHERE  far_by_id IS NULL
AND    port_id IS NOT NULL
AND    port_id_subtype IS NOT 'mac';

UPDATE half
SET    far_by_id = (
	SELECT m.interface
	FROM   interface_with_mac m
	WHERE  m.device = half.far_device
	AND    m.mac = half.port_id)
WHERE  far_by_id IS NULL
AND    port_id_subtype = 'mac';

UPDATE half
SET    far_by_id = (
	SELECT i.id
	FROM   interface i
	WHERE  i.device = half.far_device
	AND    i.if_index = CAST(half.port_id AS INTEGER))
WHERE  far_by_id IS NULL
AND    port_id_subtype = 'local'
AND    port_id GLOB '[0-9]*'
AND    port_id NOT GLOB '*[^0-9]*';

UPDATE half
SET    far_by_description = (
	SELECT c.interface
	FROM   interface_called c
	WHERE  c.device = half.far_device
	AND    c.name = half.port_description
	ORDER  BY c.rank = 2 DESC, c.rank
	LIMIT  1)
WHERE  port_description IS NOT NULL;

-- 3. What both protocols hear on one port, once each, is one far port, and
-- LLDP's words for it stand: without this "Gi0/1" and "GigabitEthernet0/1" of
-- a device that nobody could read would be two ports, and two links.
CREATE TEMP TABLE heard_twice (
	cdp INTEGER PRIMARY KEY,
	lldp INTEGER NOT NULL
);

INSERT INTO heard_twice (cdp, lldp)
SELECT MAX(CASE protocol WHEN 'cdp' THEN id END),
       MAX(CASE protocol WHEN 'lldp' THEN id END)
FROM   half
WHERE  interface IS NOT NULL
GROUP  BY device, interface, far_device
HAVING SUM(protocol = 'cdp') = 1
AND    SUM(protocol = 'lldp') = 1;

UPDATE half
SET    far_by_id = COALESCE(l.far_by_id, l.far_by_description)
FROM   heard_twice t
JOIN   half l ON l.id = t.lldp
WHERE  t.cdp = half.id
AND    half.far_by_id IS NULL;

UPDATE half
SET    far_by_id = c.far_by_id
FROM   heard_twice t
JOIN   half c ON c.id = t.cdp
WHERE  t.lldp = half.id
AND    half.far_by_id IS NULL
AND    half.far_by_description IS NULL;

UPDATE half
SET    port_id_subtype = l.port_id_subtype,
       port_id = l.port_id,
       port_description = l.port_description
FROM   heard_twice t
JOIN   half l ON l.id = t.lldp
WHERE  t.cdp = half.id
AND    half.far_by_id IS NULL
AND    COALESCE(l.port_id, l.port_description) IS NOT NULL;

DROP TABLE heard_twice;
