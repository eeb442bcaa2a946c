-- views.sql: what pages and people ask most, with names beside the numbers: the
-- words of classes, devices with what is theirs, and sites. Views of segments are
-- in segment_views.sql, those of links in link_views.sql.
--
-- Plain SQLite: each view reads in sqlite3 and Datasette. A page's query is a
-- line over one of these; what only one page needs stands in that page.

-- How much pages may show: the detail of each object only of a small network.
DROP VIEW IF EXISTS page_scale;
CREATE VIEW page_scale (devices, is_small) AS
SELECT count(*), count(*) <= 200
FROM   device
WHERE  documented;

-- The words of classes, in the order in which they are shown.
DROP VIEW IF EXISTS page_class;
CREATE VIEW page_class (class, ordinal, meaning) AS
VALUES ('dual-stack', 1, 'a working address of both families was seen'),
       ('IPv6 only', 2, 'a working IPv6 address was seen, and none of IPv4'),
       ('IPv4 only', 3, 'a working IPv4 address was seen, and none of IPv6'),
       ('none', 4, 'addresses could have been seen; there were none'),
       ('unknown', 5, 'what was observed does not decide');

-- What analyse notes beside a class, in words for those who read pages. A note
-- that is not here is shown as it is.
DROP VIEW IF EXISTS page_note;
CREATE VIEW page_note (note, words) AS
VALUES ('link-local only', 'of IPv6, only link-local addresses were seen'),
       ('transition only',
        'of IPv6, only 6to4, Teredo or ISATAP addresses were seen'),
       ('no answer', 'no SNMP agent answered'),
       ('not observed',
        'no address, ARP or ND table that was read to its end covers it'),
       ('IPv4 seen', 'IPv4 was seen, IPv6 was not observed'),
       ('IPv6 seen', 'IPv6 was seen, IPv4 was not observed'),
       ('IPv4 forwarding off', 'it has IPv4 addresses and does not forward'
        || ' IPv4'),
       ('IPv6 forwarding off', 'it has IPv6 addresses and does not forward'
        || ' IPv6'),
       ('prefixes differ',
        'both ends have addresses of a family, in no prefix of both'),
       ('IPv6 on hosts only', 'IPv6 was seen on hosts, on no gateway'),
       ('IPv4 on hosts only', 'IPv4 was seen on hosts, on no gateway'),
       ('one end seen', 'only one end was observed'),
       ('link-local, RFC 7404',
        'IPv6 is spoken over link-local addresses alone (RFC 7404)');

-- Addresses with their device and interface. `rank` orders those of one device
-- and family by how well they stand for it: loopbacks first (IANAifType 24),
-- then preferred ones, then by number.
DROP VIEW IF EXISTS page_address;
CREATE VIEW page_address AS
SELECT a.id,
       a.device,
       d.name AS device_name,
       d.slug AS device_slug,
       d.site,
       a.interface,
       COALESCE(i.name, i.descr) AS interface_name,
       a.family,
       a.ip,
       a.ip_key,
       a.prefix_length,
       a.prefix,
       a.type,
       a.origin,
       a.status,
       a.kind,
       a.iid,
       a.usable,
       a.sources,
       COALESCE(i.type <> 24, 1) * 4
       + COALESCE(a.status <> 'preferred', 0) * 2
       + (a.kind = 'ULA') AS rank
FROM   address a
JOIN   device d ON d.id = a.device
LEFT JOIN interface i ON i.id = a.interface;

-- Addresses that others tell of a device: its neighbours (not those that every
-- host calls its own), and ARP and ND by its MAC, where a lookup did not fail.
-- An address stands once for each that tells it: a UNION without ALL
-- would be made for all devices to show one. Who wants the first of a device asks
-- both parts with its id: SQLite does not hand it down to an ordered UNION.
DROP VIEW IF EXISTS page_heard_by_lldp;
CREATE VIEW page_heard_by_lldp AS
SELECT j.far_device AS device,
       m.family,
       m.ip,
       m.ip_key,
       UPPER(j.protocol) AS told_by
FROM   adjacency j
JOIN   adjacency_address m ON m.adjacency = j.id
WHERE  j.far_device IS NOT NULL
AND    m.ip NOT IN ('::', '::1')
AND    m.ip NOT GLOB '0.*'
AND    m.ip NOT GLOB '127.*';

DROP VIEW IF EXISTS page_heard_by_mac;
CREATE VIEW page_heard_by_mac AS
SELECT i.device,
       n.family,
       n.ip,
       n.ip_key,
       CASE n.family WHEN 6 THEN 'ND' ELSE 'ARP' END AS told_by
FROM   device_identity i
JOIN   neighbour n ON n.mac = i.value
WHERE  i.kind = 'mac'
AND    COALESCE(n.state, '') NOT IN ('incomplete', 'invalid')
AND    COALESCE(n.type, '') <> 'invalid';

DROP VIEW IF EXISTS page_heard;
CREATE VIEW page_heard AS
SELECT * FROM page_heard_by_lldp
UNION ALL
SELECT * FROM page_heard_by_mac;

