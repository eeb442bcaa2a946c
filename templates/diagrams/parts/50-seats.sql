-- seats.sql: who stands in the picture of a site, and what is folded there.
--
--   seat       one row a site and card: its own, and neighbours at other sites
--   seat_wire  one row a site and edge between seats
--
-- A picture of more than 60 cards is too long to read. There, six or more that
-- hang on the same devices, and on which nothing hangs, become one table.

DROP TABLE IF EXISTS temp.seat;
CREATE TEMP TABLE seat (
	site TEXT,
	device INTEGER,
	is_own INTEGER,
	fold TEXT, -- name of the table that shows it
	PRIMARY KEY (site, device)
) WITHOUT ROWID;
CREATE INDEX temp.seat_device ON seat (device);
INSERT INTO seat (site, device, is_own)
SELECT site, device, 1 FROM card WHERE site IS NOT NULL
UNION
SELECT c.site, p.far, 0
FROM   port p
JOIN   card c ON c.device = p.device
WHERE  c.site IS NOT NULL AND p.far_site IS NOT c.site;

WITH crowded AS (
	SELECT site FROM seat GROUP BY site HAVING count(*) > 60
),
reach AS (
	SELECT DISTINCT s.site, s.device, s.is_own, p.far
	FROM   crowded
	JOIN   seat s USING (site)
	LEFT JOIN port p ON p.device = s.device
	                AND (s.is_own OR p.far_site = s.site)
	WHERE  NOT s.is_own
	   OR  NOT EXISTS (SELECT 1 FROM port
	                   WHERE device = s.device AND side <> 'left')
	ORDER BY s.site, s.device, p.far
),
leaf AS (
	SELECT site, device, is_own, group_concat(far) AS behind
	FROM   reach
	GROUP BY site, device
),
crowd AS (
	SELECT l.site, l.device, count(*) OVER same AS size,
	       first_value(c.slug) OVER (same ORDER BY c.slug) AS first
	FROM   leaf l
	JOIN   card c USING (device)
	WINDOW same AS (PARTITION BY l.site, l.is_own, l.behind)
)
UPDATE seat
SET    fold = 'fold-' || first
FROM   crowd
WHERE  crowd.size >= 6 AND crowd.site = seat.site
  AND  crowd.device = seat.device;
-- A peer at another site stands before this one, not beside it. All wires
-- between a table and a card are one edge.
DROP TABLE IF EXISTS temp.seat_wire;
CREATE TEMP TABLE seat_wire AS
WITH shown AS (
	SELECT t.site, w.*, t.fold AS tail_fold, h.fold AS head_fold,
	       coalesce(t.fold, w.tail) AS one, coalesce(h.fold, w.head) AS other,
	       coalesce(t.fold, h.fold) IS NOT NULL AS is_folded,
	       w.place IS NULL AND t.is_own <> h.is_own AS is_outer,
	       w.place IS NULL AND t.is_own > h.is_own AS is_turned
	FROM   wire_look w
	JOIN   seat t ON t.device = w.tail_device
	JOIN   seat h ON h.device = w.head_device AND h.site = t.site
	WHERE  t.is_own OR h.is_own
),
counted AS (
	SELECT *, count(*) OVER bundle AS links,
	       max(weakness) OVER bundle AS weakest,
	       row_number() OVER (
	           bundle ORDER BY iif(tail_fold IS NULL, place, head_place), slug)
	           AS nth
	FROM   shown
	WINDOW bundle AS (PARTITION BY site, one, other, iif(is_folded, '', slug))
)
SELECT c.site, c.slug, iif(is_turned, other, one) AS tail,
       iif(is_turned, one, other) AS head,
       iif(tail_fold IS NULL AND NOT is_outer, tailport, 'e') AS tailport,
       iif(head_fold IS NULL AND NOT is_outer, headport, 'w') AS headport,
       iif(place IS NULL AND NOT is_outer AND NOT is_folded, 'false', 'true')
           AS "constraint",
       coalesce(p.header, c.color) AS color,
       iif(links > 1, p.style, c.style) AS style,
       iif(links > 1, 'link ' || p.word, c.class) AS class,
       iif(links > 1, 4, penwidth) AS penwidth,
       iif(links > 1, links || ' links — ' || p.class, tooltip) AS tooltip,
       tier, depth, sort, place
FROM   counted c
LEFT JOIN palette p ON p.weakness = c.weakest
WHERE  nth = 1;
CREATE INDEX temp.seat_wire_site ON seat_wire (site);
