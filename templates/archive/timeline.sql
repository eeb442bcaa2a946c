-- timeline.sql: what the timeline shows, from the tables of schema.sql: figures
-- of each snapshot, what changed from one to the next, the last one of each
-- phase, and the places of all that is drawn.
--
-- A share is part of (total - unknown) in tenths of a percent, half up.

CREATE TEMP TABLE figure AS
SELECT s.ordinal, m.id, m.metric, m.part, m.total, m.unknown,
       (1000 * m.part + (m.total - m.unknown) / 2)
           / nullif(m.total - m.unknown, 0) AS share,
       (1000 * m.part + m.total / 2) / nullif(m.total, 0) AS low,
       (1000 * (m.part + m.unknown) + m.total / 2)
           / nullif(m.total, 0) AS high
FROM   metric m
JOIN   snapshot s USING (id)
WHERE  s.is_readable;
CREATE UNIQUE INDEX temp.figure_of ON figure (metric, id);

CREATE TEMP TABLE shown AS
SELECT id, ordinal, observed_at, phase, kind,
       strftime('%Y-%m-%d', observed_at, 'unixepoch') AS day,
       strftime('%Y-%m-%d %H:%M', observed_at, 'unixepoch') AS observed
FROM   snapshot;
CREATE UNIQUE INDEX temp.shown_id ON shown (id);

-- ---------------------------------------------------------------- changes --

-- What people ask first: words for what a figure counts.
CREATE TEMP TABLE told_figure (ordinal INTEGER, metric TEXT, words TEXT);
INSERT INTO told_figure VALUES
	(1, 'devices', 'devices'),
	(2, 'dual', 'dual-stack devices'),
	(3, 'v6_only', 'IPv6-only devices'),
	(4, 'unknown', 'unknown devices'),
	(5, 'K4', 'segments'),
	(6, 'K6', 'services'),
	(7, 'K7', 'circuits'),
	(8, 'K11-E', 'errors'),
	(9, 'K11-W', 'warnings'),
	(10, 'K13-devices', 'answering devices');

CREATE TEMP TABLE counted AS
SELECT id, 'devices' AS metric, devices AS part FROM snapshot
UNION ALL
SELECT id, 'dual', dual FROM snapshot
UNION ALL
SELECT id, 'v6_only', v6_only FROM snapshot
UNION ALL
SELECT id, 'unknown', unknown FROM snapshot
UNION ALL
SELECT id, metric, part
FROM   figure
WHERE  metric IN ('K4', 'K6', 'K7', 'K11-E', 'K11-W', 'K13-devices');
CREATE UNIQUE INDEX temp.counted_of ON counted (id, metric);

-- Two snapshots that are compared: each with the one before it, and the last of
-- each phase with that of the phase before.
CREATE TEMP TABLE pair (old TEXT, new TEXT, PRIMARY KEY (new, old));
INSERT INTO pair
SELECT previous, id
FROM   snapshot
WHERE  previous IS NOT NULL;

-- The state that a phase ended with: as it was closed, else its last one.
CREATE TEMP TABLE closing AS
SELECT row_number() OVER (ORDER BY ordinal) AS number, id, phase,
       lag(id) OVER (ORDER BY ordinal) AS before
FROM   (SELECT *, row_number() OVER (PARTITION BY phase
            ORDER BY kind <> 'state' DESC, ordinal DESC) AS place
        FROM   snapshot
        WHERE  phase IS NOT NULL
        AND    is_readable
        AND    NOT is_pruned)
WHERE  place = 1;

INSERT OR IGNORE INTO pair
SELECT before, id
FROM   closing
WHERE  before IS NOT NULL;

CREATE TEMP TABLE change AS
SELECT p.old, p.new, t.ordinal,
       t.words || iif(n.part > o.part, ' +', ' −') || abs(n.part - o.part)
           AS words
FROM   pair p
JOIN   counted o ON o.id = p.old
JOIN   counted n ON n.id = p.new AND n.metric = o.metric
JOIN   told_figure t ON t.metric = n.metric
WHERE  n.part <> o.part
ORDER BY p.new, p.old, t.ordinal;

CREATE TEMP TABLE changed AS
SELECT old, new, group_concat(words, ', ') AS words
FROM   change
GROUP BY new, old;
CREATE UNIQUE INDEX temp.changed_of ON changed (new, old);

-- ------------------------------------------------------------------ chart --

-- Lengths are those of the picture, times seconds. What leads to a state stands
-- before it, so there is room for that before the first one.
CREATE TEMP TABLE frame AS
SELECT first - span / 24 AS first, last, span + span / 24 AS span,
       1000 AS width, 330 AS height,
       48 AS left_side, 796 AS right_side, 14 AS top, 290 AS bottom,
       count > 1 AS is_drawn, count <= 40 AS is_marked, count
FROM   (SELECT min(observed_at) AS first, max(observed_at) AS last,
               max(max(observed_at) - min(observed_at), 86400) AS span,
               count(*) AS count
        FROM   shown
        WHERE  id IN (SELECT id FROM figure WHERE metric = 'K1'));

