-- l3.sql: routers, the networks between them, and what joins them.
-- Casts give columns a type: without one, no index on them would serve.
--
--   leg      one row an end of a segment or link that forwards
--   router   one row a device and routing table (VRF) with such an end
--   lan      one row a network that several may share, with its prefixes and
--            hosts
--   socket   one row an interface of a router: a row of its card
--   stroke   one row a line, from the router that comes first: to a network
--            ('gate'), or to the router at the other end ('span')

DROP TABLE IF EXISTS temp.table_of;
CREATE TEMP TABLE table_of AS
SELECT i.id AS interface, min(v.vrf) AS vrf
FROM   vrf_interface v
JOIN   interface i ON i.device = v.device AND i.if_index = v.if_index
GROUP BY i.id;
CREATE UNIQUE INDEX temp.table_of_interface ON table_of (interface);

DROP TABLE IF EXISTS temp.leg;
CREATE TEMP TABLE leg (
	segment INTEGER,   -- or
	link INTEGER,      -- of routers
	device INTEGER,
	interface INTEGER, -- NULL: only its MAC is known
	vrf TEXT,          -- empty: the main table
	router INTEGER     -- router.place
);
INSERT INTO leg
SELECT e.segment, NULL AS link, e.device, e.interface,
       coalesce(t.vrf, '') AS vrf, NULL AS router
FROM   segment_end e
JOIN   segment g ON g.id = e.segment
JOIN   card c ON c.device = e.device
LEFT JOIN table_of t ON t.interface = e.interface
WHERE  e.is_gateway OR g.kind = 'p2p';

-- Links over link-local addresses, or that only a routing protocol tells. A BGP
-- session without an interface is no link.
INSERT INTO leg (link, device, interface, vrf)
SELECT r.id, e.device, e.interface, coalesce(t.vrf, '')
FROM   routed_link r
JOIN   (SELECT id, a_device AS device, a_interface AS interface
        FROM   routed_link
        UNION ALL
        SELECT id, b_device, b_interface FROM routed_link) e ON e.id = r.id
LEFT JOIN table_of t ON t.interface = e.interface
WHERE  r.segment IS NULL
  AND  coalesce(r.a_interface, r.b_interface) IS NOT NULL
  AND  r.a_device <> r.b_device;

-- How many steps each stands from the nearest outside; where there are none
-- outside, from the lowest tier.
DROP TABLE IF EXISTS temp.reach;
CREATE TEMP TABLE reach AS
SELECT device, vrf,
       CASE WHEN is_outside
              OR max(is_outside) OVER () = 0 AND tier = min(tier) OVER ()
            THEN 0 END AS depth
FROM   (SELECT DISTINCT l.device, l.vrf, c.tier, NOT c.documented AS is_outside
        FROM   leg l
        JOIN   card c ON c.device = l.device);
CREATE UNIQUE INDEX temp.reach_device ON reach (device, vrf);
CREATE INDEX temp.reach_depth ON reach (depth);
CREATE INDEX temp.leg_device ON leg (device, vrf);
CREATE INDEX temp.leg_net ON leg (segment);
CREATE INDEX temp.leg_link ON leg (link);

-- A pass for each step.
-- repeat until nothing changes
WITH front AS (
	SELECT l.segment, l.link
	FROM   reach r
	JOIN   leg l ON l.device = r.device AND l.vrf = r.vrf
	WHERE  r.depth = (SELECT max(depth) FROM reach)
)
UPDATE reach
SET    depth = (SELECT max(depth) FROM reach) + 1
FROM   (SELECT device, vrf
        FROM   leg
        WHERE  segment IN (SELECT segment FROM front)
        UNION
        SELECT device, vrf
        FROM   leg
        WHERE  link IN (SELECT link FROM front)) AS next
WHERE  next.device = reach.device AND next.vrf = reach.vrf
  AND  reach.depth IS NULL;
-- end repeat

