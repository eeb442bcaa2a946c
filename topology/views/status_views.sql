-- status_views.sql: sections, checks, figures, phases and changes with the words
-- that people read; as views.sql.

-- A section of the guide; its page is ID.md.
DROP VIEW IF EXISTS page_section;
CREATE VIEW page_section AS
SELECT s.id,
       s.ordinal,
       s.title,
       s.owner,
       s.status,
       s.badge,
       s.confirmed,
       s.absent,
       s.unobserved,
       s.total,
       s.reason,
       s.confirmed || ' of ' || s.total || ' confirmed, ' || s.absent
           || ' absent, ' || s.unobserved || ' not observed' AS coverage_words
FROM   section s;

-- `evidence`: where the row is on which a check rests, else the page of its
-- object; NULL for what people stated.
DROP VIEW IF EXISTS page_check;
CREATE VIEW page_check AS
SELECT k.id,
       k.section,
       s.ordinal AS section_ordinal,
       k.item,
       k.name AS check_name,
       k.subject_type,
       k.subject,
       u.name AS subject_name,
       u.path AS subject_path,
       k.value,
       CASE k.value WHEN 'true' THEN 'confirmed' WHEN 'false' THEN 'absent'
            ELSE 'not observed' END AS verdict,
       CASE k.value WHEN 'false' THEN 1 WHEN 'unknown' THEN 2 ELSE 3 END
           AS verdict_ordinal,
       k.reason,
       k.sentence,
       k.source,
       CASE k.source WHEN 'observed'
            THEN COALESCE(c.path, p.path, u.path, k.section || '.md')
            END AS evidence,
       CASE k.source WHEN 'observed'
            THEN COALESCE(c.words, p.words, u.name, s.title)
            ELSE 'stated' END AS evidence_words
FROM   status_check k
JOIN   section s ON s.id = k.section
LEFT JOIN subject u ON u.subject_type = k.subject_type
                   AND u.subject = k.subject
LEFT JOIN page_evidence_coverage c ON c.id = k.coverage
LEFT JOIN page_evidence_probe p ON p.id = k.probe;

-- The page on which the objects of a figure are listed.
DROP VIEW IF EXISTS page_metric_path;
CREATE VIEW page_metric_path (metric, path) AS
VALUES ('K1', 'devices.md'), ('K2', 'devices.md'), ('K3', 'devices.md'),
       ('K4', 'segments.md'), ('K5', 'segments.md'), ('K6', 'services.md'),
       ('K7', 'uplinks.md'), ('K8', 'devices.md'), ('K9', 'devices.md'),
       ('K10', 'monitoring.md'), ('K11-E', 'findings.md'),
       ('K11-W', 'findings.md'), ('K11-I', 'findings.md'),
       ('K12', 'uplinks.md'), ('K13-devices', 'coverage.md'),
       ('K13-tables', 'coverage.md');

-- Shares as percent with one decimal; `band` from the least to the most that
-- the unknown ones allow.
DROP VIEW IF EXISTS page_metric;
CREATE VIEW page_metric AS
SELECT m.id,
       m.ordinal,
       m.title,
       m.part,
       printf('%,d', m.unknown) AS unknown,
       CASE WHEN m.total IS NOT NULL THEN printf('%,d', m.total) END AS total,
       CASE WHEN m.total IS NOT NULL
            THEN printf('%,d', m.total - m.unknown) END AS known,
       CASE WHEN m.share IS NOT NULL
            THEN printf('%d.%d %%', m.share / 10, m.share % 10) END
           AS share_words,
       CASE WHEN m.low <> m.high
            THEN printf('%d.%d–%d.%d %%', m.low / 10, m.low % 10,
                        m.high / 10, m.high % 10) END AS band,
       m.share,
       m.low,
       m.high,
       m.note,
       CASE WHEN m.part IS NOT NULL THEN printf('%,d', m.part)
            ELSE 'not observed' END AS counted,
       CASE WHEN m.part IS NOT NULL THEN w.path END AS path
