-- prefixes.sql: address space as two trees that meet: blocks of IPv6 to the left,
-- blocks of IPv4 to the right, the networks of both in the middle.
--
--   space_block  one row a prefix that holds others
--   space_net    one row a network, with its prefixes of both families
--   space_net_block  one row a network and block that holds a prefix of it
--   space_sheet  one row a picture: all, and where that is more than 60 cards
--                each block that holds networks itself
--   space_card   one row a picture and card: 'block', 'other' (a block of another
--                picture), 'net', 'nets' (a table)
--   space_line   one row a picture and line

DROP TABLE IF EXISTS temp.space_block;
CREATE TEMP TABLE space_block AS
SELECT s.*, row_number() OVER (ORDER BY s.vrf, s.family DESC, s.prefix_key,
                                        s.length) AS place
FROM   page_space s
WHERE  s.length < CASE s.family WHEN 4 THEN 32 ELSE 128 END
  AND  (s.role IS 'container'
        OR EXISTS (SELECT 1 FROM space c
                   WHERE c.parent = s.id
                     AND c.length < CASE c.family WHEN 4 THEN 32
                                    ELSE 128 END));
CREATE UNIQUE INDEX temp.space_block_id ON space_block (id);

-- A network is what the plan calls so, else what shares a segment.
DROP TABLE IF EXISTS temp.space_net_prefix;
CREATE TEMP TABLE space_net_prefix AS
WITH named AS (
	SELECT s.*, iif(s.net IN (s.key, 'segment ' || s.segment), NULL,
	                s.vrf || ' ' || coalesce(s.site, '') || ' ' || s.net) AS plan
	FROM   page_space s
	WHERE  s.length < CASE s.family WHEN 4 THEN 32 ELSE 128 END
	  AND  s.id NOT IN (SELECT id FROM space_block)
),
joined AS (
	SELECT *, iif(segment IS NULL, plan,
	              min(plan) OVER (PARTITION BY vrf, segment)) AS shared
	FROM   named
)
SELECT id, family, prefix, prefix_key, key, slug, parent, status,
       class, in_use, used, usable, vrf, site_name, segment_slug,
       coalesce(segment_name, 'VLAN ' || vlan || coalesce(' ' || use, ''), use,
                role_name) AS name,
       coalesce(shared, 'segment ' || segment, key) AS net
FROM   joined;
CREATE INDEX temp.space_net_prefix_net ON space_net_prefix (net, family);

DROP TABLE IF EXISTS temp.space_net;
CREATE TEMP TABLE space_net AS
WITH placed AS (
	SELECT *, row_number() OVER (PARTITION BY net, family
	                             ORDER BY prefix_key, prefix) AS nth,
	       count(*) OVER (PARTITION BY net, family) AS number
	FROM   space_net_prefix
)
SELECT n.net, coalesce(max(n.name), max(n.key)) AS name,
       max(iif(family = 6 AND nth = 1, prefix, NULL))
           || max(iif(family = 6 AND number > 1, '  +' || (number - 1), ''))
           AS prefix6,
       max(iif(family = 4 AND nth = 1, prefix, NULL))
           || max(iif(family = 4 AND number > 1, '  +' || (number - 1), ''))
           AS prefix4,
       max(iif(family = 6 AND nth = 1 AND status <> 'active', status, ''))
           AS about6,
       max(iif(family = 4 AND nth = 1,
               iif(status = 'active', used || ' of ' || usable, status), ''))
           AS about4,
       max(n.vrf) AS vrf, max(n.site_name) AS site_name,
       coalesce(max(iif(family = 6 AND nth = 1, slug, NULL)),
                max(slug)) AS slug,
       coalesce(max(class), CASE WHEN min(family) < max(family)
                                 THEN 'dual-stack'
                                 WHEN max(family) = 6 THEN 'IPv6 only'
                                 ELSE 'IPv4 only' END) AS class,
       row_number() OVER (ORDER BY max(n.vrf), max(family) DESC,
                                   min(iif(family = 6, prefix_key, NULL)),
                                   min(prefix_key), n.net) AS place
