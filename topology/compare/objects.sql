-- objects.sql: what became of devices, segments, services, circuits and links.
--
-- Second of the scripts of compare.c. What is not there any more was not
-- observed; that it is gone only its owner can say, or all ports on which it
-- was, seen without it.

-- ----------------------------------------------------------- transitions ----

-- The higher, the nearer to the goal. What is broken serves IPv4 still, so it
-- is no step back from there; unknown is no rank.
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
-- the agent told of none in this family now, or not of all, nothing was lost
-- that is known.
CREATE TEMP TABLE session AS
SELECT p.new AS device, b.family, b.remote_as,
       COUNT(DISTINCT b.peer_ip) FILTER (WHERE b.state = 'established') AS up
FROM   old_bgp_peer b
JOIN   device_pair p ON p.old = b.device
WHERE  b.remote_as IS NOT NULL
GROUP  BY p.new, b.family, b.remote_as;

CREATE TEMP TABLE session_now AS
SELECT device, family, remote_as,
       COUNT(DISTINCT peer_ip) FILTER (WHERE state = 'established') AS up,
       MAX(state) FILTER (WHERE state <> 'established') AS state
FROM   new_bgp_peer
GROUP  BY device, family, remote_as;

INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT 'regression', 'device', d.key, d.name, 'established',
       COALESCE(n.state, 'not seen'),
       CASE WHEN o.up = 1
            THEN 'The IPv' || o.family || ' session of ' || d.name || ' to AS '
                 || o.remote_as || ' was established, is '
                 || COALESCE(n.state, 'not seen') || '.'
            ELSE 'Of the IPv' || o.family || ' sessions of ' || d.name
                 || ' to AS ' || o.remote_as || ' ' || o.up
                 || ' were established; now: ' || COALESCE(n.up, 0) || '.' END
FROM   session o
JOIN   new_device d ON d.id = o.device
LEFT   JOIN session_now n
       ON n.device = o.device AND n.family = o.family
       AND n.remote_as = o.remote_as
WHERE  o.up > COALESCE(n.up, 0)
AND    (o.device, o.family) IN (SELECT device, family FROM session_now)
AND    o.device NOT IN (SELECT new FROM untold
                        WHERE  shows = 'sessions' AND new IS NOT NULL)
ORDER  BY d.key, o.family DESC, o.remote_as;

DROP TABLE session;
DROP TABLE session_now;

-- ----------------------------------------------------- added and missing ----

INSERT INTO compared (kind, subject_type, subject, name, after, sentence)
SELECT 'added', subject_type, subject, name, after,
       name || ' was not among the ' || subject_type || 's before; it is '
       || after || '.'
FROM   classed
WHERE  before IS NULL
ORDER  BY subject_type, subject;

-- Ports that told of who was on them, and can say now that nobody is: they are
-- down, or the device told of all whom it hears by that protocol.
CREATE TEMP TABLE teller AS
SELECT DISTINCT a.interface
FROM   old_link_evidence e
JOIN   old_adjacency a ON a.id = e.adjacency
JOIN   old_port o ON o.interface = a.interface AND o.port <> ''
JOIN   new_port n ON n.key = o.key AND n.port = o.port
JOIN   new_interface i ON i.id = n.interface
WHERE  i.oper_status = 'down'
OR     (a.device IN (SELECT p.old
                     FROM   device_pair p
                     JOIN   new_device d ON d.id = p.new
                     WHERE  d.source = 'agent')
        AND NOT EXISTS (SELECT 1 FROM untold u
                        WHERE  u.old = a.device
                        AND    INSTR(u.shows, a.protocol)));

-- The port opposite to each device, by its links; is it seen without anybody?
CREATE TEMP TABLE opposite AS
SELECT l.far, np.device_name || ' ' || np.port AS port,
       l.near IN (SELECT interface FROM teller)
       AND np.interface NOT IN (SELECT a_interface FROM new_link
                                WHERE  a_interface IS NOT NULL
                                UNION
                                SELECT b_interface FROM new_link
                                WHERE  b_interface IS NOT NULL) AS is_empty
