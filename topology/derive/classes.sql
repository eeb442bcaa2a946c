-- classes.sql: dual-stack, IPv4 only, IPv6 only, none or unknown?
--
-- A family is present with one usable address; it is absent only where a table
-- that could have shown it was read to its end (sayable.sql). Agents are judged
-- by their own addresses, all others by what gateways hear of their MACs
-- (segment_ends.sql).
--
-- Leaves verdict for segment_classes.sql, which drops it.

CREATE TEMP TABLE verdict (
	ipv4 INTEGER NOT NULL,
	ipv6 INTEGER NOT NULL,
	ipv4_sayable INTEGER NOT NULL,
	ipv6_sayable INTEGER NOT NULL,
	class TEXT NOT NULL,
	note TEXT,
	PRIMARY KEY (ipv4, ipv6, ipv4_sayable, ipv6_sayable)
) WITHOUT ROWID;

INSERT INTO verdict (ipv4, ipv6, ipv4_sayable, ipv6_sayable, class, note)
VALUES (1, 1, 0, 0, 'dual-stack', NULL),
       (1, 1, 0, 1, 'dual-stack', NULL),
       (1, 1, 1, 0, 'dual-stack', NULL),
       (1, 1, 1, 1, 'dual-stack', NULL),
       (1, 0, 0, 1, 'IPv4 only', NULL),
       (1, 0, 1, 1, 'IPv4 only', NULL),
       (1, 0, 0, 0, 'unknown', 'IPv4 seen'),
       (1, 0, 1, 0, 'unknown', 'IPv4 seen'),
       (0, 1, 1, 0, 'IPv6 only', NULL),
       (0, 1, 1, 1, 'IPv6 only', NULL),
       (0, 1, 0, 0, 'unknown', 'IPv6 seen'),
       (0, 1, 0, 1, 'unknown', 'IPv6 seen'),
       (0, 0, 1, 1, 'none', NULL),
       (0, 0, 0, 0, 'unknown', 'not observed'),
       (0, 0, 0, 1, 'unknown', 'not observed'),
       (0, 0, 1, 0, 'unknown', 'not observed');

-- ------------------------------------------------------------ interfaces ----

UPDATE interface
SET    class = v.class,
       class_note = COALESCE(
		CASE
		WHEN s.ipv6 THEN NULL
		WHEN s.transition THEN 'transition only'
		WHEN s.link_local THEN 'link-local only'
		END,
		v.note)
FROM   interface i
JOIN   told t ON t.device = i.device
LEFT   JOIN interface_seen s ON s.interface = i.id
JOIN   verdict v
       ON  v.ipv4 = COALESCE(s.ipv4, 0)
       AND v.ipv6 = COALESCE(s.ipv6, 0)
       AND v.ipv4_sayable = t.says_ipv4
       AND v.ipv6_sayable = t.says_ipv6
WHERE  interface.id = i.id
AND    i.source = 'agent';

-- ----------------------------------------------- devices that answered ----

-- All addresses of interfaces that are up. A router that does not forward a
-- family does not offer it, whatever addresses it has.
CREATE TEMP TABLE device_seen (
	device INTEGER PRIMARY KEY,
	ipv4 INTEGER NOT NULL,
	ipv6 INTEGER NOT NULL,
	link_local INTEGER NOT NULL,
	transition INTEGER NOT NULL,
	ipv4_sayable INTEGER NOT NULL,
	ipv6_sayable INTEGER NOT NULL,
	flag TEXT
);

INSERT INTO device_seen (device, ipv4, ipv6, link_local, transition,
                         ipv4_sayable, ipv6_sayable)
SELECT d.id,
       COALESCE(MAX(a.family = 4 AND a.usable), 0),
       COALESCE(MAX(a.family = 6 AND a.usable), 0),
       COALESCE(MAX(a.family = 6 AND a.kind = 'link-local'), 0),
       COALESCE(MAX(a.kind IN ('6to4', 'Teredo', 'ISATAP')), 0),
       t.says_ipv4,
       t.says_ipv6
FROM   device d
JOIN   told t ON t.device = d.id
LEFT   JOIN address a
       ON a.device = d.id
      AND COALESCE(a.interface, 0) NOT IN (SELECT interface FROM idle)
GROUP  BY d.id;

DROP TABLE idle;

UPDATE device_seen
SET    ipv6 = 0,
       ipv6_sayable = 1,
       flag = 'IPv6 forwarding off'
FROM   device d
WHERE  d.id = device_seen.device
AND    d.role IN ('router', 'l3switch', 'firewall')
AND    d.ip_forwarding = 1
AND    d.ipv6_forwarding = 0
AND    device_seen.ipv4
AND    device_seen.ipv6;

UPDATE device_seen
SET    ipv4 = 0,
       ipv4_sayable = 1,
       flag = 'IPv4 forwarding off'
FROM   device d
WHERE  d.id = device_seen.device
AND    d.role IN ('router', 'l3switch', 'firewall')
AND    d.ip_forwarding = 0
AND    d.ipv6_forwarding = 1
AND    device_seen.ipv4
AND    device_seen.ipv6;

-- ------------------------------------------ devices that did not answer ----

INSERT INTO device_seen (device, ipv4, ipv6, link_local, transition,
                         ipv4_sayable, ipv6_sayable)
SELECT n.device,
       MAX(h.family = 4 AND h.usable),
       MAX(h.family = 6 AND h.usable),
       MAX(h.family = 6 AND h.kind = 'link-local'),
       MAX(h.kind IN ('6to4', 'Teredo', 'ISATAP')),
       COALESCE(MIN(l.ipv4_sayable), 0),
       COALESCE(MIN(l.ipv6_sayable), 0)
FROM   node_mac n
JOIN   heard h ON h.mac = n.mac
LEFT   JOIN listener l ON l.interface = h.interface
GROUP  BY n.device;

-- ------------------------------------------------------------ all devices ----

UPDATE device
SET    class = v.class,
       class_note = COALESCE(
		s.flag,
		CASE
		WHEN s.ipv6 THEN NULL
		WHEN s.transition THEN 'transition only'
		WHEN s.link_local THEN 'link-local only'
		END,
		v.note)
FROM   device_seen s
JOIN   verdict v
       ON  v.ipv4 = s.ipv4
       AND v.ipv6 = s.ipv6
       AND v.ipv4_sayable = s.ipv4_sayable
       AND v.ipv6_sayable = s.ipv6_sayable
WHERE  s.device = device.id;

-- What should have answered and did not is not judged by its neighbours.
UPDATE device
SET    class = 'unknown',
       class_note = 'no answer'
WHERE  source <> 'agent'
AND    role IN ('router', 'firewall', 'l3switch', 'switch');

UPDATE device
SET    class = 'unknown',
       class_note = 'not observed'
WHERE  class IS NULL;

DROP TABLE device_seen;
