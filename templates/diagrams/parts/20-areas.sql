-- areas.sql: which cards are drawn together.
--
--   area         one row a group of cards: a site, or what takes its place
--                where no location is known
--   area_class   one row an area and class of its cards
--
-- Devices without a location stand in one group while 60 cards or fewer are.
-- More are cut where the network is: what is linked is one group; of a group
-- of more than 60 the best linked are taken out, until what stays together is
-- small enough. What is left of that in pieces of less than six stays with
-- those that were taken out. What no link is known of goes by its name.

DROP TABLE IF EXISTS temp.area;
CREATE TEMP TABLE area (
	area TEXT PRIMARY KEY, -- card.area refers to it
	slug TEXT,
	name TEXT,
	site TEXT,   -- NULL: no site
	how TEXT,    -- in words: how a group without a location was found
	region TEXT, -- slug of the region that it stands in, or NULL
	page TEXT,   -- that shows its picture; NULL: the picture's own
	URL TEXT
);

-- How well linked a device is, not counting those at the end of one link:
-- its neighbours' neighbours count, so a core comes before a switch with more
-- ports.
DROP TABLE IF EXISTS temp.loose;
CREATE TEMP TABLE loose (
	device INTEGER PRIMARY KEY,
	rank INTEGER UNIQUE,
	score INTEGER,
	degree INTEGER,
	mark INTEGER,   -- lowest rank of those that it is linked to
	parent INTEGER, -- the mark of those that it was cut from
	cut INTEGER,    -- how often it was
	is_taken INTEGER
);
WITH siteless AS (
	SELECT c.*
	FROM   card c
	LEFT JOIN site s ON s.id = c.site
	WHERE  coalesce(s.source, 'none') = 'none'
),
degree AS (
	SELECT one AS device, count(*) AS degree FROM pair GROUP BY one
),
inner_degree AS MATERIALIZED (
	SELECT p.one AS device, count(*) AS degree
	FROM   pair p
	JOIN   degree d ON d.device = p.other AND d.degree > 1
	GROUP BY p.one
),
scored AS (
	SELECT i.device, sum(n.degree) AS score
	FROM   inner_degree i
	JOIN   pair p ON p.one = i.device
	JOIN   inner_degree n ON n.device = p.other
	GROUP BY i.device
),
ranked AS (
	SELECT c.device, coalesce(s.score, 0) AS score,
	       coalesce(d.degree, 0) AS degree,
	       row_number() OVER (ORDER BY coalesce(s.score, 0) DESC,
	                                   coalesce(d.degree, 0) DESC,
	                                   c.sort, c.slug) AS rank
	FROM   siteless c
	LEFT JOIN degree d USING (device)
	LEFT JOIN scored s USING (device)
)
INSERT INTO loose
SELECT device, rank, score, degree, rank, NULL, 0, 0
FROM   ranked
WHERE  (SELECT count(*) FROM siteless) > 60;

DROP TABLE IF EXISTS temp.cutting;
CREATE TEMP TABLE cutting AS SELECT 0 AS cuts;

-- A pass gives each the lowest mark around it. When none is lower, all that
-- hang together have one mark, and those of more than 60 are cut.
-- repeat until nothing changes
UPDATE loose
SET    mark = other.mark
FROM   loose other
WHERE  other.rank = loose.mark AND other.mark < loose.mark;

UPDATE loose
SET    mark = lower.mark
FROM   (SELECT p.one AS device, min(l.mark) AS mark
        FROM   loose l
        JOIN   pair p ON p.other = l.device
        WHERE  NOT l.is_taken
        GROUP BY p.one) AS lower
WHERE  lower.device = loose.device AND lower.mark < loose.mark
  AND  NOT loose.is_taken;

UPDATE cutting
SET    cuts = cuts + 1
WHERE  changes() = 0 AND cuts < 8
  AND  EXISTS (SELECT 1 FROM loose WHERE NOT is_taken
               GROUP BY mark HAVING count(*) > 60);

UPDATE loose
SET    parent = loose.mark, mark = rank, cut = cuts,
       is_taken = place <= 8 AND score * 4 >= best_score * 3
           AND degree * 4 >= best_degree * 3
FROM   (SELECT device, count(*) OVER (PARTITION BY mark) AS cards,
               first_value(score) OVER nearest AS best_score,
               first_value(degree) OVER nearest AS best_degree,
               row_number() OVER nearest AS place
        FROM   loose
        WHERE  changes() = 1 AND NOT is_taken
        WINDOW nearest AS (PARTITION BY mark ORDER BY rank)) AS around,
       cutting
