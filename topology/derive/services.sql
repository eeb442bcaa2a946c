-- services.sql: stated services, each family with what probes found of it.
--
-- A family goes three steps: a record publishes it, its port answers, and the
-- protocol behind it does. Only the last proves that it works: a port may be
-- open before a wall that large answers do not pass. One published address that
-- fails is a failure, since clients will try it.

INSERT INTO service (key, slug, name, fqdn, kind, target_phase, class)
SELECT f.name || ':' || f.port || '/' || f.proto,
       COALESCE(NULLIF(slug(f.name || ' ' || f.port || ' ' || f.proto), ''),
                'service'),
       f.name || ':' || f.port
       || CASE WHEN EXISTS (SELECT 1
                            FROM   fact_service o
                            WHERE  o.name = f.name
                            AND    o.port = f.port
                            AND    o.proto <> f.proto)
          THEN '/' || f.proto ELSE '' END,
       CASE
       WHEN f.zone IS NULL AND INSTR(f.name, '.') THEN LOWER(RTRIM(f.name, '.'))
       WHEN f.name = '@' THEN LOWER(RTRIM(f.zone, '.'))
       WHEN f.zone IS NOT NULL THEN LOWER(f.name || '.' || RTRIM(f.zone, '.'))
       END,
       COALESCE(f.kind,
                CASE f.port
                WHEN 22 THEN 'ssh'
                WHEN 25 THEN 'smtp'
                WHEN 53 THEN 'dns'
                WHEN 80 THEN 'http'
                WHEN 143 THEN 'imap'
                WHEN 443 THEN 'https'
                WHEN 587 THEN 'submission'
                WHEN 993 THEN 'imaps'
                WHEN 5060 THEN 'sip'
                WHEN 5061 THEN 'sips'
                ELSE 'tcp'
                END),
       f.target_phase,
       'unknown'
FROM   fact_service f
ORDER  BY f.name, f.port, f.proto;

UPDATE service
SET    slug = slug || '-' || short_hash(key)
WHERE  slug IN (SELECT slug FROM service GROUP BY slug HAVING COUNT(*) > 1);

-- --------------------------------------------------------- what is published ----

-- Several resolvers may have been asked: a record that one of them has is there.
CREATE TEMP TABLE service_name (
	service INTEGER NOT NULL,
	family INTEGER NOT NULL,
	is_published INTEGER,
	probe INTEGER,
	reason TEXT,
	PRIMARY KEY (service, family)
) WITHOUT ROWID;

-- A bare column beside MIN is that of the row which has the minimum.
INSERT INTO service_name (service, family, is_published, probe, reason)
SELECT service, family,
       CASE result WHEN 'true' THEN 1 WHEN 'false' THEN 0 END,
       probe, reason
FROM   (SELECT s.id AS service,
               CASE p.record WHEN 'AAAA' THEN 6 ELSE 4 END AS family,
               p.result, p.id AS probe, p.reason,
               MIN(CASE p.result WHEN 'true' THEN 0 WHEN 'false' THEN 1 ELSE 2
                   END * 1000000000 + p.id)
        FROM   service s
        JOIN   probe p ON LOWER(RTRIM(p.name, '.')) = s.fqdn
        WHERE  p.kind = 'D1'
        AND    p.record IN ('A', 'AAAA')
        GROUP  BY 1, 2);

CREATE TEMP TABLE service_address (
	service INTEGER NOT NULL,
	ip_key BLOB NOT NULL,
	ip TEXT NOT NULL,
	PRIMARY KEY (service, ip_key)
) WITHOUT ROWID;

INSERT OR IGNORE INTO service_address (service, ip_key, ip)
SELECT s.id, ip_key(r.value), ip_text(r.value)
FROM   service s
JOIN   probe p ON LOWER(RTRIM(p.name, '.')) = s.fqdn
JOIN   probe_record r ON r.probe = p.id
WHERE  p.kind = 'D1'
AND    p.record IN ('A', 'AAAA')
AND    ip_key(r.value) IS NOT NULL;

-- ------------------------------------------------------------ where it runs ----

