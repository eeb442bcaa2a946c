-- drawn.sql: a network as derived rows, from what two TEMP tables say:
-- planned (id, name, tier, site) and cabled (a, b), ids of planned. For tests
-- of pictures. Of any three devices one is IPv4 only, as are links to it.
INSERT INTO meta (id, observed_at, started_at, tool) VALUES (1, 1, 1, 'test');

INSERT INTO site (id, slug, name, source)
SELECT DISTINCT site, site, 'Site ' || site, 'sysLocation' FROM planned;

INSERT INTO device (id, source, key, slug, name, tier, site, class, documented)
SELECT id, 'agent', name, name, name, tier, site,
       iif(id % 3, 'dual-stack', 'IPv4 only'), 1
FROM   planned;

-- Two ports a link, numbered as it.
INSERT INTO interface (id, device, if_index, name)
SELECT c.rowid * 2, a, c.rowid * 2, 'Te' || c.rowid FROM cabled c;
INSERT INTO interface (id, device, if_index, name)
SELECT c.rowid * 2 + 1, b, c.rowid * 2, 'Up' || c.rowid FROM cabled c;

INSERT INTO link (id, key, slug, a_device, a_interface, b_device, b_interface,
	protocols, evidence, matched_by, class)
SELECT c.rowid, c.rowid, 'l' || a || '-' || b, a, c.rowid * 2, b,
       c.rowid * 2 + 1, 'lldp', 'confirmed from both ends', '-',
       iif(a % 3 AND b % 3, 'dual-stack', 'IPv4 only')
FROM   cabled c;
