-- cards.sql: what the pictures of devices share.
--
--   card   one row a device: where it stands, its main addresses, its class
--   joint  one row a link, and what stands for one where no link was heard
--   wire   a joint from the end nearer to the outside to the other
--   port   one row an end of a wire: a cell of a card
--
-- A card stands in the column of its tier. Behind its tier, by `depth`, stands
-- what reaches the tier above only through others of its own: the PC behind a
-- phone, the second switch of a chain.

DROP TABLE IF EXISTS temp.card;
CREATE TEMP TABLE card AS
SELECT id AS device, slug, coalesce(name, slug) AS name, model, source,
       site, site_slug, site_name, documented, class, why,
       without_ipv6, without_ipv4,
       coalesce(tier, 4) AS tier, 0 AS depth,
       natural_key(coalesce(name, slug)) AS sort, ipv6, ipv4
FROM   page_device;
CREATE UNIQUE INDEX temp.card_device ON card (device);
CREATE INDEX temp.card_site ON card (site);

-- Who said nothing of its own addresses: what ARP, ND and facts say of them.
DROP TABLE IF EXISTS temp.hearsay;
CREATE TEMP TABLE hearsay AS
SELECT i.device, ip_family(i.value) AS family, i.value AS ip,
       ip_key(i.value) AS ip_key
FROM   device_identity i
JOIN   card c ON c.device = i.device
WHERE  i.kind = 'address' AND c.ipv6 IS NULL AND c.ipv4 IS NULL
UNION
SELECT i.device, n.family, n.ip, n.ip_key
FROM   device_identity i
JOIN   card c ON c.device = i.device
JOIN   neighbour n ON n.mac = i.value
WHERE  i.kind = 'mac' AND c.ipv6 IS NULL AND c.ipv4 IS NULL
  AND  n.kind <> 'link-local';
UPDATE card
SET    ipv6 = (SELECT ip FROM hearsay h
               WHERE h.device = card.device AND family = 6
               ORDER BY ip_key LIMIT 1),
       ipv4 = (SELECT ip FROM hearsay h
               WHERE h.device = card.device AND family = 4
               ORDER BY ip_key LIMIT 1)
WHERE  device IN (SELECT device FROM hearsay);

DROP TABLE IF EXISTS temp.joint;
CREATE TEMP TABLE joint AS
SELECT slug, a_device, a_interface, b_device, b_interface,
       coalesce(class, 'unknown') AS class, evidence
FROM   link
WHERE  a_device <> b_device;

-- Point-to-point segments whose ends no neighbour protocol joined.
INSERT INTO joint
SELECT s.slug || '-addresses', a.device, a.interface, b.device, b.interface,
       coalesce(s.class, 'unknown'), 'from addresses'
FROM   segment s
JOIN   segment_end a ON a.segment = s.id
JOIN   segment_end b ON b.segment = s.id AND b.device > a.device
WHERE  s.kind = 'p2p'
  AND  NOT EXISTS (SELECT 1 FROM link
                   WHERE (a_device = a.device AND b_device = b.device)
                      OR (a_device = b.device AND b_device = a.device));

-- What hangs on a LAN, and no switch says where: on the LAN's first gateway.
INSERT INTO joint
SELECT slug, gateway, gateway_interface, device, interface, class,
       'from addresses'
FROM   (SELECT s.slug || '-' || c.slug AS slug, o.device AS gateway,
               o.interface AS gateway_interface, e.device, e.interface, c.class,
               row_number() OVER (PARTITION BY e.device
                                  ORDER BY g.tier, g.sort, g.slug, s.slug)
                   AS place
        FROM   segment_end e
        JOIN   card c ON c.device = e.device
        JOIN   segment s ON s.id = e.segment AND s.kind = 'lan'
        JOIN   segment_end o ON o.segment = s.id AND o.is_gateway
        JOIN   card g ON g.device = o.device AND g.device <> c.device
        WHERE  e.device NOT IN (SELECT a_device FROM joint
                                UNION SELECT b_device FROM joint))
WHERE  place = 1;

DROP TABLE IF EXISTS temp.pair;
CREATE TEMP TABLE pair AS
SELECT a_device AS one, b_device AS other FROM joint
UNION
SELECT b_device, a_device FROM joint;
CREATE INDEX temp.pair_one ON pair (one);

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