CREATE TEMP TABLE spot AS
SELECT s.id, s.ordinal, s.observed_at,
       round(f.left_side + 1.0 * (f.right_side - f.left_side)
           * (s.observed_at - f.first) / f.span, 1) AS x
FROM   shown s
CROSS JOIN frame f
WHERE  s.id IN (SELECT id FROM figure WHERE metric = 'K1');
CREATE UNIQUE INDEX temp.spot_id ON spot (id);

CREATE TEMP TABLE series (
	ordinal INTEGER,
	metric TEXT PRIMARY KEY,
	word TEXT,    -- class of its SVG elements
	label TEXT
);
INSERT INTO series VALUES
	(1, 'K1', 'devices', 'Devices'),
	(2, 'K2', 'infrastructure', 'Infrastructure'),
	(3, 'K3', 'endpoints', 'Endpoints'),
	(4, 'K4', 'segments', 'Segments');

CREATE TEMP TABLE point AS
SELECT g.metric, g.id, g.ordinal, p.x,
       round(f.bottom - (f.bottom - f.top) * g.share / 1000.0, 1) AS y,
       round(f.bottom - (f.bottom - f.top) * g.low / 1000.0, 1) AS y_low,
       round(f.bottom - (f.bottom - f.top) * g.high / 1000.0, 1) AS y_high
FROM   figure g
JOIN   series s ON s.metric = g.metric
JOIN   spot p ON p.id = g.id
CROSS JOIN frame f
WHERE  g.share IS NOT NULL;
CREATE INDEX temp.point_of ON point (metric, ordinal);

-- What a line is stands where it ends; labels keep their distance, and those
-- that would leave the picture below push the others up.
CREATE TEMP TABLE line_end AS
SELECT metric, x, y,
       min(pushed, room) AS label_y
FROM   (SELECT metric, x, y,
               round(max(y - 19 * place) OVER (ORDER BY place) + 19 * place, 1)
                   AS pushed,
               bottom - 19 * (most - place) AS room
        FROM   (SELECT p.metric, p.x, p.y,
                       row_number() OVER (ORDER BY p.y, s.ordinal) AS place,
                       count(*) OVER () AS most
                FROM   point p
                JOIN   series s ON s.metric = p.metric
                WHERE  p.ordinal = (SELECT max(o.ordinal) FROM point o
                                    WHERE  o.metric = p.metric))
        CROSS JOIN frame);

CREATE TEMP TABLE height_tick AS
SELECT value AS percent,
       f.bottom - (f.bottom - f.top) * value / 100 AS y
FROM   frame f, json_each('[0, 25, 50, 75, 100]');

-- Days, weeks, months, quarters or years: what gives at most some 16 of them.
CREATE TEMP TABLE time_tick AS
WITH RECURSIVE unit AS (
	SELECT CASE WHEN span < 12 * 86400 THEN '+1 day'
	            WHEN span < 100 * 86400 THEN '+7 days'
	            WHEN span < 500 * 86400 THEN '+1 month'
	            WHEN span < 1500 * 86400 THEN '+3 months'
	            ELSE '+1 year' END AS step,
	       first, last
	FROM   frame),
tick AS (
	SELECT CASE step WHEN '+1 day' THEN date(first, 'unixepoch')
	            WHEN '+7 days' THEN date(first, 'unixepoch', 'weekday 1')
	            ELSE date(first, 'unixepoch', 'start of year') END AS day,
	       step, first, last
	FROM   unit
	UNION ALL
	SELECT date(day, step), step, first, last
	FROM   tick
	WHERE  day < date(last, 'unixepoch'))
SELECT t.day, t.step,
       round(f.left_side + 1.0 * (f.right_side - f.left_side)
           * (unixepoch(t.day) - f.first) / f.span, 1) AS x
FROM   tick t
CROSS JOIN frame f
WHERE  unixepoch(t.day) BETWEEN f.first AND f.last
ORDER BY t.day;

-- A phase reaches from the last state of the one before to its own last one.
CREATE TEMP TABLE band AS
SELECT number, phase, left_x, right_x, round(right_x - left_x, 1) AS band_width,
       number % 2 = 1 AS is_odd
FROM   (SELECT row_number() OVER (ORDER BY newest) AS number, phase,
               coalesce(lag(x) OVER (ORDER BY newest), left_side) AS left_x,
               x AS right_x
        FROM   (SELECT run, phase, max(ordinal) AS newest, max(x) AS x
                FROM   (SELECT p.ordinal, p.x, s.phase,
                               p.ordinal - row_number() OVER
                                   (PARTITION BY s.phase ORDER BY p.ordinal)
                                   AS run
                        FROM   (SELECT id, x, row_number() OVER
                                    (ORDER BY ordinal) AS ordinal
                                FROM   spot) p
                        JOIN   shown s ON s.id = p.id)
                GROUP BY run, phase)
        CROSS JOIN frame);

