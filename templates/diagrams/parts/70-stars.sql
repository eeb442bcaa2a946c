-- stars.sql: a device and what stands one hop from it.
--
--   star       one row a documented device and neighbour: where it stands
--   star_wire  one row a device and link: from which cell to which
--   star_lan   one row a device and LAN of which it is a gateway
--
-- Of more than 24 neighbours, those on one side, of one rank and one class are
-- a table, and so are their ports.

DROP TABLE IF EXISTS temp.star_wire;
CREATE TEMP TABLE star_wire AS
SELECT p.device, p.far, p.wire, p.place, p.name, f.place AS far_place,
       f.name AS far_port, p.class, w.evidence, w.slug,
       iif(p.side = 'left', 'left', 'right') AS side
FROM   port p
JOIN   port f ON f.wire = p.wire AND f.device = p.far
JOIN   wire w ON w.id = p.wire
JOIN   card c ON c.device = p.device
WHERE  c.documented AND c.device > 0;

DROP TABLE IF EXISTS temp.star;
CREATE TEMP TABLE star AS
WITH near AS (
	SELECT device, far, min(side) AS side, min(place) AS place,
	       count(*) AS links
	FROM   star_wire
	GROUP BY device, far
),
ranked AS (
	SELECT n.*, c.slug, c.tier, c.depth, c.sort, c.class, p.word,
	       count(*) OVER (PARTITION BY n.device) AS neighbours,
	       count(*) OVER (PARTITION BY n.device, n.side, c.tier, c.class)
	           AS alike
	FROM   near n
	JOIN   card c ON c.device = n.far
	JOIN   palette p ON p.class = c.class
)
SELECT device, far, side, place, links, slug, tier, depth, sort, class, word,
       neighbours,
       iif(neighbours > 24 AND alike > 1,
           'fold-' || side || '-' || tier || '-' || word, NULL) AS fold
FROM   ranked;
CREATE UNIQUE INDEX temp.star_device ON star (device, far);

ALTER TABLE temp.star_wire ADD COLUMN fold TEXT;
UPDATE star_wire
SET    fold = star.fold
FROM   star
WHERE  star.device = star_wire.device AND star.far = star_wire.far
  AND  star.fold IS NOT NULL;
CREATE INDEX temp.star_wire_device ON star_wire (device, place);

DROP TABLE IF EXISTS temp.star_lan;
CREATE TEMP TABLE star_lan AS
SELECT device, segment, name, prefixes,
       row_number() OVER (PARTITION BY device ORDER BY vlan IS NULL, vlan, sort,
                          slug) AS place,
       count(*) OVER (PARTITION BY device) AS lans
FROM   (SELECT DISTINCT e.device, g.id AS segment, g.slug, g.vlan,
               coalesce(g.name, g.slug) AS name,
               natural_key(coalesce(g.name, g.slug)) AS sort,
               coalesce((SELECT prefix FROM segment_prefix
                         WHERE segment = g.id AND family = 6
                         ORDER BY prefix_key LIMIT 1) || '  ', '')
                   || coalesce((SELECT prefix FROM segment_prefix
                                WHERE segment = g.id AND family = 4
                                ORDER BY prefix_key LIMIT 1), '') AS prefixes
        FROM   segment_end e
        JOIN   segment g ON g.id = e.segment AND g.kind = 'lan'
        WHERE  e.is_gateway AND e.device IS NOT NULL);
CREATE INDEX temp.star_lan_device ON star_lan (device, place);
