-- I-11: Plan and network differ, or a prefix breaks the rule of its number.
-- Gap.
--
-- Planned and never observed, observed and not planned, or the number of the VLAN
-- does not stand in the prefix as fact numbering says. Undecided where a router
-- or a switch of that site, or of any when it has none, did not answer, or did
-- not tell its addresses to the end.
WITH planned AS MATERIALIZED (
	SELECT DISTINCT family
	FROM   space
	WHERE  is_planned
	AND    role IS NOT 'container'),
silent AS MATERIALIZED (
	SELECT d.name, d.site, 0 AS family, ' did not answer' AS why
	FROM   device d
	WHERE  d.role IN ('router', 'l3switch', 'firewall', 'switch')
	AND    d.source <> 'agent'
	UNION  ALL
	SELECT d.name, d.site, 6, ' did not tell its IPv6 addresses'
	FROM   device d
	JOIN   address_reading r ON r.device = d.id
	WHERE  d.role IN ('router', 'l3switch', 'firewall')
	AND    NOT r.is_whole)
SELECT 'prefix' AS subject_type,
       s.key AS subject,
       CASE WHEN MAX(d.name) IS NULL THEN 'fires' ELSE 'unknown' END AS verdict,
       'I' AS severity,
       s.prefix || COALESCE(' (' || s.use || ')', '')
       || ' is planned and not seen'
       || COALESCE('; ' || MIN(d.name || d.why) || '.', '.') AS sentence,
       NULL AS coverage
FROM   space s
LEFT   JOIN silent d
       ON  (d.site = s.site OR COALESCE(s.site, 'none') = 'none')
       AND d.family IN (0, s.family)
WHERE  s.status = 'planned-only'
AND    COALESCE(s.role, 'lan') <> 'container'
AND    s.length < CASE s.family WHEN 4 THEN 32 ELSE 128 END
AND    NOT EXISTS (SELECT 1
                   FROM   space c
                   WHERE  c.parent = s.id
                   AND    c.is_observed)
AND    s.key NOT IN (SELECT subject FROM seen WHERE subject_type = 'prefix')
GROUP  BY s.id
UNION  ALL
SELECT 'prefix',
       s.key,
       'fires',
       'I',
       s.prefix || ' is in use and not planned.',
       (SELECT r.coverage
        FROM   address a
        JOIN   address_reading r ON r.device = a.device
        WHERE  a.prefix = s.prefix
        ORDER  BY a.id
        LIMIT  1)
FROM   space s
WHERE  s.is_observed
AND    s.stated_as = 'own'
AND    s.length < CASE s.family WHEN 4 THEN 32 ELSE 128 END
AND    s.family IN (SELECT family FROM planned)
UNION  ALL
SELECT 'prefix',
       s.key,
       'fires',
       'I',
       s.prefix || ' is VLAN ' || s.vlan || '; by the rule '
       || n.rule || ' its fourth group would be '
       || CASE n.rule WHEN 'vlan-hex' THEN printf('%x', s.vlan)
                      ELSE s.vlan END || '.',
       NULL
FROM   fact_numbering n
JOIN   space s ON s.family = 6
              AND s.vlan IS NOT NULL
              AND s.role = 'lan'
              AND s.length >= 64
WHERE  n.rule IN ('vlan-decimal', 'vlan-hex')
AND    (s.is_planned OR s.stated_as = 'own')
AND    LTRIM(LOWER(SUBSTR(HEX(s.prefix_key), 13, 4)), '0')
       <> CASE n.rule WHEN 'vlan-hex' THEN printf('%x', s.vlan)
                      ELSE CAST(s.vlan AS TEXT) END
