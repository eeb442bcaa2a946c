-- union-segments.sql: LANs and point-to-point segments that changed, in both
-- states.
--
--   union_lan     one row a segment that changed, with the picture it stands in
--   lan_detail    what changed of it, in the order in which it is told
--   union_gate    one row an end of it that forwards, or that joins two devices

DROP TABLE IF EXISTS temp.lan_detail;
CREATE TEMP TABLE lan_detail (
	segment INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	place INTEGER NOT NULL,
	old_text TEXT,
	new_text TEXT,
	note_text TEXT
);

-- A prefix is told with the name of its segment.
INSERT INTO lan_detail (segment, ordinal, place, old_text, new_text, note_text)
SELECT s.id, 1, c.id, iif(c.after = 'unknown', NULL, c.before),
       iif(c.after = 'unknown', NULL, c.after),
       iif(c.after = 'unknown', '? ' || c.before || ' before, not observed now',
           NULL)
FROM   compared c
JOIN   main.segment s ON s.key = c.subject
WHERE  c.subject_type = 'segment' AND c.kind IN ('transition', 'regression')
UNION ALL
SELECT s.id, 2, c.id, c.before, c.after, NULL
FROM   compared c
JOIN   main.segment s ON s.key = c.subject
WHERE  c.subject_type = 'segment' AND c.kind = 'renumbered'
UNION ALL
SELECT s.id, 3, c.id, NULL, c.subject, NULL
FROM   compared c
JOIN   main.segment_prefix x ON x.prefix = c.subject
JOIN   main.segment s ON s.id = x.segment AND s.name = c.after
WHERE  c.subject_type = 'prefix' AND c.kind = 'added'
UNION ALL
SELECT p.new, 4, c.id, iif(c.kind = 'lost', c.subject, NULL), NULL,
       iif(c.kind = 'lost', NULL, '? ' || c.subject || ' not observed now')
FROM   compared c
JOIN   before.segment_prefix x ON x.prefix = c.subject
JOIN   segment_pair p ON p.old = x.segment
JOIN   main.segment s ON s.id = p.new AND s.name = c.before
WHERE  c.subject_type = 'prefix' AND c.kind IN ('lost', 'not observed');
CREATE INDEX temp.lan_detail_segment ON lan_detail (segment, ordinal, place);

DROP TABLE IF EXISTS temp.lan_fate;
CREATE TEMP TABLE lan_fate AS
SELECT p.new AS segment,
       CASE WHEN p.old IS NULL THEN 'added'
            WHEN EXISTS (SELECT 1 FROM lan_detail d
                         WHERE d.segment = p.new AND d.ordinal = 1
                           AND d.note_text IS NOT NULL) THEN 'not observed'
            ELSE 'changed' END AS fate
FROM   segment_pair p
WHERE  p.new IS NOT NULL
  AND  (p.old IS NULL OR p.new IN (SELECT segment FROM lan_detail))
UNION ALL
SELECT old + (1 << 40), 'not observed' FROM segment_pair WHERE new IS NULL;

DELETE FROM lan_detail
WHERE  segment IN (SELECT segment FROM lan_fate WHERE fate = 'added');

DROP TABLE IF EXISTS temp.union_lan;
CREATE TEMP TABLE union_lan AS
SELECT s.id AS segment, s.slug, s.name, s.vlan, f.fate,
       natural_key(coalesce(s.name, s.slug)) AS sort,
       (row_number() OVER (ORDER BY s.site IS NULL, s.site, s.vlan IS NULL,
                                    s.vlan, natural_key(s.name), s.slug) - 1)
           / 24 AS chunk,
       iif(s.id < 1 << 40,
           (SELECT group_concat(prefix, ', ')
            FROM   (SELECT prefix FROM main.segment_prefix x
                    WHERE  x.segment = s.id AND x.family = 6
                      AND  prefix NOT IN (SELECT new_text FROM lan_detail d
                                          WHERE  d.segment = s.id
                                            AND  new_text IS NOT NULL)
                    ORDER BY prefix_key LIMIT 3)),
           (SELECT group_concat(prefix, ', ')
            FROM   (SELECT prefix FROM before.segment_prefix x
                    WHERE  x.segment = s.id - (1 << 40) AND x.family = 6
                    ORDER BY prefix_key LIMIT 3))) AS prefix6,
       iif(s.id < 1 << 40,
           (SELECT group_concat(prefix, ', ')
            FROM   (SELECT prefix FROM main.segment_prefix x
                    WHERE  x.segment = s.id AND x.family = 4
                      AND  prefix NOT IN (SELECT new_text FROM lan_detail d
                                          WHERE  d.segment = s.id
                                            AND  new_text IS NOT NULL)
                    ORDER BY prefix_key LIMIT 3)),
           (SELECT group_concat(prefix, ', ')
            FROM   (SELECT prefix FROM before.segment_prefix x
                    WHERE  x.segment = s.id - (1 << 40) AND x.family = 4
                    ORDER BY prefix_key LIMIT 3))) AS prefix4
FROM   lan_fate f
JOIN   segment s ON s.id = f.segment;
CREATE UNIQUE INDEX temp.union_lan_segment ON union_lan (segment);

-- Of each picture at most 36 devices beside its segments.
DROP TABLE IF EXISTS temp.union_gate;
CREATE TEMP TABLE union_gate AS
WITH gate AS (
	SELECT DISTINCT l.segment, e.device,
	       coalesce(i.name, i.descr, '?') AS name
	FROM   union_lan l
	JOIN   segment_end e ON e.segment = l.segment
	JOIN   segment s ON s.id = l.segment
	JOIN   card c ON c.device = e.device
	LEFT JOIN interface i ON i.id = e.interface
	WHERE  e.is_gateway OR s.kind = 'p2p'
),
ranked AS (
	SELECT g.*, l.chunk, c.tier, c.sort, c.slug,
	       dense_rank() OVER (PARTITION BY l.chunk
	                          ORDER BY c.tier, c.sort, c.slug) AS nth,
	       row_number() OVER (PARTITION BY l.chunk, g.device
	                          ORDER BY l.vlan IS NULL, l.vlan, l.sort, l.slug,
	                                   natural_key(g.name)) AS place
	FROM   gate g
	JOIN   union_lan l USING (segment)
	JOIN   card c USING (device)
)
SELECT *, nth % 2 AS is_left
FROM   ranked
WHERE  nth <= 36;
CREATE INDEX temp.union_gate_chunk ON union_gate (chunk, device);