DROP TABLE IF EXISTS temp.router;
CREATE TEMP TABLE router AS
SELECT CAST(row_number() OVER (ORDER BY l.depth IS NULL, l.depth, c.tier, c.sort,
                                       c.slug, l.vrf)
            AS INTEGER) AS place,
       c.device, l.vrf, l.depth, c.area, c.class, NOT c.documented AS is_outside,
       CAST('router-' || c.slug
           || iif(l.vrf = '', '', '-vrf-' || coalesce(
               nullif(slug(l.vrf), ''), 'none') || '-' || short_hash(l.vrf)) AS TEXT)
           AS node
FROM   reach l
JOIN   card c ON c.device = l.device;
CREATE UNIQUE INDEX temp.router_device ON router (device, vrf);
CREATE UNIQUE INDEX temp.router_place ON router (place);
CREATE UNIQUE INDEX temp.router_node ON router (node);

UPDATE leg
SET    router = r.place
FROM   router r
WHERE  r.device = leg.device AND r.vrf = leg.vrf;
CREATE INDEX temp.leg_segment ON leg (segment, router);
CREATE INDEX temp.leg_router ON leg (router, interface);

-- Between two routers a network is a line; all others are cards.
DROP TABLE IF EXISTS temp.line_segment;
CREATE TEMP TABLE line_segment AS
SELECT l.segment, min(l.router) AS low, max(l.router) AS high
FROM   leg l
JOIN   segment g ON g.id = l.segment AND g.kind = 'p2p'
GROUP BY l.segment
HAVING count(DISTINCT l.router) = 2 AND count(*) = 2;
CREATE UNIQUE INDEX temp.line_segment_segment ON line_segment (segment);

DROP TABLE IF EXISTS temp.seen_prefix;
CREATE TEMP TABLE seen_prefix AS
SELECT segment, family,
       min(iif(place = 1, prefix, NULL))
           || iif(count(*) > 1, '  +' || (count(*) - 1), '') AS prefix
FROM   (SELECT segment, family, prefix,
               row_number() OVER (PARTITION BY segment, family
                                  ORDER BY prefix_key, prefix_length(prefix))
                   AS place
        FROM   segment_prefix)
GROUP BY segment, family;
CREATE UNIQUE INDEX temp.seen_prefix_segment ON seen_prefix (segment, family);

-- Gateways that several share, in words; one state for both families is said
-- once.
DROP TABLE IF EXISTS temp.sharing;
CREATE TEMP TABLE sharing AS
SELECT interface, group_concat(word, ', ') AS words
FROM   (SELECT DISTINCT interface,
               iif(protocol LIKE 'VRRP%', 'VRRP', protocol) || ' ' || number
                   || coalesce(' ' || state, '') AS word
        FROM   virtual_router
        WHERE  interface IS NOT NULL
        ORDER BY 1, 2)
GROUP BY interface;
CREATE UNIQUE INDEX temp.sharing_interface ON sharing (interface);

DROP TABLE IF EXISTS temp.shared_gateway;
CREATE TEMP TABLE shared_gateway AS
SELECT segment, family, group_concat(ip, ', ') AS ips
FROM   (SELECT DISTINCT l.segment, a.family, a.ip, a.ip_key
        FROM   virtual_router v
        JOIN   virtual_router_address a ON a.virtual_router = v.id
        JOIN   leg l ON l.interface = v.interface
        WHERE  l.segment IS NOT NULL
        ORDER BY 1, 2, a.ip_key)
GROUP BY segment, family;
CREATE UNIQUE INDEX temp.shared_gateway_segment
	ON shared_gateway (segment, family);

-- A network stands where its first gateway does, one at its own site first.
DROP TABLE IF EXISTS temp.lan_area;
CREATE TEMP TABLE lan_area AS
SELECT segment, area
FROM   (SELECT l.segment, r.area,
               row_number() OVER (PARTITION BY l.segment
                                  ORDER BY r.area IS NOT g.site,
                                           r.is_outside, r.place) AS place
        FROM   leg l
        JOIN   segment g ON g.id = l.segment
        JOIN   router r ON r.place = l.router)
WHERE  place = 1;
CREATE UNIQUE INDEX temp.lan_area_segment ON lan_area (segment);

