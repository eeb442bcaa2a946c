-- names.sql: keys, names and slugs of devices and links.
--
-- A key is what two states have in common: the facts name, else the strongest
-- identity, else the sysName. A slug is made from the name and stands in paths
-- and picture ids; when two devices want the same one, all of them get a piece
-- of the hash of their keys, so that none depends on the order of the crawl.

-- -------------------------------------------------------------- devices ----

UPDATE device
SET    key = (
	SELECT i.value
	FROM   device_identity i
	WHERE  i.device = device.id
	AND    i.strong
	ORDER  BY CASE i.kind
	          WHEN 'facts name' THEN 1
	          WHEN 'serial' THEN 2
	          WHEN 'chassis id' THEN 3
	          WHEN 'engine id' THEN 4
	          ELSE 5
	          END, i.value
	LIMIT  1);

UPDATE device
SET    key = COALESCE(
	CASE WHEN source = 'neighbour' AND chassis_id_subtype = 'network address'
	THEN (SELECT MIN(i.value)
	      FROM   device_identity i
	      WHERE  i.device = device.id
	      AND    i.kind = 'mac') END,
	CASE WHEN source = 'neighbour'
	THEN NULLIF(sys_name, '') || ' ' || chassis_id END,
	NULLIF(sys_name, ''),
	NULLIF(lldp_sys_name, ''),
	chassis_id,
	address,
	(SELECT MIN(i.value)
	 FROM   device_identity i
	 WHERE  i.device = device.id),
	'unnamed')
WHERE  key IS NULL;

-- Who says no name of any kind is told by the port that it sits on.
CREATE TEMP TABLE nameless (
	device INTEGER PRIMARY KEY,
	near INTEGER NOT NULL,
	port TEXT NOT NULL
);

INSERT INTO nameless (device, near, port)
SELECT f.id, MIN(a.device),
       MIN(COALESCE(NULLIF(i.name, ''), NULLIF(i.descr, ''),
                    'port ' || i.if_index, 'port'))
FROM   device f
JOIN   adjacency a ON a.far_device = f.id
JOIN   interface i ON i.id = a.interface
WHERE  f.source = 'neighbour'
AND    f.key = 'unnamed'
GROUP  BY f.id;

UPDATE device
SET    key = 'beside ' || d.key || ' ' || n.port
FROM   nameless n
JOIN   device d ON d.id = n.near
WHERE  n.device = device.id;

-- The same key twice: nothing tells them apart but their order.
UPDATE device
SET    key = device.key || ' #' || n.number
FROM   (SELECT id,
               ROW_NUMBER() OVER (PARTITION BY key ORDER BY id) AS number
        FROM   device) n
WHERE  n.id = device.id
AND    n.number > 1;

UPDATE device
SET    name = COALESCE(
	(SELECT i.value
	 FROM   device_identity i
	 WHERE  i.device = device.id
	 AND    i.kind = 'facts name'),
	NULLIF(sys_name, ''),
	NULLIF(lldp_sys_name, ''),
	chassis_id,
	address,
	key);

UPDATE device
SET    name = 'beside ' || d.name || ' ' || n.port
FROM   nameless n
JOIN   device d ON d.id = n.near
WHERE  n.device = device.id;

DROP TABLE nameless;

UPDATE device
SET    slug = COALESCE(NULLIF(slug(name), ''), 'device');

-- Twice: a device may be named as another's slug with its hash.
UPDATE device
SET    slug = slug || '-' || short_hash(key)
WHERE  slug IN (SELECT slug FROM device GROUP BY slug HAVING COUNT(*) > 1);

UPDATE device
SET    slug = slug || '-' || short_hash(key)
WHERE  slug IN (SELECT slug FROM device GROUP BY slug HAVING COUNT(*) > 1);

-- ---------------------------------------------------------------- links ----

CREATE TEMP TABLE port_name (
	interface INTEGER PRIMARY KEY,
	name TEXT NOT NULL
);

INSERT INTO port_name (interface, name)
SELECT id, COALESCE(NULLIF(name, ''), NULLIF(descr, ''), 'port ' || if_index,
                    'port')
FROM   interface
WHERE  id IN (SELECT a_interface FROM link UNION SELECT b_interface FROM link);

CREATE TEMP TABLE link_end (
	link INTEGER PRIMARY KEY,
	a_key TEXT NOT NULL,
	a_name TEXT NOT NULL,
	b_key TEXT NOT NULL,
	b_name TEXT NOT NULL
);

INSERT INTO link_end (link, a_key, a_name, b_key, b_name)
SELECT l.id,
       a.key || COALESCE(' ' || p.name, ''),
       a.name || COALESCE(' ' || p.name, ''),
       b.key || COALESCE(' ' || q.name, ''),
       b.name || COALESCE(' ' || q.name, '')
FROM   link l
JOIN   device a ON a.id = l.a_device
JOIN   device b ON b.id = l.b_device
LEFT   JOIN port_name p ON p.interface = l.a_interface
LEFT   JOIN port_name q ON q.interface = l.b_interface;

UPDATE link
SET    a_device = b_device,
       a_interface = b_interface,
       b_device = a_device,
       b_interface = a_interface
WHERE  id IN (SELECT link FROM link_end WHERE b_key < a_key);

UPDATE link_end
SET    a_key = b_key,
       a_name = b_name,
       b_key = a_key,
       b_name = a_name
WHERE  b_key < a_key;

UPDATE link
SET    key = e.a_key || ' - ' || e.b_key,
       slug = COALESCE(NULLIF(slug(e.a_name || ' ' || e.b_name), ''), 'link')
FROM   link_end e
WHERE  e.link = link.id;

UPDATE link
SET    key = link.key || ' #' || n.number
FROM   (SELECT id,
               ROW_NUMBER() OVER (PARTITION BY key ORDER BY id) AS number
        FROM   link) n
WHERE  n.id = link.id
AND    n.number > 1;

UPDATE link
SET    slug = slug || '-' || short_hash(key)
WHERE  slug IN (SELECT slug FROM link GROUP BY slug HAVING COUNT(*) > 1);

UPDATE link
SET    slug = slug || '-' || short_hash(key)
WHERE  slug IN (SELECT slug FROM link GROUP BY slug HAVING COUNT(*) > 1);

-- --------------------------------------------------------------- clouds ----

UPDATE cloud
SET    key = (SELECT GROUP_CONCAT(said, ' - ')
              FROM   (SELECT d.key || COALESCE(' ' || n.name, '') AS said
                      FROM   cloud_port p
                      JOIN   device d ON d.id = p.device
                      LEFT   JOIN port_name n ON n.interface = p.interface
                      WHERE  p.cloud = cloud.id
                      ORDER  BY d.key, n.name, p.interface));

UPDATE cloud
SET    slug = 'cloud-' || short_hash(key);

DROP TABLE link_end;
DROP TABLE port_name;
