-- P-21: A dual-stack router received IPv4 and not one octet of IPv6.
-- Between two readings of its counters, some minutes apart. Undecided where it
-- restarted between them, its counters began anew, or one family is not counted.
WITH grown AS (
	SELECT a.device, a.family,
	       b.in_octets - a.in_octets AS octets,
	       b.sys_uptime > a.sys_uptime
	       AND b.discontinuity IS a.discontinuity
	       AND b.in_octets >= a.in_octets AS is_sound
	FROM   traffic_reading a
	JOIN   traffic_reading b ON b.device = a.device
	                        AND b.family = a.family
	                        AND b.reading = 2
	WHERE  a.reading = 1
), judged AS (
	SELECT d.key, d.name, f.octets AS ipv4_octets, x.octets AS ipv6_octets,
	       COALESCE(f.is_sound AND x.is_sound, 0) AS can_say,
	       (SELECT MIN(c.id)
	        FROM   coverage c
	        WHERE  c.device = d.id
	        AND    c.question = 'IP-MIB::ipSystemStatsTable') AS coverage
	FROM   device d
	JOIN   (SELECT DISTINCT device FROM traffic_reading) t ON t.device = d.id
	LEFT   JOIN grown f ON f.device = d.id AND f.family = 4
	LEFT   JOIN grown x ON x.device = d.id AND x.family = 6
	WHERE  d.class = 'dual-stack'
)
SELECT 'device' AS subject_type,
       key AS subject,
       CASE WHEN can_say THEN 'fires' ELSE 'unknown' END AS verdict,
       'I' AS severity,
       CASE WHEN can_say
       THEN name || ' received ' || ipv4_octets || ' octets of IPv4 between two'
            || ' readings, of IPv6 none were seen.'
       ELSE 'What ' || name || ' received of both families between two readings'
            || ' was not observed.'
       END AS sentence,
       coverage
FROM   judged
WHERE  NOT can_say
OR     (ipv4_octets > 0 AND ipv6_octets = 0)
ORDER  BY key
