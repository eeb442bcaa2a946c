-- security.sql: what several rules about security ask for.
--
-- unexpected_router: who is taken for a router of IPv6 on a LAN and is none of
-- its gateways, nor stated. A node says so by its list of default routers, by
-- its routes, or as the vantage, which hears who calls itself a router. At the
-- other end of a point-to-point line stands whoever stands there.
--
-- nd_table (TEMP, for the rules): how each gateway of IPv6 was asked for its ND.
--
-- icmp_growth (TEMP, likewise): by how much counters of ICMPv6 grew.
--
-- lan_control: what the facts state to protect each LAN.

DELETE FROM unexpected_router;

-- ----------------------------------------------- who is taken for a router ----

CREATE TEMP TABLE believed (
	segment INTEGER NOT NULL,
	device INTEGER NOT NULL, -- that believes it
	interface INTEGER NOT NULL,
	if_index INTEGER NOT NULL,
	ip TEXT NOT NULL,
	told_by TEXT NOT NULL,
	prefix TEXT,      -- of a route
	lifetime INTEGER, -- seconds
	question TEXT NOT NULL
);

INSERT INTO believed
SELECT e.segment, r.device, r.interface, r.if_index, r.ip, 'default router',
       NULL, r.lifetime, 'IP-MIB::ipDefaultRouterTable'
FROM   default_router r
JOIN   segment_end e ON e.interface = r.interface
WHERE  r.family = 6
AND    r.lifetime IS NOT 0;

INSERT INTO believed
SELECT e.segment, n.device, n.interface, n.if_index, n.ip, 'router flag',
       NULL, NULL, 'rtnetlink: neighbours'
FROM   neighbour n
JOIN   segment_end e ON e.interface = n.interface
WHERE  n.family = 6
AND    n.is_router
AND    n.kind = 'link-local';

INSERT INTO believed
SELECT e.segment, r.device, r.interface, r.if_index, r.next_hop, 'route',
       r.prefix, NULL,
       CASE r.source
       WHEN 'rtnetlink' THEN 'rtnetlink: routes'
       ELSE 'IP-FORWARD-MIB::' || r.source
            || CASE r.prefix WHEN '::/0' THEN ' (::/0)' ELSE '' END
       END
FROM   route r
JOIN   segment_end e ON e.interface = r.interface
WHERE  r.family = 6
AND    COALESCE(r.type, 'remote') = 'remote'
AND    r.next_hop <> '::';

DELETE FROM believed
WHERE  segment NOT IN (SELECT id FROM segment WHERE kind = 'lan');

-- Its MAC: by the ND of who believes it, else of others there, else out of the
-- address itself.
CREATE TEMP TABLE claimed_router (
	segment INTEGER NOT NULL,
	ip TEXT NOT NULL,
	mac TEXT,
	is_known INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (segment, ip)
) WITHOUT ROWID;

INSERT INTO claimed_router (segment, ip, mac)
SELECT b.segment, b.ip,
       COALESCE(MIN(n.mac),
                (SELECT MIN(o.mac)
                 FROM   segment_end e
                 JOIN   interface i ON i.id = e.interface
                 JOIN   neighbour o ON o.device = i.device
                                   AND o.if_index = i.if_index
                                   AND o.ip = b.ip
                 WHERE  e.segment = b.segment),
                iid_mac(b.ip))
FROM   believed b
LEFT   JOIN neighbour n
       ON  n.device = b.device
       AND n.if_index = b.if_index
       AND n.ip = b.ip
GROUP  BY b.segment, b.ip;

-- ----------------------------------------------------- who may be a router ----

-- Addresses of the gateways of a LAN, and those that several of them share.
CREATE TEMP TABLE gateway_address (
	segment INTEGER NOT NULL,
	ip TEXT NOT NULL,
	PRIMARY KEY (segment, ip)
) WITHOUT ROWID;

