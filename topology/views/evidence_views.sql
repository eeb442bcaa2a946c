-- evidence_views.sql: where what a document claims can be looked up.
--
-- A claim names a row of coverage or of probe. Here that row gets the place on
-- the pages where it stands, and a word for the link that leads there. Times of
-- both stand at that place or one link further, nowhere else.

-- The slug keeps sixty bytes and no signs: those that meet get a number.
DELETE FROM question;
INSERT INTO question
SELECT question,
       'asked-' || slug || iif(same > 1, '--' || same, ''),
       devices, with_rows, empty, not_implemented, no_answer, cut_short,
       refused
FROM   (SELECT *,
               row_number() OVER (PARTITION BY slug
                                  ORDER BY question) AS same
        FROM   (SELECT question,
                       slug(question) AS slug,
                       count(*) AS devices,
                       sum(result = 'rows') AS with_rows,
                       sum(result = 'empty') AS empty,
                       sum(result = 'not implemented') AS not_implemented,
                       sum(result = 'no answer') AS no_answer,
                       sum(result = 'cut short') AS cut_short,
                       sum(refused) AS refused
                FROM   coverage
                GROUP BY question));

DELETE FROM probe_anchor;
INSERT INTO probe_anchor (probe, anchor)
SELECT id,
       'probe-' || slug || iif(same > 1, '--' || same, '')
FROM   (SELECT id, slug,
               row_number() OVER (PARTITION BY slug
                                  ORDER BY kind, target, name, record, family,
                                           ip_key, ip, proto, port, vantage,
                                           at, result, reason, detail, id)
                   AS same
        FROM   (SELECT *,
                       slug(kind || ' ' || coalesce(record || ' ', '')
                            || coalesce(family || ' ', '')
                            || coalesce(port || ' ', '')
                            || coalesce(proto || ' ', '')
                            || target || ' ' || coalesce(name, ip, ''))
                           AS slug
                FROM   probe));

-- What a device was asked, with its place on the device's page. Like the next one
-- it reads one table only: of a view that joins, SQLite makes all rows where
-- another query joins it from the left.
DROP VIEW IF EXISTS page_evidence_coverage;
CREATE VIEW page_evidence_coverage AS
SELECT c.id,
       'devices/' || (SELECT d.slug FROM device d WHERE d.id = c.device)
           || '.md#' || (SELECT a.anchor
                         FROM   question a
                         WHERE  a.question = c.question) AS path,
       (SELECT d.name FROM device d WHERE d.id = c.device)
           || ': ' || c.question
           || CASE c.result WHEN 'rows' THEN '' ELSE ', ' || c.result END
           AS words
FROM   coverage c;

-- Kinds of probes, in words.
DROP VIEW IF EXISTS page_probe_kind;
CREATE VIEW page_probe_kind (kind, ordinal, words) AS
VALUES ('D1', 1, 'records of a name'),
       ('D2', 2, 'SOA of a zone'),
       ('T1', 3, 'TCP connect'),
       ('T2', 4, 'TLS handshake'),
       ('T3', 5, 'answer of the protocol'),
       ('I1', 6, 'echo'),
       ('M1', 7, 'SNMP'),
       ('V1', 8, 'SIP OPTIONS'),
       ('X1', 9, 'closed port');

DROP VIEW IF EXISTS page_evidence_probe;
CREATE VIEW page_evidence_probe AS
SELECT p.id,
       'probes.md#' || (SELECT a.anchor
                        FROM   probe_anchor a
                        WHERE  a.probe = p.id) AS path,
       p.kind || ' ' || p.target || coalesce(' ' || p.record, '')
           || coalesce(', IPv' || p.family, '')
           || CASE p.result WHEN 'true' THEN ', answered'
                   WHEN 'false' THEN ', ' || coalesce(p.reason, 'refused')
                   ELSE ', not decided' END AS words
FROM   probe p;

-- Probes as their page shows them.
DROP VIEW IF EXISTS page_probe;
CREATE VIEW page_probe AS
SELECT p.*,
       a.anchor,
       k.words AS kind_words,
       k.ordinal,
       CASE p.result WHEN 'true' THEN 'answered'
            WHEN 'false' THEN 'the target said no' ELSE 'not decided' END
           AS result_words,
       strftime('%Y-%m-%d %H:%M:%S UTC', p.at, 'unixepoch') AS asked
FROM   probe p
JOIN   probe_anchor a ON a.probe = p.id
LEFT JOIN page_probe_kind k ON k.kind = p.kind;
