-- regions.sql: areas that stand together when there are more than 16.
--
--   region   one row a region; area.region names it
--
-- Names tell: what stands before the first mark ("DE-Berlin", "Germany/Berlin")
-- or before a number at the end ("Site 001"). Areas that are numbered are cut
-- by tens, so that a new one moves no other; what has nothing in common is cut
-- by the order of names. No region has more than 50 areas.

DROP TABLE IF EXISTS temp.region;
CREATE TEMP TABLE region (
	slug TEXT PRIMARY KEY,
	name TEXT,
	how TEXT, -- in words: how it was found
	sort TEXT
);

DROP TABLE IF EXISTS temp.named_area;
CREATE TEMP TABLE named_area AS
WITH marked AS (
	SELECT area, name, slug, natural_key(name) AS sort,
	       replace(replace(replace(replace(replace(replace(name,
	           '-', '/'), ',', '/'), '_', '/'), '.', '/'), ':', '/'), '(', '/')
	           || '/' AS marks,
	       rtrim(name, '0123456789') AS unnumbered
	FROM   area
	WHERE  (SELECT count(*) FROM area) > 16
)
SELECT area, name, slug, sort,
       rtrim(substr(name, 1, instr(marks, '/') - 1), '0123456789 ') AS beginning,
       CAST(nullif(substr(name, length(unnumbered) + 1), '') AS INTEGER)
           AS number
FROM   marked;

-- What few or nearly all have in common tells nothing.
DROP TABLE IF EXISTS temp.cut_area;
CREATE TEMP TABLE cut_area AS
WITH counted AS (
	SELECT *, count(*) OVER () AS areas,
	       count(*) OVER (PARTITION BY lower(beginning)) AS alike
	FROM   named_area
),
headed AS (
	SELECT *, iif(alike < 3 OR beginning = '', '', lower(beginning)) AS head
	FROM   counted
),
measured AS (
	SELECT *, count(*) OVER same AS cards, count(number) OVER same AS numbered,
	       max(number) OVER same - min(number) OVER same AS span,
	       row_number() OVER (PARTITION BY head ORDER BY sort, slug) AS place
	FROM   headed
	WINDOW same AS (PARTITION BY head)
),
sized AS (
	SELECT *, CASE WHEN cards <= 160 THEN 10 WHEN cards <= 320 THEN 20
	               WHEN cards <= 480 THEN 30 ELSE 50 END AS size,
	       head <> '' AND cards <= 50 AND cards * 10 <= areas * 9 AS is_whole,
	       head <> '' AND numbered = cards AND span < 2 * cards AS is_numbered
	FROM   measured
)
SELECT area, name, slug, sort, head, beginning, is_whole, is_numbered,
       CASE WHEN is_whole THEN NULL
            WHEN is_numbered THEN number / size
            ELSE (place - 1) / size END AS run,
       CASE WHEN is_numbered THEN number / size * size
            ELSE (place - 1) / size + 1 END AS label
FROM   sized;

DROP TABLE IF EXISTS temp.region_of;
CREATE TEMP TABLE region_of AS
WITH slugs AS (
	SELECT head, iif(head = '', 'names', slug(head)) AS slug
	FROM   cut_area
	GROUP BY head
),
apart AS (
	SELECT head, iif(count(*) OVER (PARTITION BY slug) = 1, slug,
	                 slug || '-' || short_hash(head)) AS slug
	FROM   slugs
)
SELECT c.*, a.slug || iif(run IS NULL, '', '-run-' || label) AS region,
       first_value(name) OVER members AS first_name,
       last_value(name) OVER members AS last_name,
       first_value(beginning) OVER members AS common
FROM   cut_area c
JOIN   apart a USING (head)
WINDOW members AS (PARTITION BY head, run ORDER BY sort, c.slug
                   ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);

INSERT INTO region
SELECT region,
       CASE WHEN run IS NULL THEN common
            WHEN first_name = last_name THEN first_name
            ELSE first_name || ' – ' || last_name END,
       CASE WHEN run IS NULL THEN 'Their names begin with ' || common || '.'
            WHEN is_numbered THEN 'Their names are ' || common
                || ' and a number, and are cut by these numbers.'
            ELSE 'They are cut by the order of their names.' END,
       min(sort)
FROM   region_of
GROUP BY region;

UPDATE area
SET    region = r.region
FROM   region_of r
WHERE  r.area = area.area;
