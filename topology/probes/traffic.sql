-- traffic.sql: whose counters are read a second time: routers at the ends of
-- uplinks as the facts name them, else those at the edge. The first reading is
-- that of the crawl; who has none is not read.

-- Many count IPv6 on ports only: of these the sum of the ports that count both
-- families, in 64 bits, as of a sum nobody knows which of 32 began anew. More
-- than 8 ports do not fit into one question.
CREATE TEMP TABLE reading_port AS
SELECT four.device,
       four.if_index,
       count(*) OVER (PARTITION BY four.device) AS ports
FROM   ip_counters four
JOIN   ip_counters six
       ON  six.device = four.device
       AND six.if_index = four.if_index
       AND six.family = 6
WHERE  four.family = 4
AND    four.if_index <> 0
AND    four.in_octets + six.in_octets IS NOT NULL
AND    min(four.bits, six.bits) = 64
AND    (SELECT count(in_octets) FROM ip_counters
        WHERE  device = four.device AND if_index = 0) < 2;

DELETE FROM reading_port WHERE ports > 8;

CREATE TEMP TABLE reading_target AS
SELECT d.id AS device, d.address AS ip, d.credential, d.sys_uptime,
       (SELECT group_concat(if_index, ' ') FROM reading_port
        WHERE  device = d.id) AS ports
FROM   device d
WHERE  d.source = 'agent'
AND    d.credential IS NOT NULL
AND    d.address IS NOT NULL
AND    d.sys_uptime IS NOT NULL
AND    (d.id IN (SELECT device FROM reading_port)
        OR EXISTS (
		SELECT 1 FROM ip_counters c
		WHERE  c.device = d.id AND c.if_index = 0
		AND    c.in_octets IS NOT NULL))
AND    CASE WHEN EXISTS (SELECT 1 FROM fact_circuit WHERE kind = 'uplink')
            THEN d.name IN (SELECT device FROM fact_circuit
                            WHERE kind = 'uplink')
            ELSE d.role = 'router' AND d.tier = 1 END;

INSERT INTO answer_reading (device, family, reading, sys_uptime, bits,
	in_octets, discontinuity, at)
SELECT t.device, c.family, 1, t.sys_uptime, min(c.bits), sum(c.in_octets),
       max(c.discontinuity),
       COALESCE(d.asked_at, (SELECT observed_at FROM meta))
FROM   reading_target t
JOIN   device d ON d.id = t.device
JOIN   ip_counters c ON c.device = t.device
WHERE  CASE WHEN t.ports IS NULL THEN c.if_index = 0
       ELSE c.if_index IN (SELECT if_index FROM reading_port
                           WHERE  device = t.device) END
GROUP  BY t.device, c.family
ORDER  BY t.device, c.family;
