-- P-23: A host has IPv4 only, on a segment with both.
-- Gap.
-- Replaces: V-02.
-- Servers, hosts, phones and printers, by their own tables or by what gateways
-- hear of them; hosts that only a MAC is known of as well. Undecided where no
-- gateway's ND cache was read that would have shown it.
WITH seen AS (
	SELECT h.segment, h.device, h.mac,
	       COALESCE(h.class, 'unknown') AS class,
	       COALESCE(n.words, h.class_note) AS note
	FROM   host h
	LEFT   JOIN page_note n ON n.note = h.class_note
	WHERE  h.segment IS NOT NULL
	AND    EXISTS (SELECT 1
	               FROM   host_address a
	               WHERE  a.host = h.id
	               AND    a.family = 4)
	UNION  ALL
	SELECT e.segment, d.id, NULL, COALESCE(d.class, 'unknown'),
	       COALESCE(n.words, d.class_note)
	FROM   device d
	JOIN   segment_end e ON e.device = d.id AND e.has_ipv4
	LEFT   JOIN page_note n ON n.note = d.class_note
	WHERE  d.source = 'agent'
	AND    d.role IN ('server', 'host', 'phone', 'printer')
), gateway_evidence AS MATERIALIZED (
	SELECT e.segment,
	       COALESCE(MIN(CASE WHEN v.has_rows THEN v.coverage END),
	                MIN(v.coverage)) AS coverage
	FROM   segment_end e
	CROSS  JOIN device_evidence v
	WHERE  e.is_gateway
	AND    v.device = e.device
	AND    v.shows = 'neighbours'
	GROUP  BY e.segment
)
SELECT CASE WHEN d.id IS NULL THEN 'host' ELSE 'device' END AS subject_type,
       COALESCE(d.key, h.mac) AS subject,
       CASE MIN(h.class) WHEN 'unknown' THEN 'unknown' ELSE 'fires' END
       AS verdict,
       'W' AS severity,
       COALESCE(d.name, h.mac)
       || CASE MIN(h.class)
          WHEN 'unknown' THEN ' has IPv4 on ' || s.name
               || '; IPv6 was not observed.'
          ELSE ' has IPv4 only on ' || s.name || ', which has both'
               || COALESCE(': ' || h.note, '; no IPv6 activity was observed')
               || '.'
          END AS sentence,
       COALESCE((SELECT COALESCE(MIN(CASE WHEN o.says_absence
                                     THEN o.coverage END),
                                 MIN(o.coverage))
                 FROM   device_evidence o
                 WHERE  h.mac IS NULL
                 AND    o.device = d.id
                 AND    o.shows = 'IPv6 addresses'),
                v.coverage) AS coverage
FROM   seen h
JOIN   segment s ON s.id = h.segment
LEFT   JOIN device d ON d.id = h.device
LEFT   JOIN gateway_evidence v ON v.segment = s.id
WHERE  s.kind = 'lan'
AND    s.class = 'dual-stack'
AND    h.class IN ('IPv4 only', 'unknown')
GROUP  BY COALESCE(d.key, h.mac)
ORDER  BY 2
