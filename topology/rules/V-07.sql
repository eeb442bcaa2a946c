-- V-07: A telephone is told another VLAN than its port is set up for.
-- By LLDP-MED on one side, by the voice VLAN of the port (vmVoiceVlanTable),
-- else by the voice VLANs of the site in the facts on the other. Undecided
-- where neither is known.
WITH told AS (
	SELECT a.device, a.interface, p.vlan, p.adjacency
	FROM   adjacency_policy p
	JOIN   adjacency a ON a.id = p.adjacency
	WHERE  p.application = 'voice'
	AND    p.vlan BETWEEN 1 AND 4094
	AND    a.interface IS NOT NULL),
meant AS (
	SELECT t.*, d.key, d.name,
	       COALESCE(NULLIF(i.name, ''), i.descr, i.if_index) AS port,
	       (SELECT v.vlan
	        FROM   port_voice_vlan v
	        WHERE  v.device = t.device
	        AND    v.if_index = i.if_index
	        AND    v.vlan BETWEEN 1 AND 4094) AS configured,
	       (SELECT GROUP_CONCAT(vlan, ', ')
	        FROM   (SELECT DISTINCT f.vlan
	                FROM   fact_voice f
	                WHERE  COALESCE(f.site, d.site) = d.site
	                ORDER  BY f.vlan)) AS stated
	FROM   told t
	JOIN   device d ON d.id = t.device
	JOIN   interface i ON i.id = t.interface)
SELECT 'interface' AS subject_type,
       key || '/' || port AS subject,
       CASE WHEN configured IS NULL AND stated IS NULL THEN 'unknown'
       ELSE 'fires' END AS verdict,
       'W' AS severity,
       'On ' || name || ' ' || port || ', LLDP-MED says voice VLAN ' || vlan
       || CASE
          WHEN configured IS NOT NULL THEN ', the port has ' || configured || '.'
          WHEN stated IS NOT NULL THEN ', stated is ' || stated || '.'
          ELSE '; which one is set up was not observed.' END AS sentence,
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = meant.device
        AND    c.question = 'LLDP-EXT-MED-MIB::lldpXMedRemMediaPolicyTable')
           AS coverage
FROM   meant
WHERE  configured IS NOT vlan
AND    (configured IS NOT NULL
        OR stated IS NULL
        OR ', ' || stated || ',' NOT LIKE '%, ' || vlan || ',%')
ORDER  BY 2
