-- link_views.sql: links of layers 2 and 3, and what became of each thing that a
-- neighbour said; as views.sql.

-- Links with both ends by name.
DROP VIEW IF EXISTS page_link;
CREATE VIEW page_link AS
SELECT l.id,
       l.key,
       l.slug,
       l.a_device,
       a.name AS a_name,
       a.slug AS a_slug,
       a.site AS a_site,
       l.a_interface,
       COALESCE(p.name, p.descr) AS a_port,
       l.b_device,
       b.name AS b_name,
       b.slug AS b_slug,
       b.site AS b_site,
       l.b_interface,
       COALESCE(q.name, q.descr) AS b_port,
       l.protocols,
       l.evidence,
       l.matched_by,
       l.cloud,
       l.class,
       l.class_note
FROM   link l
JOIN   device a ON a.id = l.a_device
JOIN   device b ON b.id = l.b_device
LEFT JOIN interface p ON p.id = l.a_interface
LEFT JOIN interface q ON q.id = l.b_interface;

-- The same links as seen from one end: each stands twice.
DROP VIEW IF EXISTS page_device_link;
CREATE VIEW page_device_link AS
SELECT a_device AS device, a_port AS port, b_device AS far_device,
       b_name AS far_name, b_slug AS far_slug, b_port AS far_port,
       id AS link, key, protocols, evidence, matched_by
FROM   page_link
UNION ALL
SELECT b_device, b_port, a_device, a_name, a_slug, a_port,
       id, key, protocols, evidence, matched_by
FROM   page_link;

-- Links of layer 3 with both ends by name; `families` in words.
DROP VIEW IF EXISTS page_routed_link;
CREATE VIEW page_routed_link AS
SELECT l.id,
       l.key,
       l.slug,
       l.a_device,
       a.name AS a_name,
       a.slug AS a_slug,
       l.a_interface,
       COALESCE(p.name, p.descr) AS a_port,
       l.b_device,
       b.name AS b_name,
       b.slug AS b_slug,
       l.b_interface,
       COALESCE(q.name, q.descr) AS b_port,
       l.protocols,
       l.ipv4,
       l.ipv6,
       CASE WHEN l.ipv4 AND l.ipv6 THEN 'IPv6 and IPv4'
            WHEN l.ipv6 THEN 'IPv6'
            WHEN l.ipv4 THEN 'IPv4'
            WHEN l.protocols LIKE '%ND%' THEN 'IPv6 link-local only'
            ELSE 'not observed' END AS families,
       l.evidence,
       l.segment,
       s.name AS segment_name,
       s.slug AS segment_slug
FROM   routed_link l
JOIN   device a ON a.id = l.a_device
JOIN   device b ON b.id = l.b_device
LEFT JOIN interface p ON p.id = l.a_interface
LEFT JOIN interface q ON q.id = l.b_interface
LEFT JOIN segment s ON s.id = l.segment;

-- The same links as seen from one end: each stands twice.
DROP VIEW IF EXISTS page_device_routed_link;
CREATE VIEW page_device_routed_link AS
SELECT a_device AS device, a_port AS port, b_name AS far_name,
       b_slug AS far_slug, b_port AS far_port, id AS link, key, protocols,
       families, evidence, segment_name, segment_slug
FROM   page_routed_link
UNION ALL
SELECT b_device, b_port, a_name, a_slug, a_port, id, key, protocols,
       families, evidence, segment_name, segment_slug
FROM   page_routed_link;

-- Who says it, of whom, and how that one was found.
DROP VIEW IF EXISTS page_routed_neighbour;
CREATE VIEW page_routed_neighbour AS
SELECT n.id,
       n.device,
       d.name AS device_name,
       d.slug AS device_slug,
       COALESCE(i.name, i.descr) AS port,
       n.protocol,
       n.family,
       n.ip,
       n.remote_id,
       n.is_up,
       n.far_device,
       f.name AS far_name,
       f.slug AS far_slug,
       COALESCE(o.name, o.descr) AS far_port,
       n.matched_by,
       n.routed_link