-- The casts give the columns a type: without one, no index on them would serve.
DROP TABLE IF EXISTS temp.wire;
CREATE TEMP TABLE wire AS
WITH ends AS (
	SELECT j.*, j.rowid AS id, (a.tier, a.depth, a.sort, a.slug)
	               < (b.tier, b.depth, b.sort, b.slug) AS is_forward
	FROM   joint j
	JOIN   card a ON a.device = j.a_device
	JOIN   card b ON b.device = j.b_device
)
SELECT id, slug, evidence, class,
       CAST(iif(is_forward, a_device, b_device) AS INTEGER) AS tail,
       CAST(iif(is_forward, b_device, a_device) AS INTEGER) AS head,
       iif(is_forward, a_interface, b_interface) AS tail_interface,
       iif(is_forward, b_interface, a_interface) AS head_interface,
       0 AS is_peer
FROM   ends;
UPDATE wire
SET    is_peer = 1
WHERE  (SELECT tier * 16 + depth FROM card WHERE device = tail)
         = (SELECT tier * 16 + depth FROM card WHERE device = head);

DROP TABLE IF EXISTS temp.port;
CREATE TEMP TABLE port AS
WITH ends AS (
	SELECT id AS wire, slug, is_peer, class, evidence,
	       tail AS device, head AS far,
	       tail_interface AS interface, 'right' AS side
	FROM   wire
	UNION ALL
	SELECT id, slug, is_peer, class, evidence, head, tail,
	       head_interface, 'left'
	FROM   wire
)
SELECT e.wire, e.device, e.far,
       CASE WHEN e.is_peer THEN 'foot' ELSE e.side END AS side,
       coalesce(i.name, iif(e.evidence = 'from addresses', 'by address', '?'))
           AS name,
       f.name AS far_name, f.site AS far_site, p.tint,
       row_number() OVER (PARTITION BY e.device
                          ORDER BY i.if_index IS NULL, i.if_index,
                                   natural_key(coalesce(i.name, '')),
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
            THEN 'address ' || c.without_ipv4 END AS bare,
       '../devices/' || c.slug || '.html' AS URL,
       c.name || coalesce(' — ' || c.model, '') || ' — '
           || coalesce(c.ipv6, 'IPv6 ' || c.without_ipv6) || ' / '
           || coalesce(c.ipv4, 'IPv4 ' || c.without_ipv4) || ' — ' || c.class
           || coalesce(', ' || c.why, '')
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
       p.header AS color,
       iif(w.evidence IN ('from addresses', 'inferred'), 'dotted', p.style)
           AS style,
       'link ' || p.word AS class,
       CASE w.evidence WHEN 'confirmed from both ends' THEN 1.5
                       ELSE 1.0 END AS penwidth,
       t.name || ' ' || tp.name || ' — ' || h.name || ' ' || hp.name || ' — '
           || w.class || ' — ' || w.evidence AS tooltip,
       w.slug, t.tier, t.depth, t.sort, tp.place, hp.place AS head_place,
       p.weakness
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
       min(w.slug), t.tier, t.depth, t.sort, NULL, NULL, max(p.weakness)
FROM   wire w
JOIN   card t ON t.device = w.tail
JOIN   card h ON h.device = w.head
JOIN   palette p ON p.class = w.class
WHERE  w.is_peer
GROUP BY w.tail, w.head;

-- What nothing joins to its site stands behind what it is most likely behind.
INSERT INTO wire_look (tail_device, head_device, tail, head, style, slug,
                       tier, depth, sort, place)
SELECT device, lone, slug, lone_slug, 'invis', 'behind-' || lone_slug,
       tier, depth, sort, 0
FROM   (SELECT f.device, f.slug, f.tier, f.depth, f.sort, c.device AS lone,
               c.slug AS lone_slug,
               row_number() OVER (PARTITION BY c.device
                                  ORDER BY f.tier DESC, f.sort, f.slug)
                   AS place
        FROM   card c
        JOIN   card f ON f.site = c.site AND f.tier < c.tier
        WHERE  c.device NOT IN (SELECT one FROM pair))
WHERE  place = 1;
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
