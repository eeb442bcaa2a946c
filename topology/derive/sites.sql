-- sites.sql: where each device stands.
--
-- Facts first: the device's own site, then the selectors of a site (part of
-- sysLocation, part of a device name, a prefix that holds an address). Then
-- the words of sysLocation themselves. A device that nobody could read stands
-- where those stand that hear it, when they all stand in one place.

UPDATE device
SET    site = f.site
FROM   device_identity i
JOIN   fact_device f ON f.name = i.value
WHERE  i.device = device.id
AND    i.kind = 'facts name';

UPDATE device
SET    site = (
	SELECT s.id
	FROM   fact_site s
	WHERE  INSTR(LOWER(device.sys_location), LOWER(s.match_location)) > 0
	OR     LOWER(TRIM(device.sys_location)) IN (LOWER(s.id), LOWER(s.name))
	ORDER  BY LENGTH(s.match_location) DESC, s.id
	LIMIT  1)
WHERE  site IS NULL
AND    sys_location <> '';

UPDATE device
SET    site = (
	SELECT s.id
	FROM   fact_site s
	WHERE  INSTR(LOWER(device.name), LOWER(s.match_name)) > 0
	ORDER  BY LENGTH(s.match_name) DESC, s.id
	LIMIT  1)
WHERE  site IS NULL;

-- The longest prefix that holds one of its addresses.
UPDATE device
SET    site = (
	SELECT p.site
	FROM   device_identity i
	JOIN   fact_site_prefix p ON ip_in(i.value, p.prefix)
	WHERE  i.device = device.id
	AND    i.kind = 'address'
	ORDER  BY prefix_length(p.prefix) DESC, p.site
	LIMIT  1)
WHERE  site IS NULL
AND    EXISTS (SELECT 1 FROM fact_site_prefix);

INSERT INTO site (id, slug, name, source)
SELECT id, id, name, 'facts'
FROM   fact_site;

-- What agents say out of the box is no place.
CREATE TEMP TABLE no_place (words TEXT PRIMARY KEY COLLATE NOCASE);

INSERT INTO no_place (words)
VALUES (''),
       ('unknown'),
       ('not set'),
       ('none'),
       ('n/a'),
       ('location'),
       ('sitting on the dock of the bay'),
       ('right here, right now.');

UPDATE device
SET    site = TRIM(sys_location)
WHERE  site IS NULL
AND    sys_location IS NOT NULL
AND    TRIM(sys_location, ' "') NOT IN (SELECT words FROM no_place);

INSERT OR IGNORE INTO site (id, slug, name, source)
SELECT DISTINCT site, site, site, 'sysLocation'
FROM   device
WHERE  site IS NOT NULL;

DROP TABLE no_place;

UPDATE device
SET    site = h.site
FROM   (SELECT a.far_device, MIN(d.site) AS site
        FROM   adjacency a
        JOIN   device d ON d.id = a.device
        GROUP  BY a.far_device
        HAVING COUNT(DISTINCT d.site) = 1) h
WHERE  h.far_device = device.id
AND    device.site IS NULL
AND    device.source = 'neighbour'
AND    device.role IS NOT 'provider';

INSERT OR IGNORE INTO site (id, slug, name, source)
SELECT 'none', 'none', 'No site', 'none'
WHERE  EXISTS (SELECT 1 FROM device WHERE site IS NULL);

UPDATE device
SET    site = 'none'
WHERE  site IS NULL;

UPDATE site
SET    slug = COALESCE(NULLIF(slug(slug), ''), 'site');

UPDATE site
SET    slug = slug || '-' || short_hash(id)
WHERE  slug IN (SELECT slug FROM site GROUP BY slug HAVING COUNT(*) > 1);
