-- security_views.sql: what protects LANs, policies between zones, telephones,
-- and what is watched; as views.sql.

-- One row a LAN; a control that nobody stated is 'not stated', never absent.
DROP VIEW IF EXISTS page_lan_control;
CREATE VIEW page_lan_control AS
SELECT g.id AS segment,
       g.key,
       g.slug,
       g.name,
       g.site_name,
       g.vlan,
       g.class,
       COALESCE(MAX(CASE c.control WHEN 'ra-guard' THEN c.words END),
                'not stated') AS ra_guard,
       COALESCE(MAX(CASE c.control WHEN 'dhcpv6-guard' THEN c.words END),
                'not stated') AS dhcpv6_guard,
       COALESCE(MAX(CASE c.control WHEN 'nd-cache-limit' THEN c.words END),
                'not stated') AS nd_limit,
       COALESCE(MAX(CASE c.control WHEN 'source-guard' THEN c.words END),
                'not stated') AS source_guard,
       COALESCE(MAX(CASE c.control WHEN 'icmpv6-policy' THEN c.words END),
                'not stated') AS icmpv6_policy
FROM   page_segment g
LEFT JOIN (SELECT l.segment,
                  l.control,
                  l.state || COALESCE(' (' || d.name || ')', '')
                  || COALESCE(', reviewed '
                              || strftime('%Y-%m-%d', l.reviewed, 'unixepoch'),
                              '') AS words
           FROM   lan_control l
           LEFT JOIN device d ON d.id = l.device) c
       ON c.segment = g.id
WHERE  g.kind = 'lan'
GROUP  BY g.id;

-- Routers that nobody expects, and where their MAC is plugged in.
DROP VIEW IF EXISTS page_unexpected_router;
CREATE VIEW page_unexpected_router AS
SELECT u.segment,
       s.name AS segment_name,
       s.slug AS segment_slug,
       u.ip,
       u.mac,
       u.told_by,
       u.prefix,
       u.is_certain,
       d.name AS device_name,
       d.slug AS device_slug,
       w.name AS switch_name,
       w.slug AS switch_slug,
       COALESCE(i.name, i.descr) AS port,
       c.path AS evidence,
       COALESCE(c.words, 'observed') AS evidence_words
FROM   unexpected_router u
JOIN   segment s ON s.id = u.segment
JOIN   device d ON d.id = u.device
LEFT JOIN host h ON h.segment = u.segment AND h.mac = u.mac
LEFT JOIN device w ON w.id = h.switch
LEFT JOIN interface i ON i.id = h.port
LEFT JOIN page_evidence_coverage c ON c.id = u.coverage;

-- Telephones: what LLDP-MED says of each, where it hangs, which VLAN it is told.
DROP VIEW IF EXISTS page_phone;
CREATE VIEW page_phone AS
SELECT d.id,
       d.key,
       d.name,
       d.slug,
       d.class,
       d.why,
       d.without_ipv6,
       d.without_ipv4,
       d.site_name,
       d.site_slug,
       COALESCE(m.model, d.model) AS model,
       COALESCE(m.serial, d.serial) AS serial,
       COALESCE(m.software, m.firmware) AS firmware,
       COALESCE(w.name, v.name) AS switch_name,
       COALESCE(w.slug, v.slug) AS switch_slug,
       COALESCE(i.name, i.descr, l.name) AS port,
       h.id AS host,
       COALESCE(h.vlan, s.vlan) AS vlan,
       p.vlan AS told_vlan,
       (SELECT o.vlan
        FROM   port_voice_vlan o
        WHERE  o.device = a.device
        AND    o.if_index = l.if_index) AS port_vlan,
       p.priority,
       p.dscp,
       (SELECT group_concat('IPv' || x.family, ', ')
        FROM   (SELECT DISTINCT family
                FROM   adjacency_address
                WHERE  adjacency = a.id
                ORDER  BY family DESC) x) AS announced,
       e.path AS evidence
FROM   page_device d
LEFT JOIN host h ON h.id = (SELECT min(o.id) FROM host o WHERE o.device = d.id)
LEFT JOIN segment s ON s.id = h.segment
LEFT JOIN device w ON w.id = h.switch
LEFT JOIN interface i ON i.id = h.port
LEFT JOIN adjacency a
       ON a.id = (SELECT min(j.id) FROM adjacency j WHERE j.far_device = d.id)
LEFT JOIN device v ON v.id = a.device
LEFT JOIN interface l ON l.id = a.interface
LEFT JOIN adjacency_med m ON m.adjacency = a.id
LEFT JOIN adjacency_policy p
       ON p.adjacency = a.id AND p.application = 'voice'
LEFT JOIN coverage c
       ON c.device = a.device AND c.question = 'LLDP-MIB::lldpRemTable'
LEFT JOIN page_evidence_coverage e ON e.id = c.id
WHERE  d.role = 'phone';

-- Registrars, trunks and their like, each with the services that are it.
DROP VIEW IF EXISTS page_voice_server;
CREATE VIEW page_voice_server AS
SELECT DISTINCT 'registrar' AS part,
       v.registrar AS name,
       d.id AS device,
       d.slug AS device_slug,
       COALESCE(d.class, 'unknown') AS class
FROM   fact_voice v
LEFT JOIN device d ON d.key = v.registrar OR d.name = v.registrar
WHERE  v.registrar IS NOT NULL
UNION
SELECT 'SIP service', s.name, s.device, d.slug, s.class
FROM   service s
LEFT JOIN device d ON d.id = s.device
WHERE  s.kind IN ('sip', 'sips');

-- Which families the collector itself got an answer in from a device, by SNMP.
DROP VIEW IF EXISTS page_polled;
CREATE VIEW page_polled AS
SELECT p.target,
       p.family,
       MAX(p.result = 'true') AS answered,
       MIN(CASE p.result WHEN 'true' THEN p.id END) AS answer,
       MIN(p.id) AS first
FROM   probe p
WHERE  p.kind = 'M1'
GROUP  BY p.target, p.family;
