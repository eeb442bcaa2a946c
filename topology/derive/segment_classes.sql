-- segment_classes.sql: classes of segments and links.
--
-- A LAN has a family when one of its gateways has it. A point-to-point segment
-- has it only when both ends stand in one prefix of it; an end that is no agent
-- is seen in the ARP or ND cache of the other, or by a routing protocol that is
-- up. A link has no class of its own: its stroke shows its segment, or the weaker
-- of its two devices.

-- ------------------------------------------------------------------ LANs ----

UPDATE segment
SET    class = 'unknown',
       class_note = 'no gateway observed'
WHERE  kind = 'lan';

-- Where what looks like IPv6 is link-local.
CREATE TEMP TABLE link_local (segment INTEGER PRIMARY KEY);

INSERT OR IGNORE INTO link_local (segment)
SELECT e.segment
FROM   segment_end e
JOIN   segment s ON s.id = e.segment
JOIN   interface_seen i ON i.interface = e.interface
WHERE  i.link_local
AND    (e.is_gateway OR s.kind = 'p2p');

-- An address of a gateway that does not forward its family leads nowhere.
UPDATE segment
SET    class = v.class,
       class_note = COALESCE(
		v.note,
		CASE
		WHEN g.ipv6 AND NOT g.forwards_ipv6 THEN 'IPv6 forwarding off'
		WHEN g.ipv4 AND NOT g.forwards_ipv4 THEN 'IPv4 forwarding off'
		WHEN NOT g.ipv6 AND segment.ipv6_ends > 0 THEN 'IPv6 on hosts only'
		WHEN NOT g.ipv4 AND segment.ipv4_ends > 0 THEN 'IPv4 on hosts only'
		WHEN NOT g.ipv6
		 AND segment.id IN (SELECT segment FROM link_local)
		THEN 'link-local only'
		END)
FROM   (SELECT e.segment,
               MAX(e.has_ipv4) AS ipv4,
               MAX(e.has_ipv6) AS ipv6,
               MAX(e.has_ipv4 AND d.ip_forwarding IS NOT 0)
               AS forwards_ipv4,
               MAX(e.has_ipv6 AND d.ipv6_forwarding IS NOT 0)
               AS forwards_ipv6,
               MIN(e.ipv4_sayable) AS ipv4_sayable,
               MIN(e.ipv6_sayable) AS ipv6_sayable
        FROM   segment_end e
        JOIN   device d ON d.id = e.device
        WHERE  e.is_gateway
        GROUP  BY e.segment) g
JOIN   verdict v
       ON  v.ipv4 = g.ipv4
       AND v.ipv6 = g.ipv6
       AND v.ipv4_sayable = g.ipv4_sayable
       AND v.ipv6_sayable = g.ipv6_sayable
WHERE  segment.kind = 'lan'
AND    g.segment = segment.id;

-- -------------------------------------------------------- point-to-point ----

-- Which ends stand in which prefix. Of an address whose agent does not tell the
-- length, the prefix of the other end decides.
CREATE TEMP TABLE end_in_prefix (
	segment INTEGER NOT NULL,
	family INTEGER NOT NULL,
	prefix TEXT NOT NULL,
	end INTEGER NOT NULL,
	PRIMARY KEY (segment, family, prefix, end)
) WITHOUT ROWID;

INSERT OR IGNORE INTO end_in_prefix (segment, family, prefix, end)
SELECT s.id, p.family, p.prefix, e.id
FROM   segment s
JOIN   segment_prefix p ON p.segment = s.id
JOIN   segment_end e ON e.segment = s.id
JOIN   address a ON a.device = e.device AND a.interface = e.interface
WHERE  s.kind = 'p2p'
AND    a.usable
AND    (a.prefix = p.prefix
        OR (a.prefix IS NULL AND ip_in(a.ip, p.prefix)));

INSERT OR IGNORE INTO end_in_prefix (segment, family, prefix, end)
SELECT s.id, p.family, p.prefix, e.id
FROM   segment s
JOIN   segment_prefix p ON p.segment = s.id
JOIN   segment_end e ON e.segment = s.id AND e.interface IS NULL
JOIN   listener l ON l.segment = s.id
JOIN   heard h ON h.interface = l.interface AND h.mac = e.mac
WHERE  s.kind = 'p2p'
AND    h.family = p.family
AND    ip_in(h.ip, p.prefix);

-- A neighbour of a routing protocol stands where its agent does.
INSERT OR IGNORE INTO end_in_prefix (segment, family, prefix, end)
SELECT p.segment, p.family, p.prefix, e.id
FROM   peered k
JOIN   segment_prefix p ON p.segment = k.segment AND p.family = k.family
JOIN   segment_end e ON e.segment = k.segment AND e.interface IS NULL;

-- Ends that have an address which may stand in any prefix.
CREATE TEMP TABLE vague_end (
	end INTEGER NOT NULL,
	family INTEGER NOT NULL,
	PRIMARY KEY (end, family)
) WITHOUT ROWID;

INSERT OR IGNORE INTO vague_end (end, family)
SELECT e.id, a.family
FROM   segment s
JOIN   segment_end e ON e.segment = s.id
JOIN   address a ON a.device = e.device AND a.interface = e.interface
WHERE  s.kind = 'p2p'
AND    a.usable
AND    a.prefix IS NULL;

-- Per family: shared by two ends? Else: certainly not, or only not seen?
-- Certain is an agent that lacks it, two agents that share no prefix of it, or
-- the cache of the only agent, which shows the other end without it.
CREATE TEMP TABLE side (
	segment INTEGER NOT NULL,
	family INTEGER NOT NULL,
	shared INTEGER NOT NULL,
	ends INTEGER NOT NULL, -- that have it, in whatever prefix
	certain INTEGER NOT NULL,
	PRIMARY KEY (segment, family)
) WITHOUT ROWID;

