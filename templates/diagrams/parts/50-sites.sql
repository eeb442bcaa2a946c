-- sites.sql: what the pictures above a site show, from the cards.
--
--   box          one row an area, and one a region: what stands as one card
--   box_class    one row a box and class: how many cards, which share
--   trunk        one row a pair of areas that are linked
--   scene        one row a picture of boxes: `network`, where the cards are too
--                many for one, and one a region, where areas are too many too
--   scene_box    who stands in it
--   scene_trunk  one row a pair of them that are linked

DROP TABLE IF EXISTS temp.box_card;
CREATE TEMP TABLE box_card AS
SELECT 'area-' || a.slug AS box, c.device, c.class
FROM   card c
JOIN   area a ON a.area = c.area
WHERE  c.device > 0
UNION ALL
SELECT 'region-' || a.region, c.device, c.class
FROM   card c
JOIN   area a ON a.area = c.area
WHERE  a.region IS NOT NULL AND c.device > 0;

DROP TABLE IF EXISTS temp.box_class;
CREATE TEMP TABLE box_class AS
SELECT box, p.ordinal, p.badge, class, count(*) AS count,
       count(*) * 100 / sum(count(*)) OVER (PARTITION BY box) AS share
FROM   box_card
JOIN   palette p USING (class)
GROUP BY box, p.ordinal;
CREATE UNIQUE INDEX temp.box_class_box ON box_class (box, ordinal);

DROP TABLE IF EXISTS temp.box;
CREATE TEMP TABLE box (
	box TEXT PRIMARY KEY,
	kind TEXT,
	slug TEXT,
	name TEXT,
	about TEXT, -- "12 devices"
	share INTEGER, -- of dual-stack cards, in percent
	prefix6 TEXT,  -- the first of its prefixes, and a sign that there are more
	prefix4 TEXT,
	URL TEXT,
	sort TEXT
);
WITH placed AS (
	SELECT site, prefix, ip_family(prefix) AS family,
	       count(*) OVER family AS prefixes,
	       row_number() OVER (family ORDER BY prefix_key(prefix), prefix)
	           AS place
	FROM   fact_site_prefix
	WINDOW family AS (PARTITION BY site, ip_family(prefix))
),
shortened AS (
	SELECT site, family,
	       prefix || iif(prefixes > 1, ' + ' || (prefixes - 1), '') AS prefix
	FROM   placed
	WHERE  place = 1
),
counted AS (
	SELECT box, sum(count) AS cards,
	       sum(iif(class = 'dual-stack', share, 0)) AS share
	FROM   box_class
	GROUP BY box
)
INSERT INTO box
SELECT 'area-' || a.slug, 'area', a.slug, a.name,
       n.cards || iif(n.cards = 1, ' device', ' devices'), n.share,
       v6.prefix, v4.prefix, a.URL, natural_key(a.name)
FROM   area a
JOIN   counted n ON n.box = 'area-' || a.slug
LEFT JOIN shortened v6 ON v6.site = a.site AND v6.family = 6
LEFT JOIN shortened v4 ON v4.site = a.site AND v4.family = 4
UNION ALL
SELECT n.box, 'region', r.slug, r.name,
       (SELECT count(*) || iif(count(*) = 1, ' site · ', ' sites · ')
        FROM area WHERE region = r.slug)
           || n.cards || iif(n.cards = 1, ' device', ' devices'),
       n.share, NULL, NULL, '../pictures/region-' || r.slug || '.html', r.sort
FROM   region r
JOIN   counted n ON n.box = 'region-' || r.slug;

DROP TABLE IF EXISTS temp.trunk;
CREATE TEMP TABLE trunk AS
SELECT min(t.area, h.area) AS one, max(t.area, h.area) AS other,
       count(*) AS links, max(p.weakness) AS weakness
FROM   wire w
JOIN   card t ON t.device = w.tail
JOIN   card h ON h.device = w.head
JOIN   palette p ON p.class = w.class
WHERE  t.area <> h.area
GROUP BY 1, 2;

DROP TABLE IF EXISTS temp.scene;
CREATE TEMP TABLE scene AS
SELECT 'network' AS scene,
       iif((SELECT count(*) FROM area) <= 60, 'area', 'region') AS kind,
       NULL AS region, 'Network — '
           || iif((SELECT count(*) FROM area) <= 60, 'sites', 'regions')
           AS title,
       'index' AS page, NULL AS how
