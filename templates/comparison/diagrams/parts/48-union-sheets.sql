-- union-sheets.sql: which cards of both states stand in which picture.
--
--   union_sheet one row a picture of cards: the whole network where it has at
--               most 60, and each area in which something changed
--   union_seat  one row a sheet and card, with the table that it is folded into
--   union_edge  one row a sheet and edge between seats
--
-- An area of more than 60 cards shows what changed, forty at a time, and beside
-- it what that is linked to; alike leaves are folded, and the rest is left out.

-- What changed, and the ends of links that did.
DROP TABLE IF EXISTS temp.hot;
CREATE TEMP TABLE hot AS
SELECT device FROM union_card WHERE fate <> 'unchanged'
UNION
SELECT tail FROM wire WHERE class <> 'unchanged'
UNION
SELECT head FROM wire WHERE class <> 'unchanged';
CREATE UNIQUE INDEX temp.hot_device ON hot (device);

-- Cards of such areas, and their neighbours in others.
DROP TABLE IF EXISTS temp.area_seat;
CREATE TEMP TABLE area_seat (
	area,
	device INTEGER,
	is_own INTEGER,
	is_hot INTEGER,
	fold TEXT,
	is_crowded INTEGER DEFAULT 0,
	PRIMARY KEY (area, device)
) WITHOUT ROWID;
WITH hot_area AS (
	SELECT DISTINCT area FROM hot JOIN union_card USING (device)
	WHERE  area IS NOT NULL
)
INSERT INTO area_seat (area, device, is_own, is_hot)
SELECT area, device, 1, device IN (SELECT device FROM hot)
FROM   union_card
WHERE  area IN (SELECT area FROM hot_area)
UNION
SELECT c.area, p.far, 0,
       max(w.class <> 'unchanged')
FROM   union_card c
JOIN   port p ON p.device = c.device
JOIN   union_card f ON f.device = p.far AND f.area IS NOT c.area
JOIN   wire w ON w.id = p.wire
WHERE  c.area IN (SELECT area FROM hot_area)
GROUP BY c.area, p.far;

UPDATE area_seat
SET    is_crowded = 1
WHERE  area IN (SELECT area FROM area_seat GROUP BY area HAVING count(*) > 60);

-- Leaves of one fate with the same links, none of them singular.
WITH end AS (
	SELECT s.area, s.device, s.is_own, c.fate, p.far || ' ' || w.class AS far
	FROM   area_seat s
	JOIN   union_card c USING (device)
	JOIN   port p USING (device)
	JOIN   wire w ON w.id = p.wire
	LEFT JOIN area_seat o ON o.area = s.area AND o.device = p.far
	WHERE  s.is_crowded
	  AND  c.fate <> 'changed'
	  AND  (s.is_own OR o.is_own)
	  AND  (c.fate <> 'unchanged' OR NOT s.is_hot)
	  AND  (NOT s.is_own
	        OR NOT EXISTS (SELECT 1 FROM port q
	                       WHERE q.device = s.device AND q.side <> 'left'))
	ORDER BY s.area, s.device, p.far, w.class
),
leaf AS (
	SELECT area, device, is_own, fate, group_concat(far) AS behind
	FROM   end
	GROUP BY area, device
),
crowd AS (
	SELECT l.area, l.device, count(*) OVER same AS size,
	       first_value(c.slug) OVER (same ORDER BY c.slug) AS first
	FROM   leaf l
	JOIN   union_card c USING (device)
	WINDOW same AS (PARTITION BY l.area, l.is_own, l.fate, l.behind)
)
UPDATE area_seat
SET    fold = 'fold-' || first
FROM   crowd
WHERE  crowd.size >= 6 AND crowd.area = area_seat.area
  AND  crowd.device = area_seat.device;

-- In a crowded area a card or a table is a unit.
DROP TABLE IF EXISTS temp.unit;
CREATE TEMP TABLE unit AS
SELECT s.area, coalesce(s.fold, c.slug) AS unit, max(s.is_hot) AS is_hot,
       max(s.is_own) AS is_own, min(c.tier) AS tier, min(c.depth) AS depth,
       min(c.sort) AS sort, min(c.slug) AS slug
FROM   area_seat s
JOIN   union_card c USING (device)
WHERE  s.is_crowded
GROUP BY s.area, coalesce(s.fold, c.slug);

DROP TABLE IF EXISTS temp.hot_unit;
CREATE TEMP TABLE hot_unit AS
SELECT area, unit,
       (row_number() OVER (PARTITION BY area
                           ORDER BY is_own DESC, tier, depth, sort, slug) - 1)
           / 40 AS chunk