INSERT OR IGNORE INTO gateway_address (segment, ip)
SELECT e.segment, a.ip
FROM   segment_end e
CROSS  JOIN address a ON a.device = e.device AND a.interface = e.interface
WHERE  e.is_gateway
AND    a.family = 6
AND    e.segment IN (SELECT segment FROM claimed_router);

INSERT OR IGNORE INTO gateway_address (segment, ip)
SELECT e.segment, a.ip
FROM   virtual_router v
JOIN   virtual_router_address a ON a.virtual_router = v.id
JOIN   segment_end e ON e.interface = v.interface
WHERE  a.family = 6;

-- Devices that route: gateways somewhere, or known to be such.
CREATE TEMP TABLE routing_device (device INTEGER PRIMARY KEY);

INSERT INTO routing_device (device)
SELECT id
FROM   device
WHERE  role IN ('router', 'firewall', 'l3switch', 'provider')
UNION
SELECT device
FROM   segment_end
WHERE  is_gateway
AND    device IS NOT NULL;

UPDATE claimed_router
SET    is_known = 1
WHERE  (segment, ip) IN (SELECT segment, ip FROM gateway_address)
OR     mac_virtual(mac)
OR     EXISTS (SELECT 1
               FROM   interface i
               JOIN   routing_device r ON r.device = i.device
               WHERE  i.mac = claimed_router.mac)
OR     EXISTS (SELECT 1
               FROM   device_identity k
               JOIN   routing_device r ON r.device = k.device
               WHERE  k.value IN (claimed_router.mac, claimed_router.ip)
               AND    k.kind IN ('mac', 'bridge mac', 'chassis id', 'address'));

UPDATE claimed_router
SET    is_known = 1
FROM   fact_expect_router f
JOIN   segment s ON s.vlan = f.vlan AND COALESCE(f.site, s.site) = s.site
WHERE  s.id = claimed_router.segment
AND    (mac_text(f.mac) = claimed_router.mac
        OR ip_text(f.link_local) = claimed_router.ip
        OR EXISTS (SELECT 1
                   FROM   device d
                   JOIN   device_identity k ON k.device = d.id
                   WHERE  d.name = f.device
                   AND    k.value IN (claimed_router.mac,
                                      claimed_router.ip)));

-- Who speaks a routing protocol with it trusts it.
UPDATE claimed_router
SET    is_known = 1
WHERE  NOT is_known
AND    (ip IN (SELECT ip FROM igp_neighbour_address)
        OR ip IN (SELECT peer_ip FROM bgp_peer WHERE state = 'established'));

-- A LAN whose gateways nobody observed has one that is not known.
INSERT INTO unexpected_router (segment, device, ip, mac, told_by, prefix,
                               lifetime, is_certain, coverage)
SELECT b.segment, b.device, b.ip, c.mac, b.told_by, b.prefix, b.lifetime,
       c.mac IS NOT NULL
       AND EXISTS (SELECT 1
                   FROM   segment_end e
                   WHERE  e.segment = b.segment
                   AND    e.is_gateway
                   AND    e.device <> b.device),
       (SELECT v.id
        FROM   coverage v
        WHERE  v.device = b.device
        AND    v.question = b.question)
FROM   believed b
JOIN   claimed_router c ON c.segment = b.segment AND c.ip = b.ip
WHERE  NOT c.is_known
ORDER  BY b.segment, b.ip, b.device, b.told_by, b.prefix;

DROP TABLE routing_device;
DROP TABLE gateway_address;
DROP TABLE claimed_router;
DROP TABLE believed;

-- ------------------------------------------------- how ND tables were read ----

CREATE TEMP TABLE nd_table (
	device INTEGER PRIMARY KEY,
	coverage INTEGER, -- of the table that told most
	is_whole INTEGER NOT NULL,
	reason TEXT NOT NULL -- in words, where it is not
);

INSERT INTO nd_table (device, coverage, is_whole, reason)
SELECT device, coverage, COALESCE(result = 'rows', 0),
       COALESCE(result, 'not asked')