FROM   metric m
LEFT JOIN page_metric_path w ON w.metric = m.id;

-- Figures of this state and those before, with their shares.
DROP VIEW IF EXISTS page_history;
CREATE VIEW page_history AS
SELECT h.snapshot,
       h.observed_at,
       strftime('%Y-%m-%d', h.observed_at, 'unixepoch') AS day,
       h.phase,
       h.metric,
       h.part,
       h.total,
       h.unknown,
       (1000 * h.part + (h.total - h.unknown) / 2)
           / NULLIF(h.total - h.unknown, 0) AS share,
       (1000 * h.part + h.total / 2) / NULLIF(h.total, 0) AS low,
       (1000 * (h.part + h.unknown) + h.total / 2) / NULLIF(h.total, 0) AS high
FROM   history h;

-- Changes in the order of a comparison: first what went wrong.
DROP VIEW IF EXISTS page_change_kind;
CREATE VIEW page_change_kind (kind, ordinal) AS
VALUES ('regression', 1), ('metric', 2), ('transition', 3), ('section', 4),
       ('added', 5), ('not observed', 6), ('removed', 7), ('lost', 8),
       ('renumbered', 9), ('new', 10), ('solved', 11), ('open', 12),
       ('waived', 13), ('answer', 14), ('coverage', 15);

DROP VIEW IF EXISTS page_change;
CREATE VIEW page_change AS
SELECT c.id,
       c.kind,
       k.ordinal AS kind_ordinal,
       c.subject_type,
       c.subject,
       c.name AS change_name,
       CASE c.subject_type WHEN 'finding' THEN 'findings.md'
            WHEN 'address' THEN 'devices/' || d.slug || '.md'
            ELSE u.path END AS path,
       c.before,
       c.after,
       c.sentence
FROM   change c
LEFT JOIN page_change_kind k ON k.kind = c.kind
LEFT JOIN device d ON c.subject_type = 'address' AND d.key = c.subject
LEFT JOIN subject u ON u.subject_type = c.subject_type
                   AND u.subject = c.subject;

-- When a phase may be called finished, by what was observed: phases are first,
-- second ... in the order of the facts, whatever they are called.
DROP VIEW IF EXISTS page_phase_number;
CREATE VIEW page_phase_number AS
SELECT f.id,
       f.title,
       (SELECT COUNT(*) FROM fact_phase o WHERE o.ordinal < f.ordinal)
           AS number,
       f.id = (SELECT phase FROM meta) AS is_declared,
       strftime('%Y-%m-%d', f.start, 'unixepoch') AS starts,
       strftime('%Y-%m-%d', f.finish, 'unixepoch') AS ends,
       f.strategy,
       f.scope,
       f.owner,
       f.ordinal
FROM   fact_phase f;

DROP VIEW IF EXISTS page_exit_rule;
CREATE VIEW page_exit_rule (number, ordinal, name, rule) AS
VALUES (1, 2, 'every router with IPv6 forwards it', 'P-03'),
       (1, 3, 'default routes are there in both families', 'P-04'),
       (1, 4, 'sessions with providers are up in both families', 'P-05'),
       (1, 5, 'zone policies say what holds for IPv6', 'P-18'),
       (2, 4, 'no published IPv6 address fails', 'P-12'),
       (2, 5, 'no unexpected router was seen', 'S-01'),
       (2, 6, 'what is watched is watched in both families', 'P-20');

-- `value` as of a check. One count decides each: of what must not be (bad) and
-- of what could not be decided (unknown), among so many (total).
DROP VIEW IF EXISTS page_exit_count;
CREATE VIEW page_exit_count AS
SELECT 0 AS number, 1 AS ordinal, 'every own device was observed' AS name,
       COUNT(*) AS total, 0 AS bad, SUM(class = 'unknown') AS unknown,
       'devices.md' AS path
