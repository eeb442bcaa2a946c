-- segment_classes.sql: classes of segments and links.
--
-- A LAN has a family when one of its gateways has it. A point-to-point segment
-- has it only when both ends stand in one prefix of it; an end that is no agent
-- is seen in the ARP or ND cache of the other. A link has no class of its own:
-- its stroke shows its segment, or the weaker of its two devices.

-- ------------------------------------------------------------------ LANs ----

UPDATE segment
SET    class = 'unknown',
       class_note = 'no gateway observed'
WHERE  kind = 'lan';

UPDATE segment
SET    class = v.class,
       class_note = v.note
FROM   (SELECT segment,
               MAX(has_ipv4) AS ipv4,
               MAX(has_ipv6) AS ipv6,
               MIN(ipv4_sayable) AS ipv4_sayable,
               MIN(ipv6_sayable) AS ipv6_sayable
        FROM   segment_end
        WHERE  is_gateway
        GROUP  BY segment) g
JOIN   verdict v
       ON  v.ipv4 = g.ipv4
       AND v.ipv6 = g.ipv6
       AND v.ipv4_sayable = g.ipv4_sayable
       AND v.ipv6_sayable = g.ipv6_sayable
WHERE  segment.kind = 'lan'
AND    g.segment = segment.id;

-- -------------------------------------------------------- point-to-point ----

-- Which ends stand in which prefix.
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
JOIN   address a ON a.interface = e.interface
WHERE  s.kind = 'p2p'
AND    a.prefix = p.prefix
AND    a.usable;

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

-- Per family: shared by two ends? Else: certainly not, or only not seen?
-- Certain is an agent that lacks it, two agents that share no prefix of it, or
-- the cache of the only agent, which shows the other end without it.
CREATE TEMP TABLE side (
	segment INTEGER NOT NULL,
	family INTEGER NOT NULL,
	shared INTEGER NOT NULL,
	lonely INTEGER NOT NULL, -- one end alone has it
	certain INTEGER NOT NULL,
	PRIMARY KEY (segment, family)
) WITHOUT ROWID;

INSERT INTO side (segment, family, shared, lonely, certain)
SELECT s.id,
       f.family,
       EXISTS (SELECT 1
               FROM   end_in_prefix p
               WHERE  p.segment = s.id
               AND    p.family = f.family
               GROUP  BY p.prefix
               HAVING COUNT(*) > 1),
       SUM(f.has) = 1,
       MAX(f.agent AND f.sayable AND NOT f.has)
       OR (SUM(f.agent) > 1 AND MIN(f.sayable OR NOT f.agent))
       OR (COUNT(*) > 1 AND SUM(f.agent) = 1
           AND MAX(f.agent AND f.has AND f.hears))
FROM   segment s
JOIN   (SELECT e.segment, 4 AS family, e.interface IS NOT NULL AS agent,
               e.has_ipv4 AS has, e.ipv4_sayable AS sayable,
               COALESCE(t.hears_ipv4, 0) AS hears
        FROM   segment_end e
        LEFT   JOIN told t ON t.device = e.device
        UNION  ALL
        SELECT e.segment, 6, e.interface IS NOT NULL,
               e.has_ipv6, e.ipv6_sayable,
               COALESCE(t.hears_ipv6, 0)
        FROM   segment_end e
        LEFT   JOIN told t ON t.device = e.device) f ON f.segment = s.id
WHERE  s.kind = 'p2p'
GROUP  BY s.id, f.family;

UPDATE segment
SET    class = v.class,
       class_note = CASE
		WHEN v.class = 'unknown' THEN COALESCE(
			CASE WHEN f.lonely OR x.lonely THEN 'one end seen' END,
			v.note)
		WHEN (f.lonely AND NOT f.shared) OR (x.lonely AND NOT x.shared)
		THEN 'half'
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
DROP TABLE end_in_prefix;
DROP TABLE verdict;
DROP TABLE listener;
DROP TABLE node_mac;
DROP TABLE interface_seen;
DROP TABLE heard;
DROP TABLE told;