-- Where people point at: half way to the neighbours.
CREATE TEMP TABLE strip AS
SELECT p.id, p.ordinal, p.x,
       round((p.x + coalesce(lag(p.x) OVER line, 2 * f.left_side - p.x)) / 2, 1)
           AS left_x,
       round((p.x + coalesce(lead(p.x) OVER line, p.x + 16)) / 2, 1) AS right_x
FROM   spot p
CROSS JOIN frame f
WINDOW line AS (ORDER BY p.ordinal);

-- ----------------------------------------------------------- small charts --

-- Counts that hold until the next snapshot: steps, one on the other.
CREATE TEMP TABLE layer (
	chart TEXT,
	ordinal INTEGER,
	word TEXT,    -- class of its SVG element
	label TEXT
);
INSERT INTO layer VALUES
	('findings', 1, 'errors', 'errors'),
	('findings', 2, 'warnings', 'warnings'),
	('services', 1, 'both', 'dual-stack'),
	('services', 2, 'rest', 'not yet'),
	('services', 3, 'unseen', 'unknown'),
	('traffic', 1, 'traffic', '% of octets'),
	('assets', 1, 'assets', '% of assets');

CREATE TEMP TABLE layer_value AS
SELECT 'findings' AS chart, 1 AS layer, id, ordinal, part AS value
FROM   figure WHERE metric = 'K11-E'
UNION ALL
SELECT 'findings', 2, id, ordinal, part FROM figure WHERE metric = 'K11-W'
UNION ALL
SELECT 'services', 1, id, ordinal, part FROM figure WHERE metric = 'K6'
UNION ALL
SELECT 'services', 2, id, ordinal, total - unknown - part
FROM   figure WHERE metric = 'K6'
UNION ALL
SELECT 'services', 3, id, ordinal, unknown FROM figure WHERE metric = 'K6'
UNION ALL
SELECT 'traffic', 1, id, ordinal, share / 10.0
FROM   figure WHERE metric = 'K10' AND share IS NOT NULL
UNION ALL
SELECT 'assets', 1, id, ordinal, share / 10.0
FROM   figure WHERE metric = 'K9' AND share IS NOT NULL;

-- The height of a chart of counts is the next of 4, 8, 12 ..., 100 of shares.
CREATE TEMP TABLE small AS
SELECT n.ordinal, n.chart, n.title, v.is_shown,
       coalesce(n.fixed, 4 * max(1, (v.most + 3) / 4)) AS top_value
FROM   (SELECT column1 AS ordinal, column2 AS chart, column3 AS title,
               column4 AS fixed
        FROM   (VALUES (1, 'services', 'Services', NULL),
                       (2, 'findings', 'Open findings', NULL),
                       (3, 'traffic', 'IPv6 in the traffic', 100),
                       (4, 'assets', 'IPv6 only', 100))) n
JOIN   (SELECT chart, max(height) AS most, max(height) > 0 AS is_shown
        FROM   (SELECT chart, id, sum(value) AS height
                FROM   layer_value GROUP BY chart, id)
        GROUP BY chart) v ON v.chart = n.chart;

-- Small charts are 320 by 150: the left side at 34, the floor at 126. A step
-- that is as high as the one before it is no corner.
CREATE TEMP TABLE step AS
SELECT chart, layer, ordinal, x, y, y_low, y_before, y_low_before
FROM   (SELECT *, lag(y, 1, 126) OVER line AS y_before,
               lag(y_low, 1, 126) OVER line AS y_low_before,
               row_number() OVER line AS place
        FROM   (SELECT *, row_number() OVER (PARTITION BY chart, layer, x
                    ORDER BY ordinal DESC) AS from_last
        FROM   (SELECT v.chart, v.layer, v.ordinal,
                       CAST(round(34 + 256.0 * (p.observed_at - f.first)
                           / f.span) AS INTEGER) AS x,
                       CAST(round(126 - 112.0 * sum(v.value) OVER
                           (PARTITION BY v.chart, v.id ORDER BY v.layer)
                           / s.top_value) AS INTEGER) AS y,
                       CAST(round(126 - 112.0 * (sum(v.value) OVER
                           (PARTITION BY v.chart, v.id ORDER BY v.layer)
                           - v.value) / s.top_value) AS INTEGER) AS y_low
                FROM   layer_value v
                JOIN   small s ON s.chart = v.chart
                JOIN   spot p ON p.id = v.id
                CROSS JOIN frame f))
        WHERE  from_last = 1
        WINDOW line AS (PARTITION BY chart, layer ORDER BY ordinal))
WHERE  place = 1 OR y <> y_before OR y_low <> y_low_before;
CREATE INDEX temp.step_of ON step (chart, layer, ordinal);

-- ----------------------------------------------------------------- months --

-- A few snapshots stand in one table; of many, each month folds.
CREATE TEMP TABLE month AS
SELECT CASE WHEN count <= 60 THEN 'all'
            ELSE strftime('%Y-%m', observed_at, 'unixepoch') END AS month,
       count(*) AS snapshots, max(ordinal) AS newest
FROM   shown
CROSS JOIN (SELECT count(*) AS count FROM snapshot)
GROUP BY 1;
