-- segment_ends.sql: ends of segments that only ARP or ND shows.
--
-- A gateway's caches show who else is on its segment: hosts, phones, a
-- provider's router. Where no gateway was read, the caches of all ends do. A
-- routing protocol that is up shows the far end of a point-to-point link.
--
-- Leaves node_mac, listener and peered for classes.sql; segment_classes.sql drops
-- them.

-- ------------------------------- the MACs of devices that did not answer ----

-- Stated, announced by LLDP, or resolved from their addresses.
CREATE TEMP TABLE node_mac (
	device INTEGER NOT NULL,
	mac TEXT NOT NULL,
	PRIMARY KEY (device, mac)
) WITHOUT ROWID;

INSERT OR IGNORE INTO node_mac (device, mac)
SELECT d.id, i.value
FROM   device d
JOIN   device_identity i ON i.device = d.id
WHERE  d.source <> 'agent'
AND    i.kind IN ('mac', 'bridge mac');

INSERT OR IGNORE INTO node_mac (device, mac)
SELECT d.id, h.mac
FROM   device d
JOIN   device_identity i ON i.device = d.id AND i.kind = 'address'
JOIN   heard h ON h.ip = i.value
WHERE  d.source <> 'agent';

DELETE FROM node_mac
WHERE  mac IN (SELECT mac FROM interface WHERE source = 'agent')
OR     mac IN (SELECT mac
               FROM   node_mac
               GROUP  BY mac
               HAVING COUNT(*) > 1);

INSERT OR IGNORE INTO device_identity (device, kind, value, strong)
SELECT device, 'mac', mac, 0
FROM   node_mac;

-- -------------------------------------------------- ends by ARP and ND ----

-- A family may be called absent where the listener's cache of that family was
-- read, and showed another node on this interface or no end has the family.
CREATE TEMP TABLE listener (
	interface INTEGER PRIMARY KEY,
	segment INTEGER NOT NULL,
	device INTEGER NOT NULL,
	ipv4_sayable INTEGER NOT NULL DEFAULT 0,
	ipv6_sayable INTEGER NOT NULL DEFAULT 0
);

INSERT INTO listener (interface, segment, device)
SELECT interface, segment, device
FROM   segment_end
WHERE  is_gateway
OR     segment NOT IN (SELECT segment FROM segment_end WHERE is_gateway);

-- A VRF is asked in a context of its own, which may fail alone.
CREATE TEMP TABLE half_heard (interface INTEGER PRIMARY KEY);

INSERT INTO half_heard (interface)
SELECT DISTINCT i.id
FROM   vrf_interface v
CROSS  JOIN coverage c ON c.device = v.device
CROSS  JOIN interface i ON i.device = v.device AND i.if_index = v.if_index
WHERE  c.question GLOB '*, each VRF'
AND    (c.result IN ('cut short', 'no answer') OR c.refused > 0);

UPDATE listener
SET    ipv4_sayable = 1
FROM   told t
WHERE  t.device = listener.device
AND    t.hears_ipv4
AND    listener.interface NOT IN (SELECT interface FROM half_heard)
AND    (listener.interface IN (SELECT interface
                               FROM   neighbour
                               WHERE  family = 4
                               AND    type IS NOT 'local')
        OR (t.says_ipv4
            AND listener.segment NOT IN (SELECT segment
                                         FROM   segment_end
                                         WHERE  has_ipv4)));

UPDATE listener
SET    ipv6_sayable = 1
FROM   told t
WHERE  t.device = listener.device
AND    t.hears_ipv6
AND    listener.interface NOT IN (SELECT interface FROM half_heard)
AND    (listener.interface IN (SELECT interface
                               FROM   neighbour
                               WHERE  family = 6
                               AND    type IS NOT 'local')
        OR (t.says_ipv6
            AND listener.segment NOT IN (SELECT segment
                                         FROM   segment_end
                                         WHERE  has_ipv6)));

-- What one gateway does not hear another may: all of them have to be heard to
-- the last, but for those that certainly have no address of the family.
UPDATE listener
SET    ipv4_sayable = a.ipv4,
       ipv6_sayable = a.ipv6
FROM   (SELECT l.segment,
               COALESCE(MIN(CASE WHEN e.has_ipv4 OR NOT e.ipv4_sayable
                            THEN l.ipv4_sayable END),
                        MIN(l.ipv4_sayable)) AS ipv4,
               COALESCE(MIN(CASE WHEN e.has_ipv6 OR NOT e.ipv6_sayable
                            THEN l.ipv6_sayable END),
                        MIN(l.ipv6_sayable)) AS ipv6
        FROM   listener l
        JOIN   segment_end e ON e.interface = l.interface
        GROUP  BY l.segment) a
WHERE  a.segment = listener.segment;

