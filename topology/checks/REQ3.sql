-- REQ3: IPv6 is as good as IPv4 on the circuit.
-- Echo to the stated targets: the median round trip at most 1.2 times that of
-- IPv4 and 5 ms more, loss at most half a point more, jitter at most 5 ms more.
-- One port for both has one bandwidth. Silence is no loss: echoes are often
-- filtered; and where the port lacks one family, its echoes went another way.
-- The order of packets is not measured.
WITH echo AS (
	SELECT p.target AS id, p.family, MIN(p.id) AS probe, MIN(p.reason) AS reason,
	       AVG(e.median_us) AS median_us, AVG(e.jitter_us) AS jitter_us,
	       1000 * (SUM(e.sent) - SUM(e.received)) / SUM(e.sent) AS loss
	FROM   probe p
	LEFT   JOIN probe_echo e ON e.probe = p.id AND e.received > 0
	WHERE  p.kind = 'I1'
	GROUP  BY p.target, p.family
), beside AS (
	SELECT c.id, six.probe,
	       i.class IN ('IPv4 only', 'IPv6 only', 'none') AS lacks,
	       COALESCE(six.reason, four.reason, 'not-attempted') AS reason,
	       four.median_us AS median4, six.median_us AS median6,
	       four.jitter_us AS jitter4, six.jitter_us AS jitter6,
	       four.loss AS loss4, six.loss AS loss6
	FROM   circuit c
	LEFT   JOIN interface i ON i.id = c.interface
	LEFT   JOIN echo four ON four.id = c.id AND four.family = 4
	                     AND COALESCE(i.class, '') NOT IN ('IPv6 only', 'none')
	LEFT   JOIN echo six ON six.id = c.id AND six.family = 6
	                    AND COALESCE(i.class, '') NOT IN ('IPv4 only', 'none')
), judged AS (
	SELECT id, 'delay' AS name, lacks, reason, probe,
	       10 * median6 <= 12 * median4 + 50000 AS is_good,
	       iif(median6 < 1000, 'under 1 ms', printf('%d ms', median6 / 1000))
	           AS ipv6,
	       iif(median4 < 1000, 'under 1 ms', printf('%d ms', median4 / 1000))
	           AS ipv4
	FROM   beside
	UNION ALL
	SELECT id, 'loss', lacks, reason, probe, loss6 <= loss4 + 5,
	       printf('%.1f %%', loss6 / 10.0), printf('%.1f %%', loss4 / 10.0)
	FROM   beside
	UNION ALL
	SELECT id, 'jitter', lacks, reason, probe, jitter6 <= jitter4 + 5000,
	       iif(jitter6 < 1000, 'under 1 ms', printf('%d ms', jitter6 / 1000)),
	       iif(jitter4 < 1000, 'under 1 ms', printf('%d ms', jitter4 / 1000))
	FROM   beside
)
SELECT 'uplinks' AS section, 'REQ3' AS item, name, 'circuit' AS subject_type,
       id AS subject,
       CASE is_good WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'unknown' END
           AS value,
       CASE WHEN is_good IS NULL THEN reason END AS reason,
       CASE WHEN is_good IS NULL
            THEN upper(substr(name, 1, 1)) || substr(name, 2)
                 || ': not observed in both families ('
                 || CASE WHEN lacks THEN 'the port has one of them at most'
                         ELSE reason END || ').'
            ELSE 'Over IPv6 ' || ipv6 || ', over IPv4 ' || ipv4 || '.' END
           AS sentence,
       'observed' AS source, NULL AS coverage, probe
FROM   judged
UNION ALL
SELECT 'uplinks', 'REQ3', 'bandwidth', 'circuit', c.id,
       CASE i.class WHEN 'dual-stack' THEN 'true' ELSE 'unknown' END,
       CASE WHEN i.class IS NOT 'dual-stack' THEN 'not-attempted' END,
       CASE i.class WHEN 'dual-stack'
            THEN 'Both families are on one port'
                 || COALESCE(' of ' || (i.speed / 1000000) || ' Mbit/s', '') || '.'
            ELSE 'Not observed: both families were not seen on its port.' END,
       'observed', c.coverage, NULL
FROM   circuit c
LEFT   JOIN interface i ON i.id = c.interface
UNION ALL
SELECT 'uplinks', 'REQ3', 'order of packets', 'circuit', id, 'unknown',
       'not-attempted', 'The order of packets is not measured.', 'observed',
       NULL, NULL
FROM   circuit
