-- P-16: A circuit is slower, or loses more, over IPv6.
-- Median round trip over 1.2 times that of IPv4 and 5 ms, loss over half a point
-- more, jitter over 5 ms more; of the addresses that are stated to be measured
-- through it. Silence is no loss: echoes are often filtered. Undecided while one
-- family was not measured.
WITH figure AS (
	SELECT p.target, p.family,
	       MIN(p.id) AS probe,
	       AVG(e.median_us) AS median_us,
	       AVG(e.jitter_us) AS jitter_us,
	       1000 * (SUM(e.sent) - SUM(e.received)) / SUM(e.sent) AS loss,
	       MIN(p.reason) AS reason
	FROM   probe p
	LEFT   JOIN probe_echo e ON e.probe = p.id AND e.received > 0
	WHERE  p.kind = 'I1'
	AND    p.target IN (SELECT id FROM circuit)
	GROUP  BY p.target, p.family
), judged AS (
	SELECT c.id, c.class, x.probe,
	       f.median_us IS NOT NULL AND x.median_us IS NOT NULL AS can_say,
	       x.median_us > 1.2 * f.median_us + 5000 AS is_slower,
	       x.loss > f.loss + 5 AS loses_more,
	       x.jitter_us > f.jitter_us + 5000 AS is_unsteady,
	       PRINTF('%.1f ms', x.median_us / 1000.0) AS ipv6_median,
	       PRINTF('%.1f ms', f.median_us / 1000.0) AS ipv4_median,
	       PRINTF('%.1f ms', x.jitter_us / 1000.0) AS ipv6_jitter,
	       PRINTF('%.1f ms', f.jitter_us / 1000.0) AS ipv4_jitter,
	       PRINTF('%.1f %%', x.loss / 10.0) AS ipv6_loss,
	       PRINTF('%.1f %%', f.loss / 10.0) AS ipv4_loss,
	       COALESCE(x.reason, f.reason) AS reason
	FROM   circuit c
	LEFT   JOIN figure f ON f.target = c.id AND f.family = 4
	LEFT   JOIN figure x ON x.target = c.id AND x.family = 6
	WHERE  c.class IN ('dual-stack', 'partial')
)
SELECT 'circuit' AS subject_type,
       id AS subject,
       CASE WHEN can_say THEN 'fires' ELSE 'unknown' END AS verdict,
       'W' AS severity,
       CASE
       WHEN NOT can_say
       THEN 'Round trips over both families were not measured ('
            || COALESCE(reason, 'not asked') || ').'
       WHEN is_slower
       THEN 'Median round trip over IPv6 ' || ipv6_median || ', over IPv4 '
            || ipv4_median || '.'
       WHEN loses_more
       THEN 'Loss over IPv6 ' || ipv6_loss || ', over IPv4 ' || ipv4_loss
            || '.'
       ELSE 'Jitter over IPv6 ' || ipv6_jitter || ', over IPv4 ' || ipv4_jitter
            || '.'
       END AS sentence,
       probe
FROM   judged
WHERE  NOT can_say
OR     is_slower
OR     loses_more
OR     is_unsteady
ORDER  BY id