FROM   placed n
GROUP BY n.net;
CREATE UNIQUE INDEX temp.space_net_net ON space_net (net);

DROP TABLE IF EXISTS temp.space_net_block;
CREATE TEMP TABLE space_net_block AS
SELECT n.net, n.family, n.parent AS block,
       min(n.status LIKE 'planned%') AS is_planned, min(n.key) AS key
FROM   space_net_prefix n
JOIN   space_block b ON b.id = n.parent
GROUP BY n.net, n.parent;
CREATE INDEX temp.space_net_block_block ON space_net_block (block);
CREATE INDEX temp.space_net_block_net ON space_net_block (net);

DROP TABLE IF EXISTS temp.space_sheet;
CREATE TEMP TABLE space_sheet AS
WITH size AS (
	SELECT (SELECT count(*) FROM space_block) AS blocks,
	       (SELECT count(*) FROM space_net) AS nets
)
SELECT 'prefixes' AS sheet, NULL AS block, 'Address space' AS title,
       'ipam' AS page, blocks + nets > 60 AS is_cut,
       iif(blocks + nets > 60, 'Blocks that hold others; the networks of each '
           || 'stand on its own page.', NULL) AS how
FROM   size
WHERE  blocks + nets > 1
UNION ALL
SELECT 'prefixes-' || b.slug, b.id, b.key || ' — its networks',
       'ipam/' || b.slug, 0, NULL
FROM   space_block b, size
WHERE  blocks + nets > 60
  AND  b.id IN (SELECT block FROM space_net_block);

-- Blocks of the cut picture: the upper ones first. Networks without a block are
-- tables there.
DROP TABLE IF EXISTS temp.space_seat;
CREATE TEMP TABLE space_seat (
	sheet TEXT,
	block INTEGER, -- or
	net TEXT,
	node TEXT,
	kind TEXT,
	place INTEGER
);
INSERT INTO space_seat
SELECT sheet, id, NULL, 'block-' || slug, 'block', place
FROM   space_sheet s,
       (SELECT b.*, row_number() OVER (ORDER BY depth, length, family DESC, place)
                        AS rank FROM space_block b)
WHERE  s.block IS NULL AND rank <= 50;
INSERT INTO space_seat
SELECT sheet, NULL, net, 'net-' || slug, 'net', place
FROM   space_sheet, space_net
WHERE  sheet = 'prefixes' AND NOT is_cut;
WITH lone AS (
	SELECT net, place,
	       (row_number() OVER (ORDER BY place) - 1) / 40 AS run
	FROM   space_net
	WHERE  net NOT IN (SELECT net FROM space_net_block)
)
INSERT INTO space_seat
SELECT sheet, NULL, net, 'nets-' || min(run, 4), 'nets', place
FROM   space_sheet, lone
WHERE  sheet = 'prefixes' AND is_cut;

-- A block by itself: what it stands in, its networks, their other blocks.
INSERT INTO space_seat
SELECT s.sheet, b.id, NULL, 'block-' || b.slug, 'block', b.place
FROM   space_sheet s
JOIN   space_block b ON b.id = s.block;
INSERT INTO space_seat
SELECT s.sheet, p.id, NULL, 'block-' || p.slug, 'other', p.place
FROM   space_sheet s
JOIN   space_block b ON b.id = s.block
JOIN   space_block p ON p.id = b.parent;
WITH inside AS (
	SELECT s.sheet, n.net, n.slug, n.place,
	       row_number() OVER (PARTITION BY s.sheet ORDER BY n.place) - 1 AS nth,
	       count(*) OVER (PARTITION BY s.sheet) AS number
	FROM   space_sheet s
	JOIN   (SELECT DISTINCT block, net FROM space_net_block) i ON i.block = s.block
	JOIN   space_net n USING (net)
)
INSERT INTO space_seat
SELECT sheet, NULL, net,
       iif(number <= 40, 'net-' || slug, 'nets-' || min(nth / 40, 4)),
       iif(number <= 40, 'net', 'nets'), place
