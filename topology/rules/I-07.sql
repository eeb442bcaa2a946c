-- I-07: A prefix made for documentation is in use.
-- Replaces: I-03.
--
-- Nobody may route these (RFC 3849, RFC 5737, RFC 9637); who took them from a
-- book has to renumber. A network that states them as its own, or has them on
-- the line of a circuit, is meant as an example. Undecided while the facts name
-- no prefix of ours of that family.
WITH ours AS MATERIALIZED (
	SELECT prefix, ip_family(prefix) AS family
	FROM   fact_own_prefix)
SELECT 'prefix' AS subject_type,
       s.key AS subject,
       CASE WHEN s.family IN (SELECT family FROM ours) THEN 'fires'
            ELSE 'unknown'
            END AS verdict,
       'E' AS severity,
       s.prefix || ' is in use and made for documentation'
       || CASE WHEN s.family IN (SELECT family FROM ours) THEN '.'
               ELSE '; no IPv' || s.family || ' prefix is stated to be ours.'
               END AS sentence,
       (SELECT r.coverage
        FROM   address a
        JOIN   address_reading r ON r.device = a.device
        WHERE  a.prefix = s.prefix
        ORDER  BY a.id
        LIMIT  1) AS coverage,
       s.prefix AS cause
FROM   space s
WHERE  s.is_observed
AND    s.stated_as IS NOT 'circuit'
AND    ip_kind(s.prefix) = 'documentation'
AND    NOT EXISTS (SELECT 1
                   FROM   ours o
                   WHERE  ip_in(s.prefix, o.prefix))
AND    NOT EXISTS (SELECT 1
                   FROM   address a
                   JOIN   circuit c ON c.interface = a.interface
                   WHERE  a.prefix = s.prefix)
AND    (s.length < CASE s.family WHEN 4 THEN 32 ELSE 128 END
        OR s.parent IS NULL)
