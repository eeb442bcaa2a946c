-- before.sql: what rules compare with, out of the state of --previous, which is
-- attached as `previous`.
--
-- A counter begins anew when its agent does: what it shows then came since.

DELETE FROM icmp_growth;
DELETE FROM mac_before;

CREATE TEMP TABLE same_device (
	device INTEGER PRIMARY KEY,
	before INTEGER NOT NULL
);

INSERT INTO same_device (device, before)
SELECT i.device, MIN(p.device)
FROM   device_identity i
JOIN   previous.device_identity p ON p.kind = i.kind AND p.value = i.value
JOIN   previous.device o ON o.id = p.device AND o.source = 'agent'
JOIN   device d ON d.id = i.device AND d.source = 'agent'
WHERE  i.strong
AND    p.strong
GROUP  BY i.device
HAVING COUNT(DISTINCT p.device) = 1;

INSERT INTO icmp_growth (device, type, grown)
SELECT c.device, c.type,
       CASE
       WHEN c.received < o.received
         OR d.sys_uptime / 100 < m.observed_at - b.observed_at
       THEN c.received
       ELSE c.received - o.received
       END
FROM   icmp_count c
JOIN   device d ON d.id = c.device
JOIN   same_device s ON s.device = c.device
JOIN   previous.icmp_count o
       ON  o.device = s.before
       AND o.family = c.family
       AND o.type = c.type
JOIN   meta m
JOIN   previous.meta b
WHERE  c.family = 6
AND    c.type IN (134, 137)
AND    c.received IS NOT NULL
AND    o.received IS NOT NULL;

DROP TABLE same_device;

INSERT INTO mac_before (mac)
SELECT mac FROM previous.host
UNION
SELECT mac FROM previous.mac_before
UNION
SELECT value FROM previous.device_identity WHERE kind IN ('mac', 'bridge mac');
