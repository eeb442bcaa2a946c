-- tiers.sql: how far inside each device stands, for pictures.
--
-- From the outside in: 0 providers, 1 edge, 2 firewalls, 3 core, 4 access, 5
-- ends. An edge router has a provider beside it (on a link or a segment), or a
-- default route whose next hop no known device owns.

CREATE TEMP TABLE edge (device INTEGER PRIMARY KEY);

INSERT INTO edge (device)
SELECT l.a_device
FROM   link l
JOIN   device d ON d.id = l.b_device
WHERE  d.role = 'provider'
UNION
SELECT l.b_device
FROM   link l
JOIN   device d ON d.id = l.a_device
WHERE  d.role = 'provider';

INSERT OR IGNORE INTO edge (device)
SELECT e.device
FROM   segment_end e
JOIN   segment_end o ON o.segment = e.segment
JOIN   device d ON d.id = o.device
WHERE  d.role = 'provider'
AND    e.device IS NOT NULL;

INSERT OR IGNORE INTO edge (device)
SELECT r.device
FROM   route r
WHERE  r.prefix IN ('0.0.0.0/0', '::/0')
AND    ip_usable(r.next_hop)
AND    NOT EXISTS (
	SELECT 1
	FROM   device_identity i
	JOIN   device d ON d.id = i.device
	WHERE  i.kind = 'address'
	AND    i.value = r.next_hop
	AND    d.role IS NOT 'provider');

UPDATE device
SET    tier = CASE
	WHEN role = 'provider' THEN 0
	WHEN role = 'firewall' THEN 2
	WHEN role = 'router' AND id IN (SELECT device FROM edge) THEN 1
	WHEN role IN ('router', 'l3switch') THEN 3
	WHEN role IN ('switch', 'ap') THEN 4
	ELSE 5
	END;

DROP TABLE edge;

-- What nobody knows the role of, but hears two or more devices, is no end.
UPDATE device
SET    tier = 4
WHERE  role IS NULL
AND    tier = 5
AND    1 < (SELECT COUNT(DISTINCT far_device)
            FROM   adjacency
            WHERE  device = device.id);

-- A network of switches alone: those with most switches around them are core.
CREATE TEMP TABLE crowd (device INTEGER PRIMARY KEY, neighbours INTEGER);

INSERT INTO crowd (device, neighbours)
SELECT d.id, COUNT(DISTINCT f.id)
FROM   device d
JOIN   adjacency a ON a.device = d.id
JOIN   device f ON f.id = a.far_device AND f.tier = 4
WHERE  d.tier = 4
GROUP  BY d.id;

UPDATE device
SET    tier = 3
WHERE  NOT EXISTS (SELECT 1 FROM device WHERE tier IN (1, 2, 3))
AND    id IN (SELECT device
              FROM   crowd
              WHERE  neighbours > 1
              AND    neighbours = (SELECT MAX(neighbours) FROM crowd));

DROP TABLE crowd;
