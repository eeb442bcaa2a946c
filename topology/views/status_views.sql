-- status_views.sql: sections, checks, figures and changes with the words
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
       CASE WHEN m.unknown IS NOT NULL THEN printf('%,d', m.unknown) END
           AS unknown,
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

-- The parts of a comparison, after regressions, figures and classes.
DROP VIEW IF EXISTS page_change_group;
CREATE VIEW page_change_group (ordinal, heading) AS
VALUES (1, 'Sections'), (2, 'Added and missing'), (3, 'Renumbered'),
       (4, 'Findings'), (5, 'Answers'), (6, 'Coverage');

-- Changes in the order of a comparison: first what went wrong. Of findings all
-- stand together.
DROP VIEW IF EXISTS page_change_kind;
CREATE VIEW page_change_kind (kind, ordinal, part) AS
VALUES ('regression', 1, NULL), ('metric', 2, NULL), ('transition', 3, NULL),
       ('section', 4, 1), ('added', 5, 2), ('not observed', 6, 2),
       ('removed', 7, 2), ('lost', 8, 2), ('renumbered', 9, 3), ('new', 10, 4),
       ('solved', 11, 4), ('open', 12, 4), ('waived', 13, 4), ('answer', 14, 5),
       ('coverage', 15, 6);

DROP VIEW IF EXISTS page_change;
CREATE VIEW page_change AS
SELECT c.id,
       c.kind,
       k.ordinal AS kind_ordinal,
       CASE c.subject_type WHEN 'finding' THEN 4 ELSE k.part END AS part,
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