INSERT INTO side (segment, family, shared, ends, certain)
SELECT s.id,
       f.family,
       EXISTS (SELECT 1
               FROM   end_in_prefix p
               WHERE  p.segment = s.id
               AND    p.family = f.family
               GROUP  BY p.prefix
               HAVING COUNT(*) > 1),
       SUM(f.has),
       MAX(f.agent AND f.sayable AND NOT f.has)
       OR (NOT MAX(f.vague)
           AND SUM(f.agent) > 1
           AND MIN(f.sayable OR NOT f.agent))
       OR (NOT MAX(f.vague)
           AND COUNT(*) > 1
           AND SUM(f.agent) = 1
           AND MAX(f.agent AND f.has AND f.hears))
FROM   segment s
JOIN   (SELECT e.segment, 4 AS family, e.interface IS NOT NULL AS agent,
               e.has_ipv4 AS has, e.ipv4_sayable AS sayable,
               COALESCE(l.ipv4_sayable, 0) AS hears,
               (e.id, 4) IN (SELECT end, family FROM vague_end) AS vague
        FROM   segment_end e
        LEFT   JOIN listener l ON l.interface = e.interface
        UNION  ALL
        SELECT e.segment, 6, e.interface IS NOT NULL,
               e.has_ipv6, e.ipv6_sayable,
               COALESCE(l.ipv6_sayable, 0),
               (e.id, 6) IN (SELECT end, family FROM vague_end)
        FROM   segment_end e
        LEFT   JOIN listener l ON l.interface = e.interface) f
       ON f.segment = s.id
WHERE  s.kind = 'p2p'
GROUP  BY s.id, f.family;

UPDATE segment
SET    class = v.class,
       class_note = CASE
		WHEN v.class = 'unknown' THEN COALESCE(
			CASE WHEN 1 IN (f.ends, x.ends) THEN 'one end seen' END,
			v.note)
		WHEN 1 IN (f.ends, x.ends) THEN 'half'
		WHEN (f.ends > 1 AND NOT f.shared)
		  OR (x.ends > 1 AND NOT x.shared) THEN 'prefixes differ'
		WHEN x.ends = 0
		 AND segment.id IN (SELECT segment FROM link_local)
		THEN 'link-local only'
		END
FROM   side f
JOIN   side x ON x.segment = f.segment AND x.family = 6
JOIN   verdict v
       ON  v.ipv4 = f.shared
       AND v.ipv6 = x.shared
       AND v.ipv4_sayable = f.certain
       AND v.ipv6_sayable = x.certain
WHERE  segment.id = f.segment
AND    f.family = 4;

-- Routers that speak IPv6 to each other over link-local addresses alone carry
-- it (RFC 7404); such links are counted apart.
UPDATE segment
SET    class = CASE class WHEN 'none' THEN 'IPv6 only' ELSE 'dual-stack' END,
       class_note = 'link-local, RFC 7404'
WHERE  kind = 'p2p'
AND    class IN ('IPv4 only', 'none')
AND    id IN (SELECT segment FROM link_local)
AND    id IN (SELECT segment FROM side WHERE family = 6 AND ends = 0)
AND    id IN (SELECT e.segment
              FROM   igp_neighbour n
              JOIN   segment_end e ON e.interface = n.interface
              WHERE  n.state IN ('full', 'up')
              AND    (n.protocol = 'OSPFv3'
                      OR EXISTS (SELECT 1
                                 FROM   igp_neighbour_address a
                                 WHERE  a.neighbour = n.id
                                 AND    a.family = 6)));

-- ----------------------------------------------------------------- links ----

CREATE TEMP TABLE strength (class TEXT PRIMARY KEY, rank INTEGER NOT NULL);

INSERT INTO strength (class, rank)
VALUES ('none', 1),
       ('IPv4 only', 2),
       ('IPv6 only', 3),
       ('unknown', 4),
       ('dual-stack', 5);

UPDATE link
SET    class = CASE
	WHEN a.class IN ('IPv4 only', 'IPv6 only')
	 AND b.class IN ('IPv4 only', 'IPv6 only')
	 AND a.class <> b.class THEN 'none'
	WHEN s.rank <= t.rank THEN a.class
	ELSE b.class
	END
FROM   device a
JOIN   strength s ON s.class = a.class
JOIN   device b
JOIN   strength t ON t.class = b.class
WHERE  a.id = link.a_device
AND    b.id = link.b_device;

UPDATE link
SET    class = s.class,
       class_note = s.class_note
FROM   segment s
JOIN   segment_end a ON a.segment = s.id
JOIN   segment_end b ON b.segment = s.id
WHERE  s.kind = 'p2p'
AND    a.interface = link.a_interface
AND    (b.interface = link.b_interface
        OR (b.interface IS NULL AND b.device = link.b_device));

UPDATE link
SET    class = s.class,
       class_note = s.class_note
FROM   segment s
JOIN   segment_end a ON a.segment = s.id
JOIN   segment_end b ON b.segment = s.id
WHERE  s.kind = 'p2p'
AND    b.interface = link.b_interface
AND    a.interface IS NULL
AND    a.device = link.a_device;

DROP TABLE strength;
DROP TABLE side;
DROP TABLE vague_end;
DROP TABLE link_local;
DROP TABLE end_in_prefix;
DROP TABLE verdict;
DROP TABLE listener;
DROP TABLE peered;
DROP TABLE node_mac;
DROP TABLE interface_seen;
DROP TABLE heard;
DROP TABLE told;
