-- traffic.sql: whose counters are read a second time: routers at the ends of
-- uplinks as the facts name them, else those at the edge. The first reading is
-- that of the crawl; who has none is not read.
CREATE TEMP TABLE reading_target AS
SELECT d.id AS device, d.address AS ip, d.credential, d.sys_uptime
FROM   device d
WHERE  d.source = 'agent'
AND    d.credential IS NOT NULL
AND    d.address IS NOT NULL
AND    d.sys_uptime IS NOT NULL
AND    EXISTS (
		SELECT 1 FROM ip_counters c
		WHERE  c.device = d.id AND c.if_index = 0
		AND    c.in_octets IS NOT NULL)
AND    CASE WHEN EXISTS (SELECT 1 FROM fact_circuit WHERE kind = 'uplink')
            THEN d.name IN (SELECT device FROM fact_circuit
                            WHERE kind = 'uplink')
            ELSE d.role = 'router' AND d.tier = 1 END;

INSERT INTO answer_reading (device, family, reading, sys_uptime, bits,
	in_octets, discontinuity, at)
SELECT t.device, c.family, 1, t.sys_uptime, c.bits, c.in_octets,
       c.discontinuity,
       COALESCE(d.asked_at, (SELECT observed_at FROM meta))
FROM   reading_target t
JOIN   device d ON d.id = t.device
JOIN   ip_counters c ON c.device = t.device AND c.if_index = 0
ORDER  BY t.device, c.family;
