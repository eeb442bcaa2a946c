-- V-09: Telephones have IPv6, their registrar does not.
-- By the class of the registrar as a service, else as a device. Such telephones
-- signal over IPv4, if they have it. Undecided where the registrar was not
-- observed.
WITH registrar AS (
	SELECT v.registrar AS name, COUNT(DISTINCT d.id) AS phones
	FROM   fact_voice v
	JOIN   segment s ON s.vlan = v.vlan AND COALESCE(v.site, s.site) = s.site
	JOIN   host h ON h.segment = s.id
	JOIN   device d ON d.id = h.device
	WHERE  v.registrar IS NOT NULL
	AND    d.role = 'phone'
	AND    d.class IN ('dual-stack', 'IPv6 only')
	GROUP  BY v.registrar),
judged AS (
	SELECT r.*, d.id AS device,
	       COALESCE((SELECT s.class
	                 FROM   service s
	                 WHERE  (r.name IN (s.key, s.name, s.fqdn)
	                         OR (s.device = d.id AND s.kind IN ('sip', 'sips')))
	                 AND    s.class <> 'unknown'
	                 ORDER  BY s.class = 'dual-stack' DESC, s.key
	                 LIMIT  1),
	                d.class, 'unknown') AS class
	FROM   registrar r
	LEFT   JOIN device d ON r.name IN (d.key, d.name))
SELECT 'voice' AS subject_type,
       name AS subject,
       CASE class WHEN 'unknown' THEN 'unknown' ELSE 'fires' END AS verdict,
       'W' AS severity,
       phones || CASE phones WHEN 1 THEN ' telephone has' ELSE ' telephones have'
       END || ' IPv6; of their registrar ' || name
       || CASE class WHEN 'unknown' THEN ' no address was observed.'
          WHEN 'unpublished' THEN ' the name has no AAAA, though it answers over'
               || ' IPv6.'
          WHEN 'broken' THEN ' the AAAA is published and does not answer.'
          ELSE ' only IPv4 was seen.' END AS sentence,
       (SELECT c.id
        FROM   coverage c
        WHERE  c.device = judged.device
        AND    c.question = 'IP-MIB::ipAddressTable') AS coverage
FROM   judged
WHERE  class IN ('unknown', 'IPv4 only', 'unpublished', 'broken')
ORDER  BY name