FROM   (SELECT g.device, c.id AS coverage, c.result,
               ROW_NUMBER() OVER (
		PARTITION BY g.device
		ORDER BY c.result = 'rows' DESC, c.result = 'cut short' DESC,
		         c.result = 'no answer' DESC, c.result = 'empty' DESC,
		         c.question) AS place
        FROM   (SELECT DISTINCT e.device
                FROM   segment_end e
                JOIN   device d ON d.id = e.device
                WHERE  e.is_gateway
                AND    e.has_ipv6
                AND    d.source = 'agent') g
        LEFT   JOIN coverage c
               ON  c.device = g.device
               AND c.question IN ('IP-MIB::ipNetToPhysicalTable',
                                  'CISCO-IETF-IP-MIB::cInetNetToMediaTable',
                                  'IPV6-MIB::ipv6NetToMediaTable',
                                  'rtnetlink: neighbours'))
WHERE  place = 1;

-- ------------------------------------ what came since the state before this ----

-- A counter begins anew when its agent does: what it shows then came since.
CREATE TEMP TABLE icmp_growth (
	device INTEGER NOT NULL,
	type INTEGER NOT NULL,
	grown INTEGER NOT NULL,
	PRIMARY KEY (device, type)
) WITHOUT ROWID;

INSERT OR IGNORE INTO icmp_growth (device, type, grown)
SELECT c.device, c.type,
       CASE
       WHEN c.received < b.received
         OR d.sys_uptime / 100 < m.observed_at - b.observed_at
       THEN c.received
       ELSE c.received - b.received
       END
FROM   icmp_count c
JOIN   device d ON d.id = c.device
JOIN   device_identity i ON i.device = c.device AND i.strong
JOIN   icmp_before b
       ON  b.kind = i.kind
       AND b.value = i.value
       AND b.type = c.type
JOIN   meta m
WHERE  c.family = 6
AND    c.received IS NOT NULL
ORDER  BY c.device, c.type, i.kind, i.value;

-- -------------------------------------------------- what protects each LAN ----

DELETE FROM lan_control;

-- Of its VLAN, else of a gateway, else of a switch that carries it.
INSERT OR IGNORE INTO lan_control (segment, control, state, reviewed)
SELECT s.id, f.control, f.state, f.reviewed
FROM   fact_security_control f
JOIN   segment s ON s.vlan = f.vlan AND COALESCE(f.site, s.site) = s.site
WHERE  f.device IS NULL
AND    s.kind = 'lan'
ORDER  BY s.id, f.control, f.site IS NULL, f.reviewed DESC, f.state;

CREATE TEMP TABLE control_of (
	device INTEGER NOT NULL,
	site TEXT,
	name TEXT NOT NULL,
	vlan INTEGER,
	control TEXT NOT NULL,
	state TEXT NOT NULL,
	reviewed INTEGER
);

INSERT INTO control_of
SELECT d.id, d.site, d.name, f.vlan, f.control, f.state, f.reviewed
FROM   fact_security_control f
JOIN   device d ON d.key = f.device OR d.name = f.device;

INSERT OR IGNORE INTO lan_control (segment, control, state, reviewed, device)
SELECT s.id, f.control, f.state, f.reviewed, f.device
FROM   control_of f
JOIN   segment_end e ON e.device = f.device AND e.is_gateway
JOIN   segment s ON s.id = e.segment AND s.kind = 'lan'
WHERE  f.vlan IS NULL
OR     f.vlan = s.vlan
ORDER  BY s.id, f.control, f.name, f.reviewed DESC;

INSERT OR IGNORE INTO lan_control (segment, control, state, reviewed, device)
SELECT s.id, f.control, f.state, f.reviewed, f.device
FROM   control_of f
JOIN   vlan v ON v.device = f.device
JOIN   segment s ON s.kind = 'lan' AND s.vlan = v.vlan AND s.site = f.site
WHERE  f.vlan IS NULL
OR     f.vlan = v.vlan
ORDER  BY s.id, f.control, f.name, f.reviewed DESC;

DROP TABLE control_of;