FROM   inside;
WITH other AS (
	SELECT DISTINCT e.sheet, b.id, b.slug, b.place
	FROM   space_seat e
	JOIN   space_net_block n ON n.net = e.net
	JOIN   space_block b ON b.id = n.block
	WHERE  e.sheet <> 'prefixes'
	  AND  NOT EXISTS (SELECT 1 FROM space_seat o
	                   WHERE o.sheet = e.sheet AND o.block = b.id)
)
INSERT INTO space_seat
SELECT sheet, id, NULL, 'block-' || slug, 'other', place
FROM   (SELECT *, row_number() OVER (PARTITION BY sheet ORDER BY place) AS nth
        FROM   other)
WHERE  nth <= 10;
CREATE INDEX temp.space_seat_sheet ON space_seat (sheet, kind);
CREATE INDEX temp.space_seat_block ON space_seat (block, sheet);
CREATE INDEX temp.space_seat_net ON space_seat (net, sheet);

DROP TABLE IF EXISTS temp.space_card;
CREATE TEMP TABLE space_card AS
SELECT sheet, node, kind, min(place) AS place, min(block) AS block,
       min(net) AS net, count(*) AS number
FROM   space_seat
GROUP BY sheet, node;
CREATE INDEX temp.space_card_sheet ON space_card (sheet, kind);

-- IPv6 from the block to what is in it, IPv4 from there to the block.
DROP TABLE IF EXISTS temp.space_line;
CREATE TEMP TABLE space_line AS
WITH held AS (
	SELECT o.sheet, b.family, o.node AS outer, i.node AS inner,
	       b.status LIKE 'planned%' AS is_planned, b.key || ' inside of ' || p.key AS tooltip,
	       b.place
	FROM   space_seat i
	JOIN   space_block b ON b.id = i.block
	JOIN   space_block p ON p.id = b.parent
	JOIN   space_seat o ON o.block = p.id AND o.sheet = i.sheet
	UNION ALL
	SELECT o.sheet, n.family, o.node, i.node, n.is_planned,
	       n.key || ' inside of ' || p.key, t.place
	FROM   space_seat i
	JOIN   space_net t USING (net)
	JOIN   space_net_block n ON n.net = t.net
	JOIN   space_block p ON p.id = n.block
	JOIN   space_seat o ON o.block = p.id AND o.sheet = i.sheet
)
SELECT sheet, iif(family = 6, outer, inner) AS tail,
       iif(family = 6, inner, outer) AS head,
       iif(min(is_planned), 'dashed', 'solid') AS style,
       iif(count(*) > 1, count(*) || ' networks', min(tooltip)) AS tooltip,
       min(place) AS place
FROM   held
GROUP BY sheet, outer, inner;
CREATE INDEX temp.space_line_sheet ON space_line (sheet, place);

-- A network without a block keeps the networks' column, all the same: behind the
-- deepest block that holds some, or before it.
INSERT INTO space_line
WITH full AS (
	SELECT b.id, b.family, count(n.net) AS nets, b.place, b.depth
	FROM   space_block b
	LEFT JOIN space_net_block n ON n.block = b.id
	GROUP BY b.id
),
side AS (
	SELECT s.sheet, s.node, f.family, s.place,
	       row_number() OVER (PARTITION BY s.sheet
	                          ORDER BY f.nets > 0 DESC, f.family DESC,
	                                   f.depth DESC, f.nets DESC, f.place)
	           AS nth
	FROM   space_seat s
	JOIN   full f ON f.id = s.block
	WHERE  s.sheet = 'prefixes'
)
SELECT s.sheet, iif(family = 6, s.node, c.node), iif(family = 6, c.node, s.node),
       'invis', '', c.place
FROM   side s
JOIN   space_card c USING (sheet)
WHERE  s.nth = 1 AND c.kind IN ('net', 'nets')
  AND  c.node NOT IN (SELECT tail FROM space_line WHERE sheet = 'prefixes'
                      UNION ALL
                      SELECT head FROM space_line WHERE sheet = 'prefixes');
