-- depths.sql: how deep cards stand behind the others of their tier.
--
-- A card stands in the column of its tier. Behind its tier, by `depth`, stands
-- what reaches the tier above only through others of its own: the PC behind a
-- phone, the second switch of a chain. Where nothing leads to a tier above,
-- the best linked of a tier stands first, with a twin: a neighbour of it that
-- shares others with it, or has none, and has three quarters of its links
-- there, or more.

DROP TABLE IF EXISTS temp.beside;
CREATE TEMP TABLE beside AS
SELECT p.one, p.other
FROM   pair p
JOIN   card a ON a.device = p.one
JOIN   card b ON b.device = p.other AND b.tier = a.tier;
CREATE INDEX temp.beside_one ON beside (one);

DROP TABLE IF EXISTS temp.row_card;
CREATE TEMP TABLE row_card AS
WITH linked AS (
	SELECT one AS device, count(*) AS degree FROM beside GROUP BY one
)
SELECT c.device, coalesce(l.degree, 0) AS degree,
       row_number() OVER (ORDER BY coalesce(l.degree, 0) DESC, c.sort, c.slug)
           AS rank,
       row_number() OVER (ORDER BY coalesce(l.degree, 0) DESC, c.sort, c.slug)
           AS mark, -- lowest rank of those beside each other
       (SELECT 0 FROM pair p JOIN card o ON o.device = p.other
        WHERE p.one = c.device AND o.tier < c.tier LIMIT 1) AS depth
FROM   card c
LEFT JOIN linked l USING (device);
CREATE UNIQUE INDEX temp.row_card_device ON row_card (device);
CREATE UNIQUE INDEX temp.row_card_rank ON row_card (rank);
CREATE INDEX temp.row_card_depth ON row_card (depth);

-- repeat until nothing changes
UPDATE row_card
SET    mark = other.mark
FROM   row_card other
WHERE  other.rank = row_card.mark AND other.mark < row_card.mark;

UPDATE row_card
SET    mark = lower.mark
FROM   (SELECT b.one AS device, min(r.mark) AS mark
        FROM   beside b
        JOIN   row_card r ON r.device = b.other
        GROUP BY b.one) AS lower
WHERE  lower.device = row_card.device AND lower.mark < row_card.mark;
-- end repeat

DROP TABLE IF EXISTS temp.first_card;
CREATE TEMP TABLE first_card AS
SELECT device, degree
FROM   row_card
WHERE  rank = mark
  AND  mark NOT IN (SELECT mark FROM row_card WHERE depth = 0);

WITH twin AS (
	SELECT r.device,
	       row_number() OVER (PARTITION BY f.device ORDER BY r.rank) AS place
	FROM   first_card f
	JOIN   beside b ON b.one = f.device
	JOIN   row_card r ON r.device = b.other
	WHERE  r.degree * 4 >= f.degree * 3
	  AND  (EXISTS (SELECT 1 FROM pair o
	                JOIN pair t ON t.one = o.other AND t.other = r.device
	                WHERE o.one = f.device)
	    OR f.degree = 1 AND r.degree = 1)
)
UPDATE row_card
SET    depth = 0
WHERE  device IN (SELECT device FROM first_card)
   OR  device IN (SELECT device FROM twin WHERE place = 1);

-- A pass for each step away from the first.
-- repeat until nothing changes
UPDATE row_card
SET    depth = nearest.depth
FROM   (SELECT b.other AS device, min(r.depth) + 1 AS depth
        FROM   row_card r
        JOIN   beside b ON b.one = r.device
        WHERE  r.depth = (SELECT max(depth) FROM row_card)
        GROUP BY b.other) AS nearest
WHERE  nearest.device = row_card.device AND row_card.depth IS NULL;
-- end repeat

UPDATE card
SET    depth = (SELECT depth FROM row_card WHERE device = card.device);
