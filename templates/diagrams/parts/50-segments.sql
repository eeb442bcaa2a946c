-- segments.sql: the LANs of a site and their gateways.
--
--   lan   one row a LAN: its prefixes, and how many other ends each family has
--   gate  one row an interface of a gateway on a LAN

DROP TABLE IF EXISTS temp.lan;
CREATE TEMP TABLE lan AS
SELECT g.id AS segment, g.slug, g.name, g.site, g.vlan,
       natural_key(coalesce(g.name, g.slug)) AS sort,
       (SELECT prefix FROM segment_prefix
        WHERE segment = g.id AND family = 6
        ORDER BY prefix_key, prefix_length(prefix) LIMIT 1) AS prefix6,
       (SELECT prefix FROM segment_prefix
        WHERE segment = g.id AND family = 4
        ORDER BY prefix_key, prefix_length(prefix) LIMIT 1) AS prefix4,
       (SELECT count(*) FROM segment_end
        WHERE segment = g.id AND has_ipv6 AND NOT is_gateway) AS hosts6,
       (SELECT count(*) FROM segment_end
        WHERE segment = g.id AND has_ipv4 AND NOT is_gateway) AS hosts4,
       p.class, p.word, p.badge, p.header, p.tint, p.style,
       coalesce(': ' || g.why, '') AS note, g.absent
FROM   page_segment g
JOIN   palette p ON p.class = g.class
WHERE  g.kind = 'lan';

-- Every other gateway stands to the right of the LANs, so that a pair of them
-- has them in the middle.
DROP TABLE IF EXISTS temp.gate;
CREATE TEMP TABLE gate AS
SELECT l.segment, l.site, c.device, c.slug, c.tier, c.sort,
       coalesce(i.name, '?') AS name, l.tint, l.header, l.style, l.word,
       (SELECT ip FROM address
        WHERE device = c.device AND interface = i.id AND family = 6 AND usable
        ORDER BY ip_key LIMIT 1) AS ip6,
       (SELECT ip FROM address
        WHERE device = c.device AND interface = i.id AND family = 4 AND usable
        ORDER BY ip_key LIMIT 1) AS ip4,
       dense_rank() OVER (PARTITION BY l.site
                          ORDER BY c.tier, c.sort, c.slug) % 2 AS is_left,
       row_number() OVER (PARTITION BY l.site, c.device
                          ORDER BY l.vlan IS NULL, l.vlan, l.sort, l.slug,
                                   natural_key(i.name)) AS place
FROM   lan l
JOIN   segment_end e ON e.segment = l.segment AND e.is_gateway
JOIN   card c ON c.device = e.device
LEFT JOIN interface i ON i.id = e.interface;
CREATE INDEX temp.gate_site ON gate (site, device);
CREATE INDEX temp.gate_segment ON gate (segment);
