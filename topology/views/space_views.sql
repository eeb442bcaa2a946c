-- space_views.sql: address space with the words that people read; as views.sql.

-- `sources` says where a prefix comes from; `net` is the same for both families
-- of one network; `has_page`: a single address has none of its own. Shares are of
-- addresses for IPv4 and of /64s for IPv6.
DROP VIEW IF EXISTS page_space;
CREATE VIEW page_space AS
SELECT s.id,
       s.key,
       s.slug,
       s.family,
       s.prefix,
       s.prefix_key,
       s.length,
       s.vrf,
       s.parent,
       p.key AS parent_key,
       p.slug AS parent_slug,
       s.depth,
       s.is_own,
       s.is_planned,
       s.is_observed,
       SUBSTR(CASE WHEN s.is_own THEN ', own' ELSE '' END
              || CASE WHEN s.is_planned THEN ', planned' ELSE '' END
              || CASE WHEN s.is_observed THEN ', observed' ELSE '' END, 3)
           AS sources,
       s.stated_as,
       CASE s.status WHEN 'planned-only' THEN 'planned, not observed'
                     WHEN 'observed-only' THEN 'observed, not planned'
                     ELSE s.status END AS status,
       s.role,
       CASE s.role WHEN 'lan' THEN 'LAN'
                   WHEN 'p2p' THEN 'point-to-point'
                   ELSE s.role END AS role_name,
       s.site,
       t.slug AS site_slug,
       t.name AS site_name,
       s.vlan,
       s.use,
       COALESCE(CASE s.role WHEN 'lan' THEN 'VLAN ' || s.vlan END,
                s.role || ' ' || s.use,
                'segment ' || s.segment,
                s.key) AS net,
       s.segment,
       g.name AS segment_name,
       g.slug AS segment_slug,
       g.class,
       s.used,
       s.usable,
       s.nets_used,
       s.next_free,
       CASE
       WHEN s.family = 4 AND s.length < 32
       THEN s.used || ' of ' || s.usable
            || CASE s.role WHEN 'container' THEN ' in its networks'
                           ELSE '' END
            || ' ('
            || ((1000 * s.used + s.usable / 2) / s.usable / 10) || '.'
            || ((1000 * s.used + s.usable / 2) / s.usable % 10) || ' %)'
       WHEN s.family = 6 AND s.length BETWEEN 33 AND 63
       THEN s.nets_used || ' of ' || PRINTF('%,d', 1 << (64 - s.length))
            || ' /64s'
       WHEN s.family = 6 AND s.length < 33
       THEN s.nets_used || ' of 2^' || (64 - s.length) || ' /64s'
       END AS in_use,
       s.length < CASE s.family WHEN 4 THEN 32 ELSE 128 END
       OR s.parent IS NULL AS has_page,
       DATE(COALESCE(e.first_seen,
                     CASE WHEN s.is_observed THEN m.observed_at END),
            'unixepoch') AS first_seen,
       -- Not the day of this state: a page that says it is another each day.
       DATE(CASE WHEN NOT s.is_observed THEN e.last_seen END, 'unixepoch')
           AS last_seen
FROM   space s
JOIN   meta m
LEFT JOIN space p ON p.id = s.parent
LEFT JOIN site t ON t.id = s.site
LEFT JOIN segment g ON g.id = s.segment
LEFT JOIN seen e ON e.subject_type = 'prefix' AND e.subject = s.key;

-- Addresses of interfaces in a prefix of the tree.
DROP VIEW IF EXISTS page_space_address;
CREATE VIEW page_space_address AS
SELECT s.id AS space,
       a.family,
       a.ip,
       a.ip_key,
       d.name,
       d.slug AS device_slug,
       COALESCE(i.name, i.descr) AS interface_name,
       i.mac,
       a.iid,
       a.origin,
       'its own table' AS told_by
FROM   space s
JOIN   address a ON a.prefix = s.prefix
JOIN   device d ON d.id = a.device
LEFT JOIN interface i ON i.id = a.interface
WHERE  COALESCE((SELECT MIN(v.vrf)
                 FROM   vrf_interface v
                 WHERE  v.device = a.device
                 AND    v.if_index = a.if_index), '') = s.vrf;

-- Who leads out of a prefix, and what they advertise in it. Lifetimes of
-- 4294967295 seconds have no end.
DROP VIEW IF EXISTS page_space_gateway;
CREATE VIEW page_space_gateway AS
SELECT s.id AS space,
       a.ip,
       a.ip_key,
       d.name AS device_name,
       d.slug AS device_slug,
       d.key AS device_key,
       i.id AS interface,
       COALESCE(i.name, i.descr) AS interface_name,
       CASE
       WHEN s.family = 4 THEN NULL
       WHEN r.sends = 1
       THEN 'sent' || CASE r.managed WHEN 1 THEN ', M' ELSE '' END
            || CASE r.other WHEN 1 THEN ', O' ELSE '' END
            || COALESCE(', ' || r.lifetime || ' s', '')
       WHEN r.sends = 0 THEN 'off'
       ELSE 'not observed'
       END AS advertised,
       CASE
       WHEN s.family = 4 THEN NULL
       WHEN p.id IS NULL THEN 'not observed'
       ELSE CASE p.autonomous WHEN 1 THEN 'hosts make addresses (A)'
                              WHEN 0 THEN 'no addresses made of it'
                              ELSE 'not told' END
            || CASE p.valid_lifetime
               WHEN 4294967295 THEN ''
               ELSE COALESCE(', valid ' || p.valid_lifetime || ' s', '') END
       END AS prefix_option,
       v.protocol || ' ' || v.number || COALESCE(' ' || v.state, '')
           AS shared_gateway
FROM   space s
JOIN   segment_end e ON e.segment = s.segment AND e.is_gateway
JOIN   address a ON a.device = e.device
                AND a.interface = e.interface
                AND a.prefix = s.prefix
JOIN   device d ON d.id = e.device
JOIN   interface i ON i.id = e.interface
LEFT JOIN router_advert r ON r.device = d.id AND r.if_index = i.if_index
LEFT JOIN prefix p ON p.device = d.id
                  AND p.if_index = i.if_index
                  AND p.prefix = s.prefix
LEFT JOIN virtual_router v ON v.device = d.id
                          AND v.if_index = i.if_index
                          AND v.family = s.family;

-- How many other ends of a segment have which family.
DROP VIEW IF EXISTS page_segment_hosts;
CREATE VIEW page_segment_hosts AS
SELECT segment,
       SUM(has_ipv6 AND has_ipv4) AS of_both,
       SUM(has_ipv6 AND NOT has_ipv4) AS of_ipv6,
       SUM(has_ipv4 AND NOT has_ipv6) AS of_ipv4
FROM   segment_end
WHERE  NOT is_gateway
GROUP  BY segment;

-- Which of two addresses a host prefers (RFC 6724, table of section 2.1); the
-- greater precedence wins, as far as it can be reached.
DROP VIEW IF EXISTS page_precedence;
CREATE VIEW page_precedence (prefix, precedence, meaning) AS
VALUES ('::1/128', 50, 'the host itself'),
       ('::/0', 40, 'IPv6 of all other kinds'),
       ('::ffff:0:0/96', 35, 'IPv4'),
       ('2002::/16', 30, '6to4'),
       ('2001::/32', 5, 'Teredo'),
       ('fc00::/7', 3, 'unique local addresses (ULA)'),
       ('::/96', 1, 'IPv4-compatible, given up'),
       ('fec0::/10', 1, 'site-local, given up'),
       ('3ffe::/16', 1, '6bone, given back');
