-- rollout.sql: what became of findings, answers, sections, of what could be
-- observed, and of the figures.
--
-- Fourth of the scripts of compare.c. A finding is solved when its rule could
-- be decided and does not fire: when its object was not observed, or what
-- showed it was not told or tried again, nothing is solved.

-- -------------------------------------------------------------- findings ----

-- CROSS: from the probes that showed a finding to those of now.
CREATE TEMP TABLE probed_again (probe INTEGER PRIMARY KEY);

INSERT INTO probed_again (probe)
SELECT DISTINCT o.id
FROM   old_probe o
CROSS  JOIN new_probe n
       ON n.kind = o.kind AND n.target = o.target
       AND n.name IS o.name
       AND n.record IS o.record
       AND n.family IS o.family
WHERE  o.id IN (SELECT probe FROM old_finding)
AND    n.result <> 'unknown';

-- Whether what showed a finding then could not have done so now.
CREATE TEMP VIEW shown AS
SELECT f.*,
       f.coverage IN (SELECT coverage FROM untold)
       OR (f.probe IS NOT NULL
           AND f.probe NOT IN (SELECT probe FROM probed_again))
       OR (f.coverage IS NULL AND f.probe IS NULL
           AND b.facts_hash IS NOT NULL AND m.facts_hash IS NULL)
       OR f.rule NOT IN (SELECT id FROM new_rule) AS is_open_question
FROM   old_finding f, old_meta b, new_meta m;

-- One row a finding; several rows of one key say the same of one object.
CREATE TEMP TABLE old_found AS
SELECT key, MIN(rule) AS rule, MIN(subject_type) AS subject_type,
       MIN(subject) AS subject, MIN(severity) AS severity,
       MIN(sentence) AS sentence, MIN(state) AS state,
       MAX(is_open_question) AS is_open_question
FROM   shown
WHERE  state IN ('open', 'accepted')
GROUP  BY key;

-- Of two states the one that says more.
CREATE TEMP TABLE new_found AS
SELECT key, MIN(rule) AS rule, MIN(subject_type) AS subject_type,
       MIN(subject) AS subject, MIN(severity) AS severity,
       MIN(sentence) AS sentence,
       CASE MIN(CASE state WHEN 'open' THEN 1 WHEN 'accepted' THEN 2
                           WHEN 'planned' THEN 3 WHEN 'replaced' THEN 4
                           ELSE 5 END)
       WHEN 1 THEN 'open' WHEN 2 THEN 'accepted' WHEN 3 THEN 'planned'
       WHEN 4 THEN 'replaced' ELSE 'unknown' END AS state
FROM   new_finding
GROUP  BY key;

CREATE UNIQUE INDEX temp.old_found_key ON old_found (key);
CREATE UNIQUE INDEX temp.new_found_key ON new_found (key);

-- Objects that nothing could be decided of now.
CREATE TEMP TABLE unseen AS
SELECT subject_type, subject
FROM   classed
WHERE  COALESCE(after, 'unknown') = 'unknown';

INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT CASE WHEN n.state = 'accepted' THEN 'waived'
            WHEN n.state = 'unknown' THEN 'not observed'
            WHEN n.state IS NOT NULL THEN 'open'
            WHEN u.subject IS NOT NULL OR o.is_open_question
            THEN 'not observed'
            ELSE 'solved' END,
       'finding', o.key, o.rule || ' ' || o.subject, o.state, n.state,
       CASE WHEN n.state IS NULL
                 AND (u.subject IS NOT NULL OR o.is_open_question)
            THEN 'Not observed now: ' || o.sentence
            WHEN n.state = 'unknown'
            THEN 'Not decided now: ' || n.sentence || ' Before: ' || o.sentence
            WHEN n.state IS NULL THEN o.sentence
            ELSE n.sentence
                 || COALESCE(' First seen '
                             || ((m.observed_at - s.first_seen) / 86400)
                             || ' days before.', '') END
FROM   old_found o
JOIN   new_meta m
LEFT   JOIN new_found n ON n.key = o.key
LEFT   JOIN unseen u
       ON u.subject_type = o.subject_type AND u.subject = o.subject
LEFT   JOIN new_seen s ON s.subject_type = 'finding' AND s.subject = o.key
ORDER  BY o.rule, o.key;

INSERT INTO compared (kind, subject_type, subject, name, after, sentence)
SELECT CASE n.state WHEN 'accepted' THEN 'waived' ELSE 'new' END,
       'finding', n.key, n.rule || ' ' || n.subject, n.state, n.sentence
FROM   new_found n
WHERE  n.state IN ('open', 'accepted')
AND    NOT EXISTS (SELECT 1 FROM old_found o WHERE o.key = n.key)
ORDER  BY n.rule, n.key;

DROP TABLE unseen;
DROP TABLE new_found;
DROP TABLE old_found;
DROP VIEW shown;
DROP TABLE probed_again;

-- -------------------------------------------------- answers and sections ----

INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT CASE WHEN o.status = 'done' AND n.status = 'missing'
            THEN 'regression' ELSE 'answer' END,
       'circuit', n.circuit, n.circuit || ' ' || n.item,
       o.status, n.status,
       n.circuit || ', ' || n.item || ': was ' || o.status
       || COALESCE(' (answer ' || o.answer || ')', '') || ', is ' || n.status
       || COALESCE(' (answer ' || n.answer || ')', '') || '.'
FROM   new_checklist_status n
JOIN   old_checklist_status o ON o.circuit = n.circuit AND o.item = n.item
JOIN   new_checklist_item i ON i.id = n.item
WHERE  o.status <> n.status
OR     o.answer IS NOT n.answer
ORDER  BY n.circuit, i.ordinal;

INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT CASE WHEN o.status = 'done' AND n.status = 'missing'
            THEN 'regression' ELSE 'section' END,
       'section', n.id, n.title, o.status, n.status,
       n.title || ' was ' || o.status || ', is ' || n.status || '.'
FROM   new_section n
JOIN   old_section o ON o.id = n.id
WHERE  o.status <> n.status
ORDER  BY n.ordinal;

-- -------------------------------------------------------------- coverage ----

INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT 'coverage', 'device', n.key, n.name,
       CASE o.source WHEN 'agent' THEN 'answered' ELSE 'no answer' END,
       CASE n.source WHEN 'agent' THEN 'answered' ELSE 'no answer' END,
       n.name || CASE n.source WHEN 'agent'
                 THEN ' answered now, and did not before.'
                 ELSE ' answered before, and did not now.' END
FROM   device_pair p
JOIN   old_device o ON o.id = p.old
JOIN   new_device n ON n.id = p.new
WHERE  (o.source = 'agent') <> (n.source = 'agent')
AND    n.documented
ORDER  BY n.key;

-- Whence those came that are dual-stack now: a gain, or only better sight.
INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT 'coverage', 'metric', m.id, m.title, NULL, g.gained,
       g.gained || ' newly dual-stack: ' || g.from_other || ' were seen not to be, '
       || g.from_unknown || ' had not been observed, ' || g.from_absent
       || ' were not there.'
FROM   (SELECT subject_type, SUM(objects) AS gained,
               SUM(CASE WHEN before NOT IN ('unknown', 'absent')
                   THEN objects ELSE 0 END) AS from_other,
               SUM(CASE before WHEN 'unknown' THEN objects ELSE 0 END)
                   AS from_unknown,
               SUM(CASE before WHEN 'absent' THEN objects ELSE 0 END)
                   AS from_absent
        FROM   compared_class
        WHERE  after = 'dual-stack'
        AND    before <> 'dual-stack'
        GROUP  BY subject_type) g
JOIN   new_metric m ON m.id = CASE g.subject_type
                              WHEN 'device' THEN 'K1'
                              WHEN 'segment' THEN 'K4'
                              WHEN 'service' THEN 'K6'
                              ELSE 'K7' END
ORDER  BY m.ordinal;

-- --------------------------------------------------------------- figures ----

-- Shares in percent, their change in points; figures that are no share as they
-- are. Where nothing was known there is no change.
CREATE TEMP VIEW old_figure AS
SELECT *,
       CASE WHEN share IS NOT NULL THEN printf('%d.%d %%', share / 10, share % 10)
            WHEN total IS NULL AND part IS NOT NULL THEN part
            ELSE 'unknown' END AS words
FROM   old_metric;

CREATE TEMP VIEW new_figure AS
SELECT *,
       CASE WHEN share IS NOT NULL THEN printf('%d.%d %%', share / 10, share % 10)
            WHEN total IS NULL AND part IS NOT NULL THEN part
            ELSE 'unknown' END AS words
FROM   new_metric;

INSERT INTO compared (kind, subject_type, subject, name, before, after, sentence)
SELECT 'metric', 'metric', id, title, before, after,
       title || ': ' || before || ' to ' || after
       || CASE WHEN change = 0 THEN ', no change.'
               WHEN change IS NULL THEN '.'
               WHEN is_share THEN printf(', %s%d.%d points of known.',
                                         CASE WHEN change < 0 THEN '−' ELSE '+'
                                         END, ABS(change) / 10,
                                         ABS(change) % 10)
               ELSE printf(', %s%d.', CASE WHEN change < 0 THEN '−' ELSE '+' END,
                           ABS(change)) END
FROM   (SELECT n.id, n.ordinal, n.title, n.share IS NOT NULL AS is_share,
               CASE WHEN COALESCE(o.total, n.total) IS NOT NULL
                    THEN n.share - o.share ELSE n.part - o.part END AS change,
               o.words AS before, n.words AS after
        FROM   new_figure n
        JOIN   old_figure o ON o.id = n.id)
WHERE  before <> 'unknown'
OR     after <> 'unknown'
ORDER  BY ordinal;

DROP VIEW old_figure;
DROP VIEW new_figure;
DROP TABLE classed;
DROP TABLE untold;
DROP TABLE new_port;
