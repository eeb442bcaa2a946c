-- union.sql: this state and the one before it, attached as `before`, as one
-- network: what was there and is not seen now stands beside what is.
--
-- TEMP tables are found before those of the file. So the parts that follow make
-- cards, links and LANs of both states. What is only in the state before has a
-- number beyond 1 << 40, and a slug that begins with "was-".

INSERT INTO palette (ordinal, weakness, class, word, badge, legend, header,
                     tint, style)
SELECT 10 + ordinal, 10 + weight, fate, word, sign, legend, stroke, tint, style
FROM   change_palette;

-- Number of a device, a segment, a port of the state before, in the union.
DROP TABLE IF EXISTS temp.union_device;
CREATE TEMP TABLE union_device AS
SELECT old, coalesce(new, old + (1 << 40)) AS id, new IS NULL AS is_gone
FROM   device_pair
WHERE  old IS NOT NULL;
CREATE UNIQUE INDEX temp.union_device_old ON union_device (old);

DROP TABLE IF EXISTS temp.union_segment;
CREATE TEMP TABLE union_segment AS
SELECT old, coalesce(new, old + (1 << 40)) AS id, new IS NULL AS is_gone
FROM   segment_pair
WHERE  old IS NOT NULL;
CREATE UNIQUE INDEX temp.union_segment_old ON union_segment (old);

-- Links that are not there now, with what the comparison says of them. One
-- whose ports nobody knows is compared by its devices.
DROP TABLE IF EXISTS temp.gone_line;
CREATE TEMP TABLE gone_line AS
SELECT subject, max(kind = 'lost') AS is_lost
FROM   compared
WHERE  subject_type = 'link' AND kind IN ('lost', 'not observed')
GROUP BY subject;
CREATE UNIQUE INDEX temp.gone_line_subject ON gone_line (subject);

DROP TABLE IF EXISTS temp.gone_link;
CREATE TEMP TABLE gone_link AS
SELECT l.*, coalesce(g.is_lost, 0) AS is_lost
FROM   before.link l
JOIN   union_device x ON x.old = l.a_device
JOIN   union_device y ON y.old = l.b_device
LEFT JOIN old_port a ON a.interface = l.a_interface
LEFT JOIN old_port b ON b.interface = l.b_interface
LEFT JOIN gone_line g
       ON g.subject = min(a.key || ' ' || a.port, b.key || ' ' || b.port)
                      || ' - '
                      || max(a.key || ' ' || a.port, b.key || ' ' || b.port)
WHERE  g.subject IS NOT NULL
   OR  (a.interface IS NULL OR b.interface IS NULL)
       AND (x.is_gone OR y.is_gone);

DROP TABLE IF EXISTS temp.gone_end;
CREATE TEMP TABLE gone_end AS
SELECT e.*, s.id AS segment_id, d.id AS device_id
FROM   before.segment_end e
JOIN   union_segment s ON s.old = e.segment
LEFT JOIN union_device d ON d.old = e.device
WHERE  s.is_gone OR d.is_gone;

-- A port that is still there is known by its name.
DROP TABLE IF EXISTS temp.union_port;
CREATE TEMP TABLE union_port AS
SELECT i.id AS old, coalesce(min(n.id), i.id + (1 << 40)) AS id
FROM   before.interface i
JOIN   union_device d ON d.old = i.device
LEFT JOIN main.interface n
       ON n.device = d.id AND coalesce(n.name, n.descr) = coalesce(i.name, i.descr)
WHERE  i.id IN (SELECT a_interface FROM gone_link
                UNION SELECT b_interface FROM gone_link
                UNION SELECT interface FROM gone_end)
GROUP BY i.id;
CREATE UNIQUE INDEX temp.union_port_old ON union_port (old);

-- ------------------------------------------- tables that hide the others ----

DROP TABLE IF EXISTS temp.page_device;
CREATE TEMP TABLE page_device AS
SELECT * FROM main.page_device;
INSERT INTO temp.page_device (id, key, slug, name, source, without_ipv6,
                              without_ipv4, role, role_name, tier, site,
                              site_slug, site_name, vendor, model, class, why,
                              documented, sys_location, ipv6, ipv4)
SELECT id + (1 << 40), key, 'was-' || slug, name, source, without_ipv6,
       without_ipv4, role, role_name, tier, site, site_slug, site_name, vendor, model, class, why,
       documented, sys_location, ipv6, ipv4
FROM   before.page_device
WHERE  id IN (SELECT old FROM union_device WHERE is_gone);

DROP TABLE IF EXISTS temp.site;
CREATE TEMP TABLE site AS
SELECT * FROM main.site;
INSERT INTO temp.site (id, slug, name, source)
SELECT id, 'was-' || slug, name, source
FROM   before.site
WHERE  id NOT IN (SELECT id FROM main.site);

DROP TABLE IF EXISTS temp.link;
CREATE TEMP TABLE link AS
SELECT * FROM main.link;
INSERT INTO temp.link (id, key, slug, a_device, a_interface, b_device,
                       b_interface, protocols, evidence, matched_by, class)
SELECT l.id + (1 << 40), l.key, 'was-' || l.slug, a.id, i.id, b.id, j.id,
       l.protocols, l.evidence, l.matched_by, l.class
FROM   gone_link l
JOIN   union_device a ON a.old = l.a_device
JOIN   union_device b ON b.old = l.b_device
LEFT JOIN union_port i ON i.old = l.a_interface
LEFT JOIN union_port j ON j.old = l.b_interface;
CREATE INDEX temp.union_link_a ON link (a_device, b_device);
CREATE INDEX temp.union_link_b ON link (b_device);

DROP TABLE IF EXISTS temp.segment;
CREATE TEMP TABLE segment AS
SELECT * FROM main.segment;
INSERT INTO temp.segment (id, key, slug, name, kind, site, vlan, ipv4_ends,
                          ipv6_ends, class, class_note, is_stated)
SELECT id + (1 << 40), key, 'was-' || slug, name, kind, site, vlan, ipv4_ends,
       ipv6_ends, class, class_note, is_stated
FROM   before.segment
WHERE  id IN (SELECT old FROM union_segment WHERE is_gone);
CREATE UNIQUE INDEX temp.union_segment_id ON segment (id);

DROP TABLE IF EXISTS temp.segment_end;
CREATE TEMP TABLE segment_end AS
SELECT * FROM main.segment_end;
INSERT INTO temp.segment_end (id, segment, device, interface, mac, is_gateway,
                              has_ipv4, has_ipv6)
SELECT e.id + (1 << 40), e.segment_id, e.device_id, p.id, e.mac, e.is_gateway,
       e.has_ipv4, e.has_ipv6
FROM   gone_end e
LEFT JOIN union_port p ON p.old = e.interface;
CREATE INDEX temp.union_end_segment ON segment_end (segment);
CREATE INDEX temp.union_end_device ON segment_end (device);

-- Of ports only those that something is joined to: there are many others.
DROP TABLE IF EXISTS temp.interface;
CREATE TEMP TABLE interface AS
SELECT *
FROM   main.interface
WHERE  id IN (SELECT a_interface FROM link
              UNION SELECT b_interface FROM link
              UNION SELECT interface FROM segment_end);
INSERT INTO temp.interface (id, device, source, if_index, name, descr, type)
SELECT p.id, d.id, i.source, i.if_index, coalesce(i.name, i.descr), i.descr,
       i.type
FROM   union_port p
JOIN   before.interface i ON i.id = p.old
JOIN   union_device d ON d.old = i.device
WHERE  p.id >= 1 << 40;
CREATE UNIQUE INDEX temp.union_interface_id ON interface (id);
