-- lines.sql: the links of pictures of cards.
--
--   line        one row a sheet and edge between its seats
--   inner_line  one row a table of a sheet: the links inside of it
--
-- A peer that is a neighbour stands before this one, not beside it. All wires
-- between a table and a card are one edge. A chain goes on in another row after
-- eight columns.

DROP TABLE IF EXISTS temp.line;
CREATE TEMP TABLE line AS
WITH shown AS (
	SELECT t.sheet, w.*, t.fold AS tail_fold, h.fold AS head_fold,
	       coalesce(t.fold, w.tail) AS one,
	       coalesce(h.fold, w.head) AS other,
	       coalesce(t.fold, h.fold) IS NOT NULL AS is_folded,
	       w.place IS NULL AND t.is_own <> h.is_own AS is_outer,
	       w.place IS NULL AND t.is_own > h.is_own AS is_turned,
	       a.tier = b.tier AND a.depth / 8 <> b.depth / 8 AS is_wrapped
	FROM   wire_look w
	JOIN   seat t ON t.device = w.tail_device
	JOIN   seat h ON h.device = w.head_device AND h.sheet = t.sheet
	JOIN   card a ON a.device = w.tail_device
	JOIN   card b ON b.device = w.head_device
	WHERE  (t.is_own OR h.is_own)
	  AND  (t.fold IS NULL OR t.fold IS NOT h.fold)
),
counted AS (
	SELECT *, sum(links) OVER bundle AS bundled,
	       max(weakness) OVER bundle AS weakest,
	       row_number() OVER (
	           bundle
	           ORDER BY iif(tail_fold IS NULL, place, head_place), slug)
	           AS nth
	FROM   shown
	WINDOW bundle AS (PARTITION BY sheet, one, other,
	                  iif(is_folded, '', slug))
)
SELECT sheet, slug, iif(is_turned, other, one) AS tail,
       iif(is_turned, one, other) AS head,
       iif(tail_fold IS NULL AND NOT is_outer, tailport, 'e') AS tailport,
       iif(head_fold IS NULL AND NOT is_outer, headport, 'w') AS headport,
       iif(place IS NULL AND NOT is_outer AND NOT is_folded OR is_wrapped,
           'false', 'true') AS "constraint",
       iif(is_folded AND bundled > 1, NULL, style) AS style,
       weakest AS weakness,
       iif(place IS NULL, 'link peer ', 'link ') AS kind,
       CASE WHEN is_folded AND bundled > 20 THEN 4
            WHEN is_folded AND bundled > 1 THEN 2.6
            ELSE penwidth END AS penwidth,
       iif(is_folded AND bundled > 1, bundled || ' links', NULL) AS count,
       tooltip, tier, depth, sort, place, minlen
FROM   counted
WHERE  nth = 1;
CREATE INDEX temp.line_sheet ON line (sheet);

DROP TABLE IF EXISTS temp.inner_line;
CREATE TEMP TABLE inner_line AS
SELECT t.sheet, t.fold, sum(w.links) AS links
FROM   wire_look w
JOIN   seat t ON t.device = w.tail_device
JOIN   seat h ON h.device = w.head_device AND h.sheet = t.sheet
             AND h.fold = t.fold
WHERE  t.is_own AND w.links IS NOT NULL
GROUP BY t.sheet, t.fold;
CREATE INDEX temp.inner_line_fold ON inner_line (sheet, fold);
