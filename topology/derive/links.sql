-- links.sql: two halves that mean one cable become one link.
--
-- Two halves (halves.sql) between the same two devices are paired in six
-- passes, the surest evidence first, and in each pass only where there is no
-- choice. What stays alone is a one-sided link. Parallel cables stay separate
-- links, and several neighbours on one port give a link each.

-- ---------------------------------------------------------- six passes ----

-- More halves than this between two devices are not cables: without a limit
-- one agent that hears itself ten thousand times would make millions of pairs.
CREATE TEMP TABLE crowd (
	device INTEGER NOT NULL,
	far_device INTEGER NOT NULL,
	PRIMARY KEY (device, far_device)
) WITHOUT ROWID;

INSERT INTO crowd (device, far_device)
SELECT device, far_device
FROM   half
GROUP  BY device, far_device
HAVING COUNT(*) > 500;

-- Every half with every half that comes back, in both orders.
CREATE TEMP TABLE pair (
	mine INTEGER NOT NULL,
	theirs INTEGER NOT NULL,
	by_chassis INTEGER NOT NULL,    -- both know the other by its chassis
	ids INTEGER NOT NULL,           -- how many port ids fit: 0, 1, 2
	descriptions INTEGER NOT NULL,  -- how many port descriptions fit
	denials INTEGER NOT NULL,       -- how many name another port
	loops INTEGER NOT NULL,         -- from the device to itself
	PRIMARY KEY (mine, theirs)
) WITHOUT ROWID;

-- `names`: my port id is yours. `tells`: my port description is yours.
CREATE TEMP TABLE way (
	mine INTEGER NOT NULL,
	theirs INTEGER NOT NULL,
	names INTEGER NOT NULL,
	tells INTEGER NOT NULL,
	denies INTEGER NOT NULL,
	by_chassis INTEGER NOT NULL,
	loops INTEGER NOT NULL,
	PRIMARY KEY (mine, theirs)
) WITHOUT ROWID;

INSERT INTO way (mine, theirs, names, tells, denies, by_chassis, loops)
SELECT m.id,
       t.id,
       COALESCE(m.far_by_id = t.interface, 0)
       OR COALESCE(m.port_id_subtype = t.own_id_subtype
                   AND m.port_id = t.own_id, 0),
       COALESCE(m.far_by_description = t.interface, 0)
       OR COALESCE(m.port_description = t.own_description, 0),
       COALESCE(m.far_by_id <> t.interface, 0),
       m.found_by IN ('chassis id', 'MAC', 'device id'),
       m.device = m.far_device
FROM   half m
JOIN   half t ON t.device = m.far_device
             AND t.far_device = m.device
             AND t.protocol = m.protocol
WHERE  m.id <> t.id
AND    (m.device <> t.device OR m.number <> t.number)
AND    NOT EXISTS (SELECT 1
                   FROM   crowd c
                   WHERE  c.device = m.device
                   AND    c.far_device = m.far_device)
AND    NOT EXISTS (SELECT 1
                   FROM   crowd c
                   WHERE  c.device = t.device
                   AND    c.far_device = t.far_device);

INSERT INTO pair (mine, theirs, by_chassis, ids, descriptions, denials, loops)
SELECT o.mine,
       o.theirs,
       o.by_chassis AND r.by_chassis,
       o.names + r.names,
       o.tells + r.tells,
       (o.denies AND NOT o.names) + (r.denies AND NOT r.names),
       o.loops
FROM   way o
JOIN   way r ON r.mine = o.theirs AND r.theirs = o.mine;

DROP TABLE way;
DROP TABLE crowd;

-- The only half that fits in a pass; the halves are paired when each is the
-- only choice of the other.
CREATE TEMP TABLE choice (
	half INTEGER NOT NULL,
	pass INTEGER NOT NULL,
	partner INTEGER NOT NULL,
	PRIMARY KEY (half, pass)
) WITHOUT ROWID;

CREATE TEMP VIEW mutual AS
SELECT c.half, c.partner, c.pass
FROM   choice c
JOIN   choice r ON r.half = c.partner
               AND r.pass = c.pass
               AND r.partner = c.half;

