-- S-13: The management of a device answers from outside.
-- SNMP, SSH or the web answered a probe from a vantage that is in none of the
-- stated management segments. Undecided where such a probe came to nothing,
-- or neither where the vantage stands nor a management segment is stated.
WITH outside AS (
	SELECT p.id, v.vlan IS NOT NULL AS is_placed, p.target, p.family,
	       p.vantage, p.result, p.reason,
	       CASE WHEN p.kind = 'M1' THEN 'SNMP'
	            WHEN p.port IN (22, 23) THEN 'a console (port ' || p.port || ')'
	            ELSE 'the web (port ' || p.port || ')' END AS what
	FROM   probe p
	JOIN   fact_vantage v ON v.name = p.vantage
	WHERE  (p.kind = 'M1' OR (p.kind = 'T1' AND p.port IN (22, 23, 80, 443)))
	AND    NOT EXISTS (SELECT 1
	                   FROM   fact_management m
	                   WHERE  m.vlan = v.vlan
	                   AND    COALESCE(m.site, v.site, '')
	                          = COALESCE(v.site, m.site, '')))
SELECT 'device' AS subject_type,
       d.key AS subject,
       CASE WHEN MAX(o.result = 'true') AND s.stated AND MAX(o.is_placed)
            THEN 'fires'
            ELSE 'unknown' END AS verdict,
       'W' AS severity,
       CASE
       WHEN NOT MAX(o.result = 'true')
       THEN d.name || ': whether its management answers from ' || o.vantage
            || ' was not observed (' || COALESCE(MIN(o.reason), 'no answer')
            || ').'
       WHEN NOT s.stated
       THEN d.name || ' answers ' || MIN(o.what) || ' from ' || o.vantage
            || '; which segments are for management is not stated.'
       WHEN NOT MAX(o.is_placed)
       THEN d.name || ' answers ' || MIN(o.what) || ' from ' || o.vantage
            || '; the VLAN in which that stands is not stated.'
       ELSE d.name || ' answers '
            || MIN(CASE o.result WHEN 'true' THEN o.what END) || ' from '
            || o.vantage || ', outside the management segments, over IPv'
            || MAX(CASE o.result WHEN 'true' THEN o.family END)
            || CASE WHEN MIN(CASE o.result WHEN 'true' THEN o.family END) = 4
                     AND MAX(CASE o.result WHEN 'true' THEN o.family END) = 6
               THEN ' and IPv4' ELSE '' END || '.'
       END AS sentence,
       COALESCE(MIN(CASE o.result WHEN 'true' THEN o.id END), MIN(o.id))
           AS probe
FROM   outside o
JOIN   device d ON o.target IN (d.key, d.name)
JOIN   (SELECT EXISTS (SELECT 1 FROM fact_management) AS stated) s
GROUP  BY d.key, o.vantage
HAVING MAX(o.result = 'true')
OR     NOT MAX(o.result = 'false')
ORDER  BY d.key, o.vantage
