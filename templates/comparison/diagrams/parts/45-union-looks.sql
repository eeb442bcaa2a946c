-- union-looks.sql: cards and wires of both states as nodes and edges.
--
--   union_card   what a card looks like, and what its label says
--   union_wire   an edge from port cell to port cell

DROP TABLE IF EXISTS temp.union_card;
CREATE TEMP TABLE union_card AS
SELECT c.device, c.slug, c.name, c.model, c.area, c.tier, c.depth, c.sort,
       c.ipv6, c.ipv4, f.fate, t.*, p.header, p.header_ink, p.stroke, p.tint,
       p.word, p.weight, p.sign, q.badge, c.source,
       trim(p.sign || ' ' || c.name) AS title,
       1 + EXISTS (SELECT 1 FROM port
                   WHERE device = c.device AND side = 'left')
         + EXISTS (SELECT 1 FROM port
                   WHERE device = c.device AND side = 'right') AS columns,
       -- what is not there now has no page
       iif(c.device BETWEEN 1 AND 1 << 40, '../devices/' || c.slug || '.html',
           NULL) AS URL,
       c.name || coalesce(' — ' || c.model, '')
           || coalesce(' — ' || coalesce(c.ipv6, 'IPv6 ' || c.without_ipv6)
                       || ' / ' || coalesce(c.ipv4, 'IPv4 ' || c.without_ipv4),
                       '')
           || ' — ' || coalesce(f.class, 'a line') || ' — ' || f.fate
           AS tooltip
FROM   card c
JOIN   card_fate f USING (device)
JOIN   change_palette p USING (fate)
LEFT JOIN palette q ON q.class = f.class
CROSS JOIN paint t;
CREATE UNIQUE INDEX temp.union_card_device ON union_card (device);
CREATE INDEX temp.union_card_area ON union_card (area);

DROP TABLE IF EXISTS temp.union_wire;
CREATE TEMP TABLE union_wire AS
SELECT w.tail AS tail_device, w.head AS head_device, w.class AS fate,
       t.slug AS tail, h.slug AS head,
       'p' || tp.place || ':e' AS tailport, 'p' || hp.place || ':w' AS headport,
       w.slug, w.evidence, t.tier, t.depth, t.sort, tp.place,
       hp.place AS head_place, 1 AS links, w.minlen,
       t.name || ' ' || tp.name || ' — ' || h.name || ' ' || hp.name || ' — '
           || w.class || ' — ' || w.evidence AS tooltip
FROM   wire w
JOIN   card t ON t.device = w.tail
JOIN   card h ON h.device = w.head
JOIN   port tp ON tp.wire = w.id AND tp.device = w.tail
JOIN   port hp ON hp.wire = w.id AND hp.device = w.head
WHERE  NOT w.is_peer;

-- Between two devices of one rank one stroke for each fate.
INSERT INTO union_wire
SELECT w.tail, w.head, w.class, t.slug, h.slug, NULL, NULL, min(w.slug),
       max(w.evidence), t.tier, t.depth, t.sort, NULL, NULL, count(*), NULL,
       t.name || ' — ' || h.name || ' — ' || count(*)
           || iif(count(*) = 1, ' link', ' links') || ' — ' || w.class
FROM   wire w
JOIN   card t ON t.device = w.tail
JOIN   card h ON h.device = w.head
WHERE  w.is_peer
GROUP BY w.tail, w.head, w.class;

-- What nothing joins to its area stands behind what it is most likely behind.
INSERT INTO union_wire (tail_device, head_device, fate, tail, head, slug, tier,
                        depth, sort, place)
SELECT f.device, c.device, NULL, f.slug, c.slug, 'behind-' || c.slug, f.tier,
       f.depth, f.sort, 0
FROM   card c
JOIN   front f ON f.area = c.area
              AND f.tier = (SELECT max(tier) FROM front
                            WHERE area = c.area AND tier < c.tier)
WHERE  c.device NOT IN (SELECT one FROM pair);
CREATE INDEX temp.union_wire_tail ON union_wire (tail_device);
CREATE INDEX temp.union_wire_head ON union_wire (head_device);
