SELECT kind, subject_type, name, before, after, sentence
FROM   change
WHERE  subject_type IN ('device', 'segment', 'circuit', 'link', 'prefix',
                        'address')
ORDER  BY id;
SELECT * FROM change_class ORDER BY 1, 2, 3;
SELECT sentence FROM change WHERE kind = 'metric' AND subject IN ('K1', 'K4');
SELECT sentence FROM change WHERE kind = 'coverage' AND subject = 'K1';