DROP TABLE IF EXISTS temp.lan;
CREATE TEMP TABLE lan AS
SELECT g.id AS segment, CAST('segment-' || g.slug AS TEXT) AS node, g.slug,
       g.name, g.site,
       g.vlan, natural_key(coalesce(g.name, g.slug)) AS sort,
       p6.prefix AS prefix6, p4.prefix AS prefix4,
       coalesce(h.hosts6, 0) AS hosts6, coalesce(h.hosts4, 0) AS hosts4,
       v6.ips AS shared6, v4.ips AS shared4,
       p.class, p.word, p.badge, p.header, p.tint, p.style,
       coalesce(': ' || g.why, '') AS note, g.absent,
       coalesce(w.area, g.site) AS area
FROM   page_segment g
JOIN   palette p ON p.class = g.class
LEFT JOIN lan_area w ON w.segment = g.id
LEFT JOIN seen_prefix p6 ON p6.segment = g.id AND p6.family = 6
LEFT JOIN seen_prefix p4 ON p4.segment = g.id AND p4.family = 4
LEFT JOIN shared_gateway v6 ON v6.segment = g.id AND v6.family = 6
LEFT JOIN shared_gateway v4 ON v4.segment = g.id AND v4.family = 4
LEFT JOIN (SELECT segment, sum(has_ipv6) AS hosts6, sum(has_ipv4) AS hosts4
           FROM   segment_end
           WHERE  NOT is_gateway
           GROUP BY segment) h ON h.segment = g.id
WHERE  g.id NOT IN (SELECT segment FROM line_segment);
CREATE UNIQUE INDEX temp.lan_segment ON lan (segment);
CREATE UNIQUE INDEX temp.lan_node ON lan (node);

DROP TABLE IF EXISTS temp.stroke;
CREATE TEMP TABLE stroke (
	id INTEGER PRIMARY KEY,
	kind TEXT,
	slug TEXT,
	segment INTEGER,
	low TEXT,           -- node that stands to the left
	high TEXT,
	low_router INTEGER, -- NULL: a network
	high_router INTEGER,
	low_interface INTEGER,
	high_interface INTEGER,
	class TEXT,
	style TEXT,         -- NULL: that of the class
	prefix6 TEXT,
	prefix4 TEXT,
	about TEXT          -- instead of prefixes
);

-- The first half of the gateways stands to the left of its network.
INSERT INTO stroke (kind, slug, segment, low, high, low_router, high_router,
                    low_interface, high_interface, class)
SELECT 'gate', n.slug || '-' || substr(r.node, 8), l.segment,
       iif(is_left, r.node, n.node), iif(is_left, n.node, r.node),
       iif(is_left, r.place, NULL), iif(is_left, NULL, r.place),
       iif(is_left, l.interface, NULL), iif(is_left, NULL, l.interface), n.class
FROM   (SELECT DISTINCT segment, router, interface,
               dense_rank() OVER (PARTITION BY segment ORDER BY router) * 2
                   <= count(*) OVER (PARTITION BY segment) + 1 AS is_left
        FROM   leg
        WHERE  segment IS NOT NULL) l
JOIN   lan n USING (segment)
JOIN   router r ON r.place = l.router
ORDER BY n.vlan IS NULL, n.vlan, n.sort, n.slug, r.place, l.interface;

INSERT INTO stroke (kind, slug, segment, low, high, low_router, high_router,
                    low_interface, high_interface, class, prefix6, prefix4,
                    about)
SELECT 'span', g.slug, g.id, a.node, b.node, a.place, b.place, x.interface,
       y.interface, coalesce(g.class, 'unknown'), p6.prefix, p4.prefix,
       CASE WHEN g.class_note = 'link-local, RFC 7404'
            THEN 'IPv6 link-local only' END
FROM   line_segment l
JOIN   segment g ON g.id = l.segment
JOIN   router a ON a.place = l.low
JOIN   router b ON b.place = l.high
JOIN   leg x ON x.segment = g.id AND x.router = l.low
JOIN   leg y ON y.segment = g.id AND y.router = l.high
LEFT JOIN seen_prefix p6 ON p6.segment = g.id AND p6.family = 6
LEFT JOIN seen_prefix p4 ON p4.segment = g.id AND p4.family = 4
ORDER BY a.place, b.place, g.slug;

INSERT INTO stroke (kind, slug, low, high, low_router, high_router,
                    low_interface, high_interface, class, style, about)
