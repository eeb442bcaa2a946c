-- circuits.sql: stated circuits, and what of them was observed.
--
-- A circuit ends on a port of ours and is as good as the segment behind it. Both
-- families on it are worth nothing without routes of both; and a family whose
-- BGP session is down is announced to nobody. One that has addresses and not the
-- rest is partial.

INSERT INTO circuit (id, slug, class)
SELECT id, COALESCE(NULLIF(slug(id), ''), 'circuit'), 'unknown'
FROM   fact_circuit
ORDER  BY id;

UPDATE circuit
SET    slug = slug || '-' || short_hash(id)
WHERE  slug IN (SELECT slug FROM circuit GROUP BY slug HAVING COUNT(*) > 1);

-- ------------------------------------------------------------- where it ends ----

UPDATE circuit
SET    device = (
	SELECT MIN(d.device)
	FROM   fact_circuit f
	JOIN   device_name d ON d.name = f.device
	WHERE  f.id = circuit.id
	HAVING COUNT(*) = 1);

UPDATE circuit
SET    interface = (
	SELECT MIN(i.id)
	FROM   fact_circuit f
	JOIN   interface i ON i.device = circuit.device
	                  AND f.interface IN (i.name, i.descr)
	WHERE  f.id = circuit.id
	HAVING COUNT(*) = 1)
WHERE  device IS NOT NULL;

-- Of a port that works in an aggregate, addresses sit on the aggregate.
UPDATE circuit
SET    segment = (
	SELECT MIN(e.segment)
	FROM   segment_end e
	WHERE  e.interface IN (
		SELECT circuit.interface
		UNION  ALL
		SELECT g.id
		FROM   interface i
		JOIN   lag_member l ON l.device = i.device
		                   AND l.member = i.if_index
		JOIN   interface g ON g.device = l.device
		                  AND g.if_index = l.aggregate
		WHERE  i.id = circuit.interface)
	HAVING COUNT(DISTINCT e.segment) = 1)
WHERE  interface IS NOT NULL;

-- No port is stated, or none that has addresses: the stated prefixes find it,
-- where they lead to one segment.
UPDATE circuit
SET    segment = (
	SELECT MIN(p.segment)
	FROM   fact_circuit_prefix f
	JOIN   segment_prefix p ON p.prefix = f.prefix
	WHERE  f.circuit = circuit.id
	AND    (circuit.device IS NULL
	        OR circuit.device IN (SELECT e.device
	                              FROM   segment_end e
	                              WHERE  e.segment = p.segment))
	HAVING COUNT(DISTINCT p.segment) = 1)
WHERE  segment IS NULL;

UPDATE circuit
SET    device = (
	SELECT MIN(e.device)
	FROM   segment_end e
	WHERE  e.segment = circuit.segment
	AND    e.interface IS NOT NULL
	HAVING COUNT(DISTINCT e.device) = 1)
WHERE  device IS NULL
AND    id IN (SELECT id FROM fact_circuit WHERE device IS NULL);

UPDATE circuit
SET    interface = (
	SELECT MIN(e.interface)
	FROM   segment_end e
	WHERE  e.segment = circuit.segment
	AND    e.device = circuit.device)
WHERE  interface IS NULL;

UPDATE circuit
SET    coverage = (
	SELECT c.id
	FROM   coverage c
	WHERE  c.device = circuit.device
	ORDER  BY c.result <> 'rows',
	          c.question <> 'IP-MIB::ipAddressTable',
	          c.question NOT LIKE '%ddrTable',
	          c.question
	LIMIT  1);

-- Its device did not answer: the far end tells.
UPDATE circuit
SET    coverage = (
	SELECT MIN(v.coverage)
	FROM   segment_end e
	CROSS  JOIN device_evidence v
	WHERE  e.segment = circuit.segment
	AND    v.device = e.device
	AND    v.shows = 'addresses'
	AND    v.has_rows)
WHERE  coverage IS NULL;

-- --------------------------------------------------------- what goes over it ----

-- Ends of ours on it: between sites both are.
CREATE TEMP TABLE circuit_end (
	circuit TEXT NOT NULL,
	device INTEGER NOT NULL,
	interface INTEGER NOT NULL,
	PRIMARY KEY (circuit, interface)
) WITHOUT ROWID;

INSERT INTO circuit_end (circuit, device, interface)
SELECT c.id, i.device, i.id
FROM   circuit c
JOIN   interface i ON i.id = c.interface
UNION
SELECT c.id, e.device, e.interface
FROM   circuit c
JOIN   segment_end e ON e.segment = c.segment
WHERE  e.interface IS NOT NULL;

-- Over a line between sites any route to elsewhere counts, and a neighbour of a
-- routing protocol; over one to a provider the default route. Some agents do not
-- tell the port of a route: its next hop does.
CREATE TEMP TABLE circuit_route (
	circuit TEXT NOT NULL,
	family INTEGER NOT NULL,
	PRIMARY KEY (circuit, family)
) WITHOUT ROWID;

