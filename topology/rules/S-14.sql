-- S-14: A tunnel that the facts do not state.
-- What a tunnel carries passes the firewall unread. One that is switched off
-- does not count, nor one that only has a number kept for it (notPresent), nor
-- what Junos calls so: the hardware that makes tunnels, and ways inside of one
-- box. Without an address of IPv6 on it, that it carries IPv6 was not seen.
-- Undecided where an interface is a tunnel by its name alone.
WITH way AS (
	SELECT i.id, i.device,
	       COALESCE(NULLIF(i.name, ''), i.descr, i.if_index) AS name,
	       t.method, t.if_index IS NOT NULL AS is_told,
	       CASE WHEN t.remote_ip NOT IN ('0.0.0.0', '::')
	            THEN t.remote_ip END AS remote_ip,
	       i.type = 131 AS is_typed,
	       EXISTS (SELECT 1
	               FROM   address a
	               WHERE  a.device = i.device
	               AND    a.interface = i.id
	               AND    a.family = 6
	               AND    a.kind <> 'link-local') AS carries_ipv6,
	       (SELECT MIN(a.kind)
	        FROM   address a
	        WHERE  a.device = i.device
	        AND    a.interface = i.id
	        AND    a.kind IN ('6to4', 'ISATAP', 'Teredo')) AS transition
	FROM   interface i
	JOIN   device d ON d.id = i.device
	LEFT   JOIN tunnel t ON t.device = i.device AND t.if_index = i.if_index
	WHERE  i.source = 'agent'
	AND    i.admin_status IS NOT 'down'
	AND    i.oper_status IS NOT 'notPresent'
	AND    NOT (COALESCE(d.sys_object_id, '') LIKE '1.3.6.1.4.1.2636.%'
	            AND (COALESCE(i.name, '') NOT LIKE '%.%'
	                 OR SUBSTR(i.name, 1, 3)
	                    IN ('lt-', 'mt-', 'pd-', 'pe-', 'vt-')))
	AND    (i.type = 131
	        OR t.if_index IS NOT NULL
	        OR (i.type IS NULL
	            AND (i.name GLOB 'sit[0-9]*'
	                 OR i.name GLOB 'gre[0-9]*'
	                 OR i.name GLOB 'ip6tnl*'))))
SELECT 'interface' AS subject_type,
       d.key || '/' || w.name AS subject,
       CASE WHEN w.is_told OR w.is_typed THEN 'fires' ELSE 'unknown' END
           AS verdict,
       CASE WHEN w.method IN ('sixToFour', 'isatap', 'teredo')
              OR w.transition IS NOT NULL THEN 'E' ELSE 'W' END AS severity,
       d.name || ' ' || w.name
       || CASE
          WHEN NOT w.is_told AND NOT COALESCE(w.is_typed, 0)
          THEN ' is a tunnel by its name; its kind was not observed.'
          WHEN w.carries_ipv6
          THEN ' carries IPv6'
               || CASE
                  WHEN w.remote_ip LIKE '%:%'
                  THEN ' inside IPv6 to ' || w.remote_ip
                  WHEN w.remote_ip IS NOT NULL
                  THEN ' inside IPv4 to ' || w.remote_ip
                  WHEN w.method IN ('sixToFour', 'isatap', 'teredo')
                    OR w.transition IS NOT NULL
                  THEN ' inside IPv4 to whoever it finds'
                  ELSE '; where to was not observed' END
               || COALESCE(' (' || COALESCE(w.transition, w.method) || ')', '')
               || '; no fact states it.'
          ELSE ' is a tunnel' || COALESCE(' to ' || w.remote_ip, '')
               || ' that no fact states.'
          END AS sentence,
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = d.id
        AND    c.question = CASE WHEN w.is_told THEN 'TUNNEL-MIB::tunnelIfTable'
                            ELSE 'IF-MIB::ifTable' END) AS coverage
FROM   way w
JOIN   device d ON d.id = w.device
WHERE  NOT EXISTS (SELECT 1
                   FROM   fact_tunnel f
                   WHERE  f.device IN (d.key, d.name)
                   AND    f.interface = w.name)
ORDER  BY 2
