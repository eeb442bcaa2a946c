-- segments.sql: interfaces that share a prefix are on one segment.
--
-- Both families join: an interface with an IPv4 and an IPv6 prefix puts both
-- into one segment. A prefix that stands in two places (192.168.1.1 in two
-- branches, or in two VRFs) joins only interfaces that see the same node, or
-- each other over a cable. Each segment gets the label of its
-- lowest interface.

-- ---------------------------------------------------- who is on a prefix ----

CREATE TEMP TABLE routed_in (
	interface INTEGER PRIMARY KEY,
	vrf TEXT NOT NULL
);

INSERT INTO routed_in (interface, vrf)
SELECT i.id, MIN(v.vrf)
FROM   vrf_interface v
JOIN   interface i ON i.device = v.device AND i.if_index = v.if_index
GROUP  BY i.id;

CREATE TEMP TABLE sharing (
	interface INTEGER NOT NULL,
	device INTEGER NOT NULL,
	prefix TEXT NOT NULL,
	ip TEXT NOT NULL,
	family INTEGER NOT NULL,
	prefix_length INTEGER NOT NULL,
	anycast INTEGER NOT NULL,
	vrf TEXT NOT NULL,              -- empty: the main table
	room TEXT NOT NULL DEFAULT '', -- the VRF, where several have the prefix
	PRIMARY KEY (interface, prefix, ip)
) WITHOUT ROWID;

-- ifType 24 is a loopback. No network is larger than a /8 or a /16.
INSERT INTO sharing (interface, device, prefix, ip, family, prefix_length,
                     anycast, vrf)
SELECT a.interface, a.device, a.prefix, a.ip, a.family, a.prefix_length,
       a.type IS 'anycast', COALESCE(v.vrf, '')
FROM   address a
JOIN   interface i ON i.id = a.interface
LEFT   JOIN routed_in v ON v.interface = i.id
WHERE  a.usable
AND    a.prefix IS NOT NULL
AND    a.prefix_length >= CASE a.family WHEN 4 THEN 8 ELSE 16 END
AND    a.prefix_length < CASE a.family WHEN 4 THEN 32 ELSE 128 END
AND    i.type IS NOT 24
AND    a.interface NOT IN (SELECT interface FROM inside_chassis)
AND    a.interface NOT IN (SELECT interface FROM idle);

CREATE INDEX temp.sharing_prefix ON sharing (prefix);
CREATE INDEX temp.sharing_ip ON sharing (ip);

-- A customer's router knows no VRF, so that the main table of another device
-- contradicts none.
CREATE TEMP TABLE split (prefix TEXT PRIMARY KEY) WITHOUT ROWID;

INSERT INTO split (prefix)
SELECT prefix
FROM   sharing
GROUP  BY prefix
HAVING COUNT(DISTINCT NULLIF(vrf, '')) > 1
UNION
SELECT prefix
FROM   sharing
GROUP  BY prefix, device
HAVING COUNT(DISTINCT vrf) > 1;

UPDATE sharing
SET    room = vrf
WHERE  prefix IN (SELECT prefix FROM split);

-- An address on two interfaces means two places, unless each of them has another
-- address of its own in the prefix: then it is a gateway's virtual address.
CREATE TEMP TABLE twice (
	ip TEXT NOT NULL,
	room TEXT NOT NULL,
	PRIMARY KEY (ip, room)
) WITHOUT ROWID;

INSERT INTO twice (ip, room)
SELECT ip, room
FROM   sharing
WHERE  NOT anycast
GROUP  BY ip, room
HAVING COUNT(DISTINCT interface) > 1;

CREATE TEMP TABLE reused (
	prefix TEXT NOT NULL,
	room TEXT NOT NULL,
	PRIMARY KEY (prefix, room)
) WITHOUT ROWID;

INSERT INTO reused (prefix, room)
SELECT DISTINCT s.prefix, s.room
FROM   twice t
JOIN   sharing s ON s.ip = t.ip AND s.room = t.room
WHERE  NOT EXISTS (
	SELECT 1
	FROM   sharing o
	WHERE  o.interface = s.interface
	AND    o.prefix = s.prefix
	AND    (o.ip, o.room) NOT IN (SELECT ip, room FROM twice));

-- Where a prefix alone joins nobody.
CREATE TEMP TABLE doubtful (prefix TEXT PRIMARY KEY) WITHOUT ROWID;

INSERT INTO doubtful (prefix)
SELECT prefix FROM reused
UNION
SELECT prefix FROM split;