FROM   unit
WHERE  is_hot;
CREATE INDEX temp.hot_unit_unit ON hot_unit (area, unit);

DROP TABLE IF EXISTS temp.unit_link;
CREATE TEMP TABLE unit_link AS
SELECT DISTINCT s.area, coalesce(s.fold, c.slug) AS unit,
       coalesce(o.fold, f.slug) AS other
FROM   area_seat s
JOIN   union_card c USING (device)
JOIN   port p USING (device)
JOIN   area_seat o ON o.area = s.area AND o.device = p.far
JOIN   union_card f ON f.device = o.device
WHERE  s.is_crowded AND (s.is_own OR o.is_own);

-- First what changed, then its neighbours, most linked to it first.
DROP TABLE IF EXISTS temp.chunk_unit;
CREATE TEMP TABLE chunk_unit AS
WITH beside AS (
	SELECT h.area, h.chunk, l.other AS unit, count(*) AS links
	FROM   hot_unit h
	JOIN   unit_link l USING (area, unit)
	GROUP BY h.area, h.chunk, l.other
),
told AS (
	SELECT area, chunk, unit, NULL AS links FROM hot_unit
	UNION ALL
	SELECT b.area, b.chunk, b.unit, b.links
	FROM   beside b
	LEFT JOIN hot_unit h
	       ON h.area = b.area AND h.unit = b.unit AND h.chunk = b.chunk
	WHERE  h.unit IS NULL
)
SELECT t.area, t.chunk, t.unit,
       row_number() OVER (PARTITION BY t.area, t.chunk
                          ORDER BY t.links IS NOT NULL, t.links DESC, u.tier,
                                   u.depth, u.sort, u.slug) AS place
FROM   told t
JOIN   unit u USING (area, unit);

-- ---------------------------------------------------------------- sheets ----

DROP TABLE IF EXISTS temp.union_sheet;
CREATE TEMP TABLE union_sheet (
	sheet INTEGER PRIMARY KEY,
	area,           -- NULL: the whole network
	chunk INTEGER,  -- from 0
	chunks INTEGER,
	suffix TEXT,    -- of the picture's name
	name TEXT       -- of the area
);
INSERT INTO union_sheet
SELECT 0, NULL, 0, 1, '', NULL
WHERE  (SELECT count(*) FROM union_card) BETWEEN 1 AND 60;
INSERT INTO union_sheet
SELECT row_number() OVER (ORDER BY natural_key(a.name), a.slug, chunk), area,
       chunk, count(*) OVER (PARTITION BY area),
       '-' || a.slug || iif(chunk = 0, '', '-' || (chunk + 1)), a.name
FROM   (SELECT DISTINCT area, 0 AS chunk FROM area_seat
        WHERE  NOT is_crowded AND (SELECT count(*) FROM area) > 1
        UNION
        SELECT area, chunk FROM hot_unit)
JOIN   area a USING (area);
CREATE INDEX temp.sheet_area ON union_sheet (area);

DROP TABLE IF EXISTS temp.union_seat;
CREATE TEMP TABLE union_seat (
	sheet INTEGER,
	device INTEGER,
	is_own INTEGER,
	fold TEXT, -- name of the table that shows it
	PRIMARY KEY (sheet, device)
) WITHOUT ROWID;
INSERT INTO union_seat
SELECT 0, device, 1, NULL
FROM   union_card
WHERE  EXISTS (SELECT 1 FROM union_sheet WHERE sheet = 0);
INSERT INTO union_seat
SELECT t.sheet, s.device, s.is_own, s.fold
FROM   area_seat s
JOIN   union_sheet t USING (area)
WHERE  NOT s.is_crowded;
INSERT INTO union_seat
SELECT t.sheet, s.device, s.is_own, s.fold
FROM   area_seat s
JOIN   union_card c USING (device)
JOIN   union_sheet t USING (area)
JOIN   chunk_unit u ON u.area = s.area AND u.chunk = t.chunk
                   AND u.unit = coalesce(s.fold, c.slug) AND u.place <= 60
WHERE  s.is_crowded;
CREATE INDEX temp.union_seat_device ON union_seat (device);

