-- told.sql: what pages, comparison.json and the text of a comparison tell.
--
-- The earlier state is attached as `before`, the later one is `main`; `compared`
-- and `compared_class` say what differs, `compared_state` what readers call the
-- states (comparison_site.c). Names are written with their schema: pictures
-- hide tables of the file behind TEMP tables of their own.

-- --------------------------------------------------------------- states ----

CREATE TEMP TABLE told_state AS
SELECT s.side, s.name, s.sha256,
       strftime('%Y%m%dT%H%M%SZ', m.observed_at, 'unixepoch') AS id,
       strftime('%Y-%m-%d %H:%M', m.observed_at, 'unixepoch') AS observed,
       m.observed_at, m.phase, m.complete, m.enterprise, m.facts_hash,
       m.devices, m.answered, iif(o.root IS NULL, NULL, s.side) AS site
FROM   compared_state s
JOIN   (SELECT 'old' AS side, m.*,
               (SELECT COUNT(*) FROM before.device WHERE documented) AS devices,
               (SELECT COUNT(*) FROM before.device
                WHERE  documented AND source = 'agent') AS answered
        FROM   before.meta m
        UNION ALL
        SELECT 'new', m.*,
               (SELECT COUNT(*) FROM main.device WHERE documented),
               (SELECT COUNT(*) FROM main.device
                WHERE  documented AND source = 'agent')
        FROM   main.meta m) m USING (side)
CROSS  JOIN object_pages o
ORDER  BY s.side DESC;

-- --------------------------------------------------------------- figures ----

-- Counts of known and unknown beside each share: what looks like a gain may
-- only be better seen.
CREATE TEMP TABLE told_figure AS
SELECT n.id, n.ordinal, n.title, c.before, c.after, c.sentence,
       o.part AS part_before, n.part AS part_after,
       o.total - o.unknown AS known_before, n.total - n.unknown AS known_after,
       o.unknown AS unknown_before, n.unknown AS unknown_after,
       n.share - o.share AS change_tenths,
       CASE WHEN COALESCE(o.total, n.total) IS NULL
            THEN CASE WHEN n.part < o.part THEN '−'
                      WHEN n.part > o.part THEN '+'
                      ELSE '' END || ABS(n.part - o.part)
            WHEN n.share IS NOT NULL AND o.share IS NOT NULL
            THEN printf('%s%d.%d points',
                        CASE WHEN n.share < o.share THEN '−'
                             WHEN n.share > o.share THEN '+'
                             ELSE '' END,
                        ABS(n.share - o.share) / 10,
                        ABS(n.share - o.share) % 10) END AS change,
       o.part IS NOT n.part OR o.total IS NOT n.total
       OR (n.total IS NOT NULL AND o.unknown IS NOT n.unknown) AS is_news,
       c.sentence
       || CASE WHEN o.total - o.unknown <> n.total - n.unknown
               THEN printf(' Known: %,d to %,d.', o.total - o.unknown,
                           n.total - n.unknown) ELSE '' END
       || CASE WHEN n.total IS NOT NULL AND o.unknown <> n.unknown
               THEN printf(' Unknown: %,d to %,d.', o.unknown, n.unknown)
               ELSE '' END AS told,
       (SELECT 'new/' || p.path
        FROM   main.page_metric_path p, object_pages r
        WHERE  p.metric = n.id AND r.root IS NOT NULL) AS path
FROM   compared c
JOIN   main.metric n ON n.id = c.subject
JOIN   before.metric o ON o.id = c.subject
WHERE  c.kind = 'metric'
ORDER  BY n.ordinal, n.id;

-- --------------------------------------------------------------- classes ----

CREATE TEMP TABLE told_type (subject_type TEXT PRIMARY KEY, ordinal INTEGER,
                             heading TEXT);
INSERT INTO told_type (subject_type, ordinal, heading)
VALUES ('device', 1, 'Devices'), ('segment', 2, 'Segments'),
       ('service', 3, 'Services'), ('circuit', 4, 'Circuits');

