-- statuses: answers count with a name and a day, n-a with a reason too
INSERT INTO fact_circuit (id, kind, provider)
VALUES ('own', 'uplink', 'Alder'), ('general', 'uplink', 'Alder'),
       ('other', 'uplink', 'Birch');
INSERT INTO fact_answer (item, circuit, provider, value, text, by_name, date)
VALUES -- one of the circuit goes before one of its provider
       ('C1', NULL, 'Alder', 'no', NULL, 'A. Ash', 1786924800),
       ('C1', 'own', NULL, 'yes', NULL, 'R. Reed', 1786924800),
       -- the last word of two
       ('C2', 'own', NULL, 'no', NULL, 'R. Reed', 1786838400),
       ('C2', 'own', NULL, 'partly', NULL, 'R. Reed', 1786924800),
       -- nobody says it; no day; no reason; no answer
       ('R1', 'own', NULL, 'yes', NULL, NULL, 1786924800),
       ('R3', 'own', NULL, 'yes', NULL, 'R. Reed', NULL),
       ('SV1', 'own', NULL, 'n-a', NULL, 'R. Reed', 1786924800),
       ('SV2', 'own', NULL, 'none', NULL, 'R. Reed', 1786924800),
       -- "no" is the good answer; words and numbers are answers
       ('C3', 'own', NULL, 'no', NULL, 'R. Reed', 1786924800),
       ('R7', 'own', NULL, 'yes', 'two of them', 'R. Reed', 1786924800),
       ('R4', 'own', NULL, '48', NULL, 'R. Reed', 1786924800),
       ('R5a', 'own', NULL, NULL, 'no more than ten', 'R. Reed', 1786924800),
       ('C6', 'own', NULL, 'none', NULL, 'R. Reed', 1786924800);
-- ask
SELECT circuit, item, answer, answered_by, status, qualifier, badge
FROM   checklist_status
WHERE  answer IS NOT NULL
OR     (circuit = 'own' AND item IN ('R1', 'R3', 'SV1', 'SV2'))
ORDER  BY circuit, item;
SELECT COUNT(*), COUNT(DISTINCT item) FROM checklist_status;
