-- bunches.sql: areas that are too crowded for one picture of cards, and what
-- can be drawn as one table there.
--
--   crowded  one row such an area
--   bunch    one row a device of them that hangs, with five or more others, on
--            the same devices, and on which nothing hangs
--   large    crowded areas that tables do not make small enough
--
-- A bunch is named by what it hangs on, so its name stays when members come
-- and go. A picture has at most 60 cards, 240 cells of tables and 240 lines.

DROP TABLE IF EXISTS temp.crowded;
CREATE TEMP TABLE crowded AS
SELECT c.area, count(DISTINCT c.device) AS cards,
       count(DISTINCT iif(f.area IS NOT c.area, f.device, NULL)) AS stubs,
       count(DISTINCT p.wire) AS lines
FROM   card c
LEFT JOIN port p ON p.device = c.device
LEFT JOIN card f ON f.device = p.far
WHERE  c.area IS NOT NULL
GROUP BY c.area
HAVING cards + stubs > 60 OR lines > 240;
CREATE UNIQUE INDEX temp.crowded_area ON crowded (area);

DROP TABLE IF EXISTS temp.bunch;
CREATE TEMP TABLE bunch AS
WITH reach AS (
	SELECT DISTINCT c.area, c.device, f.slug AS far, f.name AS far_name
	FROM   crowded
	JOIN   card c USING (area)
	LEFT JOIN port p ON p.device = c.device
	LEFT JOIN card f ON f.device = p.far
	WHERE  NOT EXISTS (SELECT 1 FROM port
	                   WHERE device = c.device AND side <> 'left')
	ORDER BY c.area, c.device, f.slug
),
leaf AS (
	SELECT area, device, coalesce(group_concat(far, '_'), '') AS behind,
	       group_concat(far_name, ', ') AS carriers
	FROM   reach
	GROUP BY area, device
)
SELECT *
FROM   (SELECT area, device, behind, carriers,
               'fold-' || iif(length(behind) > 80, short_hash(behind), behind)
                   AS fold,
               count(*) OVER (PARTITION BY area, behind) AS size
        FROM   leaf)
WHERE  size >= 6;
CREATE UNIQUE INDEX temp.bunch_device ON bunch (device);
CREATE INDEX temp.bunch_fold ON bunch (area, fold);

DROP TABLE IF EXISTS temp.large;
CREATE TEMP TABLE large AS
WITH folded AS (
	SELECT area, count(*) AS cells, count(DISTINCT fold) + count(*) / 60
	           AS tables
	FROM   bunch
	GROUP BY area
),
free AS (
	SELECT c.area, count(DISTINCT p.wire) AS lines
	FROM   crowded
	JOIN   card c USING (area)
	JOIN   port p ON p.device = c.device
	WHERE  c.device NOT IN (SELECT device FROM bunch)
	  AND  p.far NOT IN (SELECT device FROM bunch)
	GROUP BY c.area
)
SELECT c.area
FROM   crowded c
LEFT JOIN folded d USING (area)
LEFT JOIN free f USING (area)
WHERE  c.cards - coalesce(d.cells, 0) + coalesce(d.tables, 0)
           + min(c.stubs, 12) > 60
   OR  d.cells > 240
   OR  f.lines > 240;
CREATE UNIQUE INDEX temp.large_area ON large (area);
