-- S-06: Neighbours of a gateway that no bridge hears on a port.
-- ARP and ND keep an address longer than a bridge keeps its MAC, so they may
-- only be silent. Undecided while a bridge of the site did not tell its
-- forwarding table to the end.
WITH lost AS (
	SELECT h.segment, COUNT(*) AS hosts, MIN(h.mac) AS mac
	FROM   host h
	WHERE  h.segment IS NOT NULL
	AND    h.switch IS NULL
	GROUP  BY h.segment),
heard_vlan AS (
	SELECT d.site, f.vlan, MIN(d.id) AS bridge
	FROM   fdb f
	JOIN   device d ON d.id = f.device
	WHERE  f.vlan IS NOT NULL
	GROUP  BY d.site, f.vlan),
unread AS (
	SELECT d.site, MIN(d.name) AS name
	FROM   coverage c
	JOIN   device d ON d.id = c.device
	WHERE  c.question IN ('Q-BRIDGE-MIB::dot1qTpFdbTable',
	                      'BRIDGE-MIB::dot1dTpFdbTable')
	AND    c.result IN ('cut short', 'no answer')
	GROUP  BY d.site)
SELECT 'segment' AS subject_type,
       s.key AS subject,
       CASE WHEN u.name IS NULL THEN 'fires' ELSE 'unknown' END AS verdict,
       'I' AS severity,
       l.hosts || ' IP neighbour' || CASE l.hosts WHEN 1 THEN '' ELSE 's' END
       || ' without a switch port on ' || s.name || ', first ' || l.mac
       || CASE
          WHEN u.name IS NULL THEN '; may be aged out.'
          ELSE '; the forwarding table of ' || u.name
               || ' was not read to its end.'
          END AS sentence,
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = v.bridge
        AND    c.question IN ('Q-BRIDGE-MIB::dot1qTpFdbTable',
                              'BRIDGE-MIB::dot1dTpFdbTable')
        ORDER  BY c.result = 'rows' DESC, c.question DESC
        LIMIT  1) AS coverage
FROM   lost l
JOIN   segment s ON s.id = l.segment
JOIN   heard_vlan v ON v.site = s.site AND v.vlan = s.vlan
LEFT   JOIN unread u ON u.site = s.site
ORDER  BY s.key
