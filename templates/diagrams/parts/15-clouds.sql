-- clouds.sql: lines that more than two share are one node each, a star, never a
-- link for each two of their ends.
--
--   pair  each two cards that joints connect, both ways
--   hub   one row a line: a cloud that forwarding tables show, or ports that
--         hear three or more devices
--
-- What stands in the middle is a card of its own, with a device below zero.

DROP TABLE IF EXISTS temp.busy;
CREATE TEMP TABLE busy AS
WITH heard AS (
	SELECT a_device AS device, a_interface AS port, b_device AS far FROM joint
	UNION
	SELECT b_device, b_interface, a_device FROM joint
)
SELECT device, CAST(port AS INTEGER) AS port, CAST(port AS INTEGER) AS line
FROM   heard
WHERE  port IS NOT NULL
GROUP BY device, port
HAVING count(*) > 2;
CREATE UNIQUE INDEX temp.busy_port ON busy (port);

-- Ports of one hub hear each other.
-- repeat until nothing changes
UPDATE busy
SET    line = l.line
FROM   (SELECT port, min(line) AS line
        FROM   (SELECT a_interface AS port, line
                FROM   joint JOIN busy ON busy.port = b_interface
                UNION ALL
                SELECT b_interface, line
                FROM   joint JOIN busy ON busy.port = a_interface)
        GROUP BY port) l
WHERE  l.port = busy.port AND l.line < busy.line;
-- end repeat

-- Each end of each line, with the weakest class of what it hears there.
DROP TABLE IF EXISTS temp.hub_end;
CREATE TEMP TABLE hub_end AS
WITH lined AS (
	SELECT j.*, coalesce('cloud-' || l.cloud,
	                     'line-' || coalesce(a.line, b.line)) AS hub
	FROM   joint j
	LEFT JOIN link l ON l.slug = j.slug AND l.cloud IS NOT NULL
	LEFT JOIN busy a ON a.port = j.a_interface
	LEFT JOIN busy b ON b.port = j.b_interface
	WHERE  coalesce(l.cloud, a.line, b.line) IS NOT NULL
),
ended AS (
	SELECT hub, slug, evidence, class, a_device AS device, a_interface AS port
	FROM   lined
	UNION ALL
	SELECT hub, slug, evidence, class, b_device, b_interface FROM lined
)
SELECT hub, e.device, e.port, min(e.evidence) AS evidence,
       max(p.weakness) AS weakness, min(e.slug) AS slug
FROM   ended e
JOIN   palette p ON p.class = e.class
GROUP BY hub, e.device, e.port;

DROP TABLE IF EXISTS temp.hub;
CREATE TEMP TABLE hub AS
WITH placed AS (
	SELECT h.*, c.tier, c.site, c.site_slug, c.site_name,
	       count(*) OVER (PARTITION BY hub) AS ends,
	       first_value(h.slug) OVER (PARTITION BY hub ORDER BY h.slug) AS first,
	       row_number() OVER (PARTITION BY hub
	                          ORDER BY c.tier, c.sort, c.slug) AS place
	FROM   hub_end h
	JOIN   card c USING (device)
)
SELECT -row_number() OVER (ORDER BY first, hub) AS device, hub,
       'line-' || first AS slug, tier, site, site_slug, site_name, ends
FROM   placed
WHERE  place = 1;

DELETE FROM joint
WHERE  slug IN (SELECT slug FROM link WHERE cloud IS NOT NULL)
   OR  a_interface IN (SELECT port FROM busy)
   OR  b_interface IN (SELECT port FROM busy);

INSERT INTO joint
SELECT h.slug || '-' || row_number() OVER (PARTITION BY h.hub
                                          ORDER BY c.tier, c.sort, c.slug,
                                                   e.slug),
       h.device, NULL, e.device, e.port, p.class, e.evidence
FROM   hub h
JOIN   hub_end e USING (hub)
JOIN   card c ON c.device = e.device
JOIN   palette p USING (weakness);

INSERT INTO card (device, slug, name, source, site, site_slug, site_name, area,
                  documented, class, tier, depth, sort)
SELECT h.device, h.slug, 'shared line', 'line', h.site, h.site_slug,
       h.site_name, h.site, 0,
       (SELECT p.class FROM hub_end e JOIN palette p USING (weakness)
        WHERE e.hub = h.hub ORDER BY weakness DESC LIMIT 1),
       h.tier, 0, natural_key(h.slug)
FROM   hub h;

DROP TABLE IF EXISTS temp.pair;
CREATE TEMP TABLE pair AS
SELECT a_device AS one, b_device AS other FROM joint
UNION
SELECT b_device, a_device FROM joint;
CREATE INDEX temp.pair_one ON pair (one);
