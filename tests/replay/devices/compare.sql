-- compare.sql: one verdict on each row that another program found, that was
-- found here, and that is recorded.
--
-- A row that is missing here and there has a reason, or is a fault. A reason is
-- never a name: it is read from the recording each time.
CREATE TABLE verdict (
	kind TEXT NOT NULL,   -- links, addr6, nd6, bgp; addr4, arp: no other
	                      -- program was asked
	device TEXT NOT NULL,
	side TEXT NOT NULL,   -- expected, found, recorded
	what TEXT NOT NULL,
	same INTEGER NOT NULL, -- 1: the other sides have it too
	reason TEXT           -- why they have not; NULL: a fault
);

-- ------------------------------------------------------- addresses ----

INSERT INTO verdict
SELECT 'addr6', e.device, 'expected', e.said,
       EXISTS (SELECT 1
               FROM   found_address f
               WHERE  f.device = e.device
               AND    f.key = e.key
               AND    f.if_index = e.if_index
               AND    e.length IN ('0', f.length)),
       (SELECT CASE WHEN e.letters AND r.key <> e.key
                    THEN 'letters that spell another address'
                    WHEN e.key = '10' || SUBSTR(r.key, 1, 30)
                    THEN 'the length of the address is no part of it' END
        FROM   recorded_address r
        JOIN   found_address f ON f.device = r.device
                              AND f.key = r.key
                              AND f.if_index = r.if_index
        WHERE  r.device = e.device
        AND    r.if_index = e.if_index
        AND    r.source = 'ipv6AddrTable'
        AND    r.length = e.length)
FROM   expected_address e;

-- A length is the address's own or, where it has none, of a prefix on its link.
INSERT INTO verdict
SELECT 'addr' || f.family, f.device, 'found',
       f.key || '/' || f.length || ' on ' || f.if_index,
       EXISTS (SELECT 1
               FROM   expected_address e
               WHERE  e.device = f.device
               AND    e.key = f.key
               AND    e.if_index = f.if_index
               AND    e.length IN ('0', f.length)),
       (SELECT 'recorded'
        FROM   recorded_address r
        WHERE  r.device = f.device
        AND    r.key = f.key
        AND    r.if_index = f.if_index
        AND    (f.length = ''
                OR r.length = f.length
                OR (COALESCE(r.length, '') IN ('', '0') AND EXISTS (
			SELECT 1
			FROM   recorded_prefix p
			WHERE  p.device = f.device
			AND    p.if_index = f.if_index
			AND    p.length = f.length
			AND    SUBSTR(p.key, 1, p.length / 4)
			       = SUBSTR(f.key, 1, p.length / 4)))))
FROM   found_address f;

INSERT INTO verdict
SELECT 'addr' || CASE LENGTH(r.key) WHEN 8 THEN 4 ELSE 6 END, r.device,
       'recorded', r.key || '/' || r.length || ' on ' || r.if_index,
       EXISTS (SELECT 1
               FROM   found_address f
               WHERE  f.device = r.device
               AND    f.key = r.key
               AND    f.if_index = r.if_index
               AND    (r.length IN ('', '0', f.length)
                       OR (SELECT COUNT(DISTINCT o.length)
                           FROM   recorded_address o
                           WHERE  o.device = r.device
                           AND    o.key = r.key
                           AND    o.if_index = r.if_index) > 1)),
       NULLIF(r.why, '')
FROM   recorded_address r;

-- ------------------------------------------------------------- ND, ARP ----

-- The other program leaves the interface out and says a row once for each.
INSERT INTO verdict
SELECT 'nd6', e.device, 'expected', e.said || ' ' || e.mac,
       e.times <= (SELECT COUNT(*)
                   FROM   found_neighbour f
                   WHERE  f.device = e.device
                   AND    f.key = e.key
                   AND    f.mac = e.mac),
       (SELECT 'its own address'
        FROM   recorded_neighbour r
        JOIN   recorded_address a ON a.device = r.device
                                 AND a.key = r.key
                                 AND a.if_index = r.if_index
        WHERE  r.device = e.device
        AND    r.key = e.key)
FROM   (SELECT *, ROW_NUMBER() OVER (PARTITION BY device, key, mac) AS times
        FROM   expected_neighbour) e;

INSERT INTO verdict
SELECT CASE f.family WHEN 4 THEN 'arp' ELSE 'nd6' END, f.device, 'found',
       f.key || ' ' || f.mac || ' on ' || f.if_index,
       EXISTS (SELECT 1
               FROM   expected_neighbour e
               WHERE  e.device = f.device
               AND    e.key = f.key
               AND    e.mac = f.mac),
       (SELECT 'recorded'
        FROM   recorded_neighbour r
        WHERE  r.device = f.device
        AND    r.key = f.key
        AND    r.if_index = f.if_index
        AND    r.mac = f.mac)
FROM   found_neighbour f;