CREATE TEMP VIEW free_pair AS
SELECT *
FROM   pair
WHERE  NOT EXISTS (SELECT 1 FROM mutual WHERE half = mine)
AND    NOT EXISTS (SELECT 1 FROM mutual WHERE half = theirs);

-- Pass 1: both chassis ids and both port ids.
INSERT INTO choice (half, pass, partner)
SELECT mine, 1, theirs
FROM   free_pair
WHERE  by_chassis
AND    ids = 2
GROUP  BY mine
HAVING COUNT(*) = 1;

-- Pass 2: both chassis ids and both port descriptions.
INSERT INTO choice (half, pass, partner)
SELECT mine, 2, theirs
FROM   free_pair
WHERE  by_chassis
AND    descriptions = 2
GROUP  BY mine
HAVING COUNT(*) = 1;

-- Pass 3: names or addresses, and both port ids.
INSERT INTO choice (half, pass, partner)
SELECT mine, 3, theirs
FROM   free_pair
WHERE  ids = 2
GROUP  BY mine
HAVING COUNT(*) = 1;

-- Pass 4: one port id.
INSERT INTO choice (half, pass, partner)
SELECT mine, 4, theirs
FROM   free_pair
WHERE  ids = 1
GROUP  BY mine
HAVING COUNT(*) = 1;

-- Pass 5: one port description.
INSERT INTO choice (half, pass, partner)
SELECT mine, 5, theirs
FROM   free_pair
WHERE  descriptions >= 1
GROUP  BY mine
HAVING COUNT(*) = 1;

-- Pass 6: the devices alone, when one half remains on each side and neither
-- names another port.
INSERT INTO choice (half, pass, partner)
SELECT mine, 6, theirs
FROM   free_pair
GROUP  BY mine
HAVING COUNT(*) = 1
AND    SUM(denials) = 0
AND    NOT SUM(loops);

UPDATE half
SET    partner = m.partner,
       pass = m.pass
FROM   mutual m
WHERE  m.half = half.id;

-- ---------------------------------------------------------- both ports ----

-- An end that does not know its own port is told by the other end.
UPDATE half
SET    interface = COALESCE(p.far_by_id, p.far_by_description)
FROM   half p
WHERE  half.interface IS NULL
AND    p.id = half.partner;

UPDATE half
SET    far_interface = COALESCE(
	(SELECT p.interface FROM half p WHERE p.id = half.partner),
	far_by_id,
	far_by_description);

-- A port that LLDP names and IF-MIB does not have becomes a row of its own.
-- What identifies it is the id; what people read is the description, if the id
-- is a number or a MAC and no other port of the device is described alike.
CREATE TEMP TABLE named_port (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL,
	said TEXT NOT NULL,
	subtype TEXT,
	description TEXT,
	UNIQUE (device, said)
);

INSERT INTO named_port (id, device, said, subtype, description)
SELECT (SELECT COALESCE(MAX(id), 0) FROM interface)
       + ROW_NUMBER() OVER (ORDER BY device, said),
       device,
       said,
       MAX(subtype),
       MAX(description)
FROM   (SELECT far_device AS device,
               COALESCE(port_id, port_description) AS said,
               port_id_subtype AS subtype,
               port_description AS description
        FROM   half
        WHERE  far_interface IS NULL
        UNION  ALL
        SELECT device,
               COALESCE(own_id, own_description),
               own_id_subtype,
               own_description
        FROM   half
        WHERE  interface IS NULL)
WHERE  said IS NOT NULL
GROUP  BY device, said;

-- An agent without IF-MIB whose LLDP calls each port by its own number numbers
-- its ports by ifIndex.
CREATE TEMP TABLE numbered_by_lldp (device INTEGER PRIMARY KEY);

INSERT INTO numbered_by_lldp (device)
SELECT p.device
FROM   local_port p
WHERE  p.protocol = 'lldp'
AND    NOT EXISTS (SELECT 1 FROM interface i WHERE i.device = p.device)
GROUP  BY p.device
HAVING MIN(COALESCE(p.id_subtype = 'local' AND p.id = p.number, 0));

