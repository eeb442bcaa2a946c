-- final: Pictures show every device, and somebody signed the result.
-- Whether the other sections are done is counted when they are. A device that no
-- link reaches stands in the picture of its site alone; the page lists those.
SELECT 'final' AS section, 'pictures show every device' AS name,
       'section' AS subject_type, 'final' AS subject, 'true' AS value,
       COUNT(*) || ' own devices are in the pictures; '
           || SUM(d.id NOT IN (SELECT a_device FROM link
                               UNION SELECT b_device FROM link))
           || ' of them have no link, and are listed.' AS sentence,
       'observed' AS source
FROM   device d
WHERE  d.documented
HAVING COUNT(*) > 0
UNION ALL
SELECT 'final', 'the result is signed', 'signoff', 'final',
       CASE WHEN COUNT(*) > 0 THEN 'true' ELSE 'false' END,
       COALESCE('Signed by ' || MIN(by_name) || ' on '
                || strftime('%Y-%m-%d', MIN(date), 'unixepoch') || '.',
                'No sign-off is stated.'),
       'stated'
FROM   fact_signoff
WHERE  page = 'final'