-- A peer at another area stands before this one, not beside it. All wires of
-- one fate between a table and a card are one edge.
DROP TABLE IF EXISTS temp.union_edge;
CREATE TEMP TABLE union_edge AS
WITH shown AS (
	SELECT t.sheet, w.*, t.fold AS tail_fold, h.fold AS head_fold,
	       coalesce(t.fold, w.tail) AS one, coalesce(h.fold, w.head) AS other,
	       coalesce(t.fold, h.fold) IS NOT NULL AS is_folded,
	       w.place IS NULL AND t.is_own <> h.is_own AS is_outer,
	       w.place IS NULL AND t.is_own > h.is_own AS is_turned
	FROM   union_wire w
	JOIN   union_seat t ON t.device = w.tail_device
	JOIN   union_seat h ON h.device = w.head_device AND h.sheet = t.sheet
	WHERE  t.is_own OR h.is_own
),
counted AS (
	SELECT *, count(*) OVER bundle AS bundled,
	       row_number() OVER (
	           bundle ORDER BY iif(tail_fold IS NULL, place, head_place), slug)
	           AS nth
	FROM   shown
	WINDOW bundle AS (PARTITION BY sheet, one, other, fate,
	                               iif(is_folded, '', slug))
)
SELECT c.sheet, c.slug, iif(is_turned, other, one) AS tail,
       iif(is_turned, one, other) AS head,
       iif(tail_fold IS NULL AND NOT is_outer, tailport, 'e') AS tailport,
       iif(head_fold IS NULL AND NOT is_outer, headport, 'w') AS headport,
       iif(place IS NULL AND NOT is_outer AND NOT is_folded, 'false', 'true')
           AS "constraint",
       p.stroke AS color,
       CASE WHEN c.fate IS NULL THEN 'invis'
            WHEN c.fate = 'unchanged'
             AND evidence IN ('from addresses', 'inferred') THEN 'dotted'
            ELSE p.style END AS style,
       'link ' || iif(place IS NULL, 'peer ', '') || p.word AS class,
       iif(bundled > 1 OR place IS NULL, p.penwidth + 1, p.penwidth) AS penwidth,
       iif(bundled > 1, bundled || ' links — ' || c.fate, tooltip) AS tooltip,
       tier, depth, sort, place, minlen
FROM   counted c
LEFT JOIN change_palette p USING (fate)
WHERE  nth = 1;
CREATE INDEX temp.union_edge_sheet ON union_edge (sheet);

-- ---------------------------------------------------------------- counts ----

-- How many of what, of each area and of all (area NULL).
DROP TABLE IF EXISTS temp.tally;
CREATE TEMP TABLE tally AS
WITH line AS (
	SELECT *
	FROM   wire
	WHERE  evidence <> 'from addresses'
	  AND  tail NOT IN (SELECT device FROM hub)
	  AND  head NOT IN (SELECT device FROM hub)
),
thing AS (
	SELECT area, fate, 1 AS devices, 0 AS links
	FROM   union_card
	WHERE  source <> 'line'
	UNION ALL
	SELECT NULL, fate, 1, 0 FROM union_card WHERE source <> 'line'
	UNION ALL
	SELECT t.area, w.class, 0, 1
	FROM   line w
	JOIN   card t ON t.device = w.tail
	UNION ALL
	SELECT h.area, w.class, 0, 1
	FROM   line w
	JOIN   card t ON t.device = w.tail
	JOIN   card h ON h.device = w.head
	WHERE  h.area IS NOT t.area
	UNION ALL
	SELECT NULL, class, 0, 1 FROM line
)
SELECT area, fate, p.ordinal, p.sign, p.word, p.stroke, sum(devices) AS devices,
       sum(links) AS links
FROM   thing
JOIN   change_palette p USING (fate)
GROUP BY area, fate;
CREATE INDEX temp.tally_area ON tally (area);

-- "+1 device  −2 devices" and the same of links; NULL where none changed.
DROP TABLE IF EXISTS temp.tally_text;
CREATE TEMP TABLE tally_text AS
SELECT area,
       group_concat(sign || nullif(devices, 0)
                        || iif(devices = 1, ' device', ' devices'), '  ')
           AS devices,
       group_concat(sign || nullif(links, 0)
                        || iif(links = 1, ' link', ' links'), '  ') AS links
FROM   (SELECT * FROM tally WHERE fate <> 'unchanged' ORDER BY area, ordinal)
GROUP BY area;

-- Between which states, in words.
DROP TABLE IF EXISTS temp.period;
CREATE TEMP TABLE period AS
SELECT o.day || iif(o.day = n.day AND o.observed_at <> n.observed_at,
                    ' ' || o.clock, '')
       || ' → ' || n.day
       || iif(o.day = n.day AND o.observed_at <> n.observed_at,
              ' ' || n.clock, '') AS days,
       'phase ' || o.phase || ' → ' || n.phase AS phases
FROM   (SELECT phase, observed_at, date(observed_at, 'unixepoch') AS day,
               strftime('%H:%M', observed_at, 'unixepoch') AS clock
        FROM   before.meta) o,
       (SELECT phase, observed_at, date(observed_at, 'unixepoch') AS day,
               strftime('%H:%M', observed_at, 'unixepoch') AS clock
        FROM   main.meta) n;
