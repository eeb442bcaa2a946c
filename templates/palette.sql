-- palette.sql: how pictures look. The one place of colours, fonts and spacing.
--
-- White text on a header and a stroke on the ground keep a contrast of at
-- least 4.5. No class is told by its colour alone: the badge says it in words,
-- the stroke by its style. diagram.css has a dark twin of each colour.

DROP TABLE IF EXISTS temp.palette;
CREATE TEMP TABLE palette (
	ordinal INTEGER,        -- in legends
	weakness INTEGER,       -- of two classes on one stroke the greater shows
	class TEXT PRIMARY KEY, -- of a device or a link
	word TEXT,              -- class of the SVG element
	badge TEXT,
	legend TEXT,
	header TEXT,            -- header of a card, stroke of a link
	tint TEXT,              -- cells
	style TEXT              -- of strokes
);
INSERT INTO palette VALUES
	(1, 1, 'dual-stack', 'dual', '4+6', 'dual-stack (4+6)',
		'#0f766e', '#e6f4f1', 'solid'),
	(2, 3, 'IPv4 only', 'v4', 'v4 only', 'IPv4 only, dashed',
		'#b45309', '#fef2e0', 'dashed'),
	(3, 2, 'IPv6 only', 'v6', 'v6 only', 'IPv6 only',
		'#1d4ed8', '#e6edfd', 'solid'),
	(4, 4, 'none', 'none', 'no IP', 'no IP address, dotted',
		'#475569', '#f1f5f9', 'dotted'),
	(5, 5, 'unknown', 'unknown', '?', 'unknown (?), dotted',
		'#5b6b82', '#f1f5f9', 'dotted');

DROP TABLE IF EXISTS temp.paint;
CREATE TEMP TABLE paint AS
SELECT '#ffffff' AS paper,
       '#0f172a' AS ink,
       '#475569' AS muted,
       '#334155' AS port_ink,
       '#eef2f7' AS foot,
       '#e2e8f0' AS dimmed, -- header of what stands outside the picture
       '#cbd5e1' AS line,
       '#94a3b8' AS faded, -- strokes of what a view leaves out, never a ground
       '#f8fafc' AS ground,
       'Liberation Mono,Courier New,monospace' AS mono,
       -- Graphviz counts letters in whole pixels, browsers do not; at these
       -- sizes the two differ least.
       9 AS address_size,
       '7.5' AS port_size,
       -- Beside SVG and DOT. A PNG takes five times as long as all others
       -- together: large networks get PNG and PDF by --formats alone.
       iif((SELECT count(*) FROM device) <= 1000,
           'png pdf drawio graphml mermaid', 'drawio graphml mermaid')
           AS formats;

-- Views of one picture: the same nodes, texts and ports, so the same places.
-- In that of one family, what is known to lack it is grey.
DROP TABLE IF EXISTS temp.view;
CREATE TEMP TABLE view (
	ordinal INTEGER,
	view TEXT PRIMARY KEY,
	suffix TEXT,    -- of the picture's name
	name TEXT,      -- in headings; NULL: of both families
	grey TEXT       -- what grey means; NULL: nothing is grey
);
INSERT INTO view VALUES
	(1, 'both', '', NULL, NULL),
	(2, 'ipv6', '-ipv6', 'IPv6', 'grey: IPv6 not seen or not observed'),
	(3, 'ipv4', '-ipv4', 'IPv4', 'grey: IPv4 not seen or not observed');

-- The palette in each view. Here `header` is a ground only, for text in
-- `header_ink`; borders and links are `stroke`, and text on a tint is `ink`.
DROP TABLE IF EXISTS temp.view_palette;
CREATE TEMP TABLE view_palette AS
SELECT v.view, p.class, p.ordinal, p.weakness, p.badge, p.legend, p.style,
       is_faded, p.word || iif(is_faded, ' faded', '') AS word,
       iif(is_faded, t.ground, p.header) AS header,
       iif(is_faded, t.port_ink, t.paper) AS header_ink,
       iif(is_faded, t.faded, p.header) AS stroke,
       iif(is_faded, t.muted, p.header) AS ink,
       iif(is_faded, t.ground, p.tint) AS tint
FROM   (SELECT view, class,
               CASE view WHEN 'ipv6' THEN class IN ('IPv4 only', 'none')
                         WHEN 'ipv4' THEN class IN ('IPv6 only', 'none')
                         ELSE 0 END AS is_faded
        FROM   view, palette) v
JOIN   palette p USING (class)
CROSS JOIN paint t;
CREATE UNIQUE INDEX temp.view_palette_class ON view_palette (view, class);

-- What became of things between two states. White text stands on a header, but
-- on that of what is the same; borders and links are `stroke`.
DROP TABLE IF EXISTS temp.change_palette;
CREATE TEMP TABLE change_palette (
	ordinal INTEGER,       -- in legends
	weight INTEGER,        -- of several on one stroke the greater shows
	fate TEXT PRIMARY KEY,
	sign TEXT,             -- in texts: no fate is told by its colour alone
	word TEXT,             -- class of the SVG element
	legend TEXT,
	header TEXT,
	header_ink TEXT,
	stroke TEXT,
	tint TEXT,
	style TEXT,
	penwidth TEXT
);
INSERT INTO change_palette VALUES
	(1, 4, 'added', '+', 'added', 'added (+)',
		'#15803d', '#ffffff', '#15803d', '#ecf8f0', 'solid', '2.4'),
	(2, 5, 'removed', '−', 'removed', 'removed (−), dotted',
		'#b91c1c', '#ffffff', '#b91c1c', '#fdecec', 'dotted', '2.4'),
	(3, 3, 'changed', '~', 'changed', 'changed (~)',
		'#a16207', '#ffffff', '#a16207', '#fdf6e6', 'solid', '2.0'),
	(4, 2, 'not observed', '?', 'unobserved',
		'not observed now (?), dashed',
		'#5b6b82', '#ffffff', '#5b6b82', '#f1f5f9', 'dashed', '1.6'),
	(5, 1, 'unchanged', '', 'same', 'unchanged',
		'#e2e8f0', '#334155', '#94a3b8', '#f1f5f9', 'solid', '1.2');

DROP TABLE IF EXISTS temp.look_graph;
CREATE TEMP TABLE look_graph AS
SELECT 'LR' AS rankdir, 'true' AS newrank, 'spline' AS splines,
       '0.20' AS nodesep, '0.9' AS ranksep,
       '0.35' AS pad, 'edgesfirst' AS outputorder, paper AS bgcolor,
       'Helvetica,Arial,sans-serif' AS fontname, 18 AS fontsize,
       't' AS labelloc, 'l' AS labeljust
FROM   paint;

DROP TABLE IF EXISTS temp.look_node;
CREATE TEMP TABLE look_node AS
SELECT 'plain' AS shape, 'Helvetica,Arial,sans-serif' AS fontname,
       10 AS fontsize, ink AS fontcolor
FROM   paint;

DROP TABLE IF EXISTS temp.look_edge;
CREATE TEMP TABLE look_edge AS
SELECT 'Helvetica,Arial,sans-serif' AS fontname, 8 AS fontsize,
       muted AS fontcolor, muted AS color, '1.5' AS penwidth
FROM   paint;

DROP TABLE IF EXISTS temp.look_cluster;
CREATE TEMP TABLE look_cluster AS
SELECT 'rounded' AS style, line AS color, ground AS bgcolor, 14 AS margin,
       't' AS labelloc, 'l' AS labeljust,
       'Helvetica,Arial,sans-serif' AS fontname
FROM   paint;
