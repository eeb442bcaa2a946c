-- l3-sheets.sql: which routers and networks stand in which picture, and as what.
--
--   l3_sheet   one row a picture: the whole network, and each area
--   l3_seat    one row a picture and router or network: the node that shows it
--   l3_node    one row a picture and node
--   l3_edge    one row a picture and edge
--   l3_region  one row a region with routers or networks: a cell of a table
--
-- Up to 60 cards the whole network is shown as it is. Else only what joins its
-- areas is, each area's rest as one card; else areas as cards; else regions;
-- more than 60 regions are one table. In an area of more than 60 cards, one
-- step after the other is taken until it has 60 or fewer: neighbours elsewhere
-- become one card an area; networks of the same routers, then routers of the
-- same networks, become tables; neighbours become one card; the rest is cut
-- into runs by rank and name.

DROP TABLE IF EXISTS temp.point;
CREATE TEMP TABLE point AS
SELECT node, 'router' AS kind, area, is_outside, place AS ordinal
FROM   router
UNION ALL
SELECT node, 'lan', area, 0,
       row_number() OVER (ORDER BY vlan IS NULL, vlan, sort, slug)
FROM   lan
WHERE  area IS NOT NULL;
CREATE UNIQUE INDEX temp.point_node ON point (node);

DROP TABLE IF EXISTS temp.touching;
CREATE TEMP TABLE touching AS
SELECT low AS one, high AS other FROM stroke
UNION
SELECT high, low FROM stroke;
CREATE INDEX temp.touching_one ON touching (one);

DROP TABLE IF EXISTS temp.border;
CREATE TEMP TABLE border AS
SELECT node
FROM   point
WHERE  is_outside
UNION
SELECT t.one
FROM   touching t
JOIN   point a ON a.node = t.one
JOIN   point b ON b.node = t.other
WHERE  a.area <> b.area;
INSERT INTO border
SELECT DISTINCT t.other
FROM   border b
JOIN   touching t ON t.one = b.node
WHERE  b.node LIKE 'segment-%'
EXCEPT
SELECT node FROM border;

-- The whole network, in more and more general terms.
DROP TABLE IF EXISTS temp.general;
CREATE TEMP TABLE general AS
SELECT 0 AS level, node, node AS shown, iif(is_outside, 'stub', kind) AS kind
FROM   point
UNION ALL
SELECT 1, p.node, iif(b.node IS NULL, 'area-' || a.slug, p.node),
       CASE WHEN b.node IS NULL THEN 'rest'
            WHEN is_outside THEN 'stub' ELSE p.kind END
FROM   point p
JOIN   area a USING (area)
LEFT JOIN border b USING (node)
UNION ALL
SELECT 2, p.node,
       iif(p.kind = 'lan' AND b.node IS NOT NULL, p.node, 'area-' || a.slug),
       iif(p.kind = 'lan' AND b.node IS NOT NULL, 'lan', 'area')
FROM   point p
JOIN   area a USING (area)
LEFT JOIN border b USING (node)
UNION ALL
SELECT 3, p.node, coalesce('region-' || a.region, 'area-' || a.slug),
       iif(a.region IS NULL, 'area', 'region')
FROM   point p
JOIN   area a USING (area)
UNION ALL
SELECT 4, node, 'fold-regions', 'regions' FROM point;

-- What has only one area has no general terms.
DROP TABLE IF EXISTS temp.l3_level;
CREATE TEMP TABLE l3_level AS
SELECT min(level) AS level
FROM   (SELECT level, count(DISTINCT shown) AS cards
        FROM   general
        GROUP BY level)
WHERE  cards <= 60
   OR  (SELECT count(DISTINCT area) FROM point WHERE NOT is_outside) = 1;

DROP TABLE IF EXISTS temp.l3_seat;
CREATE TEMP TABLE l3_seat (
	sheet TEXT,
	node TEXT,
	shown TEXT,
	kind TEXT, -- router, lan, stub, area, rest, region; lans, routers, regions:
	           -- tables
	PRIMARY KEY (sheet, node)
) WITHOUT ROWID;
INSERT INTO l3_seat
SELECT 'l3', node, shown, kind FROM general JOIN l3_level USING (level);
INSERT INTO l3_seat
SELECT 'l3-' || a.slug, node, node, kind
FROM   point
JOIN   area a USING (area)
WHERE  NOT is_outside;
INSERT OR IGNORE INTO l3_seat
SELECT DISTINCT 'l3-' || a.slug, o.node, o.node,
       iif(o.kind = 'router', 'stub', 'lan')
FROM   point p
JOIN   area a USING (area)
JOIN   touching t ON t.one = p.node
JOIN   point o ON o.node = t.other
WHERE  NOT p.is_outside AND (o.area <> p.area OR o.is_outside);

