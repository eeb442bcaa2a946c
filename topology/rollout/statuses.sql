-- statuses.sql: from checks and answers to statuses, of each question to a
-- provider and of each section of the guide.
--
-- Checks that are true, false and unknown make evidence: done when all are true,
-- partial when some are, missing when none is and one is false, unknown when
-- nothing was observed. Evidence and answer together make the status
-- (status_rule). An answer counts with a name and a day only; that something does
-- not apply, with a reason only.

-- What an answer makes of evidence. Answers: yes, partly, no, n-a, and none. A
-- question that only people can answer (class H) has unknown evidence.
CREATE TEMP TABLE status_rule (
	class TEXT NOT NULL, -- of the item; '': of those that have no own row
	answer TEXT NOT NULL,
	evidence TEXT NOT NULL,
	status TEXT NOT NULL,
	is_conflict INTEGER NOT NULL,
	qualifier TEXT,
	PRIMARY KEY (class, answer, evidence)
) WITHOUT ROWID;

INSERT INTO status_rule
	(class, answer, evidence, status, is_conflict, qualifier)
VALUES ('', 'yes', 'done', 'done', 0, NULL),
       ('', 'yes', 'partial', 'partial', 0, NULL),
       ('', 'yes', 'missing', 'missing', 1, NULL),
       ('', 'yes', 'unknown', 'partial', 0, 'stated, not confirmed'),
       ('H', 'yes', 'unknown', 'done', 0, 'stated'),
       ('', 'partly', 'done', 'partial', 1, NULL),
       ('', 'partly', 'partial', 'partial', 0, NULL),
       ('', 'partly', 'missing', 'partial', 1, NULL),
       ('', 'partly', 'unknown', 'partial', 0, 'stated'),
       ('', 'no', 'done', 'partial', 1, NULL),
       ('', 'no', 'partial', 'partial', 0, NULL),
       ('', 'no', 'missing', 'missing', 0, NULL),
       ('', 'no', 'unknown', 'missing', 0, 'stated'),
       ('', 'n-a', 'done', 'done', 1, NULL),
       ('', 'n-a', 'partial', 'partial', 1, NULL),
       ('', 'n-a', 'missing', 'not applicable', 0, NULL),
       ('', 'n-a', 'unknown', 'not applicable', 0, NULL),
       ('', 'none', 'done', 'partial', 0, 'not signed off'),
       ('E', 'none', 'done', 'done', 0, NULL),
       ('', 'none', 'partial', 'partial', 0, NULL),
       ('', 'none', 'missing', 'missing', 0, NULL),
       ('', 'none', 'unknown', 'unknown', 0, NULL);

-- --------------------------------------------------------------- answers ----

-- Answers that count; that of the circuit goes before that of its provider,
-- and the last word of each.
CREATE TEMP TABLE counted_answer (
	circuit TEXT NOT NULL,
	item TEXT NOT NULL,
	answer TEXT NOT NULL, -- as it was given
	meant TEXT NOT NULL,  -- as status_rule has it
	text TEXT,
	by_name TEXT NOT NULL,
	date INTEGER NOT NULL,
	PRIMARY KEY (circuit, item)
) WITHOUT ROWID;

INSERT OR IGNORE INTO counted_answer
	(circuit, item, answer, meant, text, by_name, date)
SELECT circuit, item, answer,
       CASE WHEN answer_type = 'same/different/none' THEN 'yes'
            WHEN answer NOT IN ('yes', 'partly', 'no', 'n-a') THEN 'yes'
            WHEN is_turned AND answer = 'yes' THEN 'no'
            WHEN is_turned AND answer = 'no' THEN 'yes'
            ELSE answer
            END,
       text, by_name, date
FROM   (SELECT c.id AS circuit, i.id AS item, i.answer_type, i.is_turned,
               COALESCE(NULLIF(a.value, ''), a.text) AS answer,
               a.text, a.by_name, a.date, a.circuit IS NULL AS is_general
        FROM   circuit c
        JOIN   fact_circuit f ON f.id = c.id
        JOIN   fact_answer a
               ON a.circuit = c.id
               OR (a.circuit IS NULL AND a.provider = f.provider)
        JOIN   checklist_item i ON i.id = a.item
        WHERE  a.by_name <> ''
        AND    a.date IS NOT NULL)
WHERE  answer <> ''
AND    (answer <> 'none' OR answer_type = 'same/different/none')
AND    (answer <> 'n-a' OR text <> '')
ORDER  BY circuit, item, is_general, date DESC, answer, by_name;

-- -------------------------------------------------------------- evidence ----

-- A question that evidence cannot answer has none, whatever was checked.
CREATE TEMP TABLE item_evidence AS
SELECT circuit, item, class,
       CASE WHEN class = 'H' THEN 'unknown'
            WHEN confirmed > 0 AND confirmed = total THEN 'done'
            WHEN confirmed > 0 THEN 'partial'
            WHEN absent > 0 THEN 'missing'
            ELSE 'unknown'
            END AS evidence