-- Whence those came that are dual-stack now, and what became of those that
-- were.
CREATE TEMP TABLE told_gain AS
SELECT t.subject_type, t.ordinal, t.heading,
       COALESCE(SUM(c.objects) FILTER (WHERE before = 'dual-stack'), 0)
           AS dual_before,
       COALESCE(SUM(c.objects) FILTER (WHERE after = 'dual-stack'), 0)
           AS dual_after,
       COALESCE(SUM(c.objects) FILTER (WHERE after = 'dual-stack' AND before
                NOT IN ('dual-stack', 'unknown', 'absent')), 0) AS from_seen,
       COALESCE(SUM(c.objects) FILTER (WHERE after = 'dual-stack'
                AND before = 'unknown'), 0) AS from_unknown,
       COALESCE(SUM(c.objects) FILTER (WHERE after = 'dual-stack'
                AND before = 'absent'), 0) AS from_absent,
       COALESCE(SUM(c.objects) FILTER (WHERE before = 'dual-stack' AND after
                NOT IN ('dual-stack', 'unknown', 'absent')), 0) AS to_seen,
       COALESCE(SUM(c.objects) FILTER (WHERE before = 'dual-stack'
                AND after = 'unknown'), 0) AS to_unknown,
       COALESCE(SUM(c.objects) FILTER (WHERE before = 'dual-stack'
                AND after = 'absent'), 0) AS to_absent
FROM   told_type t
JOIN   compared_class c USING (subject_type)
GROUP  BY t.subject_type
ORDER  BY t.ordinal;

-- --------------------------------------------------------------- changes ----

-- Their order inside a part, and the state that has a page of their objects.
CREATE TEMP TABLE told_kind (kind TEXT PRIMARY KEY, ordinal INTEGER, side TEXT);
INSERT INTO told_kind (kind, ordinal, side)
VALUES ('regression', 1, 'new'), ('metric', 2, 'new'), ('transition', 3, 'new'),
       ('section', 4, 'new'), ('added', 5, 'new'), ('not observed', 6, 'old'),
       ('removed', 7, 'old'), ('lost', 8, 'old'), ('renumbered', 9, 'new'),
       ('new', 10, 'new'), ('solved', 11, 'old'), ('open', 12, 'new'),
       ('waived', 13, 'new'), ('answer', 14, 'new'), ('coverage', 15, 'new');

CREATE TEMP TABLE told_part (part TEXT PRIMARY KEY, ordinal INTEGER,
                             heading TEXT);
INSERT INTO told_part (part, ordinal, heading)
VALUES ('objects', 1, 'Objects added, not observed, removed'),
       ('space', 2, 'Prefixes and addresses'), ('renumbered', 3, 'Renumbered'),
       ('links', 4, 'Links'), ('findings', 5, 'Findings'),
       ('answers', 6, 'Answers to checklists'),
       ('sections', 7, 'Parts of the rollout'), ('coverage', 8, 'Coverage');

-- One that was there before and is there now, as it was, is no news. An age is
-- counted from the day that it was first seen.
CREATE TEMP TABLE told_change AS
SELECT c.id, c.kind, k.ordinal AS kind_ordinal,
       CASE WHEN c.kind IN ('regression', 'metric', 'transition') THEN NULL
            WHEN c.kind = 'coverage' AND c.subject_type = 'metric' THEN NULL
            WHEN c.kind = 'renumbered' THEN 'renumbered'
            WHEN c.subject_type IN ('prefix', 'address') THEN 'space'
            WHEN c.subject_type = 'link' THEN 'links'
            WHEN c.subject_type = 'finding' THEN 'findings'
            WHEN c.kind = 'answer' THEN 'answers'
            WHEN c.kind = 'section' THEN 'sections'
            WHEN c.kind = 'coverage' THEN 'coverage'
            ELSE 'objects' END AS part,
       c.subject_type, c.subject, c.name, c.before, c.after, c.sentence,
       CASE WHEN c.kind IN ('open', 'waived') AND c.before IS NOT NULL
            THEN (m.observed_at - s.first_seen) / 86400 END AS age_days,
       CASE c.kind WHEN 'metric'
            THEN (SELECT f.is_news FROM told_figure f WHERE f.id = c.subject)
            ELSE NOT (c.kind IN ('open', 'waived') AND c.before IS c.after)
            END AS is_news,
       CASE WHEN o.root IS NULL THEN NULL
            ELSE k.side || '/'
                 || CASE WHEN c.subject_type = 'finding' THEN 'findings.md'
                         WHEN c.subject_type = 'address'
                         THEN 'devices/' || d.slug || '.md'
                         WHEN k.side = 'new' THEN n.path
                         ELSE b.path END END AS path
