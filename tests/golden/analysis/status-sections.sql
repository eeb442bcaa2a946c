-- statuses: sections by their checks; what does not apply, somebody says
INSERT INTO fact_person (role, name)
VALUES ('project manager', 'R. Reed'), ('advisor', 'S. Sedge');
INSERT INTO fact_procedure (title, reviewed, owner)
VALUES ('Reset of a router', 1786924800, 'S. Sedge'),
       ('Change of an uplink', 1600000000, 'R. Reed');
INSERT INTO fact_project (name, requires_ipv6, signed_by, state)
VALUES ('Gates', 'exempt', NULL, NULL), ('Scales', 'no', NULL, NULL),
       ('Cameras', 'yes', NULL, 'closed');
INSERT INTO fact_answer (item, value, text, by_name, date)
VALUES ('voip', 'n-a', 'no telephones', 'R. Reed', 1786924800),
       ('people', 'n-a', 'nobody works here', 'R. Reed', 1786924800),
       ('services', 'n-a', NULL, 'R. Reed', 1786924800);
INSERT INTO fact_signoff (page, by_name, date)
VALUES ('final', 'R. Reed', 1786924800);
-- ask
SELECT id, status, badge, confirmed, absent, unobserved, total, owner, reason
FROM   section
WHERE  id IN ('people', 'record', 'projects', 'voip', 'services', 'final')
ORDER  BY ordinal;
SELECT name, subject, value, sentence
FROM   status_check
WHERE  section IN ('people', 'record', 'projects')
OR     (section = 'final' AND subject IN ('people', 'voip', 'final'))
ORDER  BY id;