INSERT INTO verdict
SELECT CASE LENGTH(r.key) WHEN 8 THEN 'arp' ELSE 'nd6' END, r.device,
       'recorded', r.key || ' ' || r.mac || ' on ' || r.if_index,
       EXISTS (SELECT 1
               FROM   found_neighbour f
               WHERE  f.device = r.device
               AND    f.key = r.key
               AND    f.if_index = r.if_index
               AND    r.mac IN ('', f.mac)),
       COALESCE(NULLIF(r.why, ''),
                (SELECT 'its own address'
                 FROM   recorded_address a
                 WHERE  a.device = r.device
                 AND    a.key = r.key
                 AND    a.if_index = r.if_index),
                (SELECT 'another table says another MAC'
                 FROM   recorded_neighbour o
                 JOIN   found_neighbour f ON f.device = o.device
                                         AND f.key = o.key
                                         AND f.if_index = o.if_index
                                         AND f.mac = o.mac
                 WHERE  o.device = r.device
                 AND    o.key = r.key
                 AND    o.if_index = r.if_index
                 AND    o.source <> r.source
                 AND    o.mac NOT IN ('', r.mac)))
FROM   recorded_neighbour r;

-- ----------------------------------------------------------- BGP peers ----

-- The other program has not asked for states when it writes "idle": the
-- recorded one counts.
INSERT INTO verdict
SELECT 'bgp', e.device, 'expected', e.said || ' AS ' || e.remote_as,
       e.times <= (SELECT COUNT(*)
                   FROM   found_peer f
                   WHERE  f.device = e.device
                   AND    f.key = e.key
                   AND    f.remote_as = e.remote_as
                   AND    (f.state = e.state OR f.state = (
				SELECT r.state
				FROM   recorded_peer r
				WHERE  r.device = f.device
				AND    r.key = f.key
				AND    r.instance = f.instance
				AND    r.state <> ''))),
       (SELECT 'once more in another table'
        FROM   recorded_peer r
        WHERE  r.device = e.device
        AND    r.key = e.key
        GROUP  BY r.key
        HAVING COUNT(*) >= e.times
        AND    COUNT(DISTINCT r.source) > 1
        AND    COUNT(DISTINCT r.instance) < e.times)
FROM   (SELECT *, ROW_NUMBER() OVER (PARTITION BY device, key, remote_as)
	       AS times
        FROM   expected_peer) e;

INSERT INTO verdict
SELECT 'bgp', f.device, 'found',
       f.key || ' AS ' || f.remote_as || ' ' || f.state || ' in '
       || f.instance,
       EXISTS (SELECT 1
               FROM   expected_peer e
               WHERE  e.device = f.device
               AND    e.key = f.key
               AND    e.remote_as = f.remote_as),
       (SELECT 'recorded'
        FROM   recorded_peer r
        WHERE  r.device = f.device
        AND    r.key = f.key
        AND    r.instance = f.instance
        AND    r.remote_as = f.remote_as
        AND    r.state = f.state)
FROM   found_peer f;

INSERT INTO verdict
SELECT 'bgp', r.device, 'recorded',
       r.key || ' AS ' || r.remote_as || ' ' || r.state || ' in '
       || r.instance,
       EXISTS (SELECT 1
               FROM   found_peer f
               WHERE  f.device = r.device
               AND    f.key = r.key
               AND    f.instance = r.instance
               AND    r.remote_as IN (0, f.remote_as)
               AND    r.state IN ('', f.state)),
       COALESCE(NULLIF(r.why, ''),
                (SELECT 'the number of an AS too large for this table'
                 FROM   recorded_peer o
                 WHERE  o.device = r.device
                 AND    o.key = r.key
                 AND    o.instance = r.instance
                 AND    o.remote_as > 65535
                 AND    r.remote_as = 23456))
FROM   recorded_peer r;

-- --------------------------------------------------------------- links ----

-- A link from that port to that neighbour, by that port of its own. The other
-- program says one of several names; a MAC behind the port is the port's or the
-- device's.
CREATE VIEW same_link AS
SELECT e.rowid AS expected, f.rowid AS found
FROM   expected_link e
JOIN   found_link f ON f.device = e.device
                   AND f.protocol = e.protocol
WHERE  f.is_linked
AND    e.if_name IN (f.if_name, f.if_descr)
AND    e.host IN (f.sys_name, f.device_id, f.sys_descr, f.chassis)
AND    (e.port IN (f.port_id, f.port_description, f.chassis)
        OR e.port_hex IN (REPLACE(f.port_id, ':', ''),
                          LOWER(HEX(f.port_id))))
AND    e.mac IN ('', REPLACE(f.chassis, ':', ''),
                 REPLACE(f.port_id, ':', ''));

INSERT INTO verdict
SELECT 'links', device, 'expected', said,
       rowid IN (SELECT expected FROM same_link), NULL
FROM   expected_link;

INSERT INTO verdict
SELECT 'links', f.device, 'found',
       f.protocol || ' ' || f.port || '.' || f.remote || ' ' || f.sys_name,
       f.rowid IN (SELECT found FROM same_link),
       (SELECT 'recorded'
        FROM   recorded_link r
        WHERE  r.device = f.device
        AND    r.protocol = f.protocol
        AND    r.port IN (0, f.port)
        AND    r.remote = f.remote
        AND    r.why = '')
FROM   found_link f;

INSERT INTO verdict
SELECT 'links', r.device, 'recorded',
       r.protocol || ' ' || r.port || '.' || r.remote || ' ' || r.name,
       EXISTS (SELECT 1
               FROM   found_link f
               WHERE  f.device = r.device
               AND    f.protocol = r.protocol
               AND    r.port IN (0, f.port)
               AND    f.remote = r.remote
               AND    r.name IN ('', f.sys_name, f.device_id,
                                  REPLACE(f.device_id, ':', ''))),
       NULLIF(r.why, '')
FROM   recorded_link r;
