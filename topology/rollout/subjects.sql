-- subjects.sql: name, page and target phase of every object that a finding, a
-- check or a change speaks of. May run again when there are more of them.

CREATE TEMP TABLE mentioned (
	subject_type TEXT NOT NULL,
	subject TEXT NOT NULL,
	PRIMARY KEY (subject_type, subject)
) WITHOUT ROWID;

INSERT INTO mentioned
SELECT subject_type, subject
FROM   (SELECT subject_type, subject FROM finding
        UNION
        SELECT subject_type, subject FROM status_check
        WHERE  subject IS NOT NULL AND subject_type IS NOT NULL
        UNION
        SELECT subject_type, subject FROM change)
EXCEPT
SELECT subject_type, subject
FROM   subject;

-- ------------------------------------------- what the network consists of ----

INSERT INTO subject (subject_type, subject, name, path, target_phase)
SELECT 'device', d.key, d.name, 'devices/' || d.slug || '.md', f.target_phase
FROM   mentioned m
JOIN   device d ON d.key = m.subject
LEFT JOIN fact_device f ON f.name = d.key
WHERE  m.subject_type = 'device'
GROUP  BY d.key;

CREATE TEMP TABLE interface_key (
	interface INTEGER PRIMARY KEY,
	device INTEGER NOT NULL,
	label TEXT NOT NULL,
	key TEXT NOT NULL
);

INSERT INTO interface_key (interface, device, label, key)
SELECT i.id, i.device, i.label, d.key || '/' || i.label
FROM   (SELECT id, device,
               COALESCE(NULLIF(name, ''), descr, if_index) AS label
        FROM   interface) i
JOIN   device d ON d.id = i.device
JOIN   mentioned m ON m.subject_type = 'interface'
              AND m.subject = d.key || '/' || i.label;

-- What an interface lacks is due when its segment is, else its device.
CREATE TEMP TABLE segment_target AS
SELECT g.id AS segment,
       COALESCE(
	(SELECT p.target_phase
	 FROM   segment_prefix s
	 JOIN   fact_plan_prefix p ON p.prefix = s.prefix
	 JOIN   fact_phase f ON f.id = p.target_phase
	 WHERE  s.segment = g.id
	 AND    NOT EXISTS (SELECT 1 FROM fact_plan_prefix t
	                    WHERE  t.prefix = p.prefix
	                    AND    t.site = g.site
	                    AND    p.site IS NOT g.site)
	 ORDER  BY f.ordinal DESC
	 LIMIT  1),
	(SELECT p.target_phase
	 FROM   fact_plan_prefix p
	 JOIN   fact_phase f ON f.id = p.target_phase
	 WHERE  p.vlan = g.vlan
	 AND    p.site = g.site
	 ORDER  BY f.ordinal DESC
	 LIMIT  1)) AS target_phase
FROM   segment g;

CREATE UNIQUE INDEX temp.segment_target_segment ON segment_target (segment);

INSERT INTO subject (subject_type, subject, name, path, target_phase)
SELECT 'interface', k.key, d.name || ' ' || k.label,
       'devices/' || d.slug || '.md#interfaces',
       COALESCE((SELECT t.target_phase
                 FROM   segment_end e
                 JOIN   segment_target t ON t.segment = e.segment
                 JOIN   fact_phase p ON p.id = t.target_phase
                 WHERE  e.interface = k.interface
                 ORDER  BY p.ordinal DESC
                 LIMIT  1),
                (SELECT f.target_phase FROM fact_device f
                 WHERE  f.name = d.key))
FROM   interface_key k
JOIN   device d ON d.id = k.device
GROUP  BY k.key;

INSERT INTO subject (subject_type, subject, name, path, target_phase)
SELECT 'segment', g.key, g.name, 'segments.md#segment-' || g.slug,
       t.target_phase
FROM   mentioned m
JOIN   segment g ON g.key = m.subject
JOIN   segment_target t ON t.segment = g.id
WHERE  m.subject_type = 'segment'
GROUP  BY g.key;

INSERT INTO subject (subject_type, subject, name, path)
SELECT 'link', l.key, l.key, 'links.md'
FROM   mentioned m
JOIN   link l ON l.key = m.subject
WHERE  m.subject_type = 'link'
GROUP  BY l.key;