FROM   page_device
WHERE  documented
UNION ALL
SELECT 0, 2, 'equipment has a class', COUNT(*),
       SUM(NOT EXISTS (SELECT 1 FROM fact_device f
                       WHERE  f.name = d.key AND f.capability IS NOT NULL)),
       0, 'equipment.md'
FROM   device d
WHERE  d.documented
UNION ALL
SELECT 0, 3, 'every provider was asked', COUNT(*),
       SUM(NOT EXISTS (SELECT 1 FROM checklist_status a
                       WHERE  a.circuit = c.id AND a.answer IS NOT NULL)),
       0, 'uplinks.md'
FROM   circuit c
UNION ALL
SELECT 1, 1, 'circuits of the phase are dual-stack', COUNT(*),
       SUM(c.class NOT IN ('dual-stack', 'unknown')),
       SUM(c.class = 'unknown'), 'uplinks.md'
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id
WHERE  f.target_phase IS NULL
OR     f.target_phase IN (SELECT id FROM page_phase_number WHERE number <= 1)
UNION ALL
SELECT r.number, r.ordinal, r.name || ' (' || r.rule || ')', 1,
       (SELECT COUNT(*) FROM finding f
        WHERE  f.rule = r.rule AND f.state = 'open'),
       (SELECT COUNT(*) FROM finding f
        WHERE  f.rule = r.rule AND f.state = 'unknown'),
       'findings.md#rule-' || lower(r.rule)
FROM   page_exit_rule r
UNION ALL
SELECT 1, 6, 'own IPv6 prefixes are announced', COUNT(*),
       COALESCE(SUM(value = 'false'), 0), COALESCE(SUM(value = 'unknown'), 0),
       'checks.md#uplinks'
FROM   status_check
WHERE  item = 'REQ4'
UNION ALL
SELECT 2, 1, 'the pilot is done', COUNT(*), COALESCE(SUM(value = 'false'), 0),
       COALESCE(SUM(value = 'unknown'), 0), 'pilot.md'
FROM   status_check
WHERE  section = 'pilot'
UNION ALL
SELECT 2, 2, 'services of the phase are dual-stack', COUNT(*),
       SUM(s.class NOT IN ('dual-stack', 'unknown')),
       SUM(s.class = 'unknown'), 'services.md'
FROM   service s
WHERE  s.target_phase IN (SELECT id FROM page_phase_number WHERE number <= 2)
UNION ALL
SELECT 3, 1, 'own devices are dual-stack or IPv6 only', COUNT(*),
       SUM(d.class NOT IN ('dual-stack', 'IPv6 only', 'unknown')
           AND f.target_phase IS NOT NULL),
       SUM(d.class = 'unknown'), 'devices.md'
FROM   device d
LEFT JOIN fact_device f ON f.name = d.key
WHERE  d.documented
UNION ALL
SELECT 3, 2, 'no gap of a segment is overdue', COUNT(*),
       (SELECT COUNT(*) FROM finding f
        WHERE  f.state = 'open' AND f.is_overdue
        AND    f.subject_type IN ('segment', 'interface')),
       SUM(g.class = 'unknown'), 'segments.md'
FROM   segment g
UNION ALL
SELECT 3, 3, 'voice is done', COUNT(*), COALESCE(SUM(value = 'false'), 0),
       COALESCE(SUM(value = 'unknown'), 0), 'voip.md'
FROM   status_check
WHERE  section = 'voip'
UNION ALL
SELECT 3, 4, 'pages are signed', 13,
       13 - (SELECT COUNT(DISTINCT page) FROM fact_signoff
             WHERE  page IN (SELECT id FROM section)), 0, 'record.md'
UNION ALL
SELECT 4, 1, 'segments have left IPv4', COUNT(*), SUM(class <> 'IPv6 only'
                                                     AND class <> 'unknown'),
       SUM(class = 'unknown'), 'segments.md'
FROM   segment;

