-- changes.sql: keeps what compare.c found against the state of --previous.

DELETE FROM change;
DELETE FROM change_class;

INSERT INTO change (id, kind, subject_type, subject, name, before, after, sentence)
SELECT id, kind, subject_type, subject, name, before, after, sentence
FROM   compared
ORDER  BY id;

INSERT INTO change_class (subject_type, before, after, objects)
SELECT subject_type, before, after, objects
FROM   compared_class;

DROP TABLE compared_class;
DROP TABLE compared;
DROP TABLE device_pair;
DROP TABLE segment_pair;
DROP TABLE old_port;