FROM   routed_neighbour n
JOIN   device d ON d.id = n.device
LEFT JOIN interface i ON i.id = n.interface
LEFT JOIN device f ON f.id = n.far_device
LEFT JOIN interface o ON o.id = n.far_interface;

-- The aggregate that a port is a member of.
DROP VIEW IF EXISTS page_bundle;
CREATE VIEW page_bundle AS
SELECT m.id AS member,
       COALESCE(a.name, a.descr, 'interface ' || a.if_index) AS bundle
FROM   lag_member l
JOIN   interface m ON m.device = l.device AND m.if_index = l.member
JOIN   interface a ON a.device = l.device AND a.if_index = l.aggregate;

-- Of a link between members of aggregates, the aggregate at each end.
DROP VIEW IF EXISTS page_link_bundle;
CREATE VIEW page_link_bundle AS
SELECT l.id AS link,
       l.a_device,
       (SELECT MIN(bundle) FROM page_bundle WHERE member = l.a_interface)
           AS a_bundle,
       (SELECT MIN(bundle) FROM page_bundle WHERE member = l.b_interface)
           AS b_bundle
FROM   link l;

-- What neighbours said, with the name of the one who said it.
DROP VIEW IF EXISTS page_adjacency;
CREATE VIEW page_adjacency AS
SELECT j.id,
       j.device,
       d.name AS device_name,
       d.slug AS device_slug,
       COALESCE(i.name, i.descr) AS port,
       j.protocol,
       j.chassis_id_subtype,
       j.chassis_id,
       j.port_id_subtype,
       j.port_id,
       j.port_description,
       j.sys_name,
       j.sys_descr,
       j.capabilities_enabled,
       j.far_device,
       j.matched_by
FROM   adjacency j
JOIN   device d ON d.id = j.device
LEFT JOIN interface i ON i.id = j.interface;

-- What page_match says of a row, in the order in which it is shown.
DROP VIEW IF EXISTS page_verdict;
CREATE VIEW page_verdict (verdict, ordinal, heading, meaning) AS
VALUES ('matched', 1, 'Matched', 'it leads to a device that answered'),
       ('ambiguous', 2, 'Ambiguous',
        'several devices that answered carry what it says'),
       ('blank', 3, 'Blank', 'it names nobody: no id, name or address'),
       ('itself', 4, 'Itself',
        'the device hears its own frames: a cable between two of its ports,'
        || ' or an echo'),
       ('unmanaged', 5, 'Unmanaged',
        'it leads to a device that nobody could read');

-- Each LLDP and CDP row: does it lead to somebody, and if not, why?
-- Verdicts are the words of page_verdict.
DROP VIEW IF EXISTS page_match;
CREATE VIEW page_match AS
SELECT j.id,
       j.device,
       d.key AS device_key,
       d.name AS device_name,
       d.slug AS device_slug,
       COALESCE(i.name, i.descr) AS port,
       j.local_port_number,
       UPPER(j.protocol) AS protocol,
       COALESCE(j.chassis_id, j.device_id) AS said_id,
       COALESCE(j.port_id, j.port_description) AS said_port,
       j.sys_name AS said_name,
       f.name AS far_name,
       f.slug AS far_slug,
       j.matched_by,
       (SELECT MIN(e.link)
        FROM   link_evidence e
        WHERE  e.adjacency = j.id) AS link,
       CASE WHEN j.far_device = j.device THEN 'itself'
            WHEN j.matched_by = 'several who answered' THEN 'ambiguous'
            WHEN j.far_device IS NULL THEN 'blank'
            WHEN f.source = 'agent' THEN 'matched'
            ELSE 'unmanaged' END AS verdict
FROM   adjacency j
JOIN   device d ON d.id = j.device
LEFT JOIN interface i ON i.id = j.interface
LEFT JOIN device f ON f.id = j.far_device;
