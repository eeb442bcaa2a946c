-- P-04: The default route stands in one family only.
-- Only of devices that have addresses of both; an IPv4 address of a loopback
-- port, or of one for management, asks for no route. Of switches and hosts a
-- missing IPv4 route is not held against them: many keep their gateway outside of
-- the routing table. Undecided while the routes of IPv6 were not read to their
-- end, or where the whole table was read and holds none of a family that has
-- addresses. A note only where each family has one, and they leave by different
-- ports.
WITH exit AS (
	SELECT r.device, r.family, MIN(r.interface) AS interface,
	       MIN(r.next_hop) AS next_hop,
	       COUNT(DISTINCT r.interface) AS ports
	FROM   route r
	WHERE  r.prefix IN ('0.0.0.0/0', '::/0')
	AND    COALESCE(r.type, '') NOT IN ('reject', 'blackhole')
	GROUP  BY r.device, r.family
	UNION  ALL
	SELECT o.device, o.family, MIN(o.interface), MIN(o.ip),
	       COUNT(DISTINCT o.interface)
	FROM   default_router o
	WHERE  o.lifetime IS NOT 0
	AND    (o.device, o.family) NOT IN (
		SELECT r.device, r.family
		FROM   route r
		WHERE  r.prefix IN ('0.0.0.0/0', '::/0')
		AND    COALESCE(r.type, '') NOT IN ('reject', 'blackhole'))
	GROUP  BY o.device, o.family
), device_exit AS (
	SELECT device,
	       MAX(family = 4) AS ipv4,
	       MAX(family = 6) AS ipv6,
	       MAX(CASE family WHEN 4 THEN interface END) AS ipv4_interface,
	       MAX(CASE family WHEN 6 THEN interface END) AS ipv6_interface,
	       MAX(CASE family WHEN 4 THEN next_hop END) AS ipv4_next_hop,
	       MAX(CASE family WHEN 6 THEN next_hop END) AS ipv6_next_hop,
	       MAX(ports) AS ports
	FROM   exit
	GROUP  BY device
), judged AS (
	SELECT d.id, d.key, d.name, x.*,
	       i.name AS ipv4_port,
	       j.name AS ipv6_port,
	       CASE
	       WHEN x.ipv4 AND x.ipv6 THEN 'I'
	       ELSE 'E'
	       END AS severity,
	       EXISTS (SELECT 1
	               FROM   device_evidence v
	               WHERE  v.device = d.id
	               AND    v.shows = CASE WHEN x.ipv4
	                                THEN 'IPv6 default routes'
	                                ELSE 'IPv4 default routes' END
	               AND    v.is_read)
	       AND EXISTS (SELECT 1
	                   FROM   coverage c
	                   WHERE  c.device = d.id
	                   AND    (c.question GLOB 'IP-FORWARD-MIB::inet*'
	                           OR c.question = 'rtnetlink: routes')
	                   AND    c.result = 'rows')
	       AND NOT EXISTS (SELECT 1
	                       FROM   coverage c
	                       WHERE  c.device = d.id
	                       AND    c.question = 'IP-FORWARD-MIB::inetCidrRouteTable'
	                       AND    c.result = 'rows'
	                       AND    2 > (SELECT COUNT(DISTINCT r.family)
	                                   FROM   route r
	                                   WHERE  r.device = d.id))
	       AS can_say,
	       (SELECT MIN(v.coverage)
	        FROM   device_evidence v
	        WHERE  v.device = d.id
	        AND    v.shows = CASE WHEN x.ipv4 THEN 'IPv6 default routes'
	                         ELSE 'IPv4 default routes' END) AS coverage
	FROM   device_exit x
	JOIN   device d ON d.id = x.device
	LEFT   JOIN interface i ON i.id = x.ipv4_interface
	LEFT   JOIN interface j ON j.id = x.ipv6_interface
	WHERE  d.class = 'dual-stack'
	AND    (x.ipv4
	        OR (d.role IN ('router', 'firewall', 'l3switch')
	            AND EXISTS (SELECT 1
	                        FROM   address a
	                        JOIN   interface o ON o.id = a.interface
	                        WHERE  a.device = d.id
	                        AND    a.family = 4
	                        AND    a.usable
	                        AND    o.type IS NOT 24
	                        AND    COALESCE(o.oper_status, 'up') = 'up'
	                        AND    NOT EXISTS (
	                               SELECT 1
	                               FROM   vrf_interface v
	                               WHERE  v.device = o.device
	                               AND    v.if_index = o.if_index
	                               AND    LOWER(v.vrf) GLOB '*m*g*m*t*'))))
	AND    (NOT x.ipv4 OR NOT x.ipv6
	        OR (x.ipv4_interface <> x.ipv6_interface AND x.ports = 1))
)
SELECT 'device' AS subject_type,
       key AS subject,
       CASE WHEN severity = 'I' OR can_say THEN 'fires'
       ELSE 'unknown' END AS verdict,
       severity,
       CASE
       WHEN severity = 'I'
       THEN 'IPv4 leaves by ' || COALESCE(ipv4_port, ipv4_next_hop)
            || ', IPv6 by ' || COALESCE(ipv6_port, ipv6_next_hop) || '.'
       WHEN ipv4
       THEN 'IPv4 leaves by ' || COALESCE(ipv4_next_hop, ipv4_port, 'a route')
            || '; '
            || CASE WHEN can_say THEN 'an IPv6 default route was not seen.'
               ELSE 'IPv6 default routes were not observed.' END
       ELSE 'IPv6 leaves by ' || COALESCE(ipv6_next_hop, ipv6_port, 'a route')
            || '; '
            || CASE WHEN can_say THEN 'an IPv4 default route was not seen.'
               ELSE 'IPv4 default routes were not observed.' END
       END AS sentence,
       coverage
FROM   judged
ORDER  BY key
