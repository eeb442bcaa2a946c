-- union-boxes.sql: what the overviews of areas show of both states.
--
--   union_box    one row a picture of boxes and box: at most 60, those in which
--                something changed first
--   union_trunk  one row a picture and pair of them that are linked
--
-- The overview of the network is there where its cards are too many for one
-- picture, that of a region where something changed in it.

DROP TABLE IF EXISTS temp.changed_box;
CREATE TEMP TABLE changed_box AS
SELECT DISTINCT 'area-' || a.slug AS box, a.region
FROM   hot
JOIN   union_card c USING (device)
JOIN   area a USING (area);
INSERT INTO changed_box
SELECT DISTINCT 'region-' || region, NULL
FROM   changed_box
WHERE  region IS NOT NULL;
CREATE UNIQUE INDEX temp.changed_box_box ON changed_box (box);

DROP TABLE IF EXISTS temp.union_box;
CREATE TEMP TABLE union_box AS
SELECT s.scene, s.box, s.is_stub, s.is_middle, s.side,
       c.box IS NOT NULL AS is_changed,
       iif(s.scene = 'network', 'changes', 'changes-' || s.scene) AS picture,
       row_number() OVER (PARTITION BY s.scene
                          ORDER BY c.box IS NULL, s.is_stub, s.is_middle DESC,
                                   s.sort, s.slug) AS place,
       count(*) OVER (PARTITION BY s.scene) AS boxes,
       CASE WHEN c.box IS NULL THEN NULL
            ELSE '../pictures/changes-'
                 || iif(b.kind = 'region', 'region-', '') || b.slug || '.html'
            END AS URL
FROM   scene_box s
JOIN   box b USING (box)
LEFT JOIN changed_box c USING (box)
WHERE  s.scene = 'network'
   OR  s.scene IN (SELECT box FROM changed_box);
DELETE FROM union_box
WHERE  place > 60;
CREATE UNIQUE INDEX temp.union_box_box ON union_box (scene, box);

-- Links of several fates between two are a change.
DROP TABLE IF EXISTS temp.union_trunk;
CREATE TEMP TABLE union_trunk AS
WITH line AS (
	SELECT t.area AS one, h.area AS other, w.class AS fate, count(*) AS links
	FROM   wire w
	JOIN   card t ON t.device = w.tail
	JOIN   card h ON h.device = w.head
	WHERE  t.area <> h.area
	GROUP BY 1, 2, 3
),
bundle AS (
	SELECT o.scene, min(o.box, h.box) AS one, max(o.box, h.box) AS other,
	       l.fate, sum(l.links) AS links
	FROM   line l
	JOIN   stand_in o ON o.area = l.one
	JOIN   stand_in h ON h.area = l.other AND h.scene = o.scene
	WHERE  o.box <> h.box
	GROUP BY 1, 2, 3, 4
)
SELECT b.scene, b.one, b.other, sum(b.links) AS links,
       iif(count(*) = 1, max(b.fate), 'changed') AS fate,
       group_concat(p.sign || b.links || iif(b.links = 1, ' link', ' links')
                        || ' ' || b.fate, ', ') AS words
FROM   (SELECT * FROM bundle ORDER BY scene, one, other, fate) b
JOIN   change_palette p USING (fate)
JOIN   union_box o ON o.scene = b.scene AND o.box = b.one
JOIN   union_box h ON h.scene = b.scene AND h.box = b.other
WHERE  NOT (o.is_stub AND h.is_stub)
GROUP BY b.scene, b.one, b.other;