FROM   (SELECT c.id AS circuit, i.id AS item, i.class,
               COUNT(k.id) AS total,
               COUNT(k.id) FILTER (WHERE k.value = 'true') AS confirmed,
               COUNT(k.id) FILTER (WHERE k.value = 'false') AS absent
        FROM   circuit c
        CROSS  JOIN checklist_item i
        LEFT   JOIN status_check k
               ON k.item = i.id
               AND k.subject_type = 'circuit' AND k.subject = c.id
               AND k.source = 'observed'
        GROUP  BY c.id, i.id);

INSERT INTO checklist_status (circuit, item, answer, answer_text, answered_by,
                              answered_on, evidence, status, is_conflict,
                              qualifier, badge)
SELECT e.circuit, e.item, a.answer, a.text, a.by_name, a.date, e.evidence,
       COALESCE(own.status, r.status),
       COALESCE(own.is_conflict, r.is_conflict),
       CASE WHEN own.class IS NULL THEN r.qualifier ELSE own.qualifier END,
       CASE WHEN a.answer IS NOT NULL AND e.evidence <> 'unknown'
            THEN 'both'
            WHEN a.answer IS NOT NULL THEN 'stated'
            WHEN e.evidence <> 'unknown' THEN 'observed'
            END
FROM   item_evidence e
LEFT   JOIN counted_answer a ON a.circuit = e.circuit AND a.item = e.item
-- What only evidence can show no answer changes.
JOIN   status_rule r
       ON r.class = ''
       AND r.answer = CASE e.class WHEN 'E' THEN 'none'
                      ELSE COALESCE(a.meant, 'none') END
       AND r.evidence = e.evidence
LEFT   JOIN status_rule own
       ON own.class = e.class
       AND own.answer = r.answer AND own.evidence = r.evidence;

DROP TABLE item_evidence;
DROP TABLE counted_answer;
DROP TABLE status_rule;

-- -------------------------------------------------------------- sections ----

-- Of the questions to providers those count that must be answered well.
CREATE TEMP VIEW section_count AS
SELECT k.section,
       COUNT(*) AS total,
       SUM(k.value = 'true') AS confirmed,
       SUM(k.value = 'false') AS absent,
       SUM(k.value = 'unknown') AS unobserved,
       CASE WHEN MIN(k.source) = MAX(k.source) THEN MIN(k.source)
            ELSE 'both'
            END AS badge
FROM   status_check k
LEFT   JOIN checklist_item i ON i.id = k.item
WHERE  k.item IS NULL
OR     i.answer_type = 'yn!'
GROUP  BY k.section;

CREATE TEMP VIEW section_status AS
SELECT s.id,
       COALESCE(n.confirmed, 0) AS confirmed,
       COALESCE(n.absent, 0) AS absent,
       COALESCE(n.unobserved, 0) AS unobserved,
       COALESCE(n.total, 0) AS total,
       n.badge,
       CASE WHEN n.confirmed > 0 AND n.confirmed = n.total THEN 'done'
            WHEN n.confirmed > 0 THEN 'partial'
            WHEN n.absent > 0 THEN 'missing'
            ELSE 'unknown'
            END AS status
FROM   section s
LEFT   JOIN section_count n ON n.section = s.id;

UPDATE section
SET    (confirmed, absent, unobserved, total, badge, status) = (
	SELECT confirmed, absent, unobserved, total, badge, status
	FROM   section_status
	WHERE  section_status.id = section.id)
WHERE  id <> 'final';

-- A section that somebody says does not apply, while nothing says that it does.
UPDATE section
SET    status = 'not applicable',
       badge = CASE WHEN absent > 0 THEN 'both' ELSE 'stated' END,
       reason = a.text || ' (stated by ' || a.by_name || ')'
FROM   fact_answer a
WHERE  a.item = section.id
AND    a.value = 'n-a'
AND    a.text <> ''
AND    a.by_name <> ''
AND    a.date IS NOT NULL
AND    section.confirmed = 0;

-- The final result is done when all others are; so it is counted after them.
INSERT INTO status_check (section, name, subject_type, subject, value, reason,
                          sentence, source)
SELECT 'final', 'section is done', 'section', id,
       CASE WHEN status IN ('done', 'not applicable') THEN 'true'
            WHEN status = 'unknown' THEN 'unknown'
            ELSE 'false'
            END,
       CASE status WHEN 'unknown' THEN 'not-attempted' END,
       title || ': ' || status || ', ' || confirmed || ' of ' || total
       || ' checks confirmed',
       CASE badge WHEN 'stated' THEN 'stated' ELSE 'observed' END
FROM   section
WHERE  id <> 'final'
ORDER  BY ordinal;

UPDATE section
SET    (confirmed, absent, unobserved, total, badge, status) = (
	SELECT confirmed, absent, unobserved, total, badge, status
	FROM   section_status
	WHERE  section_status.id = section.id)
WHERE  id = 'final';

DROP VIEW section_status;
DROP VIEW section_count;