WHERE  around.device = loose.device AND cards > 60;
-- end repeat

-- Names of one beginning, for what has no links.
DROP TABLE IF EXISTS temp.huddle;
CREATE TEMP TABLE huddle AS
WITH piece AS (
	SELECT mark, count(*) AS cards FROM loose WHERE NOT is_taken GROUP BY mark
),
begun AS (
	SELECT l.*, c.name, c.sort, c.slug, coalesce(p.cards, 0) AS cards,
	       lower(rtrim(substr(c.name, 1, length(c.name)
	           - length(ltrim(lower(c.name), 'abcdefghijklmnopqrstuvwxyz')))))
	           AS beginning
	FROM   loose l
	JOIN   card c USING (device)
	LEFT JOIN piece p ON p.mark = l.mark AND NOT l.is_taken
),
keyed AS (
	SELECT *, CASE WHEN is_taken OR (cards < 6 AND parent IS NOT NULL)
	               THEN 'behind'
	               WHEN cards >= 6 THEN iif(parent IS NULL, 'linked', 'around')
	               ELSE 'named' END AS kind
	FROM   begun
),
headed AS (
	SELECT *, CASE kind WHEN 'behind' THEN parent
	                    WHEN 'named' THEN iif(count(*) OVER alike < 6,
	                                          '', beginning)
	                    ELSE mark END AS head
	FROM   keyed
	WINDOW alike AS (PARTITION BY kind, beginning)
)
SELECT device, kind, head,
       count(*) OVER (PARTITION BY kind, head) AS cards,
       row_number() OVER (PARTITION BY kind, head
                          ORDER BY is_taken DESC, sort, slug) AS place
FROM   headed;

DROP TABLE IF EXISTS temp.group_of;
CREATE TEMP TABLE group_of AS
SELECT h.device, h.kind, h.cards,
       coalesce(c.name, nullif(h.head, '')) AS name,
       CASE WHEN h.kind <> 'named' THEN 'group-' || c.slug
            WHEN h.head = '' THEN 'without-links'
            ELSE 'names-' || h.head END AS slug,
       iif(h.cards > 60, min((h.place - 1) / 50 + 1, (h.cards + 39) / 50), NULL)
           AS run
FROM   huddle h
LEFT JOIN loose l ON l.rank = h.head AND h.kind <> 'named'
LEFT JOIN card c ON c.device = l.device;
UPDATE group_of
SET    slug = 'part-' || run || '-' || slug
WHERE  run IS NOT NULL;
-- No site may have the name of a group.
UPDATE group_of
SET    slug = slug || '-' || short_hash(slug)
WHERE  slug IN (SELECT slug FROM site UNION SELECT id FROM site);
CREATE UNIQUE INDEX temp.group_of_device ON group_of (device);

UPDATE card
SET    area = coalesce((SELECT slug FROM group_of g
                        WHERE g.device = card.device), site, 'none');
CREATE INDEX temp.card_area ON card (area);

DROP TABLE IF EXISTS temp.area_class;
CREATE TEMP TABLE area_class AS SELECT DISTINCT area, class FROM card;

INSERT INTO area (area, slug, name, site, how, page)
SELECT id, slug, name, id,
       iif(source = 'none', 'No location is known of these devices.', NULL),
       'sites/' || slug
FROM   site
WHERE  id IN (SELECT area FROM card);

INSERT INTO area (area, slug, name, how)
SELECT slug, slug,
       CASE WHEN kind <> 'named' THEN 'Around ' || name
            WHEN name IS NULL THEN 'Without links'
            ELSE 'Without links, ' || name || '…' END
           || coalesce(' (' || run || ')', ''),
       'No location is known of these devices. '
           || CASE kind
              WHEN 'linked' THEN 'They are linked to each other.'
              WHEN 'around' THEN 'They stay linked to each other when the '
                  || 'best linked devices of the network are taken out.'
              WHEN 'behind' THEN 'They are among the best linked, or hang on '
                  || 'those that are.'
              ELSE 'No link is known either: they are grouped by how their '
                  || 'names begin.' END
           || iif(run IS NULL, '', ' Such a group of ' || cards || ' is cut by '
                  || 'the order of their names.')
FROM   group_of
GROUP BY slug
UNION ALL
SELECT 'none', 'group-none', 'No site', 'No location is known of these devices.'
WHERE  EXISTS (SELECT 1 FROM card WHERE area = 'none')
  AND  NOT EXISTS (SELECT 1 FROM site WHERE id = 'none');

UPDATE area
SET    URL = '../' || coalesce(page, 'pictures/site-' || slug) || '.html';
