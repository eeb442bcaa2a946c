-- shapes.sql: a network of any shape, for tests of pictures. What it is made
-- of: rows of TEMP TABLE want (name, tier, site; NULL: no location is known) and
-- of TEMP TABLE cable (one, other), by names. The derived rows are written as
-- analyse would leave them; each cable has ports of its own, but where `port`
-- names one that several share.
INSERT INTO meta (id, observed_at, started_at, tool) VALUES (1, 1, 1, 'test');

CREATE TEMP TABLE wanted AS
SELECT *, replace(replace(lower(site), ' ', '-'), '/', '-') AS site_slug
FROM   want;

INSERT INTO site (id, slug, name, source)
SELECT DISTINCT site_slug, site_slug, site, 'sysLocation'
FROM   wanted
WHERE  site IS NOT NULL
UNION
SELECT 'none', 'none', 'No site', 'none' FROM want WHERE site IS NULL;

INSERT INTO device (id, source, key, slug, name, tier, site, class, documented)
SELECT row_number() OVER (ORDER BY name), 'agent', name, name, name, tier,
       coalesce(site_slug, 'none'),
       iif(substr(name, -1) = '3', 'IPv4 only', 'dual-stack'), 1
FROM   wanted;

CREATE TEMP TABLE cable_end AS
SELECT c.rowid AS cable, 'a' AS side, d.id AS device, d.name,
       coalesce(c.port, 'to ' || c.other || ' ' || c.rowid) AS port
FROM   cable c JOIN device d ON d.name = c.one
UNION ALL
SELECT c.rowid, 'b', d.id, d.name,
       coalesce(c.port, 'to ' || c.one || ' ' || c.rowid)
FROM   cable c JOIN device d ON d.name = c.other;

INSERT INTO interface (device, if_index, name)
SELECT device, row_number() OVER (PARTITION BY device ORDER BY min(cable)), port
FROM   cable_end
GROUP BY device, port
ORDER BY device, min(cable);

INSERT INTO link (id, key, slug, a_device, a_interface, b_device, b_interface,
	protocols, evidence, matched_by, class)
SELECT a.cable, a.cable, 'l' || a.cable, a.device, i.id, b.device, j.id,
       'lldp', 'confirmed from both ends', '-', 'dual-stack'
FROM   cable_end a
JOIN   cable_end b ON b.cable = a.cable AND b.side = 'b'
JOIN   interface i ON i.device = a.device AND i.name = a.port
JOIN   interface j ON j.device = b.device AND j.name = b.port
WHERE  a.side = 'a';