DROP VIEW IF EXISTS page_exit;
CREATE VIEW page_exit AS
SELECT p.id AS phase,
       p.title AS phase_title,
       c.ordinal,
       c.name AS exit_name,
       CASE WHEN c.total = 0 THEN 'unknown'
            WHEN c.bad > 0 THEN 'false'
            WHEN c.unknown > 0 THEN 'unknown'
            ELSE 'true' END AS value,
       CASE WHEN c.total = 0 THEN 'nothing of it is stated or was seen'
            WHEN c.bad > 0 AND c.unknown > 0
            THEN c.bad || ' not, ' || c.unknown || ' not observed'
            WHEN c.bad > 0 THEN c.bad || ' not'
            WHEN c.unknown > 0 THEN c.unknown || ' not observed'
            ELSE 'met' END AS words,
       c.path
FROM   page_exit_count c
JOIN   page_phase_number p ON p.number = c.number;

-- Phases whose checks are all met.
DROP VIEW IF EXISTS page_phase;
CREATE VIEW page_phase AS
SELECT p.*,
       COALESCE((SELECT MIN(e.value = 'true') FROM page_exit e
                 WHERE  e.phase = p.id), 0) AS is_met,
       (SELECT COUNT(*) FROM page_exit e
        WHERE  e.phase = p.id AND e.value = 'true') AS met,
       (SELECT COUNT(*) FROM page_exit e WHERE e.phase = p.id) AS exits,
       (SELECT COUNT(*) FROM fact_task t WHERE t.phase = p.id) AS tasks,
       (SELECT COUNT(*) FROM fact_task t
        WHERE  t.phase = p.id AND t.state = 'done') AS tasks_done
FROM   page_phase_number p;

-- Questions to providers with what stands of each.
DROP VIEW IF EXISTS page_answer;
CREATE VIEW page_answer AS
SELECT a.circuit,
       c.slug AS circuit_slug,
       a.item,
       lower(a.item) AS item_anchor,
       i.ordinal,
       i.part,
       i.question,
       i.answer_type,
       i.class AS item_class,
       i.evidence AS evidence_wanted,
       a.answer,
       a.answer_text,
       a.answered_by,
       strftime('%Y-%m-%d', a.answered_on, 'unixepoch') AS answered_on,
       a.evidence,
       a.status,
       a.is_conflict,
       a.qualifier,
       a.badge
FROM   checklist_status a
JOIN   checklist_item i ON i.id = a.item
JOIN   circuit c ON c.id = a.circuit;

-- What has a class, with the phase in which it is due. A segment is due with a
-- planned prefix of its own, else with its site and VLAN.
DROP VIEW IF EXISTS page_target;
CREATE VIEW page_target AS
SELECT f.target_phase AS phase_id, 'devices' AS kind, 'devices.md' AS path,
       d.name, COALESCE(d.class, 'unknown') AS class
FROM   device d
LEFT JOIN fact_device f ON f.name = d.key
WHERE  d.documented
UNION ALL
SELECT COALESCE((SELECT p.target_phase
                 FROM   segment_prefix s
                 JOIN   fact_plan_prefix p ON p.prefix = s.prefix
                 JOIN   fact_phase f ON f.id = p.target_phase
                 WHERE  s.segment = g.id
                 AND    NOT EXISTS (SELECT 1 FROM fact_plan_prefix t
                                    WHERE  t.prefix = p.prefix
                                    AND    t.site = g.site
                                    AND    p.site IS NOT g.site)
                 ORDER  BY f.ordinal DESC
                 LIMIT  1),
                (SELECT p.target_phase
                 FROM   fact_plan_prefix p
                 JOIN   fact_phase f ON f.id = p.target_phase
                 WHERE  p.vlan = g.vlan
                 AND    p.site = g.site
                 ORDER  BY f.ordinal DESC
                 LIMIT  1)),
       'segments', 'segments.md', g.name, COALESCE(g.class, 'unknown')
FROM   segment g
UNION ALL
SELECT target_phase, 'services', 'services.md', name, class
FROM   service
UNION ALL
SELECT f.target_phase, 'circuits', 'uplinks.md', c.id, c.class
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id;