-- Who is seen where in such a prefix: the interface itself and those in its
-- ARP or ND cache. Leaves with an anycast gateway see the same hosts. A MAC
-- that is not unique by its second bit (0x02: every chassis of one make calls
-- its line cards so) tells nothing.
CREATE TEMP TABLE sighting (
	prefix TEXT NOT NULL,
	ip TEXT NOT NULL,
	mac TEXT NOT NULL,
	interface INTEGER NOT NULL,
	device INTEGER NOT NULL,
	vrf TEXT NOT NULL,
	is_own INTEGER NOT NULL, -- 1: an address of the interface
	PRIMARY KEY (prefix, ip, mac, interface)
) WITHOUT ROWID;

INSERT INTO sighting (prefix, ip, mac, interface, device, vrf, is_own)
SELECT s.prefix, s.ip, i.mac, s.interface, s.device, s.vrf, 1
FROM   doubtful r
JOIN   sharing s ON s.prefix = r.prefix
JOIN   interface i ON i.id = s.interface
WHERE  i.mac <> '00:00:00:00:00:00'
AND    SUBSTR(i.mac, 2, 1) IN ('0', '4', '8', 'c')
AND    NOT mac_virtual(i.mac);

INSERT OR IGNORE INTO sighting (prefix, ip, mac, interface, device, vrf,
                                is_own)
SELECT s.prefix, h.ip, h.mac, s.interface, s.device, s.vrf, 0
FROM   doubtful r
JOIN   sharing s ON s.prefix = r.prefix
JOIN   heard h ON h.interface = s.interface
WHERE  h.usable
AND    SUBSTR(h.mac, 2, 1) IN ('0', '4', '8', 'c')
AND    ip_in(h.ip, s.prefix);

-- One address at one MAC in two VRFs of a device, its own or another's: it tells
-- no place.
DELETE FROM sighting
WHERE  (prefix, ip, mac) IN (
	SELECT prefix, ip, mac
	FROM   sighting
	GROUP  BY prefix, ip, mac, device, is_own
	HAVING SUM(is_own) > 1
	OR     COUNT(DISTINCT vrf) > 1);

-- A place is a prefix; of a doubtful one, what one interface, one VRF, one
-- sighting or one link shows of it.
CREATE TEMP TABLE standing (
	place TEXT NOT NULL,
	interface INTEGER NOT NULL,
	PRIMARY KEY (place, interface)
) WITHOUT ROWID;

INSERT OR IGNORE INTO standing (place, interface)
SELECT prefix, interface
FROM   sharing
WHERE  prefix NOT IN (SELECT prefix FROM doubtful);

INSERT OR IGNORE INTO standing (place, interface)
SELECT prefix || ' at ' || interface, interface
FROM   sharing
WHERE  prefix IN (SELECT prefix FROM doubtful);

INSERT OR IGNORE INTO standing (place, interface)
SELECT prefix || ' in ' || room, interface
FROM   sharing
WHERE  room <> ''
AND    (prefix, room) NOT IN (SELECT prefix, room FROM reused);

INSERT OR IGNORE INTO standing (place, interface)
SELECT prefix || ' with ' || ip || ' ' || mac, interface
FROM   sighting;

INSERT OR IGNORE INTO standing (place, interface)
SELECT s.prefix || ' on link ' || l.id, s.interface
FROM   doubtful r
JOIN   sharing s ON s.prefix = r.prefix
JOIN   link l ON s.interface IN (l.a_interface, l.b_interface);

DROP TABLE sighting;

CREATE INDEX temp.standing_interface ON standing (interface);

-- ---------------------------------------------------- spreading labels ----

CREATE TEMP TABLE member (
	interface INTEGER PRIMARY KEY,
	label INTEGER NOT NULL
);

INSERT INTO member (interface, label)
SELECT DISTINCT interface, interface
FROM   standing;

