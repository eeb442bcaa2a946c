-- looks.sql: cards and wires as nodes and edges.
--
--   card_look   what a card looks like, and what its label says
--   wire_look   an edge from port cell to port cell

-- What cards look like, and what their labels say.
DROP TABLE IF EXISTS temp.card_look;
CREATE TEMP TABLE card_look AS
SELECT c.*, p.badge, p.header, p.tint, p.word, t.*,
       1 + EXISTS (SELECT 1 FROM port
                   WHERE device = c.device AND side = 'left')
         + EXISTS (SELECT 1 FROM port
                   WHERE device = c.device AND side = 'right') AS columns,
       CASE WHEN c.ipv6 IS NULL AND c.ipv4 IS NULL
            THEN 'address ' || c.without_ipv4 END AS bare,
       coalesce(CASE WHEN instr(c.ipv6, '::')
                     THEN substr(c.ipv6, instr(c.ipv6, '::'))
                     ELSE ':' || substr(c.ipv6, 1 + length(rtrim(
                         c.ipv6, replace(c.ipv6, ':', ''))))
                END, '')
           || coalesce(' .' || substr(c.ipv4, 1 + length(rtrim(
                  c.ipv4, replace(c.ipv4, '.', '')))), '') AS short_address,
       iif(c.device > 0, '../devices/' || c.slug || '.html', NULL) AS URL,
       c.name || coalesce(' — ' || c.model, '')
           || coalesce(' — ' || coalesce(c.ipv6, 'IPv6 ' || c.without_ipv6)
                       || ' / ' || coalesce(c.ipv4, 'IPv4 ' || c.without_ipv4),
                       '') || ' — ' || c.class
           || coalesce(', ' || c.why, '')
           || CASE c.source
              WHEN 'neighbour' THEN ' — known from its neighbours only'
              WHEN 'facts' THEN ' — known from facts only'
              WHEN 'line' THEN ' — nobody heard what stands there'
              ELSE '' END AS tooltip
FROM   card c
JOIN   palette p ON p.class = c.class
CROSS JOIN paint t;
CREATE INDEX temp.card_look_site ON card_look (site);
CREATE INDEX temp.card_look_slug ON card_look (slug);
CREATE INDEX temp.card_look_device ON card_look (device);

-- Wires as edges, from port cell to port cell.
DROP TABLE IF EXISTS temp.wire_look;
CREATE TEMP TABLE wire_look AS
SELECT t.device AS tail_device, h.device AS head_device,
       t.slug AS tail, h.slug AS head,
       'p' || tp.place || ':e' AS tailport,
       'p' || hp.place || ':w' AS headport,
       p.header AS color,
       iif(w.evidence IN ('from addresses', 'inferred'), 'dotted', p.style)
           AS style,
       'link ' || p.word AS class,
       CASE w.evidence WHEN 'confirmed from both ends' THEN 1.5
                       ELSE 1.0 END AS penwidth,
       t.name || ' ' || tp.name || ' — ' || h.name || ' ' || hp.name || ' — '
           || w.class || ' — ' || w.evidence AS tooltip,
       w.slug, t.tier, t.depth, t.sort, tp.place, hp.place AS head_place,
       p.weakness, 1 AS links, w.minlen
FROM   wire w
JOIN   card t ON t.device = w.tail
JOIN   card h ON h.device = w.head
JOIN   port tp ON tp.wire = w.id AND tp.device = w.tail
JOIN   port hp ON hp.wire = w.id AND hp.device = w.head
JOIN   palette p ON p.class = w.class
WHERE  NOT w.is_peer;

-- Links between two devices of one rank are one thick stroke.
INSERT INTO wire_look
SELECT t.device, h.device, t.slug, h.slug, NULL, NULL,
       p.header, iif(min(w.evidence = 'inferred'), 'dotted', p.style),
       'link peer ' || p.word, 2.6,
       t.name || ' — ' || h.name || ' — ' || count(*)
           || CASE count(*) WHEN 1 THEN ' link' ELSE ' links' END
           || ' — ' || w.class,
       min(w.slug), t.tier, t.depth, t.sort, NULL, NULL, max(p.weakness),
       count(*), NULL
FROM   wire w
JOIN   card t ON t.device = w.tail
JOIN   card h ON h.device = w.head
JOIN   palette p ON p.class = w.class
WHERE  w.is_peer
GROUP BY w.tail, w.head;

-- What nothing joins to its area stands behind what it is most likely behind:
-- the first of the tier before its own.
INSERT INTO wire_look (tail_device, head_device, tail, head, style, slug,
                       tier, depth, sort, place)
SELECT f.device, c.device, f.slug, c.slug, 'invis', 'behind-' || c.slug,
       f.tier, f.depth, f.sort, 0
FROM   card c
JOIN   front f ON f.area = c.area
              AND f.tier = (SELECT max(tier) FROM front
                            WHERE area = c.area AND tier < c.tier)
WHERE  c.device NOT IN (SELECT one FROM pair);
CREATE INDEX temp.wire_look_head ON wire_look (head_device);

