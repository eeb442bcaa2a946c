-- crowd.sql: sites of one router with switches behind it, in one go, for the
-- tests of large pictures. How many: the one row of size (sites, leaves). The
-- derived rows are written as analyse would leave them.
INSERT INTO meta (id, observed_at, started_at, tool) VALUES (1, 1, 1, 'test');

CREATE TEMP TABLE number AS
WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < 999)
SELECT n FROM n;

INSERT INTO site (id, slug, name, source)
SELECT 's' || n, 's' || n, 'Site ' || n, 'sysLocation'
FROM   number, size
WHERE  n BETWEEN 1 AND sites;

-- Device 1000 * site + leaf; leaf 0 is the router.
INSERT INTO device (id, source, key, slug, name, tier, site, class, documented)
SELECT s.n * 1000 + l.n, 'agent', s.n * 1000 + l.n,
       's' || s.n || '-d' || l.n, 's' || s.n || '-d' || l.n,
       iif(l.n = 0, 3, 4), 's' || s.n,
       iif(l.n % 3, 'dual-stack', 'IPv4 only'), 1
FROM   number s, number l, size
WHERE  s.n BETWEEN 1 AND sites AND l.n <= leaves;

-- A port at each end of the link that goes up from each device, numbered as it.
INSERT INTO interface (id, device, if_index, name)
SELECT id * 2, id, 1, 'Te1' FROM device;
INSERT INTO interface (id, device, if_index, name)
SELECT id * 2 + 1,
       iif(id % 1000, id / 1000 * 1000, 1000), 10000 + id, 'Te' || id
FROM   device WHERE id <> 1000;

INSERT INTO link (id, key, slug, a_device, a_interface, b_device, b_interface,
	protocols, evidence, matched_by, class)
SELECT id, id, 'l' || id, iif(id % 1000, id / 1000 * 1000, 1000), id * 2 + 1,
       id, id * 2, 'lldp', 'confirmed from both ends', '-', class
FROM   device WHERE id <> 1000;
