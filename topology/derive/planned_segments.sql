-- planned_segments.sql: LANs and links that the plan has and nobody observed.
--
-- What stands behind a silent router is still a part of the network: a segment
-- of class unknown, with the prefixes that the plan gives it. Prefixes that are
-- not in use yet (reserved, deprecated) make no segment.

-- ---------------------------------------------- what the plan says is one ----

-- Both families of one LAN have its site and VLAN, those of a link the same
-- words; without them each prefix stands for itself.
CREATE TEMP TABLE stated_net (
	prefix TEXT NOT NULL,
	label TEXT NOT NULL,
	kind TEXT NOT NULL,
	site TEXT NOT NULL,
	vlan INTEGER,
	use TEXT,
	last_key BLOB NOT NULL,
	PRIMARY KEY (prefix, label)
) WITHOUT ROWID;

INSERT OR IGNORE INTO stated_net (prefix, label, kind, site, vlan, use,
                                  last_key)
SELECT p.prefix,
       CASE
       WHEN p.role = 'lan' AND p.vlan IS NOT NULL AND p.site IS NOT NULL
       THEN p.site || ' VLAN ' || p.vlan
       WHEN p.role = 'lan' THEN p.prefix
       WHEN p.use <> '' THEN COALESCE(p.site, 'none') || ' ' || p.use
       ELSE p.prefix
       END,
       p.role,
       COALESCE(p.site, 'none'),
       p.vlan,
       NULLIF(p.use, ''),
       prefix_last(p.prefix)
FROM   fact_plan_prefix p
WHERE  p.role IN ('lan', 'p2p')
AND    COALESCE(p.status, 'active') = 'active';

CREATE INDEX temp.stated_net_label ON stated_net (label);

CREATE TEMP TABLE observed_net (
	prefix_key BLOB NOT NULL,
	segment INTEGER NOT NULL,
	PRIMARY KEY (prefix_key, segment)
) WITHOUT ROWID;

INSERT OR IGNORE INTO observed_net (prefix_key, segment)
SELECT prefix_key(prefix), segment
FROM   segment_prefix;

-- The segment that begins inside a stated prefix, or has its VLAN. What several
-- routing tables have is that of the site.
CREATE TEMP TABLE covering (
	label TEXT NOT NULL,
	segment INTEGER NOT NULL,
	PRIMARY KEY (label, segment)
) WITHOUT ROWID;

INSERT OR IGNORE INTO covering (label, segment)
SELECT n.label, o.segment
FROM   stated_net n
JOIN   observed_net o
       ON o.prefix_key BETWEEN prefix_key(n.prefix) AND n.last_key
JOIN   segment s ON s.id = o.segment
WHERE  s.site = n.site
OR     NOT EXISTS (SELECT 1 FROM stated_net t
                   WHERE  t.prefix = n.prefix AND t.label <> n.label);

INSERT OR IGNORE INTO covering (label, segment)
SELECT n.label, s.id
FROM   stated_net n
JOIN   segment s ON s.site = n.site AND s.vlan = n.vlan
WHERE  s.kind = 'lan'
AND    n.kind = 'lan';

-- ------------------------------------------------------------ the segments ----

INSERT INTO segment (key, name, kind, site, vlan, class, class_note, is_stated)
SELECT CASE label
       WHEN site || ' VLAN ' || MIN(vlan) THEN label
       ELSE 'stated ' || label
       END,
       CASE
       WHEN kind = 'lan' AND MIN(vlan) = MAX(vlan) THEN 'VLAN ' || MIN(vlan)
       ELSE COALESCE(MIN(use), MIN(prefix))
       END,
       kind,
       site,
       CASE WHEN MIN(vlan) = MAX(vlan) THEN MIN(vlan) END,
       'unknown',
       'stated, not observed',
       1
FROM   stated_net
WHERE  label NOT IN (SELECT label FROM covering)
GROUP  BY label
ORDER  BY label;

INSERT INTO segment_prefix (segment, family, prefix, prefix_key)
SELECT s.id, ip_family(n.prefix), n.prefix, prefix_key(n.prefix)
FROM   segment s
JOIN   stated_net n ON s.key IN (n.label, 'stated ' || n.label)
WHERE  s.is_stated;

INSERT OR IGNORE INTO site (id, slug, name, source)
SELECT DISTINCT site, 'none', 'No site', 'none'
FROM   segment
WHERE  is_stated
AND    site = 'none';

UPDATE segment
SET    slug = COALESCE(NULLIF(slug(
	CASE kind WHEN 'lan' THEN site || ' ' || name ELSE name END), ''),
	'segment')
WHERE  is_stated;

UPDATE segment
SET    slug = slug || '-' || short_hash(key)
WHERE  is_stated
AND    slug IN (SELECT slug FROM segment GROUP BY slug HAVING COUNT(*) > 1);

-- ------------------------------------------------- what the plan calls it ----

-- A VLAN's number says little: VLAN 30 STAFF.
UPDATE segment
SET    name = segment.name || ' ' || u.use
FROM   (SELECT s.id, MIN(n.use) AS use
        FROM   segment s
        JOIN   stated_net n ON n.site = s.site AND n.vlan = s.vlan
        WHERE  s.kind = 'lan'
        AND    n.kind = 'lan'
        GROUP  BY s.id
        HAVING COUNT(DISTINCT n.use) = 1) u
WHERE  u.id = segment.id;

DROP TABLE covering;
DROP TABLE observed_net;
DROP TABLE stated_net;
