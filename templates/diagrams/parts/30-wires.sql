-- wires.sql: how links run between their ports.
--
--   wire    a joint from the end nearer to the outside to the other
--   port    one row an end of a wire: a cell of a card
--   front   one row an area and tier: the first card of it

DROP TABLE IF EXISTS temp.front;
CREATE TEMP TABLE front AS
SELECT *
FROM   (SELECT area, tier, device, slug, depth, sort,
               row_number() OVER (PARTITION BY area, tier
                                  ORDER BY sort, slug) AS place
        FROM   card
        WHERE  area IS NOT NULL)
WHERE  place = 1;
CREATE UNIQUE INDEX temp.front_area ON front (area, tier);

-- The casts give the columns a type: without one, no index on them would serve.
DROP TABLE IF EXISTS temp.wire;
CREATE TEMP TABLE wire AS
WITH ends AS (
	SELECT j.*, j.rowid AS id, (a.tier, a.depth, a.sort, a.slug)
	               < (b.tier, b.depth, b.sort, b.slug) AS is_forward
	FROM   joint j
	JOIN   card a ON a.device = j.a_device
	JOIN   card b ON b.device = j.b_device
)
SELECT id, slug, evidence, class,
       CAST(iif(is_forward, a_device, b_device) AS INTEGER) AS tail,
       CAST(iif(is_forward, b_device, a_device) AS INTEGER) AS head,
       iif(is_forward, a_interface, b_interface) AS tail_interface,
       iif(is_forward, b_interface, a_interface) AS head_interface,
       0 AS is_peer, NULL AS minlen -- columns that it spans, where not one
FROM   ends;
UPDATE wire
SET    is_peer = 1
WHERE  (SELECT tier || ' ' || depth FROM card WHERE device = tail)
         = (SELECT tier || ' ' || depth FROM card WHERE device = head);

-- Whose switch nobody knows stands behind the switches all the same.
UPDATE wire
SET    minlen = nullif((SELECT count(*) FROM front f
                        WHERE f.area = h.area AND f.tier > t.tier
                          AND f.tier < h.tier), 0) + 1
FROM   card t, card h
WHERE  t.device = tail AND h.device = head AND evidence = 'from addresses';

CREATE INDEX temp.wire_tail ON wire (tail, is_peer);

DROP TABLE IF EXISTS temp.port;
CREATE TEMP TABLE port AS
WITH ends AS (
	SELECT id AS wire, slug, is_peer, class, evidence,
	       tail AS device, head AS far,
	       tail_interface AS interface, 'right' AS side
	FROM   wire
	UNION ALL
	SELECT id, slug, is_peer, class, evidence, head, tail,
	       head_interface, 'left'
	FROM   wire
)
SELECT e.wire, e.device, e.far,
       CASE WHEN e.is_peer THEN 'foot' ELSE e.side END AS side,
       CASE WHEN e.device < 0 THEN 'end'
            WHEN i.name IS NOT NULL THEN i.name
            WHEN e.evidence = 'from addresses' THEN 'by address'
            ELSE '?' END AS name,
       f.name AS far_name, f.site AS far_site, f.area AS far_area, e.class,
       p.tint,
       row_number() OVER (PARTITION BY e.device
                          ORDER BY i.if_index IS NULL, i.if_index,
                                   natural_key(coalesce(i.name, '')),
                                   f.sort, f.slug, e.slug) AS place
FROM   ends e
JOIN   card f ON f.device = e.far
JOIN   palette p ON p.class = e.class
LEFT JOIN interface i ON i.id = e.interface;
CREATE INDEX temp.port_device ON port (device, side, place);
CREATE INDEX temp.port_wire ON port (wire, device);

