-- segment_views.sql: segments and who sits on them: ends, hosts, and what ARP and
-- ND tell; as views.sql.

DROP VIEW IF EXISTS page_segment;
CREATE VIEW page_segment AS
SELECT g.id,
       g.key,
       g.slug,
       g.name,
       g.kind,
       g.site,
       s.slug AS site_slug,
       s.name AS site_name,
       g.vlan,
       g.ipv4_ends,
       g.ipv6_ends,
       (SELECT count(*) FROM segment_end e WHERE e.segment = g.id) AS ends,
       COALESCE(g.class, 'unknown') AS class,
       g.class_note,
       CASE WHEN g.class_note IS NOT 'half'
            THEN COALESCE(w.words, g.class_note)
            WHEN g.ipv6_ends = 1 THEN 'IPv6 was seen at one end only'
            WHEN g.ipv4_ends = 1 THEN 'IPv4 was seen at one end only'
            END AS why,
       CASE WHEN g.is_stated THEN 'not stated'
            WHEN COALESCE(g.class, 'unknown') = 'unknown' THEN 'not observed'
            ELSE 'not seen' END AS absent, -- word for no prefix
       g.is_stated
FROM   segment g
LEFT JOIN site s ON s.id = g.site
LEFT JOIN page_note w ON w.note = g.class_note;

-- Ends of segments; one that only ARP or ND told has a MAC and no device.
DROP VIEW IF EXISTS page_segment_end;
CREATE VIEW page_segment_end AS
SELECT e.id,
       e.segment,
       g.name AS segment_name,
       g.slug AS segment_slug,
       e.device,
       d.key AS device_key,
       d.name AS device_name,
       d.slug AS device_slug,
       e.interface,
       COALESCE(i.name, i.descr) AS interface_name,
       e.mac,
       e.is_gateway,
       e.has_ipv4,
       e.has_ipv6
FROM   segment_end e
JOIN   segment g ON g.id = e.segment
LEFT JOIN device d ON d.id = e.device
LEFT JOIN interface i ON i.id = e.interface;

-- Hosts with names beside the numbers; maker is what the MAC tells.
DROP VIEW IF EXISTS page_host;
CREATE VIEW page_host AS
SELECT h.id,
       h.segment,
       h.mac,
       COALESCE(h.vendor,
                CASE WHEN h.is_local_mac THEN 'locally administered' END)
           AS maker,
       h.device,
       d.name AS device_name,
       d.slug AS device_slug,
       d.role,
       COALESCE(h.class, 'unknown') AS class,
       COALESCE(n.words, h.class_note) AS why,
       (SELECT COUNT(*)
        FROM   host_address a
        WHERE  a.host = h.id
        AND    a.is_temporary) AS temporary,
       h.switch,
       w.name AS switch_name,
       w.slug AS switch_slug,
       h.port AS interface,
       COALESCE(i.name, i.descr) AS port,
       h.vlan,
       h.port_macs,
       NOT h.is_access AS is_beyond,
       h.behind,
       b.name AS behind_name,
       b.slug AS behind_slug,
       CASE b.role WHEN 'ap' THEN 'access point'
                   ELSE b.role END AS behind_role
FROM   host h
LEFT JOIN device d ON d.id = h.device
LEFT JOIN device w ON w.id = h.switch
LEFT JOIN interface i ON i.id = h.port
LEFT JOIN device b ON b.id = h.behind
LEFT JOIN page_note n ON n.note = h.class_note;

-- ARP and ND. known_* is the one device that has this MAC, if it is one.
DROP VIEW IF EXISTS page_neighbour;
CREATE VIEW page_neighbour AS
SELECT n.id,
       n.device,
       n.interface,
       COALESCE(i.name, i.descr) AS interface_name,
       n.family,
       n.ip,
       n.ip_key,
       n.mac,
       n.kind,
       n.type,
       n.state,
       n.is_router,
       n.sources,
       k.name AS known_name,
       k.slug AS known_slug
FROM   neighbour n
LEFT JOIN interface i ON i.id = n.interface
LEFT JOIN device k
       ON k.id = (SELECT CASE WHEN MIN(o.device) = MAX(o.device)
                              THEN MIN(o.device) END
                  FROM   device_identity o
                  WHERE  o.value = n.mac
                  AND    o.kind = 'mac')
      AND k.id <> n.device;

-- Whether the address table of an agent was read to its end, and where that
-- stands: the best of the tables that it may have for IPv6.
DROP VIEW IF EXISTS address_reading;
CREATE VIEW address_reading AS
SELECT d.id AS device,
       d.key AS device_key,
       d.name AS device_name,
       COALESCE(MAX(c.refused = 0
                    AND (c.result = 'rows'
                         OR (c.result = 'empty'
                             AND c.question IN ('IPV6-MIB::ipv6AddrTable',
                                                'rtnetlink: addresses')))),
                0) AS is_whole,
       COALESCE(MIN(CASE WHEN c.result = 'rows' THEN c.id END),
                MIN(c.id)) AS coverage
FROM   device d
LEFT JOIN coverage c
       ON c.device = d.id
      AND c.question IN ('IP-MIB::ipAddressTable',
                         'CISCO-IETF-IP-MIB::cIpAddressTable',
                         'IPV6-MIB::ipv6AddrTable', 'rtnetlink: addresses')
WHERE  d.source = 'agent'
GROUP BY d.id;

-- The same of ARP and ND.
DROP VIEW IF EXISTS neighbour_reading;
CREATE VIEW neighbour_reading AS
SELECT d.id AS device,
       d.key AS device_key,
       d.name AS device_name,
       COALESCE(MAX(c.refused = 0 AND c.result = 'rows'), 0) AS is_whole,
       COALESCE(MIN(CASE WHEN c.result = 'rows' THEN c.id END),
                MIN(c.id)) AS coverage
FROM   device d
LEFT JOIN coverage c
       ON c.device = d.id
      AND c.question IN ('IP-MIB::ipNetToPhysicalTable',
                         'CISCO-IETF-IP-MIB::cInetNetToMediaTable',
                         'IP-MIB::ipNetToMediaTable',
                         'IPV6-MIB::ipv6NetToMediaTable',
                         'rtnetlink: neighbours')
WHERE  d.source = 'agent'
GROUP BY d.id;

-- Of a segment: what its gateways tell of their neighbours, the best of it.
DROP VIEW IF EXISTS segment_reading;
CREATE VIEW segment_reading AS
SELECT g.id AS segment,
       (SELECT n.coverage
        FROM   segment_end e
        JOIN   neighbour_reading n ON n.device = e.device
        WHERE  e.segment = g.id
        AND    e.is_gateway
        ORDER BY n.is_whole DESC, n.device_key, e.id
        LIMIT 1) AS coverage
FROM   segment g;
