-- seats.sql: who stands in the picture of an area or block, and what is folded
-- into tables there.
--
--   sheet  one row a picture of cards
--   home   one row a card: the picture that has it as its own, and its page
--   seat   one row a sheet and card: its own, and neighbours
--
-- The neighbours are dimmed cards, in a crowded picture with more than twelve
-- of them tables: a cell for each picture that shows them as its own.

DROP TABLE IF EXISTS temp.sheet;
CREATE TEMP TABLE sheet AS
SELECT 'site-' || a.slug AS sheet, a.area, a.slug AS area_slug, NULL AS block,
       a.name AS name, a.page, a.how,
       natural_key(a.name) AS sort
FROM   area a
WHERE  a.area NOT IN (SELECT area FROM large)
UNION ALL
SELECT b.block, b.area, a.slug, b.block, a.name || ', ' || b.name, NULL, a.how,
       b.sort
FROM   block b
JOIN   area a USING (area);
CREATE UNIQUE INDEX temp.sheet_sheet ON sheet (sheet);

DROP TABLE IF EXISTS temp.home;
CREATE TEMP TABLE home AS
SELECT c.device, s.sheet,
       '../' || coalesce(s.page, 'pictures/' || s.sheet) || '.html' AS URL,
       iif(s.block IS NULL, s.name, b.name) AS place_name, s.sort
FROM   card c
LEFT JOIN member m ON m.device = c.device
JOIN   area a ON a.area = c.area
JOIN   sheet s ON s.sheet = coalesce(m.block, 'site-' || a.slug)
LEFT JOIN block b ON b.block = s.block;
CREATE UNIQUE INDEX temp.home_device ON home (device);
CREATE INDEX temp.home_sheet ON home (sheet);

DROP TABLE IF EXISTS temp.seat;
CREATE TEMP TABLE seat (
	sheet TEXT,
	device INTEGER,
	is_own INTEGER,
	fold TEXT,  -- name of the table that shows it
	cell TEXT,  -- which cell of it
	PRIMARY KEY (sheet, device)
) WITHOUT ROWID;
CREATE INDEX temp.seat_device ON seat (device);
INSERT INTO seat (sheet, device, is_own)
SELECT sheet, device, 1 FROM home
UNION
SELECT h.sheet, p.far, 0
FROM   home h
JOIN   port p ON p.device = h.device
LEFT JOIN home f ON f.device = p.far
WHERE  f.sheet IS NOT h.sheet;

DROP TABLE IF EXISTS temp.crowded_sheet;
CREATE TEMP TABLE crowded_sheet AS
SELECT h.sheet, count(DISTINCT p.wire) AS lines,
       (SELECT count(*) FROM seat WHERE sheet = h.sheet) AS cards,
       (SELECT count(*) FROM seat WHERE sheet = h.sheet AND NOT is_own)
           AS stubs
FROM   home h
LEFT JOIN port p ON p.device = h.device
GROUP BY h.sheet
HAVING cards > iif(h.sheet GLOB 'block-*', 30, 60) OR lines > 240;

UPDATE seat
SET    fold = b.fold, cell = c.slug
FROM   bunch b
JOIN   card c ON c.device = b.device
WHERE  b.device = seat.device AND seat.is_own
  AND  seat.sheet IN (SELECT sheet FROM crowded_sheet);
UPDATE seat
SET    fold = 'outside', cell = coalesce(h.sheet, c.slug)
FROM   card c
LEFT JOIN home h ON h.device = c.device
WHERE  c.device = seat.device AND NOT seat.is_own
  AND  seat.sheet IN (SELECT sheet FROM crowded_sheet WHERE stubs > 12);

-- Still too many cards or lines: all of its own become tables, whatever they
-- hang on.
DROP TABLE IF EXISTS temp.dense_sheet;
CREATE TEMP TABLE dense_sheet AS
SELECT sheet
FROM   (SELECT sheet,
               (SELECT sum(fold IS NULL) + count(DISTINCT fold)
                           + count(fold) / 60
                FROM   seat
                WHERE  sheet = w.sheet) AS cards,
               (SELECT count(*)
                FROM   seat s
                JOIN   wire ON wire.tail = s.device
                JOIN   seat o ON o.sheet = s.sheet AND o.device = wire.head
                WHERE  s.sheet = w.sheet AND s.fold IS NULL AND o.fold IS NULL)
                   AS lines
        FROM   crowded_sheet w)
WHERE  cards > 60 OR lines > 240;
UPDATE seat
SET    fold = 'tier-' || c.tier, cell = c.slug
FROM   card c
WHERE  c.device = seat.device AND seat.is_own
  AND  seat.sheet IN (SELECT sheet FROM dense_sheet);

-- A table has up to 80 cells, in the order of their names; more make tables of
-- 60.
DROP TABLE IF EXISTS temp.cell;
CREATE TEMP TABLE cell AS
WITH cells AS (
	SELECT s.sheet, s.fold, s.cell, s.is_own, count(*) AS devices,
	       min(c.tier) AS tier, min(coalesce(h.sort, c.sort)) AS sort
	FROM   seat s
	JOIN   card c ON c.device = s.device
	LEFT JOIN home h ON h.device = c.device AND NOT s.is_own
	WHERE  s.fold IS NOT NULL
	GROUP BY s.sheet, s.fold, s.cell
)
SELECT sheet, fold AS heap, cell, is_own, devices, tier, sort,
       fold || iif(total <= 80 OR place <= 60, '',
                   '_' || ((place - 1) / 60 + 1)) AS fold,
       iif(total <= 80, place - 1, (place - 1) % 60) AS place
FROM   (SELECT *, count(*) OVER (PARTITION BY sheet, fold) AS total,
               row_number() OVER (PARTITION BY sheet, fold
                                     ORDER BY iif(is_own, tier, 0),
                                              iif(is_own, NULL, sort), sort,
                                              cell) AS place
        FROM   cells);
CREATE UNIQUE INDEX temp.cell_cell ON cell (sheet, heap, cell);
CREATE INDEX temp.cell_fold ON cell (sheet, fold, place);
UPDATE seat
SET    fold = (SELECT fold FROM cell
               WHERE sheet = seat.sheet AND heap = seat.fold
                 AND cell = seat.cell)
WHERE  fold IS NOT NULL;
CREATE INDEX temp.seat_fold ON seat (sheet, fold);
