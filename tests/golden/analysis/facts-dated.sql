-- facts: what people wrote down after the day of the state is not part of it
UPDATE meta SET observed_at = 1773273600; -- 2026-03-12
INSERT INTO fact_signoff (page, by_name, date)
VALUES ('index', 'Ines', 1773187200), ('index', 'Ines', 1773273600),
       ('final', 'Ines', 1773360000);
INSERT INTO fact_activity (ordinal, date, text)
VALUES (1, 1773187200, 'the day before'), (2, 1773360000, 'the day after');
INSERT INTO fact_answer (item, provider, value, by_name, date)
VALUES ('REQ1', 'Alder', 'no', 'Rowan', 1773187200),
       ('REQ2', 'Alder', 'yes', 'Rowan', 1773360000);
INSERT INTO fact_procedure (title, reviewed)
VALUES ('old', 1773187200), ('new', 1773360000);
-- ask
SELECT 'signed', page, date FROM fact_signoff ORDER BY date;
SELECT 'done', text FROM fact_activity ORDER BY date;
SELECT 'answered', item FROM fact_answer ORDER BY item;
SELECT 'reviewed', title, reviewed FROM fact_procedure ORDER BY title;
