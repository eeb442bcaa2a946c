-- metrics.sql: the figures of the rollout, each with what it was counted from.
--
-- Objects are sorted into classes once (metric_class); which classes are the
-- numerator, and which the denominator, is a line of metric_kind. Shares are
-- tenths of a percent in whole numbers, half up. Traffic, findings, answers and
-- coverage are counted apart, each in its own way.

CREATE TEMP TABLE metric_kind (
	id TEXT PRIMARY KEY,
	ordinal INTEGER NOT NULL,
	title TEXT NOT NULL,
	objects TEXT NOT NULL,  -- counted_object.kind
	part TEXT NOT NULL,     -- classes of the numerator, each between bars
	beside TEXT,            -- a class that does not count at all
	note TEXT NOT NULL
);

INSERT INTO metric_kind (id, ordinal, title, objects, part, beside, note)
VALUES ('K1', 1, 'Devices dual-stack', 'device', '|dual-stack|', NULL,
        'own devices: answered, spoke LLDP, or stated'),
       ('K2', 2, 'Infrastructure dual-stack', 'infrastructure',
        '|dual-stack|', NULL,
        'routers, firewalls, switches and access points among them'),
       ('K3', 3, 'Endpoints dual-stack', 'endpoint', '|dual-stack|', NULL,
        'all other own devices'),
       ('K4', 4, 'Segments dual-stack', 'segment',
        '|dual-stack|dual-stack (link-local)|', NULL,
        'LANs and point-to-point segments'),
       ('K5', 5, 'Layer 3 links dual-stack', 'p2p',
        '|dual-stack|dual-stack (link-local)|', NULL,
        'point-to-point segments'),
       ('K6', 6, 'Services dual-stack', 'service', '|dual-stack|', NULL,
        'stated services'),
       ('K7', 7, 'Circuits dual-stack', 'circuit', '|dual-stack|', NULL,
        'stated circuits'),
       ('K8', 8, 'Devices with IPv6', 'device', '|dual-stack|IPv6 only|',
        NULL, 'dual-stack or IPv6 only'),
       ('K9', 9, 'Assets with IPv6 only', 'device', '|IPv6 only|', 'none',
        'of own devices that have an IP address or may have one');

CREATE TEMP TABLE counted_object (
	kind TEXT NOT NULL,
	class TEXT NOT NULL,
	objects INTEGER NOT NULL
);

INSERT INTO counted_object (kind, class, objects)
SELECT 'device', COALESCE(class, 'unknown'), COUNT(*)
FROM   device
WHERE  documented
GROUP  BY 2
UNION ALL
SELECT CASE WHEN role IN ('router', 'firewall', 'l3switch', 'switch', 'ap')
       THEN 'infrastructure'
       ELSE 'endpoint'
       END, COALESCE(class, 'unknown'), COUNT(*)
FROM   device
WHERE  documented
GROUP  BY 1, 2
UNION ALL
SELECT 'segment', CASE class_note
       WHEN 'link-local, RFC 7404' THEN class || ' (link-local)'
       ELSE COALESCE(class, 'unknown')
       END, COUNT(*)
FROM   segment
GROUP  BY 2
UNION ALL
SELECT 'p2p', CASE class_note
       WHEN 'link-local, RFC 7404' THEN class || ' (link-local)'
       ELSE COALESCE(class, 'unknown')
       END, COUNT(*)
FROM   segment
WHERE  kind = 'p2p'
GROUP  BY 2
UNION ALL
SELECT 'service', class, COUNT(*)
FROM   service
GROUP  BY 2
UNION ALL
SELECT 'circuit', class, COUNT(*)
FROM   circuit
GROUP  BY 2;

INSERT INTO metric (id, ordinal, title, part, total, unknown, note)
SELECT k.id, k.ordinal, k.title,
       COALESCE(SUM(o.objects) FILTER
                (WHERE INSTR(k.part, '|' || o.class || '|')), 0),
       COALESCE(SUM(o.objects), 0),
       COALESCE(SUM(o.objects) FILTER (WHERE o.class = 'unknown'), 0),
       k.note
