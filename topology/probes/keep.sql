-- keep.sql: the answers take the place of those of earlier runs. What another
-- vantage found at closed ports stays, as this one cannot ask it anew.
CREATE TEMP TABLE kept AS
SELECT p.id AS probe, q.id AS question
FROM   main.probe p
JOIN   question q ON q.kind = p.kind
                 AND q.target = p.target
                 AND q.ip = p.ip
                 AND q.port = p.port
                 AND q.vantage = p.vantage
WHERE  p.kind = 'X1'
AND    p.vantage IS NOT (SELECT name FROM here)
AND    p.reason IS NOT 'not-attempted';

CREATE TEMP TABLE replaced AS
SELECT id
FROM   main.probe
WHERE  kind IN (SELECT kind FROM asked_kind)
AND    id NOT IN (SELECT probe FROM kept);

DELETE FROM probe_record WHERE probe IN (SELECT id FROM replaced);
DELETE FROM probe_certificate WHERE probe IN (SELECT id FROM replaced);
DELETE FROM probe_echo WHERE probe IN (SELECT id FROM replaced);
DELETE FROM main.probe WHERE id IN (SELECT id FROM replaced);
DELETE FROM probe_family;

INSERT INTO probe_family
	(family, own_address, default_route, reference, works, at)
SELECT family, own_address, default_route, reference, works, at
FROM   tested_family
ORDER  BY family;

-- Numbers go on behind those that stay.
CREATE TEMP TABLE number AS
SELECT q.id AS question,
       row_number() OVER (ORDER BY q.id)
       + COALESCE((SELECT max(id) FROM main.probe), 0) AS probe
FROM   question q
WHERE  q.kind IN (SELECT kind FROM asked_kind)
AND    q.id NOT IN (SELECT question FROM kept);

INSERT INTO main.probe
	(id, kind, target, name, record, family, ip, ip_key, proto, port,
	 vantage, result, reason, detail, at)
SELECT n.probe, q.kind, q.target, q.name, q.record, q.family, q.ip,
       ip_key(q.ip), q.proto, q.port,
       COALESCE(q.vantage, (SELECT name FROM here)),
       q.result, q.reason, q.detail, COALESCE(q.at, (SELECT at FROM here))
FROM   question q
JOIN   number n ON n.question = q.id
ORDER  BY n.probe;

INSERT INTO probe_record (probe, value, number)
SELECT n.probe, a.value, a.number
FROM   answer_record a
JOIN   number n ON n.question = a.question;

INSERT INTO probe_certificate (probe, fingerprint, names, expires)
SELECT n.probe, a.fingerprint, a.names, a.expires
FROM   answer_certificate a
JOIN   number n ON n.question = a.question;

INSERT INTO probe_echo (probe, sent, received, median_us, jitter_us)
SELECT n.probe, a.sent, a.received, a.median_us, a.jitter_us
FROM   answer_echo a
JOIN   number n ON n.question = a.question;

DELETE FROM traffic_reading WHERE EXISTS (SELECT 1 FROM answer_reading);
INSERT INTO traffic_reading (device, family, reading, sys_uptime, bits,
	in_octets, discontinuity, at)
SELECT device, family, reading, sys_uptime, bits, in_octets, discontinuity, at
FROM   answer_reading
ORDER  BY device, family, reading;
