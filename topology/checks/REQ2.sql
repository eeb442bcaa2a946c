-- REQ2: The contract promises for IPv6 what it promises for IPv4.
-- Field by field; what is promised for IPv4 alone is a difference.
WITH promise AS (
	SELECT id, 1 AS ordinal, 'availability' AS name, ' %' AS unit,
	       CAST(sla_v4_avail AS REAL) AS ipv4,
	       CAST(sla_v6_avail AS REAL) AS ipv6, 1 AS more_is_better
	FROM   fact_circuit
	UNION ALL
	SELECT id, 2, 'latency', ' ms', sla_v4_latency_ms, sla_v6_latency_ms, 0
	FROM   fact_circuit
	UNION ALL
	SELECT id, 3, 'loss', ' %', sla_v4_loss_pct, sla_v6_loss_pct, 0
	FROM   fact_circuit
	UNION ALL
	SELECT id, 4, 'jitter', ' ms', sla_v4_jitter_ms, sla_v6_jitter_ms, 0
	FROM   fact_circuit
)
SELECT 'uplinks' AS section, 'REQ2' AS item, name, 'circuit' AS subject_type,
       id AS subject,
       CASE WHEN ipv6 IS NULL THEN 'false'
            WHEN more_is_better THEN iif(ipv6 >= ipv4, 'true', 'false')
            ELSE iif(ipv6 <= ipv4, 'true', 'false') END AS value,
       NULL AS reason,
       'Stated for IPv6: ' || COALESCE(printf('%g', ipv6) || unit, 'nothing')
           || ', for IPv4: ' || printf('%g', ipv4) || unit || '.' AS sentence,
       'stated' AS source
FROM   promise
WHERE  ipv4 IS NOT NULL
UNION ALL
SELECT 'uplinks', 'REQ2', 'service level', 'circuit', id, 'unknown',
       'not-attempted', 'No service level is stated.', 'stated'
FROM   promise
GROUP  BY id
HAVING COUNT(ipv4) = 0
