-- fates.sql: what became of each card and joint between the two states.
--
--   card_fate   one row a card: its fate, a class of the palette now
--   card_detail what changed of a card, in the order in which it is told
--
-- The comparison decides: what it does not call removed was not observed.

DROP TABLE IF EXISTS temp.card_said;
CREATE TEMP TABLE card_said AS
SELECT d.id AS device, c.id, c.kind, c.subject_type, c.before, c.after,
       c.sentence
FROM   compared c
JOIN   main.device d ON d.key = c.subject
WHERE  c.subject_type IN ('device', 'address');
CREATE INDEX temp.card_said_device ON card_said (device, subject_type, kind);

DROP TABLE IF EXISTS temp.card_detail;
CREATE TEMP TABLE card_detail (
	device INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	place INTEGER NOT NULL,
	old_text TEXT,  -- is not so any more
	new_text TEXT,  -- is so now
	note_text TEXT  -- was not observed; or who says that it is gone
);

-- Of what a device told in both states.
INSERT INTO card_detail (device, ordinal, place, old_text, new_text)
WITH both AS (
	SELECT n.id, o.name AS old_name, n.name, o.model AS old_model, n.model,
	       o.software AS old_software, n.software,
	       o.serial AS old_serial, n.serial, o.site AS old_site, n.site
	FROM   device_pair p
	JOIN   before.device o ON o.id = p.old
	JOIN   main.device n ON n.id = p.new
)
SELECT id, 1, 0, old_name, name FROM both WHERE old_name <> name
UNION ALL
SELECT id, 3, 0, old_model, model FROM both WHERE old_model <> model
UNION ALL
SELECT id, 4, 0, old_software, software FROM both WHERE old_software <> software
UNION ALL
SELECT id, 5, 0, 'serial ' || old_serial, 'serial ' || serial
FROM   both WHERE old_serial <> serial
UNION ALL
SELECT id, 6, 0, 'site ' || old_site, 'site ' || site
FROM   both WHERE old_site <> site;

INSERT INTO card_detail (device, ordinal, place, old_text, new_text, note_text)
SELECT device, 2, id, iif(after = 'unknown', NULL, before),
       iif(after = 'unknown', NULL, after),
       iif(after = 'unknown', '? ' || before || ' before, not observed now',
           NULL)
FROM   card_said
WHERE  subject_type = 'device' AND kind IN ('transition', 'regression')
  AND  before <> 'established'
UNION ALL
SELECT device, 7, id, before, after, NULL
FROM   card_said
WHERE  subject_type = 'device' AND kind = 'renumbered'
UNION ALL
SELECT device, 8, id, iif(kind = 'lost', before, NULL), after,
       iif(kind = 'not observed', '? ' || before || ' not observed now', NULL)
FROM   card_said
WHERE  subject_type = 'address'
UNION ALL
SELECT device, 9, id, 'BGP ' || before, 'BGP ' || after, NULL
FROM   card_said
WHERE  subject_type = 'device' AND kind = 'regression' AND before = 'established'
UNION ALL
SELECT device, 10, id, NULL, iif(after = 'answered', 'answers now', NULL),
       iif(after = 'answered', NULL, '? did not answer now')
FROM   card_said
WHERE  subject_type = 'device' AND kind = 'coverage';
CREATE INDEX temp.card_detail_device ON card_detail (device, ordinal, place);

DROP TABLE IF EXISTS temp.card_fate;
CREATE TEMP TABLE card_fate AS
SELECT p.new AS device, n.class,
       CASE WHEN p.old IS NULL THEN 'added'
            WHEN EXISTS (SELECT 1 FROM card_said s
                         WHERE s.device = p.new AND s.subject_type = 'device'
                           AND s.kind = 'added') THEN 'added'
            WHEN EXISTS (SELECT 1 FROM card_said s
                         WHERE s.device = p.new AND s.subject_type = 'device'
                           AND s.kind = 'removed') THEN 'removed'
            WHEN EXISTS (SELECT 1 FROM card_detail d
                         WHERE d.device = p.new AND d.ordinal IN (2, 10)
                           AND d.note_text IS NOT NULL) THEN 'not observed'
            WHEN EXISTS (SELECT 1 FROM card_detail d
                         WHERE d.device = p.new) THEN 'changed'
            ELSE 'unchanged' END AS fate
FROM   device_pair p
JOIN   card n ON n.device = p.new;

INSERT INTO card_fate (device, class, fate)
SELECT p.old + (1 << 40), coalesce(o.class, 'unknown'),
       iif(o.key IN (SELECT subject FROM compared
                     WHERE subject_type = 'device' AND kind = 'removed'),
           'removed', 'not observed')
FROM   device_pair p
JOIN   before.device o ON o.id = p.old
WHERE  p.new IS NULL;
CREATE UNIQUE INDEX temp.card_fate_device ON card_fate (device);

-- What is new has nothing that changed; of what is gone it is told who says so.
DELETE FROM card_detail
WHERE  device IN (SELECT device FROM card_fate
                  WHERE fate IN ('added', 'removed'));
INSERT INTO card_detail (device, ordinal, place, note_text)
SELECT f.device, 11, c.id,
       iif(c.sentence = c.name || ' was taken away, stated by the facts.',
           'taken away, as stated',
           substr(c.sentence, length(c.name || ' is gone: ') + 1))
FROM   card_fate f
JOIN   page_device d ON d.id = f.device
JOIN   compared c ON c.subject_type = 'device' AND c.kind = 'removed'
                 AND c.subject = d.key
WHERE  f.fate = 'removed';

UPDATE card
SET    class = f.fate
FROM   card_fate f
WHERE  f.device = card.device;

-- ---------------------------------------------------------------- joints ----

-- What only addresses tell comes and goes with its ends.
DROP TABLE IF EXISTS temp.joint_fate;
CREATE TEMP TABLE joint_fate AS
SELECT slug, iif(is_lost, 'removed', 'not observed') AS fate
FROM   (SELECT 'was-' || slug AS slug, is_lost FROM gone_link)
UNION ALL
SELECT l.slug, 'added'
FROM   main.link l
JOIN   compared c ON c.subject_type = 'link' AND c.kind = 'added'
                 AND c.subject = l.key;
CREATE INDEX temp.joint_fate_slug ON joint_fate (slug);

UPDATE joint
SET    class = coalesce(
           (SELECT max(fate) FROM joint_fate f WHERE f.slug = joint.slug),
           (SELECT p.fate
            FROM   card_fate f
            JOIN   change_palette p ON p.fate = f.fate
            WHERE  f.device IN (joint.a_device, joint.b_device)
              AND  p.fate NOT IN ('changed', 'unchanged')
              AND  (f.device >= 1 << 40 OR p.fate = 'added')
            ORDER BY p.weight DESC LIMIT 1),
           iif(slug GLOB 'was-*', 'not observed', 'unchanged'));

-- Lines that several share become nodes; this is what they are made of.
DROP TABLE IF EXISTS temp.whole_joint;
CREATE TEMP TABLE whole_joint AS
SELECT a_device AS device, a_interface AS interface, class FROM joint
UNION ALL
SELECT b_device, b_interface, class FROM joint;
CREATE INDEX temp.whole_joint_device ON whole_joint (device, interface);
