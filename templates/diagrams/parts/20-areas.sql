-- areas.sql: which cards are drawn together.
--
--   area   one row a group of cards: a site, or what takes its place where no
--          location is known

DROP TABLE IF EXISTS temp.area;
CREATE TEMP TABLE area AS
SELECT id AS area,   -- key; card.area refers to it
       slug, name,
       id AS site,   -- NULL: no site
       NULL AS how,  -- in words: how a group without a site was found
       NULL AS region -- slug of the region that it stands in, or NULL
FROM   site
WHERE  id IN (SELECT site FROM card);
CREATE UNIQUE INDEX temp.area_area ON area (area);
