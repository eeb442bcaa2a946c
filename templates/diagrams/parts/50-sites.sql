-- sites.sql: what the overview of sites shows, from the cards.
--
--   site_class  one row a site and class: how many cards, which share
--   site_look   one row a site
--   trunk       one row a pair of sites that are linked

DROP TABLE IF EXISTS temp.site_class;
CREATE TEMP TABLE site_class AS
SELECT c.site, p.ordinal, p.badge, p.header, c.class, count(*) AS count,
       count(*) * 100 / sum(count(*)) OVER (PARTITION BY c.site) AS share
FROM   card c
JOIN   palette p ON p.class = c.class
WHERE  c.site IS NOT NULL
GROUP BY c.site, p.ordinal;

DROP TABLE IF EXISTS temp.trunk;
CREATE TEMP TABLE trunk AS
SELECT min(t.site, h.site) AS one, max(t.site, h.site) AS other,
       count(*) AS links, max(p.weakness) AS weakness
FROM   wire w
JOIN   card t ON t.device = w.tail
JOIN   card h ON h.device = w.head
JOIN   palette p ON p.class = w.class
WHERE  t.site <> h.site
GROUP BY 1, 2;

-- The best linked site comes first: it stands in the middle.
DROP TABLE IF EXISTS temp.site_look;
CREATE TEMP TABLE site_look AS
SELECT s.id AS site, s.slug, s.name, x.prefixes, t.*,
       n.count || iif(n.count = 1, ' device', ' devices') AS devices,
       coalesce(d.share, 0) AS share,
       (SELECT header FROM palette
        WHERE class = iif(coalesce(d.share, 0) >= 60,
                          'dual-stack', 'IPv4 only')) AS share_color,
       row_number() OVER (ORDER BY natural_key(s.name), s.slug) AS place,
       row_number() OVER (ORDER BY (SELECT count(*) FROM trunk
                                    WHERE s.id IN (one, other)) DESC,
                                   natural_key(s.name), s.slug) AS degree_place
FROM   site s
JOIN   (SELECT site, count(*) AS count FROM card GROUP BY site) n
           ON n.site = s.id
LEFT JOIN site_class d ON d.site = s.id AND d.class = 'dual-stack'
LEFT JOIN site_prefixes x ON x.site = s.id
CROSS JOIN paint t;