INSERT OR IGNORE INTO circuit_route (circuit, family)
SELECT e.circuit, r.family
FROM   circuit_end e
JOIN   fact_circuit f ON f.id = e.circuit
JOIN   circuit c ON c.id = e.circuit
JOIN   route r ON r.device = e.device
WHERE  (r.prefix IN ('0.0.0.0/0', '::/0')
        OR (f.kind = 'wan' AND COALESCE(r.type, 'remote') = 'remote'))
AND    COALESCE(r.type, '') NOT IN ('reject', 'blackhole')
AND    (r.interface = e.interface
        OR EXISTS (SELECT 1
                   FROM   segment_prefix p
                   WHERE  p.segment = c.segment
                   AND    p.family = r.family
                   AND    ip_in(r.next_hop, p.prefix)));

INSERT OR IGNORE INTO circuit_route (circuit, family)
SELECT e.circuit, a.family
FROM   circuit_end e
JOIN   fact_circuit f ON f.id = e.circuit
JOIN   igp_neighbour n ON n.device = e.device AND n.interface = e.interface
JOIN   igp_neighbour_address a ON a.neighbour = n.id
WHERE  f.kind = 'wan'
AND    n.state IN ('full', 'up');

INSERT OR IGNORE INTO circuit_route (circuit, family)
SELECT e.circuit, CASE n.protocol WHEN 'OSPFv2' THEN 4 ELSE 6 END
FROM   circuit_end e
JOIN   fact_circuit f ON f.id = e.circuit
JOIN   igp_neighbour n ON n.device = e.device AND n.interface = e.interface
WHERE  f.kind = 'wan'
AND    n.state = 'full'
AND    n.protocol IN ('OSPFv2', 'OSPFv3');

-- Sessions with the stated provider, and with whoever sits on the line. Some
-- agents do not tell the state of one.
CREATE TEMP TABLE circuit_session (
	circuit TEXT NOT NULL,
	family INTEGER NOT NULL,
	is_up INTEGER,
	state TEXT,
	PRIMARY KEY (circuit, family)
) WITHOUT ROWID;

INSERT INTO circuit_session (circuit, family, is_up, state)
SELECT e.circuit, b.family,
       CASE WHEN MAX(b.state IS 'established') THEN 1
            WHEN COUNT(b.state) = COUNT(*) THEN 0 END,
       MIN(COALESCE(b.state, 'of unknown state'))
FROM   circuit_end e
JOIN   circuit c ON c.id = e.circuit
JOIN   bgp_peer b ON b.device = e.device
WHERE  EXISTS (SELECT 1
               FROM   segment_prefix p
               WHERE  p.segment = c.segment
               AND    p.family = b.family
               AND    ip_in(b.peer_ip, p.prefix))
OR     b.if_index = (SELECT i.if_index FROM interface i WHERE i.id = e.interface)
GROUP  BY e.circuit, b.family;

-- A provider may be peered with over loopbacks.
INSERT OR IGNORE INTO circuit_session (circuit, family, is_up, state)
SELECT c.id, b.family,
       CASE WHEN MAX(b.state IS 'established') THEN 1
            WHEN COUNT(b.state) = COUNT(*) THEN 0 END,
       MIN(COALESCE(b.state, 'of unknown state'))
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id
JOIN   bgp_peer b ON b.device = c.device AND b.remote_as = f.provider_as
WHERE  NOT EXISTS (SELECT 1
                   FROM   circuit o
                   JOIN   fact_circuit g ON g.id = o.id
                   WHERE  o.device = c.device
                   AND    g.provider_as = f.provider_as
                   AND    o.id <> c.id)
GROUP  BY c.id, b.family;

INSERT OR IGNORE INTO circuit_route (circuit, family)
SELECT circuit, family
FROM   circuit_session
WHERE  is_up;

-- Where a route would have been told: the table holds rows of either family and
-- was read to its end.
CREATE TEMP TABLE route_teller AS
SELECT c.device
FROM   coverage c
WHERE  c.device IN (SELECT device FROM circuit_end)
AND    c.question LIKE 'IP-FORWARD-MIB::inetCidrRouteTable%'
AND    c.result = 'rows'
INTERSECT
SELECT c.device
FROM   coverage c
WHERE  c.question = 'IP-FORWARD-MIB::inetCidrRouteTable (::/0)'
AND    c.result IN ('rows', 'empty')
AND    c.refused = 0;

INSERT INTO route_teller (device)
SELECT c.device
FROM   coverage c
WHERE  c.device IN (SELECT device FROM circuit_end)
AND    c.question = 'rtnetlink: routes'
AND    c.result IN ('rows', 'empty');