FROM   compared c
JOIN   told_kind k USING (kind)
CROSS  JOIN main.meta m
CROSS  JOIN object_pages o
LEFT   JOIN main.subject n
       ON n.subject_type = c.subject_type AND n.subject = c.subject
LEFT   JOIN before.subject b
       ON b.subject_type = c.subject_type AND b.subject = c.subject
LEFT   JOIN main.device d ON c.subject_type = 'address' AND d.key = c.subject
LEFT   JOIN main.seen s ON s.subject_type = 'finding' AND s.subject = c.subject
                       AND c.subject_type = 'finding'
ORDER  BY c.id;

CREATE INDEX temp.told_change_part ON told_change (part, kind_ordinal);

CREATE TEMP TABLE told_count AS
SELECT p.part, p.ordinal AS part_ordinal, p.heading, c.kind, c.kind_ordinal,
       COUNT(*) AS changes
FROM   told_change c
JOIN   told_part p USING (part)
GROUP  BY p.ordinal, c.kind_ordinal
ORDER  BY p.ordinal, c.kind_ordinal;

-- Pages of both states that show the same.
CREATE TEMP TABLE told_beside AS
SELECT 1 AS ordinal, 'The network' AS title, 'index' AS page
UNION ALL
SELECT 2, 'All pictures', 'diagrams'
UNION ALL
SELECT 3, s.name, 'sites/' || s.slug
FROM   main.site s
WHERE  s.slug IN (SELECT slug FROM before.site);

-- ------------------------------------------------------------------ text ----

CREATE TEMP TABLE told_line (ordinal INTEGER PRIMARY KEY, line TEXT NOT NULL);

INSERT INTO told_line (line)
SELECT 'from  ' || o.name || ', ' || o.observed || ' UTC'
       || COALESCE(', phase ' || o.phase, '') || ', ' || o.answered || ' of '
       || o.devices || ' devices answered'
FROM   told_state o
WHERE  o.side = 'old'
UNION ALL
SELECT 'to    ' || n.name || ', ' || n.observed || ' UTC'
       || COALESCE(', phase ' || n.phase, '') || ', ' || n.answered || ' of '
       || n.devices || ' devices answered'
FROM   told_state n
WHERE  n.side = 'new';

INSERT INTO told_line (line)
SELECT 'Nothing changed.'
WHERE  NOT EXISTS (SELECT 1 FROM told_change WHERE is_news);

INSERT INTO told_line (line)
SELECT 'Regressions: ' || iif(COUNT(*) = 0, 'none was seen', COUNT(*))
FROM   told_change
WHERE  kind = 'regression'
HAVING EXISTS (SELECT 1 FROM told_change WHERE is_news);

INSERT INTO told_line (line)
SELECT '  ' || sentence
FROM   told_change
WHERE  kind = 'regression'
ORDER  BY subject_type, natural_key(name), id;

INSERT INTO told_line (line)
SELECT told
FROM   told_figure
WHERE  is_news
ORDER  BY ordinal, id;

INSERT INTO told_line (line)
SELECT heading || ', newly dual-stack: '
       || substr(iif(from_seen > 0, ', ' || from_seen
                                    || ' seen not to be before', '')
                 || iif(from_unknown > 0, ', ' || from_unknown
                                          || ' not observed before', '')
                 || iif(from_absent > 0, ', ' || from_absent
                                         || ' not there before', ''), 3)
       || '.'
FROM   told_gain
WHERE  from_seen + from_unknown + from_absent > 0
ORDER  BY ordinal;

INSERT INTO told_line (line)
SELECT heading || ', no longer dual-stack: '
       || substr(iif(to_seen > 0, ', ' || to_seen || ' seen not to be now', '')
                 || iif(to_unknown > 0, ', ' || to_unknown
                                        || ' not observed now', '')
                 || iif(to_absent > 0, ', ' || to_absent
                                       || ' not there now', ''), 3)
       || '.'
FROM   told_gain
WHERE  to_seen + to_unknown + to_absent > 0
ORDER  BY ordinal;

-- The same word for what has no direction.
INSERT INTO told_line (line)
SELECT heading || ': ' || group_concat(changes || ' ' || word, ', ')
FROM   (SELECT part_ordinal, heading, changes,
               iif(kind IN ('answer', 'section', 'coverage'), 'changed', kind)
                   AS word
        FROM   told_count
        ORDER  BY part_ordinal, kind_ordinal)
GROUP  BY part_ordinal
ORDER  BY part_ordinal;