CREATE TEMP TABLE place (
	place TEXT PRIMARY KEY,
	label INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO place (place, label)
SELECT place, MIN(interface)
FROM   standing
GROUP  BY place;

-- repeat until nothing changes
UPDATE member
SET    label = l.label
FROM   (SELECT s.interface, MIN(p.label) AS label
        FROM   standing s
        JOIN   place p ON p.place = s.place
        GROUP  BY s.interface) l
WHERE  l.interface = member.interface
AND    l.label < member.label;

UPDATE place
SET    label = l.label
FROM   (SELECT s.place, MIN(m.label) AS label
        FROM   standing s
        JOIN   member m ON m.interface = s.interface
        GROUP  BY s.place) l
WHERE  l.place = place.place
AND    l.label < place.label;
-- end repeat

-- ---------------------------------------------------------- the segments ----

CREATE TEMP TABLE place_segment (
	interface INTEGER PRIMARY KEY,
	segment INTEGER NOT NULL
);

INSERT INTO place_segment (interface, segment)
SELECT interface, DENSE_RANK() OVER (ORDER BY label)
FROM   member;

CREATE INDEX temp.place_segment_segment ON place_segment (segment);

-- Two routers on one cable: no bridge passes LLDP on.
CREATE TEMP TABLE router_cable (segment INTEGER PRIMARY KEY);

INSERT OR IGNORE INTO router_cable (segment)
SELECT p.segment
FROM   link l
JOIN   place_segment p ON p.interface = l.a_interface
JOIN   place_segment q ON q.interface = l.b_interface
                      AND q.segment = p.segment
JOIN   device a ON a.id = l.a_device
JOIN   device b ON b.id = l.b_device
WHERE  a.id <> b.id
AND    l.evidence <> 'inferred'
AND    (a.ip_forwarding OR a.ipv6_forwarding)
AND    (b.ip_forwarding OR b.ipv6_forwarding);

-- Point-to-point: a serial line (ifType 23), or only prefixes made for two; and
-- no third interface. A /64 is for two beside a /30 or /31, in a tunnel (ifType
-- 131) and on a cable between two routers.
INSERT INTO segment (id, kind)
SELECT m.segment,
       CASE
       WHEN COUNT(DISTINCT m.interface) > 2 THEN 'lan'
       WHEN MAX(i.type = 23) THEN 'p2p'
       WHEN MIN(CASE s.family
                WHEN 4 THEN s.prefix_length >= 30
                ELSE s.prefix_length >= 126
                     OR (s.prefix_length = 64
                         AND (i.type IS 131
                              OR m.segment IN (SELECT segment
                                               FROM   router_cable)
                              OR EXISTS (SELECT 1
                                         FROM   place_segment n
                                         JOIN   sharing o
                                                ON o.interface = n.interface
                                         WHERE  n.segment = m.segment
                                         AND    o.family = 4)))
                END) THEN 'p2p'
       ELSE 'lan'
       END
FROM   place_segment m
JOIN   interface i ON i.id = m.interface
JOIN   sharing s ON s.interface = m.interface
GROUP  BY m.segment
ORDER  BY m.segment;

INSERT OR IGNORE INTO segment_prefix (segment, family, prefix, prefix_key)
SELECT m.segment, s.family, s.prefix, prefix_key(s.prefix)
FROM   place_segment m
JOIN   sharing s ON s.interface = m.interface;

-- A gateway forwards for others. Where the agent does not say, its role does;
-- a switch that answers "forwarding" only manages itself, and a computer whose
-- own way out leads over this interface forwards for its containers.
INSERT INTO segment_end (segment, device, interface, mac, is_gateway,
                         has_ipv4, has_ipv6, ipv4_sayable, ipv6_sayable)
SELECT m.segment, d.id, i.id, i.mac,
       COALESCE(d.role, '') NOT IN
       ('host', 'server', 'phone', 'printer', 'ap', 'switch')
       AND (d.role IS NOT NULL
            OR i.id NOT IN (SELECT interface
                            FROM   route
                            WHERE  interface IS NOT NULL
                            AND    prefix IN ('0.0.0.0/0', '::/0')))
       AND COALESCE(MAX(COALESCE(d.ip_forwarding, d.ipv6_forwarding),
                        COALESCE(d.ipv6_forwarding, d.ip_forwarding)),
                    d.role IN ('router', 'l3switch', 'firewall'), 0),
       a.ipv4,
       a.ipv6,
       t.says_ipv4,
       t.says_ipv6
FROM   place_segment m
JOIN   interface i ON i.id = m.interface
JOIN   interface_seen a ON a.interface = i.id
JOIN   device d ON d.id = i.device
JOIN   told t ON t.device = d.id
ORDER  BY m.segment, i.id;

DROP TABLE router_cable;
DROP TABLE place_segment;
DROP TABLE place;
DROP TABLE member;
DROP TABLE standing;
DROP TABLE doubtful;
DROP TABLE reused;
DROP TABLE twice;
DROP TABLE split;
DROP TABLE sharing;
DROP TABLE routed_in;