-- Between sites the route may stand at either end: all have to tell.
CREATE TEMP TABLE route_told AS
SELECT c.id
FROM   circuit c
JOIN   fact_circuit f ON f.id = c.id
WHERE  c.device IN (SELECT device FROM route_teller)
AND    (f.kind = 'uplink'
        OR (c.segment IS NOT NULL
            AND NOT EXISTS (SELECT 1
                            FROM   segment_end e
                            WHERE  e.segment = c.segment
                            AND    (e.interface IS NULL
                                    OR e.device NOT IN
                                       (SELECT device FROM route_teller)))));

UPDATE circuit
SET    routed_ipv4 = CASE
       WHEN (id, 4) IN (SELECT circuit, family FROM circuit_route) THEN 1
       WHEN id IN (SELECT id FROM route_told) THEN 0
       END,
       routed_ipv6 = CASE
       WHEN (id, 6) IN (SELECT circuit, family FROM circuit_route) THEN 1
       WHEN id IN (SELECT id FROM route_told) THEN 0
       END;

-- ---------------------------------------------------------------- the classes ----

-- Tables that can hold sessions of IPv6, where one has rows: bgpPeerTable never
-- shows IPv6.
CREATE TEMP TABLE session_teller AS
SELECT DISTINCT c.device
FROM   coverage c
WHERE  c.device IN (SELECT device FROM circuit_end)
AND    c.question IN (
	'ARISTA-BGP4V2-MIB::aristaBgp4V2PeerTable',
	'BGP4-V2-MIB-JUNIPER::jnxBgpM2PeerTable',
	'BGP4V2-MIB::bgp4V2PeerTable',
	'CISCO-BGP4-MIB::cbgpPeer2Table',
	'DELLEMC-OS10-BGP4V2-MIB::os10bgp4V2PeerTable',
	'TIMETRA-BGP-MIB::tBgpPeerNgTable')
AND    c.result = 'rows';

CREATE TEMP TABLE circuit_state AS
SELECT c.id,
       s.class,
       COALESCE(n.words, s.class_note) AS note,
       EXISTS (SELECT 1
               FROM   circuit_session b
               WHERE  b.circuit = c.id AND b.family = 4 AND b.is_up) AS bgp_ipv4,
       (SELECT b.is_up
        FROM   circuit_session b
        WHERE  b.circuit = c.id AND b.family = 6) AS bgp_ipv6,
       (SELECT b.state
        FROM   circuit_session b
        WHERE  b.circuit = c.id AND b.family = 6) AS bgp_ipv6_state,
       c.device IN (SELECT device FROM session_teller) AS tells_sessions
FROM   circuit c
LEFT   JOIN segment s ON s.id = c.segment
LEFT   JOIN page_note n ON n.note = s.class_note;

UPDATE circuit
SET    class = CASE
       WHEN s.class IS NULL THEN 'unknown'
       WHEN s.class <> 'dual-stack' THEN s.class
       WHEN s.bgp_ipv4 AND s.bgp_ipv6 = 0 THEN 'partial'
       WHEN s.bgp_ipv4 AND s.bgp_ipv6_state IS NULL AND s.tells_sessions
       THEN 'partial'
       WHEN 0 IN (routed_ipv4, routed_ipv6) THEN 'partial'
       WHEN s.bgp_ipv4 AND s.bgp_ipv6 IS NULL THEN 'unknown'
       WHEN routed_ipv4 + routed_ipv6 = 2 THEN 'dual-stack'
       ELSE 'unknown'
       END,
       class_note = CASE
       WHEN device IS NULL THEN 'its device was not observed'
       WHEN interface IS NULL THEN 'its interface was not observed'
       WHEN s.class IS NULL THEN 'no prefix was seen on its interface'
       WHEN s.class <> 'dual-stack' THEN s.note
       WHEN s.bgp_ipv4 AND s.bgp_ipv6 = 0
       THEN 'BGP session of IPv6 is ' || s.bgp_ipv6_state
       WHEN s.bgp_ipv4 AND s.bgp_ipv6_state IS NULL AND s.tells_sessions
       THEN 'no BGP session of IPv6 was seen'
       WHEN routed_ipv6 = 0 THEN 'no route of IPv6 was seen over it'
       WHEN routed_ipv4 = 0 THEN 'no route of IPv4 was seen over it'
       WHEN s.bgp_ipv4 AND s.bgp_ipv6 IS NULL
       THEN 'BGP sessions of IPv6 were not observed'
       WHEN routed_ipv4 + routed_ipv6 = 2 THEN NULL
       ELSE 'routes were not observed'
       END
FROM   circuit_state s
WHERE  s.id = circuit.id;

DROP TABLE circuit_state;
DROP TABLE session_teller;
DROP TABLE route_told;
DROP TABLE route_teller;
DROP TABLE circuit_session;
DROP TABLE circuit_route;
DROP TABLE circuit_end;
DROP TABLE device_name;