INSERT INTO subject (subject_type, subject, name, path)
SELECT 'routed_link', l.key, l.key, 'routed-links.md'
FROM   mentioned m
JOIN   routed_link l ON l.key = m.subject
WHERE  m.subject_type = 'routed_link'
GROUP  BY l.key;

INSERT INTO subject (subject_type, subject, name, path, target_phase)
SELECT 'host', h.mac, COALESCE(d.name, h.mac),
       'hosts.md#segment-' || g.slug,
       COALESCE(f.target_phase, t.target_phase)
FROM   mentioned m
JOIN   host h ON h.mac = m.subject
LEFT JOIN device d ON d.id = h.device
LEFT JOIN fact_device f ON f.name = d.key
LEFT JOIN segment g ON g.id = h.segment
LEFT JOIN segment_target t ON t.segment = h.segment
WHERE  m.subject_type = 'host'
GROUP  BY h.mac;

INSERT INTO subject (subject_type, subject, name, path)
SELECT 'site', s.id, s.name, 'sites/' || s.slug || '.md'
FROM   mentioned m
JOIN   site s ON s.id = m.subject
WHERE  m.subject_type = 'site';

-- A single address has no page of its own: it stands on that of its prefix.
INSERT INTO subject (subject_type, subject, name, path, target_phase)
SELECT 'prefix', s.key, s.key,
       'ipam/' || iif(s.length = iif(s.family = 6, 128, 32),
                      COALESCE(u.slug, s.slug), s.slug) || '.md',
       (SELECT p.target_phase FROM fact_plan_prefix p
        WHERE  p.prefix = s.prefix
        AND    COALESCE(p.vrf, '') = s.vrf)
FROM   mentioned m
JOIN   space s ON s.key = m.subject
LEFT JOIN space u ON u.id = s.parent
WHERE  m.subject_type = 'prefix';

-- ------------------------------------------------- what people speak of ----

INSERT INTO subject (subject_type, subject, name, path, target_phase)
SELECT 'service', s.key, s.name, 'services/' || s.slug || '.md',
       s.target_phase
FROM   mentioned m
JOIN   service s ON s.key = m.subject
WHERE  m.subject_type = 'service'
GROUP  BY s.key;

-- A name may be that of several services; it is due with the first.
INSERT INTO subject (subject_type, subject, name, path, target_phase)
SELECT 'name', m.subject, m.subject,
       COALESCE('services/' || MIN(s.slug) || '.md', 'services.md'),
       (SELECT f.id FROM fact_phase f
        JOIN   service t ON t.target_phase = f.id AND t.fqdn = m.subject
        ORDER  BY f.ordinal
        LIMIT  1)
FROM   mentioned m
LEFT JOIN service s ON s.fqdn = m.subject
WHERE  m.subject_type = 'name'
GROUP  BY m.subject;

INSERT INTO subject (subject_type, subject, name, path, target_phase)
SELECT 'circuit', c.id, c.id, 'uplinks/' || c.slug || '.md', f.target_phase
FROM   mentioned m
JOIN   circuit c ON c.id = m.subject
JOIN   fact_circuit f ON f.id = c.id
WHERE  m.subject_type = 'circuit';

-- All others are shown by their key on the page of their kind.
CREATE TEMP TABLE page_of_type (subject_type TEXT PRIMARY KEY, path TEXT);

INSERT INTO page_of_type
VALUES ('collector', 'probes.md'),
       ('zone', 'security/zones.md'),
       ('monitor', 'monitoring.md'),
       ('tool', 'monitoring.md'),
       ('voice', 'voip.md'),
       ('project', 'projects.md'),
       ('person', 'people.md'),
       ('task', 'plan.md'),
       ('phase', 'plan.md'),
       ('model', 'equipment.md'),
       ('vendor', 'equipment.md'),
       ('procedure', 'record.md'),
       ('signoff', 'record.md'),
       ('pilot', 'pilot.md'),
       ('metric', 'metrics.md'),
       ('rule', 'findings.md'),
       ('section', 'index.md');

INSERT INTO subject (subject_type, subject, name, path)
SELECT m.subject_type, m.subject, m.subject, p.path
FROM   mentioned m
LEFT JOIN page_of_type p ON p.subject_type = m.subject_type
WHERE  NOT EXISTS (SELECT 1 FROM subject s
                   WHERE  s.subject_type = m.subject_type
                   AND    s.subject = m.subject);

DROP TABLE page_of_type;
DROP TABLE segment_target;
DROP TABLE interface_key;
DROP TABLE mentioned;
