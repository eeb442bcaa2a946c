-- segment_names.sql: VLANs, sites, keys, names and slugs of segments.
--
-- The key of a LAN is its site and VLAN, of any other segment its sorted ends;
-- never an address, so that renumbering leaves it alone.

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

-- A line between two sites belongs to the larger one.
CREATE TEMP TABLE site_size (site TEXT PRIMARY KEY, devices INTEGER NOT NULL);

INSERT INTO site_size (site, devices)
SELECT site, COUNT(*)
FROM   device
GROUP  BY site;

UPDATE segment
SET    site = (
	SELECT d.site
	FROM   segment_end e
	JOIN   device d ON d.id = e.device
	JOIN   site_size z ON z.site = d.site
	WHERE  e.segment = segment.id
	AND    e.interface IS NOT NULL
	ORDER  BY NOT e.is_gateway, z.devices DESC, d.site
	LIMIT  1);

DROP TABLE site_size;

-- ----------------------------------------------------- keys and names ----

CREATE TEMP TABLE end_name (
	segment INTEGER NOT NULL,
	number INTEGER NOT NULL, -- 1 is first by key
	key TEXT NOT NULL,
	name TEXT NOT NULL,
	device_name TEXT NOT NULL,
	PRIMARY KEY (segment, number)
) WITHOUT ROWID;

-- Gateways stand for a LAN. The port of a peer that did not answer is the one
-- that LLDP names on the same line, so that its silence changes no key.
INSERT INTO end_name (segment, number, key, name, device_name)
SELECT segment,
       ROW_NUMBER() OVER (
		PARTITION BY segment
		ORDER BY kind = 'lan' AND NOT is_gateway, key, port),
       key || COALESCE(' ' || port, ''),
       name || COALESCE(' ' || port, ''),
       name
FROM   (SELECT e.segment, s.kind, e.is_gateway, d.key, d.name,
               COALESCE(NULLIF(i.name, ''), NULLIF(i.descr, '')) AS port
        FROM   segment_end e
        JOIN   segment s ON s.id = e.segment
        JOIN   device d ON d.id = e.device
        LEFT   JOIN interface i ON i.id = COALESCE(e.interface, (
		SELECT MIN(CASE e.device
		           WHEN l.a_device THEN l.a_interface
		           ELSE l.b_interface
		           END)
		FROM   segment_end o
		JOIN   link l
		       ON (l.a_interface = o.interface AND l.b_device = e.device)
		       OR (l.b_interface = o.interface AND l.a_device = e.device)
		WHERE  o.segment = e.segment
		AND    s.kind = 'p2p'))
        WHERE  s.kind = 'p2p'
        OR     e.interface IS NOT NULL);

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
