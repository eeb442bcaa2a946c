-- P-05: A provider is spoken to by BGP over IPv4 and not over IPv6.
-- Gap.
-- Of circuits whose line has IPv6 addresses: before that, P-01 says what is
-- missing. Sessions count by the provider's AS on the router of the circuit.
-- Undecided where only bgpPeerTable answered, which cannot hold IPv6, and where
-- the state of a session is not told.
WITH line AS (
	SELECT c.id, c.device, i.if_index, f.provider_as, f.provider,
	       (SELECT MIN(b.remote_as)
	        FROM   segment_prefix p
	        JOIN   bgp_peer b ON b.device = c.device
	                         AND b.family = 4
	                         AND ip_in(b.peer_ip, p.prefix)
	        WHERE  p.segment = c.segment
	        AND    p.family = 4) AS peer_as
	FROM   circuit c
	JOIN   fact_circuit f ON f.id = c.id
	LEFT   JOIN interface i ON i.id = c.interface
	WHERE  EXISTS (SELECT 1
	               FROM   segment_end e
	               WHERE  e.segment = c.segment
	               AND    e.device = c.device
	               AND    e.has_ipv6)
), session AS (
	SELECT l.id, l.device, COALESCE(l.provider_as, l.peer_as) AS remote_as,
	       MAX(b.family = 4 AND b.state = 'established') AS ipv4_up,
	       COALESCE(MAX(b.family = 6 AND b.state = 'established'), 0)
	       AS ipv6_up,
	       MAX(b.family = 6 AND b.state IS NULL) AS ipv6_untold,
	       MIN(CASE b.family WHEN 6 THEN b.state END) AS ipv6_state
	FROM   line l
	JOIN   bgp_peer b ON b.device = l.device
	                 AND b.remote_as = COALESCE(l.provider_as, l.peer_as)
	GROUP  BY l.id
), judged AS (
	SELECT s.*,
	       (SELECT MIN(v.coverage)
	        FROM   device_evidence v
	        WHERE  v.device = s.device
	        AND    v.shows = 'IPv6 sessions'
	        AND    v.has_rows) AS coverage
	FROM   session s
	WHERE  s.ipv4_up
	AND    NOT s.ipv6_up
)
SELECT 'circuit' AS subject_type,
       id AS subject,
       CASE WHEN NOT ipv6_untold
             AND (coverage IS NOT NULL OR ipv6_state IS NOT NULL) THEN 'fires'
       ELSE 'unknown' END AS verdict,
       'E' AS severity,
       CASE
       WHEN ipv6_untold
       THEN 'IPv4 session to AS ' || remote_as
            || ' is established; the state of one of IPv6 was not observed.'
       WHEN ipv6_state IS NOT NULL
       THEN 'IPv6 session to AS ' || remote_as
            || ' is not established; it is ' || ipv6_state || '.'
       WHEN coverage IS NOT NULL
       THEN 'IPv4 session to AS ' || remote_as
            || ' is established; one of IPv6 was not seen.'
       ELSE 'IPv4 session to AS ' || remote_as
            || ' is established; sessions of IPv6 were not observed.'
       END AS sentence,
       COALESCE(coverage,
                (SELECT MIN(v.coverage)
                 FROM   device_evidence v
                 WHERE  v.device = judged.device
                 AND    v.shows = 'IPv6 sessions')) AS coverage
FROM   judged
ORDER  BY id