DROP TABLE IF EXISTS temp.l3_sheet;
CREATE TEMP TABLE l3_sheet AS
SELECT 'l3' AS sheet, NULL AS area, NULL AS page,
       'Network' AS name, CASE level
           WHEN 1 THEN 'Routers and networks that join areas; the rest of each '
               || 'area is one card.'
           WHEN 2 THEN 'Each area is one card, with what joins it to others.'
           WHEN 3 THEN 'Each region is one card.'
           WHEN 4 THEN 'Each region is one cell of a table; lines between '
               || 'them are left out.' END AS how,
       CASE level WHEN 0 THEN 'routers and networks'
                  WHEN 1 THEN 'what joins areas'
                  WHEN 2 THEN 'areas' ELSE 'regions' END AS scope
FROM   l3_level
WHERE  EXISTS (SELECT 1 FROM router WHERE NOT is_outside)
UNION ALL
SELECT 'l3-' || slug, area, page, name, how, 'routers and networks'
FROM   area
WHERE  area IN (SELECT area FROM point WHERE NOT is_outside);
DELETE FROM l3_seat WHERE sheet NOT IN (SELECT sheet FROM l3_sheet);

CREATE INDEX temp.l3_seat_shown ON l3_seat (sheet, shown);

-- Neighbours elsewhere: one card an area.
UPDATE l3_seat
SET    shown = 'area-' || a.slug, kind = 'area'
FROM   point p
JOIN   area a USING (area)
WHERE  p.node = l3_seat.node AND l3_seat.kind = 'stub'
  AND  sheet IN (SELECT sheet FROM l3_seat
                 GROUP BY sheet HAVING count(DISTINCT shown) > 60);

-- Networks of the same routers: tables of up to 40 while they are few.
WITH crowded AS MATERIALIZED (
	SELECT sheet FROM l3_seat GROUP BY sheet HAVING count(DISTINCT shown) > 60
),
around AS (
	SELECT DISTINCT s.sheet, s.node, o.shown
	FROM   crowded
	CROSS JOIN l3_seat s USING (sheet)
	LEFT JOIN touching t ON t.one = s.node
	LEFT JOIN l3_seat o ON o.sheet = s.sheet AND o.node = t.other
	WHERE  s.kind = 'lan'
	ORDER BY s.sheet, s.node, o.shown
),
known AS (
	SELECT sheet, node, coalesce(group_concat(shown, ' '), '') AS behind
	FROM   around
	GROUP BY sheet, node
),
alike AS (
	SELECT k.sheet, k.node, count(*) OVER same AS size,
	       first_value(k.node) OVER (same ORDER BY p.ordinal) AS first,
	       row_number() OVER (same ORDER BY p.ordinal) - 1 AS place
	FROM   known k
	JOIN   point p USING (node)
	WINDOW same AS (PARTITION BY k.sheet, k.behind)
)
UPDATE l3_seat
SET    shown = 'fold-' || first || '-'
           || (place * min((size + 39) / 40, 8) / size + 1),
       kind = 'lans'
FROM   alike a
WHERE  size >= 3 AND a.sheet = l3_seat.sheet AND a.node = l3_seat.node;

-- Routers of the same networks, with the networks that only they lead to.
DROP TABLE IF EXISTS temp.l3_around;
CREATE TEMP TABLE l3_around AS
WITH crowded AS MATERIALIZED (
	SELECT sheet FROM l3_seat GROUP BY sheet HAVING count(DISTINCT shown) > 60
)
SELECT DISTINCT s.sheet, s.shown, s.kind, o.shown AS other
FROM   crowded
CROSS JOIN l3_seat s USING (sheet)
CROSS JOIN touching t ON t.one = s.node
CROSS JOIN l3_seat o ON o.sheet = s.sheet AND o.node = t.other
WHERE  o.shown <> s.shown
UNION
SELECT s.sheet, s.shown, s.kind, ''
FROM   crowded
CROSS JOIN l3_seat s USING (sheet)
WHERE  s.kind = 'router';

DROP TABLE IF EXISTS temp.l3_leaf;
CREATE TEMP TABLE l3_leaf AS
SELECT sheet, shown, min(other) AS other
FROM   l3_around
WHERE  kind IN ('lan', 'lans')
GROUP BY sheet, shown
HAVING count(*) = 1;
CREATE UNIQUE INDEX temp.l3_leaf_shown ON l3_leaf (sheet, shown);