FROM   metric_kind k
LEFT   JOIN counted_object o
       ON o.kind = k.objects AND o.class IS NOT k.beside
GROUP  BY k.id;

INSERT INTO metric_class (metric, class, objects)
SELECT k.id, o.class, o.objects
FROM   metric_kind k
JOIN   counted_object o ON o.kind = k.objects AND o.class IS NOT k.beside;

DROP TABLE counted_object;
DROP TABLE metric_kind;

-- ---------------------------------------------------------- K10: traffic ----

-- Routers whose traffic is that of the enterprise: those of the uplinks, else
-- those at the edge.
CREATE TEMP TABLE edge_router (device INTEGER PRIMARY KEY);

INSERT OR IGNORE INTO edge_router (device)
SELECT c.device
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id
WHERE  f.kind = 'uplink'
AND    c.device IS NOT NULL;

INSERT INTO edge_router (device)
SELECT id
FROM   device
WHERE  documented
AND    tier = 1
AND    NOT EXISTS (SELECT 1 FROM edge_router);

-- Octets between two readings, or why they cannot be told. The agent's own
-- clock says how far apart they lie: 300 s at least. A 32-bit counter may have
-- begun anew once; that it did so no more than once is sure only where the
-- ports together, which all tell their speed, cannot carry 2^32 octets in that
-- time.
CREATE TEMP TABLE traffic (
	device INTEGER NOT NULL,
	family INTEGER NOT NULL,
	octets INTEGER,
	void TEXT,
	PRIMARY KEY (device, family)
) WITHOUT ROWID;

INSERT INTO traffic (device, family, octets, void)
SELECT device, family,
       CASE WHEN grown < 0 THEN grown + 4294967296 ELSE grown END,
       CASE WHEN uptime < 0 THEN 'restarted between the readings'
            WHEN uptime < 30000 THEN 'readings less than 300 s apart'
            WHEN is_broken THEN 'counter was reset between the readings'
            WHEN grown IS NULL THEN 'octets not counted'
            WHEN bits = 64 AND grown < 0 THEN 'counter fell'
            WHEN bits = 32
                 AND COALESCE(speed * uptime / 800 >= 4294967296, 1)
            THEN '32-bit counter may have begun anew more than once'
            END
FROM   (SELECT a.device, a.family, MIN(a.bits, b.bits) AS bits,
               b.in_octets - a.in_octets AS grown,
               b.sys_uptime - a.sys_uptime AS uptime,
               b.discontinuity IS NOT a.discontinuity AS is_broken,
               (SELECT CASE WHEN MIN(COALESCE(i.speed, 0)) > 0
                       THEN SUM(i.speed) END
                FROM   interface i
                WHERE  i.device = a.device
                AND    COALESCE(i.oper_status, 'up') = 'up'
                AND    COALESCE(i.type, 6) NOT IN (1, 24, 53, 131, 135, 136))
                   AS speed -- without loopbacks, tunnels and what rides on ports
        FROM   edge_router e
        JOIN   traffic_reading a ON a.device = e.device AND a.reading = 1
        JOIN   traffic_reading b
               ON b.device = a.device AND b.family = a.family
               AND b.reading = 2);

-- Both families of a router or neither: half of it would tilt the share.
CREATE TEMP TABLE traffic_sum AS
SELECT SUM(v6.octets) AS octets_v6,
       SUM(v4.octets) AS octets_v4,
       COUNT(*) AS routers,
       (SELECT COUNT(*) FROM edge_router) AS all_routers,
       (SELECT GROUP_CONCAT(void, ', ')
        FROM   (SELECT DISTINCT void
                FROM   traffic
                WHERE  void IS NOT NULL
                ORDER  BY void)) AS void