INSERT INTO interface (id, device, source, if_index, name, descr, mac)
SELECT id,
       device,
       'neighbour',
       CASE
       WHEN subtype = 'local'
        AND said NOT GLOB '*[^0-9]*'
        AND CAST(CAST(said AS INTEGER) AS TEXT) = said
        AND device IN (SELECT device FROM numbered_by_lldp)
       THEN CAST(said AS INTEGER)
       END,
       CASE
       WHEN subtype NOT IN ('interface name', 'interface alias')
        AND COUNT(*) OVER (PARTITION BY device, description) = 1
       THEN COALESCE(description, said)
       ELSE said
       END,
       description,
       CASE subtype WHEN 'mac' THEN said END
FROM   named_port
ORDER  BY id;

UPDATE half
SET    interface = n.id
FROM   named_port n
WHERE  half.interface IS NULL
AND    n.device = half.device
AND    n.said = COALESCE(half.own_id, half.own_description);

UPDATE half
SET    far_interface = n.id
FROM   named_port n
WHERE  half.far_interface IS NULL
AND    n.device = half.far_device
AND    n.said = COALESCE(half.port_id, half.port_description);

UPDATE half
SET    interface = p.far_interface
FROM   half p
WHERE  half.interface IS NULL
AND    p.id = half.partner;

-- ------------------------------------------------------------ the links ----

-- What stands for a link: of two paired halves the first, and every half that
-- stayed alone. A device that only hears its own port is no cable.
CREATE TEMP TABLE cable (
	half INTEGER PRIMARY KEY,
	link INTEGER NOT NULL -- the first half that speaks of the same two ports
);

INSERT INTO cable (half, link)
SELECT id,
       CASE WHEN interface IS NULL OR far_interface IS NULL THEN id
       ELSE MIN(id) OVER (
		PARTITION BY MIN(interface, far_interface),
		             MAX(interface, far_interface))
       END
FROM   half
WHERE  COALESCE(id < partner, 1)
AND    (device <> far_device
        OR partner IS NOT NULL
        OR interface <> far_interface);

CREATE INDEX temp.cable_link ON cable (link);

INSERT INTO link (id, a_device, a_interface, b_device, b_interface, protocols,
                  evidence, matched_by)
SELECT c.link, h.device, h.interface, h.far_device, h.far_interface,
       (SELECT GROUP_CONCAT(protocol, ', ')
        FROM   (SELECT DISTINCT s.protocol
                FROM   cable k
                JOIN   half s ON s.id = k.half
                WHERE  k.link = c.link
                ORDER  BY s.protocol)),
       CASE WHEN h.partner IS NULL THEN 'one-sided'
       ELSE 'confirmed from both ends' END,
       CASE h.pass
       WHEN 1 THEN 'chassis ids and both port ids'
       WHEN 2 THEN 'chassis ids and both port descriptions'
       WHEN 3 THEN 'names and both port ids'
       WHEN 4 THEN 'one port id'
       WHEN 5 THEN 'one port description'
       WHEN 6 THEN 'the only link between the two'
       ELSE CASE d.source WHEN 'agent' THEN 'far end by ' || h.found_by
            ELSE 'unmanaged neighbour' END
       END
FROM   cable c
JOIN   half h ON h.id = (
	SELECT s.id
	FROM   cable k
	JOIN   half s ON s.id = k.half
	WHERE  k.link = c.link
	ORDER  BY s.pass IS NULL, s.pass, s.id
	LIMIT  1)
JOIN   device d ON d.id = h.far_device
WHERE  c.half = c.link
ORDER  BY c.link;

INSERT INTO link_evidence (link, adjacency)
SELECT c.link, e.adjacency
FROM   cable c
JOIN   half h ON h.id = c.half
JOIN   half_adjacency e ON e.half IN (h.id, h.partner);

DROP VIEW free_pair;
DROP VIEW mutual;
DROP TABLE cable;
DROP TABLE numbered_by_lldp;
DROP TABLE named_port;
DROP TABLE choice;
DROP TABLE pair;
DROP TABLE half;
DROP TABLE half_adjacency;
DROP TABLE local_port;
DROP TABLE interface_with_mac;
DROP TABLE interface_called;