DROP TABLE IF EXISTS temp.l3_folded;
CREATE TEMP TABLE l3_folded AS
WITH known AS (
	SELECT sheet, shown, group_concat(other, ' ') AS behind
	FROM   (SELECT a.sheet, a.shown, a.other
	        FROM   l3_around a
	        LEFT JOIN l3_leaf l ON l.sheet = a.sheet AND l.shown = a.other
	        WHERE  a.kind = 'router' AND l.shown IS NULL
	        ORDER BY a.sheet, a.shown, a.other)
	GROUP BY sheet, shown
),
alike AS (
	SELECT k.sheet, k.shown, count(*) OVER same AS size,
	       'fold-' || first_value(k.shown) OVER (same ORDER BY p.ordinal)
	           AS fold
	FROM   known k
	JOIN   point p ON p.node = k.shown
	WINDOW same AS (PARTITION BY k.sheet, k.behind)
)
SELECT sheet, shown, fold FROM alike WHERE size >= 3;
CREATE UNIQUE INDEX temp.l3_folded_shown ON l3_folded (sheet, shown);
INSERT INTO l3_folded
SELECT l.sheet, l.shown, f.fold
FROM   l3_leaf l
JOIN   l3_folded f ON f.sheet = l.sheet AND f.shown = l.other;
UPDATE l3_seat
SET    shown = (SELECT fold FROM l3_folded f
                WHERE  f.sheet = l3_seat.sheet AND f.shown = l3_seat.shown),
       kind = 'routers'
WHERE  (sheet, shown) IN (SELECT sheet, shown FROM l3_folded);

-- All neighbours elsewhere are one card.
UPDATE l3_seat
SET    shown = 'fold-elsewhere', kind = 'elsewhere'
WHERE  kind = 'area' AND sheet <> 'l3'
  AND  sheet IN (SELECT sheet FROM l3_seat
                 GROUP BY sheet HAVING count(DISTINCT shown) > 60);

-- Runs: twenty of routers, each followed by one of the networks behind it.
DROP TABLE IF EXISTS temp.run;
CREATE TEMP TABLE run AS
WITH crowded AS MATERIALIZED (
	SELECT sheet FROM l3_seat GROUP BY sheet HAVING count(DISTINCT shown) > 60
)
SELECT s.sheet, s.node,
       (row_number() OVER same - 1) * 20 / count(*) OVER (PARTITION BY s.sheet)
           + 1 AS run
FROM   crowded
CROSS JOIN l3_seat s USING (sheet)
JOIN   point p USING (node)
WHERE  s.kind NOT IN ('elsewhere', 'lan', 'lans') AND p.kind = 'router'
WINDOW same AS (PARTITION BY s.sheet ORDER BY p.ordinal);
CREATE UNIQUE INDEX temp.run_node ON run (sheet, node);
INSERT INTO run
SELECT s.sheet, s.node, coalesce(min(r.run), 0)
FROM   (SELECT DISTINCT sheet FROM run) crowded
CROSS JOIN l3_seat s USING (sheet)
JOIN   point p ON p.node = s.node AND p.kind = 'lan'
LEFT JOIN touching t ON t.one = s.node
LEFT JOIN run r ON r.sheet = s.sheet AND r.node = t.other
GROUP BY s.sheet, s.node;
UPDATE l3_seat
SET    shown = 'fold-' || p.kind || 's-' || run,
       kind = iif(p.kind = 'lan', 'lans', 'routers')
FROM   run r
JOIN   point p USING (node)
WHERE  r.sheet = l3_seat.sheet AND r.node = l3_seat.node;

DROP TABLE IF EXISTS temp.l3_node;
CREATE TEMP TABLE l3_node AS
SELECT s.sheet, s.shown AS node, s.kind,
       a.slug AS area_slug, count(DISTINCT p.area) AS areas,
       sum(p.kind = 'router') AS routers, sum(p.kind = 'lan') AS lans,
       min(p.kind = 'lan') AS is_lan, min(p.ordinal) AS ordinal,
       min(p.area) AS area
FROM   l3_seat s
JOIN   point p USING (node)
JOIN   area a ON a.area = p.area
GROUP BY s.sheet, s.shown;
CREATE UNIQUE INDEX temp.l3_node_node ON l3_node (sheet, node);

DROP TABLE IF EXISTS temp.l3_region;
CREATE TEMP TABLE l3_region AS
SELECT g.slug, g.name, row_number() OVER (ORDER BY g.sort, g.slug) - 1 AS place,
       count(DISTINCT p.area) AS areas, sum(p.kind = 'router') AS routers,
       sum(p.kind = 'lan') AS lans,
       coalesce(sum(l.class = 'dual-stack'), 0) AS dual_lans
FROM   point p
JOIN   area a USING (area)
JOIN   region g ON g.slug = a.region
LEFT JOIN lan l USING (node)
GROUP BY g.slug;

