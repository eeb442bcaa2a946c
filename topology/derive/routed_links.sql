-- routed_links.sql: statements about the same two interfaces are one link.
--
-- Every protocol feeds the same list (routed_neighbours.sql), so that a link of
-- OSPFv2 and OSPFv3 is one link of two families. A BGP session over loopbacks,
-- or over other routers, joins two devices and no interfaces.

-- ------------------------------------------------------- both interfaces ----

-- An interface that one end did not tell is the one on the segment of the other.
UPDATE routed_neighbour
SET    interface = (
	SELECT MIN(e.interface)
	FROM   segment_end o
	CROSS  JOIN segment_end e ON e.segment = o.segment
	                         AND e.device = routed_neighbour.device
	WHERE  o.interface = routed_neighbour.far_interface
	HAVING COUNT(*) = 1)
WHERE  interface IS NULL
AND    far_interface IS NOT NULL;

-- Only neighbours of one line speak link-local, or are in its ARP and ND; other
-- sessions may cross any number of routers.
UPDATE routed_neighbour
SET    interface = NULL,
       far_interface = NULL
WHERE  protocol = 'BGP'
AND    far_device IS NOT NULL
AND    ip NOT LIKE 'fe80:%'
AND    matched_by IS NOT 'MAC of the address'
AND    NOT EXISTS (SELECT 1
                   FROM   facing f
                   WHERE  f.interface = routed_neighbour.interface
                   AND    f.far_interface = routed_neighbour.far_interface)
AND    NOT EXISTS (SELECT 1
                   FROM   segment_end e
                   CROSS  JOIN segment_end o
                          ON o.interface = routed_neighbour.far_interface
                   WHERE  e.interface = routed_neighbour.interface
                   AND    e.segment = o.segment);

CREATE TEMP TABLE side (
	device INTEGER NOT NULL,
	far_device INTEGER NOT NULL,
	protocol TEXT NOT NULL,
	interface INTEGER NOT NULL,
	far_interface INTEGER
);

INSERT INTO side (device, far_device, protocol, interface, far_interface)
SELECT DISTINCT device, far_device, protocol, interface, far_interface
FROM   routed_neighbour
WHERE  interface IS NOT NULL
AND    far_device IS NOT NULL
AND    is_up;

CREATE INDEX temp.side_devices ON side (device, far_device);

-- The far interface is the one that says it faces mine; or the only one of the
-- protocol that says no more than I do.
UPDATE routed_neighbour
SET    far_interface = (
	SELECT MIN(s.interface)
	FROM   side s
	WHERE  s.device = routed_neighbour.far_device
	AND    s.far_device = routed_neighbour.device
	AND    s.far_interface = routed_neighbour.interface
	HAVING COUNT(DISTINCT s.interface) = 1)
WHERE  interface IS NOT NULL
AND    far_interface IS NULL
AND    far_device IS NOT NULL;

UPDATE routed_neighbour
SET    far_interface = (
	SELECT MIN(s.interface)
	FROM   side s
	WHERE  s.device = routed_neighbour.far_device
	AND    s.far_device = routed_neighbour.device
	AND    s.protocol = routed_neighbour.protocol
	HAVING COUNT(DISTINCT s.interface) = 1
	AND    MAX(s.far_interface) IS NULL)
WHERE  interface IS NOT NULL
AND    far_interface IS NULL
AND    far_device IS NOT NULL
AND    1 = (SELECT COUNT(DISTINCT s.interface)
            FROM   side s
            WHERE  s.device = routed_neighbour.device
            AND    s.far_device = routed_neighbour.far_device
            AND    s.protocol = routed_neighbour.protocol);

DROP TABLE side;

-- ------------------------------------------------------------ the links ----

-- Each statement with its two ends in one order: 0 is no interface.
CREATE TEMP TABLE joint (
	statement INTEGER PRIMARY KEY,
	a_device INTEGER NOT NULL,
	a_interface INTEGER NOT NULL,
	b_device INTEGER NOT NULL,
	b_interface INTEGER NOT NULL
);

INSERT INTO joint (statement, a_device, a_interface, b_device, b_interface)
SELECT id, device, COALESCE(interface, 0),
       far_device, COALESCE(far_interface, 0)
FROM   routed_neighbour
WHERE  is_up
AND    device < far_device
UNION  ALL
SELECT id, far_device, COALESCE(far_interface, 0),
       device, COALESCE(interface, 0)
FROM   routed_neighbour
WHERE  is_up
AND    device > far_device;

CREATE TEMP TABLE pairing (
	statement INTEGER PRIMARY KEY,
	link INTEGER NOT NULL
);

