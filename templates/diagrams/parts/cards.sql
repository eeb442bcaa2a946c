-- cards.sql: what the pictures of devices share.
--
--   card   one row a device: where it stands, its main addresses, its colours
--   wire   one row a link: from the end nearer to the outside to the other
--   peer   one row a pair of devices of one rank that are linked
--   port   one row an end of a wire: a cell of a card
--
-- A card stands in the column of its tier. Behind its tier, by `depth`, stands
-- what reaches the tier above only through others of its own: the PC behind a
-- phone, the second switch of a chain.

DROP TABLE IF EXISTS temp.pair;
CREATE TEMP TABLE pair AS
SELECT a_device AS one, b_device AS other FROM link WHERE a_device <> b_device
UNION
SELECT b_device, a_device FROM link WHERE a_device <> b_device;
CREATE INDEX temp.pair_one ON pair (one);

-- The main address: a loopback, else where it answered, else the lowest.
DROP TABLE IF EXISTS temp.main_address;
CREATE TEMP TABLE main_address AS
SELECT a.device, a.family, a.ip,
       row_number() OVER (
           PARTITION BY a.device, a.family
           ORDER BY a.prefix_length
                      = CASE a.family WHEN 4 THEN 32 ELSE 128 END DESC,
                    a.ip = d.address DESC, a.kind = 'global' DESC,
                    a.ip_key) AS place
FROM   address a
JOIN   device d ON d.id = a.device
WHERE  a.usable;
INSERT INTO main_address
SELECT y.far_device, aa.family, aa.ip,
       row_number() OVER (PARTITION BY y.far_device, aa.family
                          ORDER BY aa.ip_key)
FROM   adjacency_address aa
JOIN   adjacency y ON y.id = aa.adjacency
JOIN   device d ON d.id = y.far_device
WHERE  d.source <> 'agent';
DELETE FROM main_address WHERE place > 1;
CREATE INDEX temp.main_address_device ON main_address (device, family);

DROP TABLE IF EXISTS temp.card;
CREATE TEMP TABLE card AS
SELECT d.id AS device, d.slug, coalesce(d.name, d.slug) AS name, d.model, d.source,
       d.site, s.slug AS site_slug, s.name AS site_name,
       coalesce(d.tier, 4) AS tier, 0 AS depth,
       natural_key(coalesce(d.name, d.slug)) AS sort,
       coalesce(d.class, 'unknown') AS class, d.class_note,
       (SELECT ip FROM main_address WHERE device = d.id AND family = 6) AS ipv6,
       (SELECT ip FROM main_address WHERE device = d.id AND family = 4) AS ipv4
FROM   device d
LEFT JOIN site s ON s.id = d.site;
CREATE UNIQUE INDEX temp.card_device ON card (device);
CREATE INDEX temp.card_site ON card (site);

WITH RECURSIVE reached (device, tier, depth) AS (
	SELECT c.device, c.tier, 0
	FROM   card c
	WHERE  EXISTS (SELECT 1 FROM pair p JOIN card o ON o.device = p.other
	               WHERE p.one = c.device AND o.tier < c.tier)
	UNION
	SELECT p.other, r.tier, r.depth + 1
	FROM   reached r
	JOIN   pair p ON p.one = r.device
	JOIN   card o ON o.device = p.other AND o.tier = r.tier
	WHERE  r.depth < 6
)
UPDATE card
SET    depth = nearest.depth
FROM   (SELECT device, min(depth) AS depth FROM reached GROUP BY device)
           AS nearest
WHERE  nearest.device = card.device;

-- Links end to end: `tail` is the end nearer to the outside. The casts give the
-- columns a type: without one, no index on them would serve.
DROP TABLE IF EXISTS temp.wire;
CREATE TEMP TABLE wire AS
WITH ends AS (
	SELECT l.id, (a.tier, a.depth, a.sort, a.slug)
	                 < (b.tier, b.depth, b.sort, b.slug) AS is_forward
	FROM   link l
	JOIN   card a ON a.device = l.a_device
	JOIN   card b ON b.device = l.b_device
	WHERE  a.device <> b.device
)
SELECT l.id, l.slug, l.evidence, coalesce(l.class, 'unknown') AS class,
       CAST(iif(is_forward, l.a_device, l.b_device) AS INTEGER) AS tail,
       CAST(iif(is_forward, l.b_device, l.a_device) AS INTEGER) AS head,
       iif(is_forward, l.a_interface, l.b_interface) AS tail_interface,
       iif(is_forward, l.b_interface, l.a_interface) AS head_interface,
       0 AS is_peer
FROM   ends
JOIN   link l USING (id);
UPDATE wire
SET    is_peer = 1
WHERE  (SELECT tier * 16 + depth FROM card WHERE device = tail)
         = (SELECT tier * 16 + depth FROM card WHERE device = head);
