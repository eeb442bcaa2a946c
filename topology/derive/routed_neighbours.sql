-- routed_neighbours.sql: whom does each router say it has beside it?
--
-- OSPF, IS-IS, BGP, ARP, ND and shared prefixes each make statements: "on my
-- interface i I have address x of somebody". The segment, the address, the
-- cable, the MAC, and last the router id tell who that is, the surest first. A
-- link-local address alone tells nothing: fe80::1 stands on many links.
-- routed_links.sql makes links of them.

-- ------------------------------------------------------- the statements ----

INSERT INTO routed_neighbour (device, interface, protocol, family, ip,
                              remote_id, is_up)
SELECT n.device, n.interface, n.protocol,
       COALESCE(a.family,
                CASE n.protocol WHEN 'OSPFv2' THEN 4 WHEN 'OSPFv3' THEN 6 END),
       a.ip, n.remote_id,
       COALESCE(n.state, 'up') IN
       ('up', 'twoWay', 'exchangeStart', 'exchange', 'loading', 'full')
FROM   igp_neighbour n
LEFT   JOIN igp_neighbour_address a ON a.neighbour = n.id
ORDER  BY n.id, a.family, a.ip_key;

-- A session belongs to the interface of its own address, or of its zone.
INSERT INTO routed_neighbour (device, interface, protocol, family, ip, is_up)
SELECT p.device,
       (SELECT MIN(i.id)
        FROM   interface i
        WHERE  i.device = p.device
        AND    i.if_index = COALESCE(
               NULLIF(p.if_index, 0),
               (SELECT MIN(a.if_index)
                FROM   address a
                WHERE  a.device = p.device
                AND    a.ip = p.local_ip
                HAVING COUNT(*) = 1))),
       'BGP', p.family, p.peer_ip, p.state IS 'established'
FROM   bgp_peer p
ORDER  BY p.id;

-- Two interfaces that face each other: the only ones on a point-to-point
-- segment, or those of two routers on one cable.
CREATE TEMP TABLE facing (
	interface INTEGER NOT NULL,
	device INTEGER NOT NULL,
	if_index INTEGER NOT NULL,
	far_interface INTEGER NOT NULL,
	far_device INTEGER NOT NULL,
	far_if_index INTEGER NOT NULL,
	PRIMARY KEY (interface, far_interface)
) WITHOUT ROWID;

INSERT INTO facing (interface, device, if_index, far_interface, far_device,
                    far_if_index)
SELECT i.id, i.device, i.if_index, o.id, o.device, o.if_index
FROM   segment s
JOIN   segment_end e ON e.segment = s.id
JOIN   segment_end f ON f.segment = s.id AND f.interface <> e.interface
JOIN   interface i ON i.id = e.interface
JOIN   interface o ON o.id = f.interface
WHERE  s.kind = 'p2p'
AND    i.device <> o.device;

INSERT OR IGNORE INTO facing (interface, device, if_index, far_interface,
                              far_device, far_if_index)
SELECT i.id, i.device, i.if_index, o.id, o.device, o.if_index
FROM   (SELECT a_interface AS near, b_interface AS far FROM link
        UNION
        SELECT b_interface, a_interface FROM link) l
JOIN   interface i ON i.id = l.near AND i.source = 'agent'
JOIN   interface o ON o.id = l.far AND o.source = 'agent'
JOIN   device d ON d.id = i.device
JOIN   device f ON f.id = o.device
WHERE  d.id <> f.id
AND    (d.ip_forwarding OR d.ipv6_forwarding)
AND    (f.ip_forwarding OR f.ipv6_forwarding);

INSERT INTO routed_neighbour (device, interface, protocol, family, ip, is_up,
                              far_device, far_interface, matched_by)
SELECT f.device, f.interface,
       CASE n.family WHEN 6 THEN 'ND' ELSE 'ARP' END,
       n.family, n.ip, 1, f.far_device, f.far_interface, 'the other end'
FROM   facing f
CROSS  JOIN neighbour n ON n.device = f.device AND n.if_index = f.if_index
CROSS  JOIN address y ON y.device = f.far_device
                     AND y.if_index = f.far_if_index
                     AND y.ip = n.ip
