-- addresses.sql: which prefixes and addresses came, went, or were renumbered.
--
-- Third of the scripts of compare.c. One is lost only where those that had it
-- told their addresses now, to the end.

-- -------------------------------------------------------------- prefixes ----

-- Segments of which one that had addresses does not tell its own now.
CREATE TEMP TABLE hidden AS
SELECT DISTINCT e.segment, f.family
FROM   old_segment_end e
JOIN   (SELECT 4 AS family UNION SELECT 6) f
JOIN   untold u ON u.old = e.device AND u.shows = 'addresses'
WHERE  CASE f.family WHEN 4 THEN e.has_ipv4 ELSE e.has_ipv6 END;

-- Only where the segment was observed in both states: else nothing was added
-- to it, nor taken from it, that anybody saw.
CREATE TEMP TABLE prefix_change AS
SELECT n.key AS subject, n.name, p.new AS segment, x.family, x.prefix,
       1 AS is_new, 0 AS is_hidden
FROM   segment_pair p
JOIN   new_segment n ON n.id = p.new
JOIN   old_segment o ON o.id = p.old
JOIN   new_segment_prefix x ON x.segment = p.new
WHERE  COALESCE(o.class, 'unknown') <> 'unknown'
AND    NOT EXISTS (SELECT 1 FROM old_segment_prefix y
                   WHERE  y.segment = p.old AND y.prefix = x.prefix)
UNION ALL
SELECT n.key, n.name, p.new, x.family, x.prefix, 0,
       (x.segment, x.family) IN (SELECT segment, family FROM hidden)
FROM   segment_pair p
JOIN   new_segment n ON n.id = p.new
JOIN   old_segment_prefix x ON x.segment = p.old
WHERE  COALESCE(n.class, 'unknown') <> 'unknown'
AND    NOT EXISTS (SELECT 1 FROM new_segment_prefix y
                   WHERE  y.segment = p.new AND y.prefix = x.prefix);

DROP TABLE hidden;

-- One went, one came: the same network under another number.
CREATE TEMP TABLE renumbered AS
SELECT subject, name, segment, family,
       MAX(CASE WHEN NOT is_new THEN prefix END) AS before,
       MAX(CASE WHEN is_new THEN prefix END) AS after
FROM   prefix_change
GROUP  BY segment, family
HAVING SUM(is_new) = 1
AND    COUNT(*) = 2
AND    MAX(is_hidden) = 0;

INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT 'renumbered', 'segment', subject, name, before, after,
       name || ' had ' || before || ', has ' || after || '.'
FROM   renumbered
ORDER  BY subject, family DESC;

INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT CASE WHEN c.is_new THEN 'added' WHEN c.is_hidden THEN 'not observed'
            ELSE 'lost' END,
       'prefix', c.prefix, c.prefix,
       CASE WHEN NOT c.is_new THEN c.name END, CASE WHEN c.is_new THEN c.name END,
       c.prefix || CASE WHEN c.is_new THEN ' is on '
                        WHEN c.is_hidden THEN ' was not observed now on '
                        ELSE ' is no more on ' END
       || c.name || '.'
FROM   prefix_change c
WHERE  NOT EXISTS (SELECT 1 FROM renumbered r
                   WHERE  r.segment = c.segment AND r.family = c.family)
ORDER  BY c.is_new DESC, c.family DESC, c.prefix, c.subject;

DROP TABLE renumbered;
DROP TABLE prefix_change;

-- ------------------------------------------------------------- addresses ----

-- Of devices that answered in both states. Addresses that hosts make up for a
-- day are no change.
CREATE TEMP TABLE both_answered AS
SELECT p.old, p.new
FROM   device_pair p
JOIN   old_device o ON o.id = p.old AND o.source = 'agent'
JOIN   new_device n ON n.id = p.new AND n.source = 'agent';

CREATE TEMP TABLE old_ip AS
SELECT b.new AS device, q.port, a.family, a.ip
FROM   both_answered b
JOIN   old_address a ON a.device = b.old
JOIN   old_port q ON q.interface = a.interface
WHERE  a.usable
AND    a.iid IS NOT 'temporary';

CREATE INDEX temp.old_ip_device ON old_ip (device, ip);

CREATE TEMP TABLE new_ip AS
SELECT b.new AS device, q.port, a.family, a.ip
FROM   both_answered b
JOIN   new_address a ON a.device = b.new
JOIN   new_port q ON q.interface = a.interface
WHERE  a.usable
AND    a.iid IS NOT 'temporary';

CREATE INDEX temp.new_ip_device ON new_ip (device, ip);

CREATE TEMP TABLE address_change AS
SELECT device, port, family, ip, 1 AS is_new, 0 AS is_hidden
FROM   new_ip x
WHERE  NOT EXISTS (SELECT 1 FROM old_ip y
                   WHERE  y.device = x.device AND y.ip = x.ip)
UNION ALL
SELECT device, port, family, ip, 0,
       device IN (SELECT new FROM untold WHERE shows = 'addresses')
FROM   old_ip x
WHERE  NOT EXISTS (SELECT 1 FROM new_ip y
                   WHERE  y.device = x.device AND y.ip = x.ip);

DROP TABLE old_ip;
DROP TABLE new_ip;

CREATE TEMP TABLE renumbered AS
SELECT device, port, family,
       MAX(CASE WHEN NOT is_new THEN ip END) AS before,
       MAX(CASE WHEN is_new THEN ip END) AS after
FROM   address_change
GROUP  BY device, port, family
HAVING SUM(is_new) = 1
AND    COUNT(*) = 2
AND    MAX(is_hidden) = 0;

CREATE INDEX temp.renumbered_device ON renumbered (device);

INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT 'renumbered', 'device', d.key, d.name || ' ' || r.port, r.before, r.after,
       d.name || ' ' || r.port || ' had ' || r.before || ', has ' || r.after
       || '.'
FROM   renumbered r
JOIN   new_device d ON d.id = r.device
ORDER  BY d.key, r.port, r.family DESC;

INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT CASE WHEN c.is_new THEN 'added' WHEN c.is_hidden THEN 'not observed'
            ELSE 'lost' END,
       'address', d.key,
       d.name || ' ' || c.port,
       CASE WHEN NOT c.is_new THEN c.ip END, CASE WHEN c.is_new THEN c.ip END,
       c.ip || CASE WHEN c.is_new THEN ' is on '
                    WHEN c.is_hidden THEN ' was not observed now on '
                    ELSE ' is no more on ' END
       || d.name || ' ' || c.port || '.'
FROM   address_change c
JOIN   new_device d ON d.id = c.device
WHERE  NOT EXISTS (SELECT 1 FROM renumbered r
                   WHERE  r.device = c.device AND r.port = c.port
                   AND    r.family = c.family)
ORDER  BY c.is_new DESC, d.key, c.port, c.family DESC, c.ip;

DROP TABLE renumbered;
DROP TABLE address_change;
DROP TABLE both_answered;
