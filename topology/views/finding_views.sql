-- finding_views.sql: findings with the words that people read; as views.sql.

DROP VIEW IF EXISTS page_severity;
CREATE VIEW page_severity (severity, ordinal, word) AS
VALUES ('E', 1, 'error'),
       ('W', 2, 'warning'),
       ('I', 3, 'information');

-- `evidence` is the page and anchor of the row that a finding rests on; NULL: it
-- rests on what people stated. One by one: a join would make all evidence for
-- each finding that a page asks for.
DROP VIEW IF EXISTS page_finding;
CREATE VIEW page_finding AS
SELECT f.id,
       f.rule,
       lower(f.rule) AS rule_anchor,
       r.title AS rule_title,
       f.subject_type,
       f.subject,
       s.name,
       s.path,
       f.verdict,
       f.severity,
       v.ordinal AS severity_ordinal,
       v.word AS severity_word,
       f.sentence,
       f.state,
       f.target_phase,
       CASE WHEN r.is_gap THEN f.target_phase END AS due,
       f.is_overdue,
       strftime('%Y-%m-%d', f.waived_until, 'unixepoch') AS waived_until,
       f.waived_by,
       f.waived_reason,
       COALESCE((SELECT c.path
                 FROM   page_evidence_coverage c
                 WHERE  c.id = f.coverage),
                (SELECT p.path
                 FROM   page_evidence_probe p
                 WHERE  p.id = f.probe)) AS evidence,
       COALESCE((SELECT c.words
                 FROM   page_evidence_coverage c
                 WHERE  c.id = f.coverage),
                (SELECT p.words
                 FROM   page_evidence_probe p
                 WHERE  p.id = f.probe),
                'stated') AS evidence_words,
       f.key
FROM   finding f
JOIN   rule r ON r.id = f.rule
JOIN   page_severity v ON v.severity = f.severity
LEFT JOIN subject s ON s.subject_type = f.subject_type
                   AND s.subject = f.subject;

-- What somebody accepts and nothing needs: a name that nothing has, a rule that
-- found nothing there, or what waits for its phase anyway.
DROP VIEW IF EXISTS page_idle_waiver;
CREATE VIEW page_idle_waiver AS
SELECT v.finding AS rule,
       lower(r.id) AS rule_anchor,
       v.object,
       strftime('%Y-%m-%d', v.until, 'unixepoch') AS until,
       v.by_name,
       v.reason,
       CASE
       WHEN r.id IS NULL THEN 'there is no such rule'
       WHEN MAX(m.state = 'planned')
       THEN 'the gap is planned for a later phase'
       WHEN MAX(m.state = 'replaced') THEN 'another finding says it'
       WHEN MAX(m.state = 'unknown') THEN 'the rule could not be decided there'
       ELSE 'the rule found nothing on an object of that name'
       END AS why
FROM   fact_waiver v
LEFT JOIN rule r ON r.id = v.finding
LEFT JOIN (SELECT f.rule, f.state, f.subject, s.name
           FROM   finding f
           LEFT JOIN subject s ON s.subject_type = f.subject_type
                              AND s.subject = f.subject) m
       ON m.rule = v.finding
      AND lower(v.object) IN (lower(m.subject), lower(m.name))
GROUP  BY v.rowid
HAVING COALESCE(MAX(m.state IN ('open', 'accepted')), 0) = 0;

-- One row a rule, with how often it said what.
DROP VIEW IF EXISTS page_rule;
CREATE VIEW page_rule AS
SELECT r.id,
       lower(r.id) AS rule_anchor,
       r.title,
       r.explanation,
       r.is_gap,
       r.replaces,
       COUNT(f.id) AS answers,
       COUNT(CASE f.state WHEN 'open' THEN 1 END) AS open,
       COUNT(CASE f.state WHEN 'planned' THEN 1 END) AS planned,
       COUNT(CASE f.state WHEN 'accepted' THEN 1 END) AS accepted,
       COUNT(CASE f.state WHEN 'replaced' THEN 1 END) AS replaced,
       COUNT(CASE f.state WHEN 'unknown' THEN 1 END) AS unknown
FROM   rule r
LEFT JOIN finding f ON f.rule = r.id
GROUP  BY r.id;
