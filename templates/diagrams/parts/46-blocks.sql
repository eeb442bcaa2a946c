-- blocks.sql: large areas in parts, each around the device that it hangs on.
--
--   block   one row a part: its key, its name, the name of its picture
--   member  one row a device of a large area: its block
--
-- Each device hangs on the nearest of those before it. What has 6 to 56 below
-- it, itself counted, is a block; what has more, too, with all that is smaller
-- and hangs on it. Those that no block takes are `others`. A block that is too
-- heavy is cut into runs of its names. All this goes by names, never by counts
-- of what stands before: what comes and goes moves nothing but its own block.

DROP TABLE IF EXISTS temp.kin;
CREATE TEMP TABLE kin AS
SELECT device, parent
FROM   (SELECT w.head AS device, w.tail AS parent,
               row_number() OVER (PARTITION BY w.head
                                  ORDER BY t.tier DESC, t.depth DESC, t.sort,
                                           t.slug) AS nth
        FROM   large
        JOIN   card h USING (area)
        JOIN   wire w ON w.head = h.device AND NOT w.is_peer
        JOIN   card t ON t.device = w.tail AND t.area = h.area)
WHERE  nth = 1;
CREATE UNIQUE INDEX temp.kin_device ON kin (device);
CREATE INDEX temp.kin_parent ON kin (parent);

-- The nodes of that forest: how many hang on each, itself counted.
DROP TABLE IF EXISTS temp.branching;
CREATE TEMP TABLE branching (
	device INTEGER PRIMARY KEY,
	area,
	level INTEGER, -- steps from where its tree begins
	size INTEGER,
	root INTEGER, -- the unit that it stands in: with it into one block
	key TEXT      -- of a root: slug of the device its block is named by
);
WITH RECURSIVE tree (device, area, level) AS (
	SELECT device, area, 0
	FROM   card
	JOIN   large USING (area)
	WHERE  device NOT IN (SELECT device FROM kin)
	UNION ALL
	SELECT k.device, t.area, t.level + 1
	FROM   tree t
	JOIN   kin k ON k.parent = t.device
)
INSERT INTO branching (device, area, level)
SELECT device, area, level FROM tree;
CREATE INDEX temp.branching_level ON branching (level) WHERE size IS NULL;

-- From the ends to where trees begin: a pass for each step.
-- repeat until nothing changes
UPDATE branching
SET    size = 1 + coalesce((SELECT sum(b.size)
                            FROM   kin k
                            JOIN   branching b ON b.device = k.device
                            WHERE  k.parent = branching.device), 0)
WHERE  size IS NULL
  AND  level = (SELECT max(level) FROM branching WHERE size IS NULL);
-- end repeat

UPDATE branching
SET    root = device
WHERE  size > 56
   OR  device NOT IN (SELECT device FROM kin)
   OR  (SELECT b.size
        FROM   kin k
        JOIN   branching b ON b.device = k.parent
        WHERE  k.device = branching.device) > 56;
-- repeat until nothing changes
UPDATE branching
SET    root = (SELECT b.root
               FROM   kin k
               JOIN   branching b ON b.device = k.parent
               WHERE  k.device = branching.device)
WHERE  root IS NULL;
-- end repeat

-- The second of two that carry the same devices goes with the first, on which
-- those hang.
UPDATE branching
SET    root = twin.root
FROM   (SELECT w.tail AS device, b.root,
               row_number() OVER (PARTITION BY w.tail
                                  ORDER BY h.sort, h.slug) AS nth
        FROM   branching s
        JOIN   wire w ON w.tail = s.device AND NOT w.is_peer
        JOIN   card h ON h.device = w.head
        JOIN   kin k ON k.device = w.head
        JOIN   branching b ON b.device = k.parent
        WHERE  s.size = 1) AS twin
WHERE  twin.nth = 1 AND twin.device = branching.device;

UPDATE branching
SET    key = CASE WHEN size >= 6
                  THEN (SELECT slug FROM card
                        WHERE device = branching.device)
                  ELSE coalesce((SELECT c.slug
                                 FROM   kin k
                                 JOIN   card c ON c.device = k.parent
                                 WHERE  k.device = branching.device), '')
             END
WHERE  root = device;

-- What is large only by what hangs below others, as each switch of a chain,
-- goes with the one before it.
DROP TABLE IF EXISTS temp.led;
CREATE TEMP TABLE led AS
WITH RECURSIVE carried AS (
	SELECT r.key, count(*) AS devices
	FROM   branching b
	JOIN   branching r ON r.device = b.root
	GROUP BY r.key
),
large_one AS (
	SELECT b.device, b.key, n.devices < 6 AND k.parent IS NOT NULL AS is_led
	FROM   branching b
	JOIN   carried n USING (key)
	LEFT JOIN kin k ON k.device = b.device
	WHERE  b.size > 56
),
leader (device, key) AS (
	SELECT device, key FROM large_one WHERE NOT is_led
	UNION ALL
	SELECT o.device, l.key
	FROM   leader l
	JOIN   kin k ON k.parent = l.device
	JOIN   large_one o ON o.device = k.device AND o.is_led
)
SELECT o.key AS old, l.key
FROM   large_one o
JOIN   leader l USING (device)
WHERE  o.is_led;
CREATE UNIQUE INDEX temp.led_old ON led (old);
UPDATE branching
SET    key = led.key
FROM   led
WHERE  led.old = branching.key;