-- Leaves device_name for circuits.sql, which drops it.
CREATE TEMP TABLE device_name (
	name TEXT NOT NULL,
	device INTEGER NOT NULL,
	PRIMARY KEY (name, device)
) WITHOUT ROWID;

INSERT OR IGNORE INTO device_name (name, device)
SELECT key, id FROM device WHERE key IS NOT NULL
UNION  ALL
SELECT name, id FROM device WHERE name IS NOT NULL;

UPDATE service
SET    device = (
	SELECT MIN(d.device)
	FROM   fact_service f
	JOIN   device_name d ON d.name = f.device
	WHERE  service.key = f.name || ':' || f.port || '/' || f.proto
	HAVING COUNT(*) = 1);

UPDATE service
SET    device = (
	SELECT MIN(a.device)
	FROM   service_address s
	JOIN   address a ON a.ip_key = s.ip_key
	WHERE  s.service = service.id
	AND    a.usable
	HAVING COUNT(DISTINCT a.device) = 1)
WHERE  device IS NULL
AND    key NOT IN (SELECT name || ':' || port || '/' || proto
                   FROM   fact_service
                   WHERE  device IS NOT NULL);

-- ------------------------------------------------------------- what answered ----

-- Steps to an address that is not published count where none of its family is.
CREATE TEMP TABLE service_step (
	service INTEGER NOT NULL,
	family INTEGER NOT NULL,
	step TEXT NOT NULL, -- reachable, operational
	probe INTEGER NOT NULL,
	result TEXT NOT NULL,
	ip TEXT,
	is_published INTEGER NOT NULL,
	PRIMARY KEY (service, family, step, probe)
) WITHOUT ROWID;

INSERT INTO service_step (service, family, step, probe, result, ip,
                          is_published)
SELECT s.id, p.family,
       CASE p.kind WHEN 'T1' THEN 'reachable' ELSE 'operational' END,
       p.id, p.result, p.ip,
       EXISTS (SELECT 1
               FROM   service_address a
               WHERE  a.service = s.id
               AND    a.ip_key = ip_key(p.ip))
FROM   service s
JOIN   probe p ON p.target = s.key
WHERE  p.kind IN ('T1', 'T3', 'V1', 'D2')
AND    p.family IS NOT NULL;

-- A server of zones is asked as such, under their names.
INSERT OR IGNORE INTO service_step (service, family, step, probe, result, ip,
                                    is_published)
SELECT s.id, p.family, 'operational', p.id, p.result, p.ip, 1
FROM   service s
JOIN   fact_service f ON s.key = f.name || ':' || f.port || '/' || f.proto
JOIN   service_address a ON a.service = s.id
JOIN   probe p ON p.kind = 'D2' AND ip_key(p.ip) = a.ip_key
WHERE  s.kind = 'dns'
AND    p.family IS NOT NULL
AND    COALESCE(p.proto, f.proto) = f.proto;

DELETE FROM service_step
WHERE  NOT is_published
AND    (service, family) IN (SELECT service, family
                             FROM   service_name
                             WHERE  is_published);

INSERT INTO service_family (service, family, is_published, published_probe, why)
SELECT s.id, f.family, n.is_published, n.probe,
       CASE WHEN n.is_published IS NULL
       THEN CASE f.family WHEN 6 THEN 'AAAA' ELSE 'A' END || ' record: '
            || CASE
               WHEN s.fqdn IS NULL THEN 'its name has no zone'
               WHEN n.probe IS NULL THEN 'not asked'
               ELSE COALESCE(n.reason, 'no answer')
               END
       END
FROM   service s
JOIN   (SELECT 4 AS family UNION ALL SELECT 6) f
LEFT   JOIN service_name n ON n.service = s.id AND n.family = f.family;

CREATE TEMP TABLE service_answer (
	service INTEGER NOT NULL,
	family INTEGER NOT NULL,
	step TEXT NOT NULL,
	answer INTEGER,
	probe INTEGER NOT NULL,
	ip TEXT,
	PRIMARY KEY (service, family, step)
) WITHOUT ROWID;