INSERT INTO pairing (statement, link)
SELECT statement,
       DENSE_RANK() OVER (
		ORDER BY a_device, a_interface, b_device, b_interface)
FROM   joint;

CREATE INDEX temp.pairing_link ON pairing (link);

-- ARP and ND of a link-local address show a neighbour, not a family in use.
INSERT INTO routed_link (id, a_device, a_interface, b_device, b_interface,
                         protocols, ipv4, ipv6, evidence)
SELECT p.link, j.a_device, NULLIF(j.a_interface, 0),
       j.b_device, NULLIF(j.b_interface, 0),
       (SELECT GROUP_CONCAT(protocol, ', ')
        FROM   (SELECT DISTINCT o.protocol
                FROM   pairing q
                JOIN   routed_neighbour o ON o.id = q.statement
                WHERE  q.link = p.link
                ORDER  BY o.protocol)),
       MAX(COALESCE(s.family = 4, 0)),
       MAX(COALESCE(s.family = 6, 0)
           AND (s.protocol <> 'ND' OR s.ip NOT LIKE 'fe80:%')),
       CASE COUNT(DISTINCT CASE WHEN s.protocol <> 'shared prefix'
                           THEN s.device END)
       WHEN 2 THEN 'confirmed from both ends'
       WHEN 1 THEN 'one-sided'
       ELSE 'inferred'
       END
FROM   pairing p
JOIN   joint j ON j.statement = p.statement
JOIN   routed_neighbour s ON s.id = p.statement
GROUP  BY p.link;

UPDATE routed_neighbour
SET    routed_link = p.link
FROM   pairing p
WHERE  p.statement = routed_neighbour.id;

UPDATE routed_link
SET    segment = (
	SELECT segment
	FROM   segment_end
	WHERE  interface = routed_link.a_interface
	INTERSECT
	SELECT segment
	FROM   segment_end
	WHERE  interface = routed_link.b_interface);

-- The end that only ARP or ND shows has no interface there.
UPDATE routed_link
SET    segment = (
	SELECT MIN(s.id)
	FROM   segment_end e
	CROSS  JOIN segment s ON s.id = e.segment
	CROSS  JOIN segment_end o ON o.segment = s.id
	WHERE  s.kind = 'p2p'
	AND    e.interface IN (routed_link.a_interface,
	                       routed_link.b_interface)
	AND    o.device = CASE e.device
	                  WHEN routed_link.a_device THEN routed_link.b_device
	                  ELSE routed_link.a_device
	                  END)
WHERE  segment IS NULL;

-- -------------------------------------------------------- keys and slugs ----

CREATE TEMP TABLE routed_end (
	link INTEGER PRIMARY KEY,
	a_key TEXT NOT NULL,
	a_name TEXT NOT NULL,
	b_key TEXT NOT NULL,
	b_name TEXT NOT NULL
);

INSERT INTO routed_end (link, a_key, a_name, b_key, b_name)
SELECT l.id,
       a.key || COALESCE(' ' || p.name, ' ' || p.descr, ''),
       a.name || COALESCE(' ' || p.name, ' ' || p.descr, ''),
       b.key || COALESCE(' ' || q.name, ' ' || q.descr, ''),
       b.name || COALESCE(' ' || q.name, ' ' || q.descr, '')
FROM   routed_link l
JOIN   device a ON a.id = l.a_device
JOIN   device b ON b.id = l.b_device
LEFT   JOIN interface p ON p.id = l.a_interface
LEFT   JOIN interface q ON q.id = l.b_interface;

UPDATE routed_link
SET    a_device = b_device,
       a_interface = b_interface,
       b_device = a_device,
       b_interface = a_interface
WHERE  id IN (SELECT link FROM routed_end WHERE b_key < a_key);

UPDATE routed_end
SET    a_key = b_key,
       a_name = b_name,
       b_key = a_key,
       b_name = a_name
WHERE  b_key < a_key;

UPDATE routed_link
SET    key = e.a_key || ' - ' || e.b_key || COALESCE(' #' || e.number, ''),
       slug = COALESCE(NULLIF(slug(e.a_name || ' ' || e.b_name), ''), 'link')
FROM   (SELECT *,
               NULLIF(ROW_NUMBER() OVER (PARTITION BY a_key, b_key
                                         ORDER BY link), 1) AS number
        FROM   routed_end) e
WHERE  e.link = routed_link.id;

UPDATE routed_link
SET    slug = slug || '-' || short_hash(key)
WHERE  slug IN (SELECT slug
                FROM   routed_link
                GROUP  BY slug
                HAVING COUNT(*) > 1);

DROP TABLE routed_end;
DROP TABLE pairing;
DROP TABLE joint;
DROP TABLE facing;
