-- classes.sql: cards by area and class.
--
--   class_role  one row an area, class and role that has cards
--   class_card  one row a card: its place among those of its area and class, and
--               its row and cell in a table six wide, each role from a new row
--
-- A table shows its first 20 rows.

DROP TABLE IF EXISTS temp.class_card;
CREATE TEMP TABLE class_card AS
WITH placed AS (
	SELECT c.area, c.class, coalesce(c.role_name, 'role not known') AS role,
	       c.device, c.slug, c.name, c.sort,
	       row_number() OVER (
	           PARTITION BY c.area, c.class, coalesce(c.role_name, '')
	           ORDER BY c.sort, c.slug) - 1 AS place,
	       min(c.tier) OVER (
	           PARTITION BY c.area, c.class, coalesce(c.role_name, ''))
	           AS first_tier
	FROM   card c
	WHERE  c.device > 0
)
SELECT *, place / 6 AS line,
       dense_rank() OVER (PARTITION BY area, class
                          ORDER BY first_tier, role, place / 6) AS class_row
FROM   placed;
CREATE INDEX temp.class_card_area ON class_card (area, class, class_row);