CREATE INDEX temp.wire_tail ON wire (tail);
CREATE INDEX temp.wire_head ON wire (head);

DROP TABLE IF EXISTS temp.port;
CREATE TEMP TABLE port AS
WITH ends AS (
	SELECT id AS wire, slug, is_peer, class, tail AS device, head AS far,
	       tail_interface AS interface, 'right' AS side
	FROM   wire
	UNION ALL
	SELECT id, slug, is_peer, class, head, tail, head_interface, 'left'
	FROM   wire
)
SELECT e.wire, e.device, e.far,
       CASE WHEN e.is_peer THEN 'foot' ELSE e.side END AS side,
       coalesce(i.name, '?') AS name, f.name AS far_name, f.site AS far_site,
       p.tint,
       row_number() OVER (PARTITION BY e.device
                          ORDER BY i.if_index IS NULL, i.if_index,
                                   natural_key(coalesce(i.name, '?')),
                                   f.sort, f.slug, e.slug) AS place
FROM   ends e
JOIN   card f ON f.device = e.far
JOIN   palette p ON p.class = e.class
LEFT JOIN interface i ON i.id = e.interface;
CREATE INDEX temp.port_device ON port (device, side, place);
CREATE INDEX temp.port_wire ON port (wire, device);

-- What cards look like, and what their labels say.
DROP TABLE IF EXISTS temp.card_look;
CREATE TEMP TABLE card_look AS
SELECT c.*, p.badge, p.header, p.tint, p.word, t.*,
       1 + EXISTS (SELECT 1 FROM port
                   WHERE device = c.device AND side = 'left')
         + EXISTS (SELECT 1 FROM port
                   WHERE device = c.device AND side = 'right') AS columns,
       CASE WHEN c.ipv6 IS NULL AND c.ipv4 IS NULL
            THEN 'no address known' END AS bare,
       '../devices/' || c.slug || '.html' AS URL,
       c.name || coalesce(' — ' || c.model, '') || ' — '
           || coalesce(c.ipv6, 'no IPv6 address') || ' / '
           || coalesce(c.ipv4, 'no IPv4 address') || ' — ' || c.class
           || coalesce(', ' || c.class_note, '')
           || CASE c.source
              WHEN 'neighbour' THEN ' — known from its neighbours only'
              WHEN 'facts' THEN ' — known from facts only'
              ELSE '' END AS tooltip
FROM   card c
JOIN   palette p ON p.class = c.class
CROSS JOIN paint t;
CREATE INDEX temp.card_look_site ON card_look (site);
CREATE INDEX temp.card_look_device ON card_look (device);

-- Wires as edges, from port cell to port cell.
DROP TABLE IF EXISTS temp.wire_look;
CREATE TEMP TABLE wire_look AS
SELECT t.device AS tail_device, h.device AS head_device,
       t.slug AS tail, h.slug AS head,
       'p' || tp.place || ':e' AS tailport,
       'p' || hp.place || ':w' AS headport,
       p.header AS color, p.style, 'link ' || p.word AS class,
       CASE w.evidence WHEN 'confirmed from both ends' THEN 1.5
                       ELSE 0.9 END AS penwidth,
       t.name || ' ' || tp.name || ' — ' || h.name || ' ' || hp.name || ' — '
           || w.class || ' — ' || w.evidence AS tooltip,
       w.slug, t.tier, t.depth, t.sort, tp.place
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
       p.header, p.style, 'link peer ' || p.word, 2.6,
       t.name || ' — ' || h.name || ' — ' || count(*)
           || CASE count(*) WHEN 1 THEN ' link' ELSE ' links' END
           || ' — ' || w.class,
       min(w.slug), t.tier, t.depth, t.sort, NULL
FROM   wire w
JOIN   card t ON t.device = w.tail
JOIN   card h ON h.device = w.head
JOIN   palette p ON p.class = w.class
WHERE  w.is_peer
GROUP BY w.tail, w.head;
CREATE INDEX temp.wire_look_tail ON wire_look (tail_device);
CREATE INDEX temp.wire_look_head ON wire_look (head_device);

-- The prefixes of a site, the first few of them.
DROP TABLE IF EXISTS temp.site_prefixes;
CREATE TEMP TABLE site_prefixes AS
SELECT site, group_concat(prefix, ' · ') AS prefixes
FROM   (SELECT site, prefix,
               row_number() OVER (
                   PARTITION BY site
                   ORDER BY ip_family(prefix) DESC, prefix_key(prefix))
                   AS place
        FROM   fact_site_prefix
        ORDER BY site, place)
WHERE  place <= 4
GROUP BY site;
