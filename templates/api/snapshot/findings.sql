-- findings: what rules say of objects; verdict 'unknown': nobody could see it.
SELECT   f.key, f.rule, r.title, f.severity, f.verdict, f.state, f.sentence,
         f.subject_type, f.subject, f.cause, r.is_gap, f.target_phase,
         f.is_overdue, f.waived_by, f.waived_reason
FROM     finding f
JOIN     rule r ON r.id = f.rule
ORDER BY f.rule, f.subject_type, f.subject, f.verdict, f.state, f.sentence, f.id