-- Lines between two cards that stand for one thing each stay apart. `is_apart`:
-- it leads from row to row.
DROP TABLE IF EXISTS temp.l3_line;
CREATE TEMP TABLE l3_line AS
WITH shown AS (
	SELECT a.sheet, k.id, k.low_router, k.high_router, k.low_interface,
	       k.high_interface, w.weakness, a.shown AS tail, b.shown AS head,
	       a.kind AS tail_kind, b.kind AS head_kind,
	       a.kind IN ('router', 'lan', 'stub')
	           AND b.kind IN ('router', 'lan', 'stub') AS is_apart
	FROM   stroke k
	JOIN   palette w ON w.class = k.class
	JOIN   l3_seat a ON a.node = k.low
	JOIN   l3_seat b ON b.sheet = a.sheet AND b.node = k.high
	WHERE  a.shown <> b.shown
	  AND  (a.kind NOT IN ('stub', 'area', 'elsewhere')
	        OR b.kind NOT IN ('stub', 'area', 'elsewhere')
	        OR a.sheet = 'l3')
),
counted AS (
	SELECT *, count(*) OVER bundle AS strokes,
	       max(weakness) OVER bundle AS weakest,
	       row_number() OVER (bundle ORDER BY id) AS nth
	FROM   shown
	WINDOW bundle AS (PARTITION BY sheet, min(tail, head), max(tail, head),
	                               iif(is_apart, id, 0))
)
SELECT * FROM counted WHERE nth = 1;
CREATE INDEX temp.l3_line_sheet ON l3_line (sheet, id);

-- Rows of routers that a line of the picture leads to.
DROP TABLE IF EXISTS temp.l3_socket;
CREATE TEMP TABLE l3_socket AS
SELECT DISTINCT sheet, router, interface
FROM   (SELECT sheet, low_router AS router, low_interface AS interface
        FROM   l3_line
        WHERE  is_apart AND tail_kind = 'router'
        UNION ALL
        SELECT sheet, high_router, high_interface
        FROM   l3_line
        WHERE  is_apart AND head_kind = 'router')
WHERE  interface IS NOT NULL;
CREATE UNIQUE INDEX temp.l3_socket_router
	ON l3_socket (sheet, router, interface);

-- Lines as edges, without the colours that a view gives them. Lines with words
-- and lines without have `is_told` 1 and 0.
DROP TABLE IF EXISTS temp.l3_edge;
CREATE TEMP TABLE l3_edge AS
SELECT l.sheet, l.id AS ordinal, l.weakest AS weakness, l.strokes, l.tail,
       l.head,
       'line-' || k.slug
           || CASE WHEN k.kind = 'gate' AND l.is_apart
                   THEN '-' || coalesce(a.place, b.place, 0) ELSE '' END AS slug,
       CASE WHEN l.is_apart THEN coalesce('r' || a.place || ':e', 'e')
            WHEN l.tail_kind = 'router' THEN 'more:e'
            ELSE 'e' END AS tailport,
       CASE WHEN l.is_apart AND v.low IS NOT NULL
            THEN coalesce('r' || b.place || ':e', 'e')
            WHEN l.is_apart THEN coalesce('l' || b.place || ':w', 'w')
            WHEN l.head_kind = 'router' THEN 'more:w'
            ELSE 'w' END AS headport,
       iif(l.strokes = 1, k.style, NULL) AS style,
       iif(l.strokes > 1, l.strokes || ' lines',
           coalesce(c.name, n.name) || coalesce(' ' || a.name, '') || ' — '
           || coalesce(d.name, m.name) || coalesce(' ' || b.name, '')) AS tooltip,
       iif(l.strokes = 1, k.prefix6, NULL) AS prefix6,
       iif(l.strokes = 1, k.prefix4, NULL) AS prefix4,
       iif(l.strokes > 1, '× ' || l.strokes, k.about) AS about,
       iif(l.is_apart AND v.low IS NOT NULL, 'false', 'true')
           AS "constraint",
       l.strokes > 1 OR coalesce(k.prefix6, k.prefix4, k.about) IS NOT NULL
           AS is_told
FROM   l3_line l
JOIN   stroke k USING (id)
LEFT JOIN level_pair v ON v.low = k.low_router AND v.high = k.high_router
LEFT JOIN router x ON x.place = k.low_router
LEFT JOIN router y ON y.place = k.high_router
LEFT JOIN card c ON c.device = x.device
LEFT JOIN card d ON d.device = y.device
LEFT JOIN lan n ON n.node = k.low
LEFT JOIN lan m ON m.node = k.high
LEFT JOIN socket a ON a.router = k.low_router
                  AND a.interface = k.low_interface
                  AND l.tail_kind = 'router'
LEFT JOIN socket b ON b.router = k.high_router
                  AND b.interface = k.high_interface
                  AND l.head_kind = 'router';
CREATE INDEX temp.l3_edge_sheet ON l3_edge (sheet, is_told, ordinal);