SELECT 'span', r.slug, a.node, b.node, a.place, b.place, x.interface,
       y.interface,
       CASE WHEN r.ipv6 AND r.ipv4 THEN 'dual-stack'
            WHEN r.ipv6 OR r.families LIKE 'IPv6 link%' THEN 'IPv6 only'
            WHEN r.ipv4 THEN 'IPv4 only'
            ELSE 'unknown' END,
       iif(r.evidence = 'confirmed from both ends', NULL, 'dotted'),
       r.families || ' · ' || r.protocols
FROM   page_routed_link r
JOIN   leg x ON x.link = r.id
JOIN   leg y ON y.link = r.id AND y.router > x.router
JOIN   router a ON a.place = x.router
JOIN   router b ON b.place = y.router
ORDER BY a.place, b.place, r.slug;
CREATE INDEX temp.stroke_low ON stroke (low);
CREATE INDEX temp.stroke_high ON stroke (high);

-- Two as far from outside, with lines between them but no network, stand one
-- above the other, when neither has another such neighbour.
DROP TABLE IF EXISTS temp.level_pair;
CREATE TEMP TABLE level_pair AS
WITH level AS (
	SELECT DISTINCT k.low_router AS low, k.high_router AS high
	FROM   stroke k
	JOIN   router a ON a.place = k.low_router
	JOIN   router b ON b.place = k.high_router AND b.depth = a.depth
	WHERE  k.kind = 'span'
	  AND  NOT EXISTS (SELECT 1 FROM leg x
	                   JOIN   lan USING (segment)
	                   JOIN   leg y USING (segment)
	                   WHERE  x.router = a.place AND y.router = b.place)
),
one_end AS (
	SELECT router
	FROM   (SELECT low AS router FROM level UNION ALL SELECT high FROM level)
	GROUP BY router
	HAVING count(*) = 1
)
SELECT low, high
FROM   level
WHERE  low IN (SELECT router FROM one_end)
  AND  high IN (SELECT router FROM one_end);
CREATE UNIQUE INDEX temp.level_pair_low ON level_pair (low, high);

-- Rows of a router: VLANs first, then its links.
DROP TABLE IF EXISTS temp.socket;
CREATE TEMP TABLE socket AS
WITH plugged AS (
	SELECT low_router AS router, low_interface AS interface, id, kind,
	       segment, class
	FROM   stroke
	WHERE  low_interface IS NOT NULL
	UNION ALL
	SELECT high_router, high_interface, id, kind, segment, class
	FROM   stroke
	WHERE  high_interface IS NOT NULL
),
used AS (
	SELECT p.router, p.interface, min(p.kind <> 'gate') AS is_span,
	       min(g.vlan) AS vlan, max(w.weakness) AS weakness
	FROM   plugged p
	JOIN   palette w ON w.class = p.class
	LEFT JOIN segment g ON g.id = p.segment
	GROUP BY p.router, p.interface
),
told AS (
	SELECT interface, family, min(iif(place = 1, ip, NULL))
	           || iif(count(*) > 1, '  +' || (count(*) - 1), '') AS ip
	FROM   (SELECT interface, family, ip,
	               row_number() OVER (PARTITION BY interface, family
	                                  ORDER BY ip_key) AS place
	        FROM   address
	        WHERE  usable AND interface IN (SELECT interface FROM used))
	GROUP BY interface, family
)
SELECT u.router, u.interface, u.weakness, coalesce(i.name, i.descr,
           'interface ' || i.if_index) AS name,
       a6.ip AS ip6, a4.ip AS ip4, s.words AS shared,
       row_number() OVER (PARTITION BY u.router
                          ORDER BY u.is_span, u.vlan IS NULL, u.vlan,
                                   natural_key(coalesce(i.name, '')),
                                   u.interface) AS place
FROM   used u
JOIN   interface i ON i.id = u.interface
LEFT JOIN told a6 ON a6.interface = u.interface AND a6.family = 6
LEFT JOIN told a4 ON a4.interface = u.interface AND a4.family = 4
LEFT JOIN sharing s ON s.interface = u.interface;
CREATE UNIQUE INDEX temp.socket_router ON socket (router, interface);
