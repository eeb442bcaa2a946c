-- final: Pictures show every device, and somebody signed the result.
-- Whether the other sections are done is counted when they are. Each device is a
-- card in the picture of its site, or of a group where no location is known;
-- what could not be drawn is known to the page of diagrams alone.
SELECT 'final' AS section, 'pictures show every device' AS name,
       'section' AS subject_type, 'final' AS subject, 'true' AS value,
       COUNT(*) || ' own devices are cards of pictures: ' || COUNT(s.id)
           || ' of their sites, ' || (COUNT(*) - COUNT(s.id))
           || ' of groups without a location. The page of diagrams tells what '
           || 'could not be drawn.'
           AS sentence,
       'observed' AS source
FROM   device d
LEFT JOIN site s ON s.id = d.site AND s.source <> 'none'
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
