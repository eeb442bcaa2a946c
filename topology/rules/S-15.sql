-- S-15: IPv6 is alive on a LAN that the plan keeps without it.
-- A working address, or router advertisements. Link-local addresses alone are
-- on every LAN. Undecided where no gateway of that LAN was observed, or its
-- neighbours were not read to their end.
WITH plan AS (
	SELECT s.id, s.key, s.name
	FROM   segment s
	WHERE  s.kind = 'lan'
	AND    EXISTS (SELECT 1
	               FROM   fact_ipv4_only f
	               WHERE  f.vlan = s.vlan
	               AND    COALESCE(f.site, s.site) = s.site)),
life AS (
	SELECT p.id, p.key, p.name,
	       MAX(e.has_ipv6) AS has_ipv6,
	       MAX(r.sends = 1) AS sends,
	       SUM(e.has_ipv6 AND e.interface IS NULL) AS hosts,
	       MIN(CASE WHEN e.is_gateway THEN e.ipv6_sayable END) AS is_sayable,
	       MAX(CASE WHEN e.is_gateway THEN e.device END) AS gateway
	FROM   plan p
	LEFT   JOIN segment_end e ON e.segment = p.id
	LEFT   JOIN interface i ON i.id = e.interface
	LEFT   JOIN router_advert r ON r.device = i.device
	                           AND r.if_index = i.if_index
	GROUP  BY p.id)
SELECT 'segment' AS subject_type,
       l.key AS subject,
       CASE WHEN l.has_ipv6 OR l.sends THEN 'fires' ELSE 'unknown' END
           AS verdict,
       'W' AS severity,
       CASE
       WHEN l.has_ipv6 OR l.sends
       THEN 'IPv6 is in use on ' || l.name || ', which the plan keeps IPv4 only'
            || CASE WHEN l.sends THEN ': router advertisements are sent'
               WHEN l.hosts > 0
               THEN ': ' || l.hosts || CASE l.hosts WHEN 1 THEN ' host has'
                    ELSE ' hosts have' END || ' an address'
               ELSE '' END || '.'
       ELSE 'Whether IPv6 is in use on ' || l.name || ', which the plan keeps'
            || ' IPv4 only, was not observed.'
       END AS sentence,
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = l.gateway
        AND    c.question IN ('IP-MIB::ipNetToPhysicalTable',
                              'CISCO-IETF-IP-MIB::cInetNetToMediaTable',
                              'IPV6-MIB::ipv6NetToMediaTable',
                              'IP-MIB::ipAddressTable')
        ORDER  BY c.result = 'rows' DESC, c.question = 'IP-MIB::ipAddressTable',
                  c.question
        LIMIT  1) AS coverage
FROM   life l
WHERE  l.has_ipv6
OR     l.sends
OR     NOT COALESCE(l.is_sayable, 0)
ORDER  BY l.key
