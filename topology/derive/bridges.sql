-- bridges.sql: which ports of bridges face each other, where no neighbour
-- protocol says so?
--
-- Forwarding tables tell behind which port a bridge hears another one. Bridges
-- form a tree; one stands between two others exactly if it hears them behind
-- different ports. So, from a port towards a bridge behind it, those between
-- are known, and the nearest of them is what the port faces. The spanning tree
-- says it outright, of blocked ports too, which forwarding tables never show:
-- every port knows the port that speaks for its line.
--
-- A bridge that hears another, but is not heard by it, faces nobody: of its
-- port no table speaks, and whoever stands between would hear both. A bridge
-- without a forwarding table cannot be told from a hub.
--
-- Every step is a walk over who hears whom, never over pairs of bridges: its
-- rows are those of forwarding tables that hold the MAC of a bridge. Leaves
-- `facing` and `bridge` for clouds.sql, which drops them.

-- ------------------------------------------------- ports, aggregates as one

CREATE TEMP TABLE bundled (
	device INTEGER NOT NULL,
	member INTEGER NOT NULL, -- ifIndex
	aggregate INTEGER NOT NULL,
	PRIMARY KEY (device, member)
) WITHOUT ROWID;

INSERT INTO bundled (device, member, aggregate)
SELECT l.device, l.member, MIN(l.aggregate)
FROM   lag_member l
JOIN   interface i ON i.device = l.device AND i.if_index = l.aggregate
WHERE  l.aggregate <> l.member
GROUP  BY l.device, l.member;

-- Ports that LLDP or CDP explains; a member explains its aggregate.
CREATE TEMP TABLE explained (port INTEGER PRIMARY KEY);

INSERT INTO explained (port)
SELECT interface FROM adjacency WHERE interface IS NOT NULL
UNION
SELECT a_interface FROM link WHERE a_interface IS NOT NULL
UNION
SELECT b_interface FROM link WHERE b_interface IS NOT NULL;

INSERT OR IGNORE INTO explained (port)
SELECT a.id
FROM   bundled b
CROSS  JOIN interface m ON m.device = b.device AND m.if_index = b.member
CROSS  JOIN interface a ON a.device = b.device AND a.if_index = b.aggregate
CROSS  JOIN explained e ON e.port = m.id;

CREATE TEMP TABLE linked (
	device INTEGER NOT NULL,
	far_device INTEGER NOT NULL,
	PRIMARY KEY (device, far_device)
) WITHOUT ROWID;

INSERT INTO linked (device, far_device)
SELECT a_device, b_device FROM link
UNION
SELECT b_device, a_device FROM link;

-- --------------------------------------------------------- who hears whom

CREATE TEMP TABLE bridge (
	device INTEGER PRIMARY KEY,
	known INTEGER NOT NULL DEFAULT 0, -- by how many that it hears as well
	last_port INTEGER NOT NULL -- highest bridge port that has an ifIndex
);

INSERT INTO bridge (device, last_port)
SELECT d.id, COALESCE((SELECT MAX(p.port)
                       FROM   bridge_port p
                       WHERE  p.device = d.id), 0)
FROM   device d
WHERE  EXISTS (SELECT 1
               FROM   fdb f
               WHERE  f.device = d.id
               AND    COALESCE(f.status, 'learned') = 'learned');

CREATE TEMP TABLE unfinished (device INTEGER PRIMARY KEY);

INSERT INTO unfinished (device)
SELECT DISTINCT device
FROM   coverage
WHERE  result IN ('cut short', 'no answer')
AND    question IN ('BRIDGE-MIB::dot1dTpFdbTable',
                    'BRIDGE-MIB::dot1dTpFdbTable, each VLAN',
                    'Q-BRIDGE-MIB::dot1qTpFdbTable');