DROP VIEW IF EXISTS page_model;
CREATE VIEW page_model AS
SELECT m.*,
       COALESCE((SELECT CASE MAX(v.statement) WHEN 1 THEN 'supports IPv6'
                             WHEN 0 THEN 'does not support IPv6' END
                 FROM   fact_vendor v
                 WHERE  LOWER(v.name) = LOWER(m.maker)
                 AND    (v.model IS NULL
                         OR LOWER(v.model) = LOWER(m.model_name))),
                'not stated') AS said
FROM   (SELECT COALESCE(vendor, '') AS maker, COALESCE(model, '') AS model_name,
               COUNT(*) AS devices,
               CASE WHEN MIN(software) = MAX(software) THEN MIN(software)
                    WHEN MIN(software) IS NOT NULL
                    THEN MIN(software) || ' ... ' || MAX(software) END
                   AS software,
               SUM(class IN ('dual-stack', 'IPv6 only')) AS with_ipv6,
               SUM(class = 'IPv4 only') AS ipv4_only,
               SUM(COALESCE(class, 'unknown') = 'unknown') AS unseen
        FROM   device
        WHERE  documented
        AND    COALESCE(vendor, model) IS NOT NULL
        GROUP  BY 1, 2) m;

-- What each own device is, is said to be able to do, and shows.
DROP VIEW IF EXISTS page_equipment;
CREATE VIEW page_equipment AS
SELECT d.key,
       d.slug,
       d.name,
       d.vendor,
       d.model,
       d.software,
       d.serial,
       f.capability,
       strftime('%Y-%m-%d', f.replace_by, 'unixepoch') AS replace_day,
       COALESCE(d.class, 'unknown') AS class,
       CASE d.ipv6_forwarding WHEN 1 THEN 'yes' WHEN 0 THEN 'no'
            ELSE 'not observed' END AS forwards_ipv6,
       CASE d.ip_forwarding WHEN 1 THEN 'yes' WHEN 0 THEN 'no'
            ELSE 'not observed' END AS forwards_ipv4,
       COALESCE((SELECT CASE MAX(r.sends) WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END
                 FROM   router_advert r
                 WHERE  r.device = d.id), 'not observed') AS sends_ra,
       COALESCE((SELECT CASE MAX(p.result) WHEN 'unknown' THEN 'no answer'
                             WHEN 'true' THEN 'yes' ELSE 'no' END
                 FROM   probe p
                 WHERE  p.kind = 'M1' AND p.family = 6
                 AND    p.target IN (d.key, d.name)
                 HAVING COUNT(*) > 0),
                CASE WHEN d.address LIKE '%:%' THEN 'yes'
                     ELSE 'not observed' END) AS managed_ipv6,
       COALESCE((SELECT CASE MAX(p.result) WHEN 'unknown' THEN 'no answer'
                             WHEN 'true' THEN 'yes' ELSE 'no' END
                 FROM   probe p
                 WHERE  p.kind = 'M1' AND p.family = 4
                 AND    p.target IN (d.key, d.name)
                 HAVING COUNT(*) > 0),
                CASE WHEN d.address LIKE '%.%' THEN 'yes'
                     ELSE 'not observed' END) AS managed_ipv4,
       d.snmp_version || COALESCE(' ' || d.security_level, '') AS snmp
FROM   device d
LEFT JOIN fact_device f ON f.name = d.key
WHERE  d.documented;

-- The parts of a comparison, after regressions, figures and classes.
DROP VIEW IF EXISTS page_change_group;
CREATE VIEW page_change_group (ordinal, heading, kinds) AS
VALUES (1, 'Sections', '|section|'),
       (2, 'Added and missing', '|added|not observed|removed|lost|'),
       (3, 'Renumbered', '|renumbered|'),
       (4, 'Findings', '|new|solved|open|waived|'),
       (5, 'Answers', '|answer|'),
       (6, 'Coverage', '|coverage|');