-- One row a device; ipv6 and ipv4 are the addresses that stand for it.
DROP VIEW IF EXISTS page_device;
CREATE VIEW page_device AS
SELECT d.id,
       d.key,
       d.slug,
       d.name,
       d.source,
       d.source = 'agent' AS answered,
       -- words for an address that is not there
       CASE WHEN d.class_note IN ('link-local only', 'transition only')
            THEN d.class_note
            WHEN COALESCE(d.class, 'unknown') = 'unknown' THEN 'not observed'
            ELSE 'not seen' END AS without_ipv6,
       CASE WHEN COALESCE(d.class, 'unknown') = 'unknown' THEN 'not observed'
            ELSE 'not seen' END AS without_ipv4,
       d.role,
       CASE d.role WHEN 'l3switch' THEN 'layer 3 switch'
                   WHEN 'ap' THEN 'access point'
                   ELSE d.role END AS role_name,
       d.tier,
       d.site,
       s.slug AS site_slug,
       s.name AS site_name,
       d.vendor,
       d.model,
       COALESCE(d.class, 'unknown') AS class,
       d.class_note,
       COALESCE(w.words, d.class_note) AS why,
       CASE d.source WHEN 'neighbour' THEN 'named by LLDP neighbours'
                     WHEN 'facts' THEN 'stated by the facts'
                     END AS unasked, -- what it is known from instead
       COALESCE(d.documented, 0) AS documented,
       d.sys_name,
       d.sys_descr,
       d.sys_object_id,
       d.sys_location,
       d.sys_contact,
       d.serial,
       d.engine_id,
       d.bridge_mac,
       d.chassis_id_subtype,
       d.chassis_id,
       d.capabilities,
       d.ip_forwarding,
       d.ipv6_forwarding,
       d.address,
       d.snmp_version,
       d.security_level,
       d.credential,
       d.asked_at,
       COALESCE((SELECT a.ip
                 FROM   page_address a
                 WHERE  a.device = d.id
                 AND    a.family = 6
                 AND    a.usable
                 ORDER BY a.rank, a.ip_key
                 LIMIT 1),
                (SELECT ip
                 FROM   (SELECT ip, ip_key
                         FROM   page_heard_by_lldp
                         WHERE  device = d.id
                         AND    family = 6
                         UNION ALL
                         SELECT ip, ip_key
                         FROM   page_heard_by_mac
                         WHERE  device = d.id
                         AND    family = 6)
                 WHERE  ip NOT LIKE 'fe80:%'
                 ORDER BY ip_key
                 LIMIT 1)) AS ipv6,
       COALESCE((SELECT a.ip
                 FROM   page_address a
                 WHERE  a.device = d.id
                 AND    a.family = 4
                 AND    a.usable
                 ORDER BY a.rank, a.ip_key
                 LIMIT 1),
                (SELECT ip
                 FROM   (SELECT ip, ip_key
                         FROM   page_heard_by_lldp
                         WHERE  device = d.id
                         AND    family = 4
                         UNION ALL
                         SELECT ip, ip_key
                         FROM   page_heard_by_mac
                         WHERE  device = d.id
                         AND    family = 4)
                 WHERE  ip NOT LIKE '169.254.%'
                 ORDER BY ip_key
                 LIMIT 1)) AS ipv4
FROM   device d
LEFT JOIN site s ON s.id = d.site
LEFT JOIN page_note w ON w.note = d.class_note;

DROP VIEW IF EXISTS page_interface;
CREATE VIEW page_interface AS
SELECT i.id,
       i.device,
       d.name AS device_name,
       d.slug AS device_slug,
       i.source,
       i.if_index,
       COALESCE(i.name, i.descr, 'interface ' || i.if_index) AS name,
       i.descr,
       i.alias,
       i.type,
       i.mtu,
       CASE WHEN i.speed >= 1000000000 AND i.speed % 1000000000 = 0
            THEN (i.speed / 1000000000) || ' Gbit/s'
            WHEN i.speed >= 1000000 THEN (i.speed / 1000000) || ' Mbit/s'
            WHEN i.speed > 0 THEN (i.speed / 1000) || ' kbit/s'
            END AS speed,
       i.mac,
       i.admin_status,
       i.oper_status,
       i.vlan,
       i.class,
       i.class_note
FROM   interface i
JOIN   device d ON d.id = i.device;

DROP VIEW IF EXISTS page_coverage;
CREATE VIEW page_coverage AS
SELECT c.id,
       c.device,
       d.key AS device_key,
       d.name AS device_name,
       d.slug AS device_slug,
       c.question,
       c.result,
       c.rows,
       c.refused,
       c.reason
FROM   coverage c
JOIN   device d ON d.id = c.device;

-- Sites with their own devices counted by class, and what else stands there.
DROP VIEW IF EXISTS page_site;
CREATE VIEW page_site AS
SELECT s.id,
       s.slug,
       s.name,
       s.source,
       COALESCE(SUM(d.documented), 0) AS devices,
       COUNT(d.id) - COALESCE(SUM(d.documented), 0) AS others,
       COALESCE(SUM(d.documented AND d.class = 'dual-stack'), 0) AS dual_stack,
       COALESCE(SUM(d.documented AND d.class = 'IPv6 only'), 0) AS ipv6_only,
       COALESCE(SUM(d.documented AND d.class = 'IPv4 only'), 0) AS ipv4_only,
       COALESCE(SUM(d.documented AND d.class = 'none'), 0) AS no_address,
       COALESCE(SUM(d.documented AND COALESCE(d.class, 'unknown') = 'unknown'),
                0) AS unknown
FROM   site s
LEFT JOIN device d ON d.site = s.id
GROUP BY s.id;
