-- objects.sql: what became of devices, segments, services, circuits,
-- prefixes, addresses and links.
--
-- Second of the scripts of compare.c. What is not there any more was not
-- observed; that it is gone only its owner can say, or the port on which it was,
-- read and without it.

-- ----------------------------------------------------------- transitions ----

-- The higher, the nearer to the goal. What is broken serves IPv4 still, so it is
-- no step back from there; unknown is no rank.
CREATE TEMP TABLE class_rank (class TEXT PRIMARY KEY, rank INTEGER NOT NULL);

INSERT INTO class_rank (class, rank)
VALUES ('none', 0), ('IPv4 only', 1), ('broken', 1), ('unpublished', 2),
       ('partial', 2), ('dual-stack', 3), ('IPv6 only', 3);

INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT CASE WHEN o.rank > n.rank THEN 'regression' ELSE 'transition' END,
       c.subject_type, c.subject, c.name, c.before, c.after,
       c.name || ' was ' || c.before || ', is ' || c.after || '.'
FROM   classed c
LEFT   JOIN class_rank o ON o.class = c.before
LEFT   JOIN class_rank n ON n.class = c.after
WHERE  c.before <> c.after
ORDER  BY c.subject_type, c.subject;

DROP TABLE class_rank;

-- Sessions, by the provider's AS and the family: peers change addresses. Where
-- the agent told of none in this family now, nothing was lost that is known.
INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT 'regression', 'device', d.key, d.name, 'established',
       COALESCE(n.state, 'not seen'),
       'The IPv' || o.family || ' session of ' || d.name || ' to AS '
       || o.remote_as || ' was established, is '
       || COALESCE(n.state, 'not seen') || '.'
FROM   (SELECT DISTINCT p.new AS device, b.family, b.remote_as
        FROM   old_bgp_peer b
        JOIN   device_pair p ON p.old = b.device
        WHERE  b.state = 'established'
        AND    b.remote_as IS NOT NULL) o
JOIN   new_device d ON d.id = o.device
JOIN   (SELECT DISTINCT device, family FROM new_bgp_peer) told
       ON told.device = o.device AND told.family = o.family
LEFT   JOIN (SELECT device, family, remote_as, MAX(state) AS state,
                    SUM(state = 'established') AS up
             FROM   new_bgp_peer
             GROUP  BY device, family, remote_as) n
       ON n.device = o.device AND n.family = o.family
       AND n.remote_as = o.remote_as
WHERE  COALESCE(n.up, 0) = 0
ORDER  BY d.key, o.family, o.remote_as;

-- ----------------------------------------------------- added and missing ----

INSERT INTO compared (kind, subject_type, subject, name, after, sentence)
SELECT 'added', subject_type, subject, name, after,
       name || ' was not in the state before; it is ' || after || '.'
FROM   classed
WHERE  before IS NULL
ORDER  BY subject_type, subject;

-- Ports that were read to their end and have nobody on them now.
CREATE TEMP TABLE empty_port AS
SELECT near.key, np.device_name, np.port, far.device AS far
FROM   (SELECT a_interface AS near, b_device AS far FROM old_link
        UNION
        SELECT b_interface, a_device FROM old_link) l
JOIN   old_port near ON near.interface = l.near
JOIN   new_port np ON np.key = near.key AND np.port = near.port
JOIN   (SELECT id AS device FROM old_device) far ON far.device = l.far
JOIN   new_coverage c
       ON c.device = np.device
       AND c.question IN ('LLDP-MIB::lldpRemTable',
                          'LLDP-V2-MIB::lldpV2RemTable')
       AND c.result IN ('rows', 'empty')
WHERE  np.interface NOT IN (SELECT a_interface FROM new_link
                            WHERE  a_interface IS NOT NULL
                            UNION
                            SELECT b_interface FROM new_link
                            WHERE  b_interface IS NOT NULL);