-- The first that failed; else of published addresses one that was not decided;
-- else one that works.
INSERT INTO service_answer (service, family, step, answer, probe, ip)
SELECT service, family, step,
       CASE result WHEN 'true' THEN 1 WHEN 'false' THEN 0 END, probe, ip
FROM   (SELECT *,
               MIN(probe + 1000000000 * CASE
                   WHEN is_published
                   THEN INSTR('false unknown true', result)
                   ELSE INSTR('true false unknown', result)
                   END)
        FROM   service_step
        GROUP  BY service, family, step);

UPDATE service_family
SET    is_reachable = a.answer,
       reachable_probe = a.probe,
       ip = a.ip
FROM   service_answer a
WHERE  a.service = service_family.service
AND    a.family = service_family.family
AND    a.step = 'reachable';

-- What speaks its protocol has an open port.
UPDATE service_family
SET    is_operational = a.answer,
       operational_probe = a.probe,
       ip = COALESCE(a.ip, service_family.ip),
       is_reachable = CASE WHEN a.answer = 1 THEN 1 ELSE is_reachable END,
       reachable_probe = CASE WHEN a.answer = 1 AND is_reachable IS NOT 1
                         THEN a.probe ELSE reachable_probe END
FROM   service_answer a
WHERE  a.service = service_family.service
AND    a.family = service_family.family
AND    a.step = 'operational';

-- Nothing speaks through a port that is shut.
UPDATE service_family
SET    is_operational = 0,
       operational_probe = reachable_probe
WHERE  is_operational IS NULL
AND    is_reachable = 0;

UPDATE service_family
SET    ip = a.ip
FROM   service_address a
WHERE  service_family.ip IS NULL
AND    a.service = service_family.service
AND    ip_family(a.ip) = service_family.family
AND    a.ip_key = (SELECT MIN(o.ip_key)
                   FROM   service_address o
                   WHERE  o.service = a.service
                   AND    ip_family(o.ip) = service_family.family);

UPDATE service_family
SET    why = COALESCE(why || '; ', '') || 'protocol: '
             || COALESCE((SELECT COALESCE(p.reason, p.detail)
                          FROM   probe p
                          WHERE  p.id = COALESCE(operational_probe,
                                                 reachable_probe)
                          AND    p.result = 'unknown'),
                         CASE WHEN is_reachable = 1
                         THEN 'the port answers, none of its protocol was asked'
                         ELSE 'not asked' END)
WHERE  is_operational IS NULL
AND    is_published IS NOT 0;

-- ---------------------------------------------------------------- the classes ----

UPDATE service
SET    class = CASE
       WHEN x.is_published = 1 AND x.is_operational = 0 THEN 'broken'
       WHEN f.is_published = 1 AND x.is_published = 1
        AND f.is_operational = 1 AND x.is_operational = 1 THEN 'dual-stack'
       WHEN x.is_published = 0 AND x.is_operational = 1 THEN 'unpublished'
       WHEN f.is_published = 1 AND x.is_published = 0 THEN 'IPv4 only'
       WHEN f.is_published = 0 AND x.is_published = 1 THEN 'IPv6 only'
       WHEN f.is_published = 0 AND x.is_published = 0 THEN 'none'
       ELSE 'unknown'
       END
FROM   service_family f
JOIN   service_family x ON x.service = f.service AND x.family = 6
WHERE  f.service = service.id
AND    f.family = 4;

UPDATE service
SET    class_note = CASE
       WHEN NOT EXISTS (SELECT 1 FROM probe) THEN 'no probe was run'
       WHEN service.class = 'unknown'
       THEN COALESCE('IPv6: ' || x.why, 'IPv4: ' || f.why,
                     'IPv4 does not answer')
       WHEN f.is_published = 1 AND f.is_operational = 0
       THEN 'IPv4 does not answer'
       END
FROM   service_family f
JOIN   service_family x ON x.service = f.service AND x.family = 6
WHERE  f.service = service.id
AND    f.family = 4;

DROP TABLE service_answer;
DROP TABLE service_step;
DROP TABLE service_address;
DROP TABLE service_name;