WHERE  COALESCE(n.state, '') NOT IN ('incomplete', 'invalid')
AND    COALESCE(n.type, '') NOT IN ('invalid', 'local')
ORDER  BY f.interface, f.far_interface, n.family, n.ip_key;

INSERT INTO routed_neighbour (device, interface, protocol, family, ip, is_up,
                              far_device, far_interface, matched_by)
SELECT DISTINCT f.device, f.interface, 'shared prefix', y.family, y.ip, 1,
       f.far_device, f.far_interface, 'the other end'
FROM   facing f
CROSS  JOIN address x ON x.device = f.device AND x.if_index = f.if_index
CROSS  JOIN address y ON y.device = f.far_device
                     AND y.if_index = f.far_if_index
                     AND y.prefix = x.prefix
WHERE  x.usable
AND    y.usable
ORDER  BY f.interface, f.far_interface, y.family, y.ip_key;

-- A peer that only ARP and ND show, where it is known whose MAC that is; its
-- port is the one that LLDP names there.
INSERT INTO routed_neighbour (device, interface, protocol, family, ip, is_up,
                              far_device, far_interface, matched_by)
SELECT e.device, e.interface,
       CASE n.family WHEN 6 THEN 'ND' ELSE 'ARP' END,
       n.family, n.ip, 1, f.device,
       COALESCE((SELECT MIN(l.b_interface)
                 FROM   link l
                 WHERE  l.a_device = e.device
                 AND    l.a_interface = e.interface
                 AND    l.b_device = f.device),
                (SELECT MIN(l.a_interface)
                 FROM   link l
                 WHERE  l.b_device = e.device
                 AND    l.b_interface = e.interface
                 AND    l.a_device = f.device)),
       'MAC of the address'
FROM   segment s
JOIN   segment_end f ON f.segment = s.id
CROSS  JOIN segment_end e ON e.segment = s.id
CROSS  JOIN heard n ON n.interface = e.interface AND n.mac = f.mac
WHERE  s.kind = 'p2p'
AND    f.interface IS NULL
AND    f.device <> e.device
ORDER  BY e.interface, f.device, n.family, n.id;

-- ------------------------------------------------- whose address is it? ----

-- Only addresses of which something is said: link-local ones are many.
CREATE TEMP TABLE spoken (ip TEXT PRIMARY KEY) WITHOUT ROWID;

INSERT INTO spoken (ip)
SELECT ip FROM routed_neighbour WHERE ip IS NOT NULL AND matched_by IS NULL
UNION
SELECT remote_id FROM routed_neighbour WHERE remote_id IS NOT NULL;

CREATE TEMP TABLE spoken_address (
	device INTEGER NOT NULL,
	ip TEXT NOT NULL,
	if_index INTEGER,
	interface INTEGER,
	alone INTEGER NOT NULL -- made to be unique in the network
);

INSERT INTO spoken_address (device, ip, if_index, interface, alone)
SELECT a.device, a.ip, a.if_index, a.interface,
       a.type IS NOT 'anycast' AND (a.usable OR a.iid IS 'EUI-64')
FROM   address a
WHERE  a.ip IN (SELECT ip FROM spoken)
AND    COALESCE(a.interface, 0) NOT IN (SELECT interface FROM inside_chassis);

CREATE INDEX temp.spoken_address_device ON spoken_address (device, ip);

-- Where each statement leads; `interface` when it is on one alone.
CREATE TEMP TABLE hop (
	statement INTEGER PRIMARY KEY,
	device INTEGER NOT NULL,
	interface INTEGER,
	matched_by TEXT NOT NULL
);

-- 1. Somebody with that address on the segment of my interface.
CREATE TEMP TABLE spot (
	segment INTEGER NOT NULL,
	ip TEXT NOT NULL,
	interface INTEGER NOT NULL,
	device INTEGER NOT NULL,
	PRIMARY KEY (segment, ip, interface)
) WITHOUT ROWID;