FROM   (SELECT a_interface AS near, b_device AS far FROM old_link
        UNION
        SELECT b_interface, a_device FROM old_link) l
LEFT   JOIN old_port op ON op.interface = l.near
LEFT   JOIN new_port np ON np.key = op.key AND np.port = op.port;

INSERT INTO compared (kind, subject_type, subject, name, before, sentence)
SELECT CASE WHEN x.retired <= m.observed_at OR x.port IS NOT NULL
            THEN 'removed' ELSE 'not observed' END,
       'device', x.key, x.name, x.class,
       CASE WHEN x.retired <= m.observed_at
            THEN x.name || ' was taken away, stated by the facts.'
            WHEN x.port IS NOT NULL
            THEN x.name || ' is gone: its port ' || x.port
                 || ' is seen without it.'
            WHEN x.name IN (SELECT n.name
                            FROM   device_pair p
                            JOIN   new_device n ON n.id = p.new
                            WHERE  p.old IS NULL)
            THEN x.name || ' was not observed now; another device has its name.'
            ELSE x.name || ' was not observed now.' END
FROM   (SELECT o.key, o.name, COALESCE(o.class, 'unknown') AS class,
               (SELECT MIN(f.retired)
                FROM   new_fact_device f
                WHERE  f.name = o.key) AS retired,
               (SELECT CASE WHEN MIN(COALESCE(e.is_empty, 0)) THEN MIN(e.port) END
                FROM   opposite e
                WHERE  e.far = o.id) AS port
        FROM   device_pair p
        JOIN   old_device o ON o.id = p.old
        WHERE  p.new IS NULL
        AND    o.documented) x, new_meta m
ORDER  BY x.key;

DROP TABLE opposite;

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
SELECT CASE WHEN subject_type = 'segment' OR is_unstated THEN 'not observed'
            ELSE 'removed' END,
       subject_type, subject, name, before,
       name || CASE WHEN subject_type = 'segment' THEN ' was not observed now.'
                    WHEN is_unstated THEN ' is not stated now: nothing is.'
                    ELSE ' is not stated any more.' END
FROM   classed, (SELECT b.facts_hash IS NOT NULL AND m.facts_hash IS NULL
                            AS is_unstated
                 FROM   old_meta b, new_meta m)
WHERE  after IS NULL
AND    subject_type <> 'device'
ORDER  BY subject_type, subject;

-- ----------------------------------------------------------------- links ----

-- A link is its two ports, the lesser first.
CREATE TEMP TABLE old_line AS
SELECT MIN(a.key || ' ' || a.port, b.key || ' ' || b.port) AS one,
       MAX(a.key || ' ' || a.port, b.key || ' ' || b.port) AS other,
       l.a_interface, l.b_interface,
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
SELECT 'added', 'link', n.key, n.name,
       'The link ' || n.name || ' was not seen before.'
FROM   new_line n
WHERE  NOT EXISTS (SELECT 1 FROM old_line o
                   WHERE  o.one = n.one AND o.other = n.other)
ORDER  BY n.one, n.other;

-- Lost is what an end told then, and could have told now.
INSERT INTO compared (kind, subject_type, subject, name, sentence)
SELECT CASE WHEN is_told THEN 'lost' ELSE 'not observed' END, 'link',
       one || ' - ' || other, name,
       'The link ' || name || CASE WHEN is_told THEN ' was not seen now.'
                              ELSE ' was not observed now: no end that'
                                   || ' told of it then did now.' END
FROM   (SELECT o.one, o.other, o.name,
               o.a_interface IN (SELECT interface FROM teller)
               OR o.b_interface IN (SELECT interface FROM teller) AS is_told
        FROM   old_line o
        WHERE  NOT EXISTS (SELECT 1 FROM new_line n
                           WHERE  n.one = o.one AND n.other = o.other))
ORDER  BY one, other;

DROP TABLE new_line;
DROP TABLE old_line;
DROP TABLE teller;
