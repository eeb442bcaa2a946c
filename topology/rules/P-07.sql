-- P-07: A routing protocol has a neighbour in IPv4 and none in IPv6.
-- Gap.
-- Like with like: OSPFv3 beside OSPFv2, both families in IS-IS. Only of interfaces
-- that have IPv6 addresses. Undecided where the table of the other protocol was
-- not read to its end.
WITH adjacency4 AS (
	SELECT n.device, n.interface, n.protocol,
	       MIN(n.remote_id) AS remote_id
	FROM   igp_neighbour n
	WHERE  n.interface IS NOT NULL
	AND    ((n.protocol = 'OSPFv2' AND n.state IN ('full', 'twoWay'))
	        OR (n.protocol = 'IS-IS'
	            AND n.state = 'up'
	            AND EXISTS (SELECT 1
	                        FROM   igp_neighbour_address a
	                        WHERE  a.neighbour = n.id
	                        AND    a.family = 4)))
	GROUP  BY n.device, n.interface, n.protocol
), judged AS (
	SELECT a.*,
	       d.key,
	       d.name AS device_name,
	       COALESCE(NULLIF(i.name, ''), i.descr, i.if_index) AS port,
	       (SELECT MIN(v.coverage)
	        FROM   device_evidence v
	        WHERE  v.device = a.device
	        AND    v.shows = CASE a.protocol WHEN 'OSPFv2' THEN 'OSPFv3'
	                         ELSE 'IS-IS' END
	        AND    v.is_read) AS coverage
	FROM   adjacency4 a
	JOIN   device d ON d.id = a.device
	JOIN   interface i ON i.id = a.interface
	WHERE  i.class IN ('dual-stack', 'IPv6 only')
	AND    NOT EXISTS (
		SELECT 1
		FROM   igp_neighbour n
		WHERE  n.device = a.device
		AND    n.interface = a.interface
		AND    ((n.protocol = 'OSPFv3' AND n.state IN ('full', 'twoWay'))
		        OR (n.protocol = 'IS-IS'
		            AND n.state = 'up'
		            AND EXISTS (SELECT 1
		                        FROM   igp_neighbour_address x
		                        WHERE  x.neighbour = n.id
		                        AND    x.family = 6))))
)
SELECT 'interface' AS subject_type,
       key || '/' || port AS subject,
       CASE WHEN coverage IS NULL THEN 'unknown' ELSE 'fires' END AS verdict,
       'W' AS severity,
       device_name || ' has the ' || protocol || ' neighbour ' || remote_id
       || ' on ' || port
       || CASE WHEN coverage IS NULL
          THEN '; neighbours in IPv6 were not observed.'
          ELSE '; one in IPv6 was not seen.' END AS sentence,
       COALESCE(coverage,
                (SELECT MIN(v.coverage)
                 FROM   device_evidence v
                 WHERE  v.device = judged.device
                 AND    v.shows = CASE protocol WHEN 'OSPFv2' THEN 'OSPFv3'
                                  ELSE 'IS-IS' END)) AS coverage
FROM   judged
ORDER  BY key, port, protocol