INSERT OR IGNORE INTO spot (segment, ip, interface, device)
SELECT e.segment, a.ip, a.interface, a.device
FROM   spoken_address a
JOIN   segment_end e ON e.interface = a.interface;

INSERT INTO hop (statement, device, interface, matched_by)
SELECT s.id, p.device, MIN(p.interface), 'address on the segment'
FROM   routed_neighbour s
CROSS  JOIN segment_end e ON e.interface = s.interface
CROSS  JOIN spot p ON p.segment = e.segment AND p.ip = s.ip
WHERE  s.matched_by IS NULL
AND    p.device <> s.device
GROUP  BY s.id
HAVING COUNT(*) = 1;

-- 2. An address that one device has; not in the same prefix elsewhere, in another
-- VRF or another branch.
CREATE TEMP TABLE owner (
	ip TEXT PRIMARY KEY,
	device INTEGER NOT NULL,
	interface INTEGER
) WITHOUT ROWID;

INSERT INTO owner (ip, device, interface)
SELECT ip, MIN(device),
       CASE WHEN COUNT(*) = 1 THEN MIN(interface) END
FROM   spoken_address
GROUP  BY ip
HAVING COUNT(DISTINCT device) = 1
AND    MIN(alone);

INSERT OR IGNORE INTO hop (statement, device, interface, matched_by)
SELECT s.id, o.device, o.interface, 'address'
FROM   routed_neighbour s
CROSS  JOIN owner o ON o.ip = s.ip
WHERE  s.matched_by IS NULL
AND    NOT EXISTS (SELECT 1
                   FROM   segment_end e
                   CROSS  JOIN segment_end f ON f.interface = o.interface
                                            AND f.segment <> e.segment
                   CROSS  JOIN address y ON y.device = o.device
                                        AND y.interface = o.interface
                                        AND y.ip = o.ip
                   CROSS  JOIN address x ON x.device = s.device
                                        AND x.interface = s.interface
                                        AND x.prefix = y.prefix
                   WHERE  e.interface = s.interface);

-- 3. The device on the other end of the cable has it.
INSERT OR IGNORE INTO hop (statement, device, interface, matched_by)
SELECT s.id, MIN(x.device),
       CASE WHEN COUNT(*) = 1 THEN MIN(x.interface) END,
       'address behind the cable'
FROM   routed_neighbour s
CROSS  JOIN facing f ON f.interface = s.interface
CROSS  JOIN spoken_address x ON x.device = f.far_device
                            AND x.ip = s.ip
                            AND x.interface = f.far_interface
WHERE  s.matched_by IS NULL
GROUP  BY s.id
HAVING COUNT(DISTINCT x.device) = 1;

-- 4. My ARP or ND says at whose MAC it is.
CREATE TEMP TABLE resolved (
	statement INTEGER PRIMARY KEY,
	mac TEXT NOT NULL
);

INSERT INTO resolved (statement, mac)
SELECT s.id, n.mac
FROM   routed_neighbour s
CROSS  JOIN interface i ON i.id = s.interface
CROSS  JOIN neighbour n ON n.device = s.device
                       AND n.if_index = i.if_index
                       AND n.ip = s.ip
WHERE  s.matched_by IS NULL
AND    n.mac IS NOT NULL
AND    NOT mac_virtual(n.mac);

CREATE TEMP TABLE mac_of (
	mac TEXT PRIMARY KEY,
	device INTEGER NOT NULL,
	interface INTEGER
) WITHOUT ROWID;

INSERT INTO mac_of (mac, device, interface)
SELECT mac, MIN(device), CASE WHEN COUNT(*) = 1 THEN MIN(id) END
FROM   interface
WHERE  mac IN (SELECT mac FROM resolved)
GROUP  BY mac
HAVING COUNT(DISTINCT device) = 1;

INSERT OR IGNORE INTO hop (statement, device, interface, matched_by)
SELECT r.statement, m.device,
       CASE COUNT(x.interface)
       WHEN 0 THEN m.interface
       WHEN 1 THEN MIN(x.interface)
       END,
       'MAC of the address'