INSERT INTO compared (kind, subject_type, subject, name, before, sentence)
SELECT CASE WHEN x.retired <= m.observed_at OR x.port IS NOT NULL
            THEN 'removed' ELSE 'not observed' END,
       'device', x.key, x.name, x.class,
       CASE WHEN x.retired <= m.observed_at
            THEN x.name || ' was taken away, stated by the facts.'
            WHEN x.port IS NOT NULL
            THEN x.name || ' is gone: its port ' || x.port
                 || ' is seen without it.'
            ELSE x.name || ' was not observed now.' END
FROM   (SELECT o.key, o.name, COALESCE(o.class, 'unknown') AS class,
               (SELECT MIN(f.retired)
                FROM   new_fact_device f
                WHERE  f.name = o.key) AS retired,
               (SELECT MIN(e.device_name || ' ' || e.port)
                FROM   empty_port e
                WHERE  e.far = o.id) AS port
        FROM   device_pair p
        JOIN   old_device o ON o.id = p.old
        WHERE  p.new IS NULL
        AND    o.documented) x, new_meta m
ORDER  BY x.key;

DROP TABLE empty_port;

-- Stated still, by facts that say since when it is not there.
INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT 'removed', 'device', n.key, n.name, COALESCE(o.class, 'unknown'),
       n.class, n.name || ' was taken away, stated by the facts.'
FROM   device_pair p
JOIN   old_device o ON o.id = p.old
JOIN   new_device n ON n.id = p.new
JOIN   new_fact_device f ON f.name = n.key
JOIN   new_meta m ON f.retired <= m.observed_at
JOIN   old_meta b ON f.retired > b.observed_at
WHERE  n.source = 'facts'
ORDER  BY n.key;

INSERT INTO compared (kind, subject_type, subject, name, before, sentence)
SELECT CASE subject_type WHEN 'segment' THEN 'not observed' ELSE 'removed' END,
       subject_type, subject, name, before,
       CASE subject_type
       WHEN 'segment' THEN name || ' was not observed now.'
       ELSE name || ' is not stated any more.' END
FROM   classed
WHERE  after IS NULL
AND    subject_type <> 'device'
ORDER  BY subject_type, subject;

-- -------------------------------------------------------------- prefixes ----

-- Only where the segment was observed in both states: else nothing was added
-- to it, nor taken from it, that anybody saw.
CREATE TEMP TABLE prefix_change AS
SELECT n.key AS subject, n.name, p.new AS segment, x.family, x.prefix, 1 AS is_new
FROM   segment_pair p
JOIN   new_segment n ON n.id = p.new
JOIN   old_segment o ON o.id = p.old
JOIN   new_segment_prefix x ON x.segment = p.new
WHERE  COALESCE(o.class, 'unknown') <> 'unknown'
AND    NOT EXISTS (SELECT 1 FROM old_segment_prefix y
                   WHERE  y.segment = p.old AND y.prefix = x.prefix)
UNION ALL
SELECT n.key, n.name, p.new, x.family, x.prefix, 0
FROM   segment_pair p
JOIN   new_segment n ON n.id = p.new
JOIN   old_segment_prefix x ON x.segment = p.old
WHERE  COALESCE(n.class, 'unknown') <> 'unknown'
AND    NOT EXISTS (SELECT 1 FROM new_segment_prefix y
                   WHERE  y.segment = p.new AND y.prefix = x.prefix);

-- One went, one came: the same network under another number.
CREATE TEMP TABLE renumbered AS
SELECT subject, name, segment, family,
       MAX(CASE WHEN NOT is_new THEN prefix END) AS before,
       MAX(CASE WHEN is_new THEN prefix END) AS after
FROM   prefix_change
GROUP  BY segment, family
HAVING SUM(is_new) = 1
AND    COUNT(*) = 2;

INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT 'renumbered', 'segment', subject, name, before, after,
       name || ' had ' || before || ', has ' || after || '.'
FROM   renumbered
ORDER  BY subject, family;

INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT CASE WHEN c.is_new THEN 'added' ELSE 'lost' END, 'prefix', c.prefix,
       c.prefix,
       CASE WHEN NOT c.is_new THEN c.name END, CASE WHEN c.is_new THEN c.name END,
       c.prefix || CASE WHEN c.is_new THEN ' is on ' ELSE ' is no more on ' END
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
SELECT device, port, family, ip, 1 AS is_new
FROM   new_ip x
WHERE  NOT EXISTS (SELECT 1 FROM old_ip y
                   WHERE  y.device = x.device AND y.ip = x.ip)
UNION ALL
SELECT device, port, family, ip, 0
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
AND    COUNT(*) = 2;

CREATE INDEX temp.renumbered_device ON renumbered (device);

INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT 'renumbered', 'device', d.key, d.name || ' ' || r.port, r.before, r.after,
       d.name || ' ' || r.port || ' had ' || r.before || ', has ' || r.after
       || '.'
FROM   renumbered r
JOIN   new_device d ON d.id = r.device
ORDER  BY d.key, r.port, r.family DESC;

INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT CASE WHEN c.is_new THEN 'added' ELSE 'lost' END, 'address', d.key,
       d.name || ' ' || c.port,
       CASE WHEN NOT c.is_new THEN c.ip END, CASE WHEN c.is_new THEN c.ip END,
       c.ip || CASE WHEN c.is_new THEN ' is on ' ELSE ' is no more on ' END
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

-- ----------------------------------------------------------------- links ----

-- A link is its two ports, the lesser first.
CREATE TEMP TABLE old_line AS
SELECT MIN(a.key || ' ' || a.port, b.key || ' ' || b.port) AS one,
       MAX(a.key || ' ' || a.port, b.key || ' ' || b.port) AS other,
       a.device AS a_device, b.device AS b_device,
       a.device_name || ' ' || a.port || ' - ' || b.device_name || ' ' || b.port
           AS name
FROM   old_link l
JOIN   old_port a ON a.interface = l.a_interface
JOIN   old_port b ON b.interface = l.b_interface;

CREATE INDEX temp.old_line_one ON old_line (one, other);

CREATE TEMP TABLE new_line AS
SELECT MIN(a.key || ' ' || a.port, b.key || ' ' || b.port) AS one,
       MAX(a.key || ' ' || a.port, b.key || ' ' || b.port) AS other,
       l.key,
       a.device_name || ' ' || a.port || ' - ' || b.device_name || ' ' || b.port
           AS name
FROM   new_link l
JOIN   new_port a ON a.interface = l.a_interface
JOIN   new_port b ON b.interface = l.b_interface;

CREATE INDEX temp.new_line_one ON new_line (one, other);

INSERT INTO compared (kind, subject_type, subject, name, sentence)
SELECT 'added', 'link', n.key, n.name, 'The link ' || n.name || ' is new.'
FROM   new_line n
WHERE  NOT EXISTS (SELECT 1 FROM old_line o
                   WHERE  o.one = n.one AND o.other = n.other)
ORDER  BY n.one, n.other;

-- Lost is what an end could have told and did not.
INSERT INTO compared (kind, subject_type, subject, name, sentence)
SELECT CASE WHEN is_told THEN 'lost' ELSE 'not observed' END, 'link',
       one || ' - ' || other, name,
       'The link ' || name || CASE WHEN is_told THEN ' was not seen now.'
                              ELSE ' was not observed now: no end of it told'
                                   || ' its neighbours.' END
FROM   (SELECT o.one, o.other, o.name,
               EXISTS (SELECT 1
                       FROM   new_coverage c
                       WHERE  c.device IN (o.a_device, o.b_device)
                       AND    c.question = 'LLDP-MIB::lldpRemTable'
                       AND    c.result IN ('rows', 'empty')) AS is_told
        FROM   old_line o
        WHERE  NOT EXISTS (SELECT 1 FROM new_line n
                           WHERE  n.one = o.one AND n.other = o.other))
ORDER  BY one, other;

DROP TABLE new_line;
DROP TABLE old_line;