-- Whose MAC is it? Nobody's when two devices claim it.
CREATE TEMP TABLE mac_owner (
	mac TEXT PRIMARY KEY,
	device INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO mac_owner (mac, device)
SELECT mac, MIN(device)
FROM   (SELECT mac, device
        FROM   interface
        WHERE  mac IS NOT NULL
        UNION
        SELECT value, device
        FROM   device_identity
        WHERE  kind IN ('mac', 'bridge mac'))
GROUP  BY mac
HAVING COUNT(DISTINCT device) = 1;

-- Every MAC of a device that is an end already says nothing new: those of its
-- ports, and those at which its own addresses are heard (a logical unit of a
-- port often has no MAC of its own). CROSS: by address, not by pairs of ends.
CREATE TEMP TABLE known_end (
	segment INTEGER NOT NULL,
	mac TEXT NOT NULL,
	PRIMARY KEY (segment, mac)
) WITHOUT ROWID;

INSERT OR IGNORE INTO known_end (segment, mac)
SELECT DISTINCT e.segment, i.mac
FROM   segment_end e
JOIN   interface i ON i.device = e.device
WHERE  i.mac IS NOT NULL;

INSERT OR IGNORE INTO known_end (segment, mac)
SELECT e.segment, h.mac
FROM   segment_end e
CROSS  JOIN address a ON a.device = e.device AND a.interface = e.interface
CROSS  JOIN heard h ON h.ip = a.ip
CROSS  JOIN listener l ON l.interface = h.interface AND l.segment = e.segment;

INSERT INTO segment_end (segment, device, mac, has_ipv4, has_ipv6,
                         ipv4_sayable, ipv6_sayable)
SELECT l.segment, o.device, h.mac,
       MAX(h.family = 4 AND h.usable),
       MAX(h.family = 6 AND h.usable),
       MIN(l.ipv4_sayable),
       MIN(l.ipv6_sayable)
FROM   listener l
JOIN   heard h ON h.interface = l.interface
LEFT   JOIN mac_owner o ON o.mac = h.mac
WHERE  NOT EXISTS (SELECT 1
                   FROM   known_end k
                   WHERE  k.segment = l.segment
                   AND    k.mac = h.mac)
GROUP  BY l.segment, h.mac
ORDER  BY l.segment, h.mac;

-- --------------------------------------------- ends by routing protocols ----

-- Of links with one agent: a session or an adjacency in a family that its own
-- end has.
CREATE TEMP TABLE peered (
	segment INTEGER NOT NULL,
	family INTEGER NOT NULL,
	PRIMARY KEY (segment, family)
) WITHOUT ROWID;

CREATE TEMP TABLE speaker AS
SELECT e.segment, e.device, e.interface, f.family
FROM   (SELECT 4 AS family UNION ALL SELECT 6) f
JOIN   segment_end e ON CASE f.family WHEN 4 THEN e.has_ipv4 ELSE e.has_ipv6 END
WHERE  e.interface IS NOT NULL
AND    e.segment IN (SELECT o.segment
                     FROM   segment s
                     JOIN   segment_end o ON o.segment = s.id
                     WHERE  s.kind = 'p2p'
                     GROUP  BY o.segment
                     HAVING COUNT(o.interface) = 1
                     AND    COUNT(*) < 3);

INSERT OR IGNORE INTO peered (segment, family)
SELECT k.segment, k.family
FROM   speaker k
JOIN   bgp_peer b ON b.device = k.device
                 AND b.family = k.family
                 AND b.state = 'established'
JOIN   segment_prefix p ON p.segment = k.segment
                       AND p.family = k.family
                       AND ip_in(b.peer_ip, p.prefix)
UNION
SELECT k.segment, k.family
FROM   speaker k
JOIN   igp_neighbour n ON n.device = k.device AND n.interface = k.interface
LEFT   JOIN igp_neighbour_address a ON a.neighbour = n.id
WHERE  n.state IN ('full', 'up')
AND    COALESCE(CASE n.protocol WHEN 'OSPFv2' THEN 4 WHEN 'OSPFv3' THEN 6 END,
                a.family) = k.family;

DROP TABLE speaker;

INSERT INTO segment_end (segment)
SELECT DISTINCT segment
FROM   peered
WHERE  segment NOT IN (SELECT segment
                       FROM   segment_end
                       WHERE  interface IS NULL)
ORDER  BY segment;

UPDATE segment_end
SET    has_ipv4 = has_ipv4 OR (segment, 4) IN (SELECT segment, family FROM peered),
       has_ipv6 = has_ipv6 OR (segment, 6) IN (SELECT segment, family FROM peered)
WHERE  interface IS NULL
AND    segment IN (SELECT segment FROM peered);

-- The one silent peer of a point-to-point port is whom LLDP names there.
CREATE TEMP TABLE far_side (
	interface INTEGER PRIMARY KEY,
	device INTEGER NOT NULL
);

INSERT INTO far_side (interface, device)
SELECT near, MIN(far)
FROM   (SELECT a_interface AS near, b_device AS far
        FROM   link
        UNION
        SELECT b_interface, a_device
        FROM   link)
WHERE  near IS NOT NULL
GROUP  BY near
HAVING COUNT(*) = 1;

UPDATE segment_end
SET    device = f.device
FROM   segment s
JOIN   segment_end e ON e.segment = s.id
JOIN   far_side f ON f.interface = e.interface
JOIN   device d ON d.id = f.device
WHERE  s.kind = 'p2p'
AND    s.id = segment_end.segment
AND    segment_end.interface IS NULL
AND    segment_end.device IS NULL
AND    d.source <> 'agent'
AND    2 = (SELECT COUNT(*) FROM segment_end o WHERE o.segment = s.id);

DROP TABLE far_side;

UPDATE segment
SET    ipv4_ends = e.ipv4,
       ipv6_ends = e.ipv6
FROM   (SELECT segment, SUM(has_ipv4) AS ipv4, SUM(has_ipv6) AS ipv6
        FROM   segment_end
        GROUP  BY segment) e
WHERE  e.segment = segment.id;

DROP TABLE half_heard;
DROP TABLE mac_owner;
DROP TABLE known_end;