FROM   resolved r
CROSS  JOIN mac_of m ON m.mac = r.mac
CROSS  JOIN routed_neighbour s ON s.id = r.statement
LEFT   JOIN spoken_address x ON x.device = m.device AND x.ip = s.ip
GROUP  BY r.statement;

-- It may be somebody who did not answer, but is known on my segment.
INSERT OR IGNORE INTO hop (statement, device, interface, matched_by)
SELECT r.statement, MIN(f.device),
       (SELECT MIN(n.far_interface)
        FROM   routed_neighbour n
        WHERE  n.interface = s.interface
        AND    n.ip = s.ip
        AND    n.far_device = f.device
        AND    n.protocol IN ('ARP', 'ND')),
       'MAC of the address'
FROM   resolved r
CROSS  JOIN routed_neighbour s ON s.id = r.statement
CROSS  JOIN segment_end e ON e.interface = s.interface
CROSS  JOIN segment_end f ON f.segment = e.segment AND f.mac = r.mac
WHERE  f.interface IS NULL
AND    f.device IS NOT NULL
GROUP  BY r.statement
HAVING COUNT(DISTINCT f.device) = 1;

-- 5. Its router id, which an address or a statement above gives one device; it
-- has to know me in the same way, as two networks may use one id.
CREATE TEMP TABLE router (
	remote_id TEXT PRIMARY KEY,
	device INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO router (remote_id, device)
SELECT remote_id, MIN(device)
FROM   (SELECT s.remote_id, h.device
        FROM   routed_neighbour s
        JOIN   hop h ON h.statement = s.id
        WHERE  s.remote_id IS NOT NULL
        UNION
        SELECT o.ip, o.device
        FROM   owner o)
GROUP  BY remote_id
HAVING COUNT(*) = 1;

CREATE TEMP TABLE knows (
	device INTEGER NOT NULL,
	protocol TEXT NOT NULL,
	far_device INTEGER NOT NULL,
	PRIMARY KEY (device, protocol, far_device)
) WITHOUT ROWID;

INSERT OR IGNORE INTO knows (device, protocol, far_device)
SELECT s.device, s.protocol, r.device
FROM   routed_neighbour s
JOIN   router r ON r.remote_id = s.remote_id;

INSERT OR IGNORE INTO hop (statement, device, interface, matched_by)
SELECT s.id, r.device,
       (SELECT MIN(x.interface)
        FROM   spoken_address x
        WHERE  x.device = r.device
        AND    x.ip = s.ip
        HAVING COUNT(*) = 1),
       'router id'
FROM   routed_neighbour s
CROSS  JOIN router r ON r.remote_id = s.remote_id
CROSS  JOIN knows k ON k.device = r.device
                   AND k.protocol = s.protocol
                   AND k.far_device = s.device
WHERE  s.matched_by IS NULL;

UPDATE routed_neighbour
SET    far_device = h.device,
       far_interface = h.interface,
       matched_by = h.matched_by
FROM   hop h
WHERE  h.statement = routed_neighbour.id
AND    h.device <> routed_neighbour.device;

CREATE TEMP TABLE owned_twice (ip TEXT PRIMARY KEY) WITHOUT ROWID;

INSERT INTO owned_twice (ip)
SELECT ip
FROM   spoken_address
GROUP  BY ip
HAVING COUNT(DISTINCT device) > 1;

UPDATE routed_neighbour
SET    matched_by = CASE
	WHEN id IN (SELECT statement FROM hop) THEN 'itself'
	WHEN ip IS NULL THEN 'no address was told'
	WHEN ip LIKE 'fe80:%' THEN 'a link-local address tells too little'
	WHEN ip IN (SELECT ip FROM owned_twice) THEN 'several who answered'
	ELSE 'nobody who answered'
	END
WHERE  matched_by IS NULL;

DROP TABLE owned_twice;
DROP TABLE knows;
DROP TABLE router;
DROP TABLE mac_of;
DROP TABLE resolved;
DROP TABLE owner;
DROP TABLE spot;
DROP TABLE hop;
DROP TABLE spoken_address;
DROP TABLE spoken;
DROP TABLE inside_chassis;