-- Runs: a cell of a table weighs 1, a card 4. A block of more than 240 is cut
-- before some of its units, which ones their names say; what is too heavy
-- even so, before more of them.
DROP TABLE IF EXISTS temp.run;
CREATE TEMP TABLE run AS
WITH unit AS (
	SELECT b.area, r.key, r.device AS root, c.tier, c.depth, c.sort,
	       c.slug, c.slug = r.key AS is_head,
	       short_hash(c.slug) AS dice, min(n.device IS NOT NULL) AS is_cell,
	       sum(iif(n.device IS NULL, 4, 1)) AS weight
	FROM   branching b
	JOIN   branching r ON r.device = b.root
	JOIN   card c ON c.device = r.device
	LEFT JOIN bunch n ON n.device = b.device
	GROUP BY r.device
),
weighed AS (
	SELECT *, sum(weight) OVER (PARTITION BY area, key) AS total
	FROM   unit
),
cut AS (
	SELECT *, sum(NOT is_head AND total > 240
	              AND dice < iif(is_cell, '02', '08')) OVER line
	           AS first_cut
	FROM   weighed
	WINDOW line AS (PARTITION BY area, key
	                ORDER BY NOT is_head, tier, depth, sort, slug)
),
cut_again AS (
	SELECT *, sum(NOT is_head AND part > 240
	              AND dice < iif(is_cell, '04', '10')) OVER line
	           AS second_cut
	FROM   (SELECT *, sum(weight) OVER (PARTITION BY area, key, first_cut)
	                      AS part
	        FROM   cut)
	WINDOW line AS (PARTITION BY area, key, first_cut
	                ORDER BY NOT is_head, tier, depth, sort, slug)
),
measured AS (
	SELECT *, (sum(weight) OVER line - weight) / 240 AS third_cut
	FROM   cut_again
	WINDOW line AS (PARTITION BY area, key, first_cut, second_cut
	                ORDER BY NOT is_head, tier, depth, sort, slug)
)
SELECT area, key, root,
       iif(first_cut + second_cut + third_cut, first_value(slug) OVER line, '')
           AS start
FROM   measured
WINDOW line AS (PARTITION BY area, key, first_cut, second_cut, third_cut
                ORDER BY NOT is_head, tier, depth, sort, slug);
CREATE UNIQUE INDEX temp.run_root ON run (root);

DROP TABLE IF EXISTS temp.member;
CREATE TEMP TABLE member AS
SELECT b.device, b.area, 'block-' || a.slug || '-'
           || iif(r.key = '', 'others', r.key)
           || iif(r.start = '', '', '_' || r.start) AS block,
       c.tier, c.depth, c.sort, c.slug, c.name, c.slug = r.key AS is_head,
       EXISTS (SELECT 1 FROM wire WHERE tail = b.device AND NOT is_peer)
           AS is_carrier
FROM   branching b
JOIN   branching o ON o.device = b.root
JOIN   run r ON r.root = o.root
JOIN   card c ON c.device = b.device
JOIN   area a ON a.area = b.area;
CREATE UNIQUE INDEX temp.member_device ON member (device);
CREATE INDEX temp.member_block ON member (block);

-- A block is called by what carries it, else by the first and last of its
-- names.
DROP TABLE IF EXISTS temp.block;
CREATE TEMP TABLE block AS
WITH placed AS (
	SELECT *, row_number() OVER (PARTITION BY block, is_carrier
	                             ORDER BY tier, sort, slug) AS nth,
	       first_value(name) OVER line AS first,
	       last_value(name) OVER (
	           PARTITION BY block ORDER BY tier, sort, slug
	           ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
	           AS last
	FROM   member
	WINDOW line AS (PARTITION BY block ORDER BY tier, sort, slug)
)
SELECT *, (place - 1) / 60 AS heap
FROM   (SELECT *, row_number() OVER (PARTITION BY area
                                     ORDER BY tier, depth, sort, block)
                      AS place
        FROM   (SELECT block, area, sum(device > 0) AS devices,
                       coalesce(max(iif(is_head, name, NULL)),
                                iif(count(*) = 1, max(first),
                                    max(first) || ' … ' || max(last)))
                           AS name,
                       group_concat(iif(is_carrier AND nth <= 4, name, NULL),
                                    ', ')
                           || iif(sum(is_carrier) > 4, ', …', '') AS carriers,
                       min(tier) AS tier, min(depth) AS depth,
                       min(sort) AS sort
                FROM   (SELECT * FROM placed ORDER BY block, tier, sort, slug)
                GROUP BY block));
CREATE UNIQUE INDEX temp.block_block ON block (block);

-- The links between two blocks as one, from the one nearer to the outside.
DROP TABLE IF EXISTS temp.beam;
CREATE TEMP TABLE beam AS
WITH ends AS (
	SELECT t.area, t.block AS one, h.block AS other, p.weakness,
	       (a.tier, a.depth, a.sort, a.block)
	           < (b.tier, b.depth, b.sort, b.block) AS is_forward
	FROM   wire w
	JOIN   member t ON t.device = w.tail
	JOIN   member h ON h.device = w.head AND h.area = t.area
	JOIN   block a ON a.block = t.block
	JOIN   block b ON b.block = h.block
	JOIN   palette p ON p.class = w.class
	WHERE  t.block <> h.block
)
SELECT e.area, e.tail, e.head, e.links, e.weakness, b.tier, b.depth, b.sort,
       (b.tier, b.depth) = (h.tier, h.depth) AS is_peer
FROM   (SELECT area, iif(is_forward, one, other) AS tail,
               iif(is_forward, other, one) AS head, count(*) AS links,
               max(weakness) AS weakness
        FROM   ends
        GROUP BY area, 2, 3) e
JOIN   block b ON b.block = e.tail
JOIN   block h ON h.block = e.head;
CREATE INDEX temp.beam_area ON beam (area);
