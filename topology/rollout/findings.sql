-- findings.sql: what becomes of what the rules found: said by another finding
-- already, planned for a later phase, accepted by somebody, or open.

UPDATE finding
SET    cause = COALESCE(cause, subject),
       key = rule || ' ' || subject_type || ' ' || subject
             || COALESCE(' ' || NULLIF(cause, subject), '');

UPDATE finding
SET    target_phase = (SELECT s.target_phase
                       FROM   subject s
                       WHERE  s.subject_type = finding.subject_type
                       AND    s.subject = finding.subject)
WHERE  target_phase IS NULL;

-- What is due in no stated phase is due in the last.
UPDATE finding
SET    target_phase = (SELECT id FROM fact_phase ORDER BY ordinal DESC LIMIT 1)
WHERE  target_phase IS NULL
AND    rule IN (SELECT id FROM rule WHERE is_gap);

UPDATE finding
SET    state = 'unknown'
WHERE  verdict = 'unknown';

-- One cause, one finding. CROSS: from the few rules to what they found.
CREATE TEMP TABLE said (
	rule TEXT NOT NULL, -- the one that is not needed
	cause TEXT NOT NULL,
	PRIMARY KEY (rule, cause)
) WITHOUT ROWID;

INSERT OR IGNORE INTO said (rule, cause)
SELECT less.id, f.cause
FROM   rule strong
JOIN   rule less ON INSTR(', ' || RTRIM(strong.replaces, '. ') || ', ',
                          ', ' || less.id || ', ') > 0
CROSS  JOIN finding f ON f.rule = strong.id
WHERE  f.verdict = 'fires';

UPDATE finding
SET    state = 'replaced'
WHERE  state = 'open'
AND    (rule, cause) IN (SELECT rule, cause FROM said);

DROP TABLE said;

-- Of a gap: whether its phase has come. Without a declared phase nothing is
-- planned and nothing is late.
CREATE TEMP TABLE phase_order AS
SELECT f.id,
       f.ordinal <= c.ordinal AS has_come
FROM   meta m
JOIN   fact_phase c ON c.id = m.phase
JOIN   fact_phase f;

UPDATE finding
SET    state = CASE WHEN p.has_come THEN 'open' ELSE 'planned' END,
       is_overdue = p.has_come
FROM   phase_order p
WHERE  p.id = finding.target_phase
AND    finding.state = 'open'
AND    finding.rule IN (SELECT id FROM rule WHERE is_gap);

DROP TABLE phase_order;

-- Accepted until a day, and that day counts whole. One that has run out stays
-- beside its finding.
UPDATE finding
SET    state = CASE WHEN w.until + 86400 > m.observed_at
                    THEN 'accepted' ELSE state END,
       waived_until = w.until,
       waived_by = w.by_name,
       waived_reason = w.reason
FROM   (SELECT f.id, v.until, v.by_name, v.reason,
               ROW_NUMBER() OVER (PARTITION BY f.id
                                  ORDER BY v.until DESC, v.reason) AS place
        FROM   finding f
        JOIN   subject s ON s.subject_type = f.subject_type
                        AND s.subject = f.subject
        JOIN   fact_waiver v ON v.finding = f.rule
                            AND LOWER(v.object) IN (LOWER(f.subject),
                                                    LOWER(s.name))) w,
       meta m
WHERE  w.id = finding.id
AND    w.place = 1
AND    finding.state = 'open';
