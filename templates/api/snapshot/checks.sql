-- checks: what of each section was seen or stated.
SELECT   k.section, s.title AS section_title, k.item, k.name, k.subject_type,
         k.subject, k.value, k.reason, k.sentence, k.source
FROM     status_check k
JOIN     section s ON s.id = k.section
ORDER BY s.ordinal, k.item, k.name, k.subject_type, k.subject, k.sentence, k.id