WHERE  (SELECT count(*) FROM card) > 60
UNION ALL
SELECT 'region-' || slug, 'area', slug, name || ' — sites', NULL, how
FROM   region
WHERE  (SELECT count(*) FROM card) > 60 AND (SELECT count(*) FROM area) > 60;

-- As what an area stands in a scene. Regions around one stand for all of theirs,
-- and as one card where they are too many.
DROP TABLE IF EXISTS temp.stand_in;
CREATE TEMP TABLE stand_in AS
SELECT s.scene, a.area,
       iif(s.kind = 'area' AND a.region IS s.region OR s.scene = 'network'
               AND s.kind = 'area',
           'area-' || a.slug, 'region-' || a.region) AS box,
       s.region IS NOT NULL AND a.region IS NOT s.region AS is_outside
FROM   scene s, area a;
CREATE UNIQUE INDEX temp.stand_in_area ON stand_in (area, scene);
UPDATE stand_in
SET    box = 'elsewhere'
WHERE  is_outside
  AND  scene IN (SELECT scene
                 FROM   (SELECT i.scene, o.box
                         FROM   trunk t
                         JOIN   stand_in i ON i.area IN (t.one, t.other)
                                          AND NOT i.is_outside
                         JOIN   stand_in o ON o.area IN (t.one, t.other)
                                          AND o.scene = i.scene
                         WHERE  i.scene <> 'network'
                         UNION
                         SELECT scene, box FROM stand_in WHERE NOT is_outside)
                 GROUP BY scene
                 HAVING scene <> 'network' AND count(*) > 60);
INSERT INTO box (box, kind, slug, name, about, URL, sort)
SELECT DISTINCT box, box, box, 'Other regions', 'all together',
       '../index.html', box
FROM   stand_in
WHERE  box = 'elsewhere';

DROP TABLE IF EXISTS temp.scene_trunk;
CREATE TEMP TABLE scene_trunk AS
SELECT o.scene, min(o.box, h.box) AS one, max(o.box, h.box) AS other,
       sum(t.links) AS links, max(t.weakness) AS weakness
FROM   trunk t
JOIN   stand_in o ON o.area = t.one
JOIN   stand_in h ON h.area = t.other AND h.scene = o.scene
WHERE  o.box <> h.box AND NOT (o.is_outside AND h.is_outside)
GROUP BY 1, 2, 3;
CREATE INDEX temp.scene_trunk_one ON scene_trunk (scene, one);
CREATE INDEX temp.scene_trunk_other ON scene_trunk (scene, other);

-- In the middle stands the best linked, beside those that are linked nearly as
-- well; half of the others stand on each side, in the order of their names.
DROP TABLE IF EXISTS temp.scene_box;
CREATE TEMP TABLE scene_box AS
WITH seated AS (
	SELECT DISTINCT s.scene, s.box, 0 AS is_stub
	FROM   stand_in s
	WHERE  NOT s.is_outside
	UNION
	SELECT s.scene, s.box, 1
	FROM   stand_in s
	WHERE  s.is_outside
	  AND  (EXISTS (SELECT 1 FROM scene_trunk t
	                WHERE t.scene = s.scene AND t.one = s.box)
	     OR EXISTS (SELECT 1 FROM scene_trunk t
	                WHERE t.scene = s.scene AND t.other = s.box))
),
linked AS (
	SELECT s.*, b.sort, b.slug,
	       (SELECT count(*) FROM scene_trunk t
	        WHERE t.scene = s.scene AND t.one = s.box)
	           + (SELECT count(*) FROM scene_trunk t
	              WHERE t.scene = s.scene AND t.other = s.box) AS degree
	FROM   seated s
	JOIN   box b USING (box)
),
judged AS (
	SELECT *, degree > 0 AND degree * 4 >= max(degree) OVER whole * 3
	              AND row_number() OVER (whole ORDER BY degree DESC, sort, slug)
	                  <= iif(max(degree) OVER whole > 4, 4, 1) AS is_middle
	FROM   linked
	WINDOW whole AS (PARTITION BY scene)
)
SELECT *, CASE WHEN is_middle THEN 0
               WHEN row_number() OVER half * 2 <= count(*) OVER side THEN -1
               ELSE 1 END AS side
FROM   judged
WINDOW side AS (PARTITION BY scene, is_middle),
       half AS (side ORDER BY is_stub DESC, sort, slug);
CREATE UNIQUE INDEX temp.scene_box_box ON scene_box (scene, box);
