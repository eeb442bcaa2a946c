-- I-03: An address is in use outside of what is ours or planned.
--
-- Links to providers are ours when their circuit lists them. Undecided while the
-- facts name no prefix of that family at all. What I-06, I-07 and I-08 say better
-- they replace.
WITH outside AS MATERIALIZED (
	SELECT s.*,
	       s.length = CASE s.family WHEN 4 THEN 32 ELSE 128 END AS is_host,
	       EXISTS (SELECT 1
	               FROM   space o
	               WHERE  o.family = s.family
	               AND    (o.is_own OR o.is_planned)) AS is_decided
	FROM   space s
	WHERE  s.is_observed
	AND    s.stated_as IS NULL)
SELECT 'prefix' AS subject_type,
       s.key AS subject,
       CASE WHEN s.is_decided THEN 'fires' ELSE 'unknown' END AS verdict,
       'W' AS severity,
       s.prefix || ' is in use on ' || d.name
       || CASE WHEN s.is_decided
               THEN ' and in no prefix that is stated to be ours or planned.'
               ELSE '; no IPv' || s.family || ' prefix is stated to be ours.'
               END AS sentence,
       r.coverage AS coverage,
       CASE WHEN a.kind IN ('6to4', 'Teredo', 'ISATAP')
            THEN d.key || '/'
                 || COALESCE(NULLIF(i.name, ''), i.descr, i.if_index, '')
            ELSE s.prefix
            END AS cause
FROM   outside s
JOIN   address a ON a.id = (SELECT MIN(b.id)
                            FROM   address b
                            WHERE  b.prefix = s.prefix
                            AND    COALESCE(b.interface, 0) NOT IN (
				SELECT interface FROM inside_device))
JOIN   device d ON d.id = a.device
LEFT   JOIN interface i ON i.id = a.interface
JOIN   address_reading r ON r.device = d.id
WHERE  NOT s.is_host
UNION  ALL
SELECT 'device',
       d.key,
       'fires',
       'W',
       d.name || ' has ' || s.prefix
       || ', which is in no prefix that is stated to be ours or planned.',
       r.coverage,
       s.prefix
FROM   outside s
JOIN   address a ON a.prefix = s.prefix
JOIN   device d ON d.id = a.device
JOIN   address_reading r ON r.device = d.id
WHERE  s.is_host
AND    s.is_decided
GROUP  BY d.id, s.prefix
