-- segment_ends.sql: ends that only ARP or ND shows, and the names of segments.
--
-- A gateway's caches show who else is on its segment: hosts, phones, a
-- provider's router. Where no gateway was read, the caches of all ends do.
--
-- Leaves listener and hearing for classes.sql; segment_classes.sql drops them.

-- -------------------------------------------------- ends by ARP and ND ----

CREATE TEMP TABLE listener (
	segment INTEGER NOT NULL,
	interface INTEGER NOT NULL,
	device INTEGER NOT NULL,
	PRIMARY KEY (segment, interface)
) WITHOUT ROWID;

INSERT INTO listener (segment, interface, device)
SELECT segment, interface, device
FROM   segment_end e
WHERE  is_gateway
OR     NOT EXISTS (SELECT 1
                   FROM   segment_end g
                   WHERE  g.segment = e.segment
                   AND    g.is_gateway);

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

-- Every MAC of a device that is an end already says nothing new.
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

-- A family may be called absent where the listener's cache of that family was
-- read, and showed something on this interface or had no prefix to show.
CREATE TEMP TABLE hearing (
	interface INTEGER NOT NULL,
	family INTEGER NOT NULL,
	PRIMARY KEY (interface, family)
) WITHOUT ROWID;

INSERT INTO hearing (interface, family)
SELECT l.interface, c.family
FROM   listener l
JOIN   can_hear c ON c.device = l.device
WHERE  (l.interface, c.family) IN (SELECT interface, family FROM neighbour)
OR     ((l.device, c.family) IN (SELECT device, family FROM can_say)
        AND (l.segment, c.family) NOT IN (SELECT segment, family
                                          FROM   segment_prefix));

INSERT INTO segment_end (segment, device, mac, has_ipv4, has_ipv6,
                         ipv4_sayable, ipv6_sayable)
SELECT l.segment, o.device, h.mac,
       MAX(h.family = 4 AND h.usable),
       MAX(h.family = 6 AND h.usable),
       MIN((h.interface, 4) IN (SELECT interface, family FROM hearing)),
       MIN((h.interface, 6) IN (SELECT interface, family FROM hearing))
FROM   listener l
JOIN   heard h ON h.interface = l.interface
LEFT   JOIN mac_owner o ON o.mac = h.mac
WHERE  (l.segment, h.mac) NOT IN (SELECT segment, mac FROM known_end)
GROUP  BY l.segment, h.mac
ORDER  BY l.segment, h.mac;

UPDATE segment
SET    ipv4_ends = e.ipv4,
       ipv6_ends = e.ipv6
FROM   (SELECT segment, SUM(has_ipv4) AS ipv4, SUM(has_ipv6) AS ipv6
        FROM   segment_end
        GROUP  BY segment) e
WHERE  e.segment = segment.id;

-- ------------------------------------------------------------- VLANs ----

-- A VLAN interface (ifType 135, 136) ends in its number: eth0.20, irb.20. Some
-- agents give Vlan20 another type.
UPDATE interface
SET    vlan = v.number
FROM   (SELECT id,
               LOWER(RTRIM(label, '0123456789')) AS stem,
               CAST(SUBSTR(label, LENGTH(RTRIM(label, '0123456789')) + 1)
                    AS INTEGER) AS number
        FROM   (SELECT id, COALESCE(NULLIF(name, ''), descr) AS label
                FROM   interface
                WHERE  source = 'agent')) v
WHERE  v.id = interface.id
AND    v.number BETWEEN 1 AND 4094
AND    (interface.type IN (135, 136)
        OR v.stem IN ('vlan', 'vlan.', 'vlan-', 'vlan ', 'vl', 'irb.'));

UPDATE segment
SET    vlan = e.vlan
FROM   (SELECT l.segment, MIN(i.vlan) AS vlan
        FROM   listener l
        JOIN   interface i ON i.id = l.interface
        GROUP  BY l.segment
        HAVING COUNT(DISTINCT i.vlan) = 1) e
WHERE  e.segment = segment.id;

-- A segment stands where its end stands that is nearest to the core.
UPDATE segment
SET    site = (
	SELECT d.site
	FROM   segment_end e
	JOIN   device d ON d.id = e.device
	WHERE  e.segment = segment.id
	AND    e.interface IS NOT NULL
	ORDER  BY NOT e.is_gateway, d.tier, d.key
	LIMIT  1);

-- ----------------------------------------------------- keys and names ----

CREATE TEMP TABLE end_name (
	segment INTEGER NOT NULL,
	number INTEGER NOT NULL, -- 1 is first by key
	key TEXT NOT NULL,
	name TEXT NOT NULL,
	device_name TEXT NOT NULL,
	PRIMARY KEY (segment, number)
) WITHOUT ROWID;

INSERT INTO end_name (segment, number, key, name, device_name)
SELECT segment,
       ROW_NUMBER() OVER (
		PARTITION BY segment
		ORDER BY interface IS NULL, NOT is_gateway, key, port),
       key || COALESCE(' ' || port, ''),
       name || COALESCE(' ' || port, ''),
       name
FROM   (SELECT e.segment, e.interface, e.is_gateway, d.key, d.name,
               COALESCE(NULLIF(i.name, ''), NULLIF(i.descr, '')) AS port
        FROM   segment_end e
        JOIN   device d ON d.id = e.device
        LEFT   JOIN interface i ON i.id = e.interface);

UPDATE segment
SET    key = site || ' VLAN ' || vlan
WHERE  kind = 'lan'
AND    vlan IS NOT NULL;

-- One VLAN number on two segments of a site: it names neither.
UPDATE segment
SET    key = NULL
WHERE  key IN (SELECT key FROM segment GROUP BY key HAVING COUNT(*) > 1);

-- Else by its ends; two are enough to tell a large LAN from others.
UPDATE segment
SET    key = a.key || COALESCE(' - ' || b.key, '')
FROM   end_name a
LEFT   JOIN end_name b ON b.segment = a.segment AND b.number = 2
WHERE  segment.key IS NULL
AND    a.segment = segment.id
AND    a.number = 1;

UPDATE segment
SET    key = segment.key || ' #' || n.number
FROM   (SELECT id,
               ROW_NUMBER() OVER (PARTITION BY key ORDER BY id) AS number
        FROM   segment) n
WHERE  n.id = segment.id
AND    n.number > 1;

UPDATE segment
SET    name = CASE
	WHEN kind = 'lan' AND vlan IS NOT NULL THEN 'VLAN ' || vlan
	WHEN kind = 'lan' THEN (
		SELECT p.prefix
		FROM   segment_prefix p
		WHERE  p.segment = segment.id
		ORDER  BY p.family, p.prefix_key, p.prefix
		LIMIT  1)
	END;

UPDATE segment
SET    name = COALESCE(a.device_name || ' - ' || b.device_name, a.name)
FROM   end_name a
LEFT   JOIN end_name b ON b.segment = a.segment AND b.number = 2
WHERE  segment.name IS NULL
AND    a.segment = segment.id
AND    a.number = 1;

UPDATE segment
SET    slug = COALESCE(NULLIF(slug(
	CASE kind WHEN 'lan' THEN site || ' ' || name ELSE name END), ''),
	'segment');

UPDATE segment
SET    slug = slug || '-' || short_hash(key)
WHERE  slug IN (SELECT slug FROM segment GROUP BY slug HAVING COUNT(*) > 1);

DROP TABLE end_name;
DROP TABLE mac_owner;
DROP TABLE known_end;
