-- C-04: The collector itself lacks a family.
-- Then the silence of others over that family says nothing, and probes of it
-- are unknown. Undecided, though the facts name services, while nothing was
-- probed or no address is named that proves that a family works.
SELECT 'collector' AS subject_type,
       'IPv' || f.family AS subject,
       'fires' AS verdict,
       'I' AS severity,
       'The collector has no working IPv' || f.family || ' ('
       || CASE WHEN NOT f.own_address THEN 'no address'
          WHEN NOT f.default_route THEN 'no default route'
          ELSE 'no reference target answered' END
       || '): its probes over IPv' || f.family || ' say nothing.' AS sentence,
       (SELECT MIN(p.id)
        FROM   probe p
        WHERE  p.family = f.family
        AND    p.reason = 'prober-lacks-family') AS probe
FROM   probe_family f
WHERE  NOT f.works
UNION  ALL
SELECT 'collector', 'IPv' || n.family, 'unknown', 'I',
       'Whether IPv' || n.family || ' of the collector works was not '
       || CASE WHEN f.family IS NULL THEN 'tried.'
          ELSE 'shown: no reference target is named.' END,
       NULL
FROM   (SELECT 4 AS family UNION ALL SELECT 6) n
LEFT   JOIN probe_family f ON f.family = n.family
WHERE  f.works IS NULL
AND    EXISTS (SELECT 1 FROM fact_service)
ORDER  BY 2
