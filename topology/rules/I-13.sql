-- I-13: Routers of one segment have different lengths for one prefix.
--
-- One of them takes hosts for neighbours that the other routes to. Seen where a
-- router has the other's address in its ARP or ND table, or both in one segment.
-- Undecided where the other does not tell its length.
WITH router AS MATERIALIZED (
	SELECT a.id, a.device, a.interface, a.family, a.ip, a.prefix,
	       a.prefix_length, d.name
	FROM   address a
	JOIN   device d ON d.id = a.device
	WHERE  a.usable
	AND    a.interface IS NOT NULL
	AND    d.role IN ('router', 'l3switch', 'firewall')
	AND    COALESCE(a.prefix_length, 0)
	       < CASE a.family WHEN 4 THEN 32 ELSE 128 END),
gateway AS MATERIALIZED (
	SELECT e.segment, r.id, r.device, r.family, r.prefix_length
	FROM   router r
	JOIN   segment_end e ON e.interface = r.interface
	WHERE  e.is_gateway),
mixed AS (
	SELECT segment, family
	FROM   gateway
	GROUP  BY segment, family
	HAVING MIN(prefix_length) < MAX(prefix_length)),
pair (near, far) AS (
	SELECT x.id, y.id
	FROM   neighbour n
	JOIN   router y ON y.ip = n.ip AND y.device <> n.device
	JOIN   router x ON x.interface = n.interface AND x.family = n.family
	WHERE  n.mac = (SELECT mac FROM interface WHERE id = y.interface)
	UNION
	SELECT x.id, y.id
	FROM   mixed m
	JOIN   gateway x ON x.segment = m.segment AND x.family = m.family
	JOIN   gateway y ON y.segment = m.segment AND y.family = m.family
	WHERE  x.device <> y.device
	AND    x.prefix_length < y.prefix_length)
SELECT 'segment' AS subject_type,
       g.key AS subject,
       CASE WHEN MAX(y.prefix IS NOT NULL) THEN 'fires' ELSE 'unknown' END
           AS verdict,
       'E' AS severity,
       MIN(x.name || ' has ' || x.prefix) || ', '
       || MIN(y.name || COALESCE(' has ' || y.prefix,
                                 ' does not tell its prefix length'))
       || '.' AS sentence,
       MIN(r.coverage) AS coverage
FROM   pair p
JOIN   router x ON x.id = p.near
JOIN   router y ON y.id = p.far
JOIN   segment_end e ON e.interface = x.interface
JOIN   segment g ON g.id = e.segment
JOIN   address_reading r ON r.device = x.device
WHERE  ip_in(y.ip, x.prefix)
AND    y.prefix IS NOT x.prefix
AND    (y.prefix IS NULL OR x.prefix_length < y.prefix_length
        OR ip_in(x.ip, y.prefix))
AND    NOT EXISTS (SELECT 1
                   FROM   router o
                   WHERE  o.interface = y.interface
                   AND    o.prefix = x.prefix)
GROUP  BY g.id