FROM   traffic v4
JOIN   traffic v6 ON v6.device = v4.device AND v6.family = 6
WHERE  v4.family = 4
AND    v4.void IS NULL
AND    v6.void IS NULL;

INSERT INTO metric (id, ordinal, title, part, total, unknown, note)
SELECT 'K10', 10, 'IPv6 share of traffic', octets_v6,
       octets_v4 + octets_v6,
       CASE WHEN routers > 0 THEN 0 END,
       'octets received by ' || routers || ' of ' || all_routers
       || ' edge routers between two readings'
       || CASE WHEN routers = all_routers THEN ''
               ELSE '; not counted: ' || COALESCE(void, 'no second reading')
               END
FROM   traffic_sum;

INSERT INTO metric_class (metric, class, objects)
SELECT 'K10', 'IPv6', octets_v6
FROM   traffic_sum
WHERE  routers > 0
UNION ALL
SELECT 'K10', 'IPv4', octets_v4
FROM   traffic_sum
WHERE  routers > 0;

DROP TABLE traffic_sum;
DROP TABLE traffic;
DROP TABLE edge_router;

-- --------------------------------------- K11 to K13: findings and answers ----

CREATE TEMP TABLE severity (
	letter TEXT PRIMARY KEY,
	ordinal INTEGER NOT NULL,
	title TEXT NOT NULL
);

INSERT INTO severity (letter, ordinal, title)
VALUES ('E', 11, 'Open findings: errors'),
       ('W', 12, 'Open findings: warnings'),
       ('I', 13, 'Open findings: notes');

-- No share: findings are no part of anything.
INSERT INTO metric (id, ordinal, title, part, unknown, note)
SELECT 'K11-' || s.letter, s.ordinal, s.title,
       COUNT(f.id) FILTER (WHERE f.state = 'open'),
       COUNT(f.id) FILTER (WHERE f.state = 'unknown'),
       'of this severity; gaps that are planned for a later phase and'
       || ' accepted exceptions are not among them'
FROM   severity s
LEFT   JOIN finding f ON f.severity = s.letter
GROUP  BY s.letter;

INSERT INTO metric_class (metric, class, objects)
SELECT 'K11-' || severity, state, COUNT(*)
FROM   finding
GROUP  BY severity, state;

DROP TABLE severity;

INSERT INTO metric (id, ordinal, title, part, total, unknown, note)
SELECT 'K12', 14, 'Checklist items answered',
       COALESCE(SUM(answer IS NOT NULL), 0), COUNT(*), 0,
       'questions to providers, of each circuit; an answer has a name and a day'
FROM   checklist_status;

INSERT INTO metric_class (metric, class, objects)
SELECT 'K12', status, COUNT(*)
FROM   checklist_status
GROUP  BY status;

INSERT INTO metric (id, ordinal, title, part, total, unknown, note)
SELECT 'K13-devices', 15, 'Devices that answered',
       COALESCE(SUM(source = 'agent'), 0), COUNT(*), 0,
       'own devices whose SNMP agent answered'
FROM   device
WHERE  documented
UNION ALL
SELECT 'K13-tables', 16, 'Tables read to their end',
       COALESCE(SUM(result IN ('rows', 'empty')), 0), COUNT(*),
       COALESCE(SUM(result = 'not implemented'), 0),
       'of agents that answered; tables that an agent does not have count'
       || ' as unknown'
FROM   coverage;

INSERT INTO metric_class (metric, class, objects)
SELECT 'K13-tables', result, COUNT(*)
FROM   coverage
GROUP  BY result;

-- ---------------------------------------------------------------- shares ----

UPDATE metric
SET    share = (1000 * part + (total - unknown) / 2)
               / NULLIF(total - unknown, 0),
       low = (1000 * part + total / 2) / NULLIF(total, 0),
       high = (1000 * (part + unknown) + total / 2) / NULLIF(total, 0);
