-- uplinks.sql: circuits, the sessions over them, and the pictures they stand in.
--
--   uplink         one row a circuit
--   uplink_end     one row a circuit and device on which it ends
--   uplink_sheet   one row a picture: all, and where that is more than 60 cards
--                  runs of up to 20 circuits of each provider
--   uplink_seat    one row a picture and circuit
--   uplink_shown   one row a picture, circuit and device that stands there

DROP TABLE IF EXISTS temp.uplink_session;
CREATE TEMP TABLE uplink_session AS
SELECT circuit, family, iif(max(state = 'established'), 'established',
                            min(state)) AS state
FROM   page_circuit_session
GROUP BY circuit, family;
CREATE UNIQUE INDEX temp.uplink_session_circuit
	ON uplink_session (circuit, family);

DROP TABLE IF EXISTS temp.uplink;
CREATE TEMP TABLE uplink AS
SELECT c.*, coalesce(c.provider, 'provider not stated') AS provider_name,
       coalesce(nullif(slug(c.provider), '') || '-'
                    || short_hash(c.provider), 'none') AS provider_slug,
       iif(c.class = 'partial', 'IPv4 only', c.class) AS looks,
       'IPv6: BGP ' || s6.state AS session6,
       'IPv4: BGP ' || s4.state AS session4,
       iif(s6.state IS NULL AND s4.state IS NULL,
           iif(c.kind = 'uplink', 'no BGP session seen', NULL), NULL)
           AS session_note,
       row_number() OVER (ORDER BY c.provider IS NULL, c.provider,
                                   natural_key(c.id), c.id) AS place
FROM   page_circuit c
LEFT JOIN uplink_session s6 ON s6.circuit = c.id AND s6.family = 6
LEFT JOIN uplink_session s4 ON s4.circuit = c.id AND s4.family = 4;
CREATE UNIQUE INDEX temp.uplink_id ON uplink (id);
-- Of two families on one line, the missing session is told, too.
UPDATE uplink
SET    session6 = coalesce(session6, 'IPv6: no BGP session seen'),
       session4 = coalesce(session4, 'IPv4: no BGP session seen')
WHERE  coalesce(session6, session4) IS NOT NULL;

DROP TABLE IF EXISTS temp.uplink_end;
CREATE TEMP TABLE uplink_end AS
SELECT id AS circuit, device FROM uplink WHERE device IS NOT NULL
UNION
SELECT u.id, e.device
FROM   uplink u
JOIN   segment_end e ON e.segment = u.segment
WHERE  e.interface IS NOT NULL AND e.device IS NOT NULL;
CREATE INDEX temp.uplink_end_circuit ON uplink_end (circuit);

DROP TABLE IF EXISTS temp.uplink_seat;
CREATE TEMP TABLE uplink_seat AS
WITH size AS (
	SELECT (SELECT count(*) + count(DISTINCT provider_slug) FROM uplink)
	       + (SELECT count(DISTINCT device) FROM uplink_end) AS cards
),
cut AS (
	SELECT u.id, u.provider_slug,
	       (row_number() OVER (PARTITION BY provider_slug ORDER BY place) - 1)
	           / 20 AS run
	FROM   uplink u, size
	WHERE  cards > 60
)
SELECT 'uplinks' AS sheet, id AS circuit FROM uplink, size WHERE cards <= 60
UNION ALL
SELECT 'uplinks-' || provider_slug || iif(run = 0, '', '-' || (run + 1)), id
FROM   cut;
CREATE INDEX temp.uplink_seat_sheet ON uplink_seat (sheet);

-- Of a run of circuits, so many devices as leave room for it and its provider.
-- Each circuit's first one comes before another's second.
DROP TABLE IF EXISTS temp.uplink_shown;
CREATE TEMP TABLE uplink_shown AS
WITH placed AS (
	SELECT s.sheet, s.circuit, e.device,
	       row_number() OVER (PARTITION BY s.sheet, s.circuit
	                          ORDER BY d.sort, d.slug) AS nth
	FROM   uplink_seat s
	JOIN   uplink_end e USING (circuit)
	JOIN   card d ON d.device = e.device
),
ranked AS (
	SELECT sheet, device, row_number() OVER (PARTITION BY sheet
	                                         ORDER BY min(nth), device) AS rank
	FROM   placed
	GROUP BY sheet, device
)
SELECT p.sheet, p.circuit, p.device
FROM   placed p
JOIN   ranked r USING (sheet, device)
WHERE  p.sheet = 'uplinks' OR r.rank <= 39;
CREATE INDEX temp.uplink_shown_sheet ON uplink_shown (sheet, circuit);

DROP TABLE IF EXISTS temp.uplink_sheet;
CREATE TEMP TABLE uplink_sheet AS
SELECT e.sheet, count(*) AS circuits,
       iif(e.sheet = 'uplinks', 'Uplinks — providers, circuits, devices',
           u.provider_name || ' — circuits from ' || u.id) AS title,
       iif(e.sheet = 'uplinks', 'uplinks', NULL) AS page, 0 AS is_cut,
       min(u.place) AS first -- of its row are the other columns
FROM   uplink_seat e
JOIN   uplink u ON u.id = e.circuit
GROUP BY e.sheet;
INSERT INTO uplink_sheet
SELECT 'uplinks', count(*), 'Uplinks — providers', 'uplinks', 1, 1
FROM   uplink
HAVING count(*) > 0 AND (SELECT count(*) FROM uplink_seat
                         WHERE sheet = 'uplinks') = 0;