-- MACs that one device alone has. Those of VRRP and HSRP wander.
CREATE TEMP TABLE own_mac (
	mac TEXT PRIMARY KEY,
	device INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO own_mac (mac, device)
SELECT mac, MIN(device)
FROM   (SELECT device, mac FROM interface WHERE source = 'agent'
        UNION  ALL
        SELECT id, bridge_mac FROM device WHERE source = 'agent'
        UNION  ALL
        SELECT id, chassis_id FROM device
        WHERE  source = 'agent'
        AND    chassis_id_subtype = 'mac')
WHERE  mac IS NOT NULL
AND    mac <> '00:00:00:00:00:00'
AND    NOT mac_virtual(mac)
GROUP  BY mac
HAVING MIN(device) = MAX(device);

CREATE TEMP TABLE hears (
	device INTEGER NOT NULL,
	far_device INTEGER NOT NULL,
	port INTEGER NOT NULL, -- of `device`
	PRIMARY KEY (device, far_device, port)
) WITHOUT ROWID;

-- Some tables count ports by ifIndex: numbers beyond all bridge ports.
-- CROSS: from the few MACs of bridges to the tables, by MAC.
INSERT OR IGNORE INTO hears (device, far_device, port)
SELECT h.device, h.far_device, i.id
FROM   (SELECT f.device, o.device AS far_device,
               CASE WHEN f.if_index IS NULL AND f.port > n.last_port
               THEN f.port
               ELSE f.if_index
               END AS if_index
        FROM   own_mac o
        CROSS  JOIN bridge b ON b.device = o.device
        CROSS  JOIN fdb f ON f.mac = o.mac AND f.device <> o.device
        CROSS  JOIN bridge n ON n.device = f.device
        WHERE  COALESCE(f.status, 'learned') = 'learned') h
LEFT   JOIN bundled m ON m.device = h.device AND m.member = h.if_index
JOIN   interface i ON i.device = h.device
                  AND i.if_index = COALESCE(m.aggregate, h.if_index);

CREATE INDEX temp.hears_port ON hears (port);
CREATE INDEX temp.hears_far ON hears (far_device);

UPDATE bridge
SET    known = (SELECT COUNT(DISTINCT h.far_device)
                FROM   hears h
                JOIN   hears b ON b.device = h.far_device
                              AND b.far_device = h.device
                WHERE  h.device = bridge.device);

CREATE TEMP TABLE heard_on (
	port INTEGER PRIMARY KEY,
	bridges INTEGER NOT NULL
);

INSERT INTO heard_on (port, bridges)
SELECT port, COUNT(*)
FROM   hears
GROUP  BY port;

-- ------------------------------------------------- the nearest on the way

-- One bridge behind each port to look at: one that hears this one as well, and
-- of those the best known, so that all ports of a tree look at the same one.
CREATE TEMP TABLE towards (
	port INTEGER PRIMARY KEY,
	device INTEGER NOT NULL,
	far_device INTEGER NOT NULL
);

INSERT INTO towards (port, device, far_device)
SELECT port, device, far_device
FROM   (SELECT h.port, h.device, h.far_device,
               ROW_NUMBER() OVER (
			PARTITION BY h.port
			ORDER BY EXISTS (SELECT 1
			                 FROM   hears r
			                 WHERE  r.device = h.far_device
			                 AND    r.far_device = h.device) DESC,
			         b.known DESC, b.device) AS place
        FROM   hears h
        JOIN   bridge b ON b.device = h.far_device)
WHERE  place = 1;

-- Ports that look at each other. Who hears fewer bridges behind a port is nearer
-- to what is behind it; tables that forget get this wrong by a step or two.
CREATE TEMP TABLE facing (
	port INTEGER NOT NULL,
	far_port INTEGER NOT NULL,
	device INTEGER NOT NULL,
	far_device INTEGER NOT NULL,
	source TEXT NOT NULL, -- fdb, stp
	place INTEGER NOT NULL, -- 1 the nearest, 2 the next
	PRIMARY KEY (port, far_port, source)
) WITHOUT ROWID;

INSERT INTO facing (port, far_port, device, far_device, source, place)
SELECT port, far_port, device, far_device, 'fdb', place
FROM   (SELECT t.port, h.port AS far_port, t.device, h.device AS far_device,
               ROW_NUMBER() OVER (PARTITION BY t.port
                                  ORDER BY o.bridges,
                                           h.device = t.far_device,
                                           h.device, h.port)
               AS place
        FROM   towards t
        CROSS  JOIN hears h ON h.far_device = t.device
        CROSS  JOIN heard_on o ON o.port = h.port
        WHERE  (h.device = t.far_device
                OR (EXISTS (SELECT 1
                            FROM   hears r
                            WHERE  r.device = h.device
                            AND    r.far_device = t.far_device)
                    AND NOT EXISTS (SELECT 1
                                    FROM   hears r
                                    WHERE  r.device = h.device
                                    AND    r.far_device = t.far_device
                                    AND    r.port = h.port)))
        AND    NOT EXISTS (SELECT 1
                           FROM   hears b
                           WHERE  b.device = t.device
                           AND    b.far_device = h.device
                           AND    b.port <> t.port)
        AND    NOT EXISTS (SELECT 1
                           FROM   hears b
                           WHERE  b.device = h.device
                           AND    b.far_device = t.device
                           AND    b.port <> h.port))
WHERE  place <= 3;

-- ------------------------------------------------------- the spanning tree

-- The number of a port is the lower 12 bits, of old agents the lower 8.
CREATE TEMP TABLE designated (
	port INTEGER PRIMARY KEY,
	device INTEGER NOT NULL,
	state TEXT NOT NULL,
	far_device INTEGER NOT NULL,
	far_port INTEGER NOT NULL
);

INSERT OR IGNORE INTO designated (port, device, state, far_device, far_port)
SELECT i.id, s.device, s.state, o.device, f.id
FROM   stp_port s
JOIN   own_mac o ON o.mac = s.designated_bridge AND o.device <> s.device
LEFT   JOIN bundled m ON m.device = s.device AND m.member = s.if_index
JOIN   interface i ON i.device = s.device
                  AND i.if_index = COALESCE(m.aggregate, s.if_index)
JOIN   bridge_port p ON p.device = o.device
                    AND p.port IN (s.designated_port & 4095,
                                   s.designated_port & 255)
LEFT   JOIN bundled n ON n.device = o.device AND n.member = p.if_index
JOIN   interface f ON f.device = o.device
                  AND f.if_index = COALESCE(n.aggregate, p.if_index)
WHERE  s.state IN ('blocking', 'listening', 'learning', 'forwarding')
AND    i.oper_status IS NOT 'down'
AND    f.oper_status IS NOT 'down'
ORDER  BY i.id, p.port DESC;

INSERT INTO facing (port, far_port, device, far_device, source, place)
SELECT port, far_port, device, far_device, 'stp', 1
FROM   designated;

-- ---------------------------------------------- nobody between, none twice

-- A table that was not read to its end may lack one of the two.
DELETE FROM facing
WHERE  EXISTS (SELECT 1
               FROM   hears x
               CROSS  JOIN unfinished u ON u.device = x.device
               WHERE  x.far_device = facing.device
               AND    x.device <> facing.far_device
               AND    NOT EXISTS (SELECT 1
                                  FROM   hears y
                                  WHERE  y.device = x.device
                                  AND    y.far_device = facing.far_device))
OR     EXISTS (SELECT 1
               FROM   hears x
               CROSS  JOIN unfinished u ON u.device = x.device
               WHERE  x.far_device = facing.far_device
               AND    x.device <> facing.device
               AND    NOT EXISTS (SELECT 1
                                  FROM   hears y
                                  WHERE  y.device = x.device
                                  AND    y.far_device = facing.device));

-- Blocked ports are no way of the tree: it leads around them.
DELETE FROM facing
WHERE  EXISTS (SELECT 1
               FROM   hears x
               JOIN   hears y ON y.device = x.device
                             AND y.far_device = facing.far_device
               WHERE  x.far_device = facing.device
               AND    x.port <> y.port)
AND    (source = 'fdb'
        OR port NOT IN (SELECT port
                        FROM   designated
                        WHERE  state = 'blocking'));

DELETE FROM facing
WHERE  source = 'fdb'
AND    place > (SELECT MIN(n.place)
                FROM   facing n
                WHERE  n.port = facing.port
                AND    n.source = 'fdb');

DELETE FROM facing
WHERE  port IN (SELECT port FROM explained)
OR     far_port IN (SELECT port FROM explained)
OR     (device, far_device) IN (SELECT device, far_device FROM linked);

DROP TABLE designated;
DROP TABLE towards;
DROP TABLE heard_on;
DROP TABLE unfinished;
DROP TABLE own_mac;
DROP TABLE linked;
DROP TABLE explained;
DROP TABLE bundled;
