-- hosts.sql: who hangs on the network that is none of its own devices?
--
-- A host is a MAC on a segment, with its addresses of both families. Gateways
-- hear it by ARP and ND (segment_ends.sql: no groups, no virtual routers, no MAC
-- of a device that is an end), bridges by its frames; who was heard only by a
-- bridge has no address. What LLDP or the facts name, a phone or a printer, is a
-- host too, when no agent answered there.
--
-- Every bridge on the way hears a host. The port closest to it is one that
-- leads to no other switch, and of several the one with the fewest MACs.

INSERT INTO host (segment, mac, device, class, class_note, vendor, is_local_mac)
SELECT e.segment, e.mac, e.device, v.class, v.note, mac_vendor(e.mac),
       SUBSTR(e.mac, 2, 1) IN ('2', '6', 'a', 'e')
FROM   segment_end e
JOIN   verdict v
       ON  v.ipv4 = e.has_ipv4
       AND v.ipv6 = e.has_ipv6
       AND v.ipv4_sayable = e.ipv4_sayable
       AND v.ipv6_sayable = e.ipv6_sayable
LEFT   JOIN device d ON d.id = e.device
WHERE  e.interface IS NULL
AND    e.mac IS NOT NULL
AND    (e.device IS NULL
        OR (d.source <> 'agent'
            AND d.role IN ('host', 'server', 'phone', 'printer')))
ORDER  BY e.segment, e.mac;

-- ----------------------------------------------------------- addresses ----

INSERT OR IGNORE INTO host_address (host, family, ip, ip_key, kind,
                                    is_temporary)
SELECT h.id, a.family, a.ip, n.ip_key, a.kind, 0
FROM   heard a
CROSS  JOIN neighbour n ON n.id = a.id
CROSS  JOIN listener l ON l.interface = a.interface
CROSS  JOIN host h ON h.segment = l.segment AND h.mac = a.mac
ORDER  BY h.id, a.ip;

-- Two and more that look random in one /64: the one that stays cannot be told
-- from those of a day (RFC 7217, RFC 8981).
CREATE TEMP TABLE random_address (
	host INTEGER NOT NULL,
	ip TEXT NOT NULL,
	network TEXT NOT NULL,
	PRIMARY KEY (host, network, ip)
) WITHOUT ROWID;

INSERT INTO random_address (host, ip, network)
SELECT host, ip, ip_network(ip, 64)
FROM   host_address
WHERE  family = 6
AND    kind <> 'link-local'
AND    iid_class(ip, NULL) = 'random-looking';

UPDATE host_address
SET    is_temporary = 1
FROM   random_address r
WHERE  r.host = host_address.host
AND    r.ip = host_address.ip
AND    EXISTS (SELECT 1
               FROM   random_address o
               WHERE  o.host = r.host
               AND    o.network = r.network
               AND    o.ip <> r.ip);

DROP TABLE random_address;

UPDATE host
SET    class_note = a.note
FROM   (SELECT host,
               CASE
               WHEN MAX(kind IN ('6to4', 'Teredo', 'ISATAP'))
               THEN 'transition only'
               WHEN MAX(kind = 'link-local') THEN 'link-local only'
               END AS note
        FROM   host_address
        WHERE  family = 6
        GROUP  BY host
        HAVING NOT MAX(ip_usable(ip))) a
WHERE  a.host = host.id
AND    a.note IS NOT NULL;

-- ------------------------------------------------------ ports of bridges ----

-- A port that works in an aggregate leads where the aggregate leads.
CREATE TEMP TABLE leads (
	interface INTEGER NOT NULL,
	device INTEGER NOT NULL, -- the far one
	PRIMARY KEY (interface, device)
) WITHOUT ROWID;

INSERT INTO leads (interface, device)
SELECT a_interface, b_device FROM link WHERE a_interface IS NOT NULL
UNION
SELECT b_interface, a_device FROM link WHERE b_interface IS NOT NULL
UNION
SELECT interface, far_device
FROM   adjacency
WHERE  interface IS NOT NULL
AND    far_device IS NOT NULL;

INSERT OR IGNORE INTO leads (interface, device)
SELECT g.id, t.device
FROM   lag_member l
JOIN   interface m ON m.device = l.device AND m.if_index = l.member
JOIN   interface g ON g.device = l.device AND g.if_index = l.aggregate
JOIN   leads t ON t.interface = m.id;

-- Some tables count ports by ifIndex: numbers beyond all bridge ports.
CREATE TEMP TABLE frame (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL,
	if_index INTEGER NOT NULL,
	vlan INTEGER,
	mac TEXT NOT NULL,
	is_learned INTEGER NOT NULL
);

INSERT INTO frame (device, if_index, vlan, mac, is_learned)
SELECT f.device, COALESCE(f.if_index, f.port), f.vlan, f.mac,
       COALESCE(f.status, 'learned') = 'learned'
FROM   fdb f
LEFT   JOIN (SELECT device, MAX(port) AS last_port
             FROM   bridge_port
             GROUP  BY device) b ON b.device = f.device
WHERE  f.status IS NOT 'self'
AND    (f.if_index IS NOT NULL OR f.port > COALESCE(b.last_port, 0))
ORDER  BY f.id;

CREATE INDEX temp.frame_mac ON frame (mac);

CREATE TEMP TABLE port_load (
	device INTEGER NOT NULL,
	if_index INTEGER NOT NULL,
	interface INTEGER NOT NULL,
	macs INTEGER NOT NULL,
	is_uplink INTEGER NOT NULL DEFAULT 0,
	through INTEGER, -- the one phone or access point on it
	PRIMARY KEY (device, if_index)
) WITHOUT ROWID;

INSERT INTO port_load (device, if_index, interface, macs)
SELECT f.device, f.if_index, i.id, COUNT(DISTINCT f.mac)
FROM   frame f
JOIN   interface i ON i.device = f.device AND i.if_index = f.if_index
GROUP  BY f.device, f.if_index;

UPDATE port_load
SET    is_uplink = t.is_uplink,
       through = t.through
FROM   (SELECT l.interface,
               MAX(COALESCE(d.role, '') IN ('switch', 'l3switch')) AS is_uplink,
               CASE WHEN SUM(d.role IN ('phone', 'ap')) = 1
               THEN MAX(CASE WHEN d.role IN ('phone', 'ap') THEN d.id END)
               END AS through
        FROM   leads l
        JOIN   device d ON d.id = l.device
        GROUP  BY l.interface) t
WHERE  t.interface = port_load.interface;

DROP TABLE leads;

-- --------------------------------------------------- who is plugged where ----

CREATE TEMP TABLE plugged (
	host INTEGER PRIMARY KEY,
	vlan INTEGER,
	device INTEGER NOT NULL,
	if_index INTEGER NOT NULL
);

-- CROSS: from the hosts to the tables, by MAC.
INSERT OR IGNORE INTO plugged (host, vlan, device, if_index)
SELECT h.id, f.vlan, p.device, p.if_index
FROM   host h
CROSS  JOIN segment s ON s.id = h.segment
CROSS  JOIN frame f ON f.mac = h.mac
CROSS  JOIN port_load p ON p.device = f.device AND p.if_index = f.if_index
CROSS  JOIN device d ON d.id = f.device
WHERE  s.vlan IS NULL
OR     f.vlan IS NULL
OR     f.vlan = s.vlan
ORDER  BY h.id, p.is_uplink, p.macs, d.key, d.id, p.if_index, f.vlan;

-- Heard by bridges alone, on a port that leads to no other switch, and owned by
-- no device. Of its VLAN at the site of the bridge, if that is one segment.
CREATE TEMP TABLE own_mac (mac TEXT PRIMARY KEY) WITHOUT ROWID;

INSERT INTO own_mac (mac)
SELECT mac FROM interface WHERE mac IS NOT NULL
UNION
SELECT value FROM device_identity WHERE kind IN ('mac', 'bridge mac')
UNION
SELECT mac FROM segment_end WHERE mac IS NOT NULL;

CREATE TEMP TABLE silent (
	id INTEGER PRIMARY KEY,
	mac TEXT NOT NULL,
	vlan INTEGER,
	device INTEGER NOT NULL,
	if_index INTEGER NOT NULL
);

INSERT INTO silent (mac, vlan, device, if_index)
SELECT mac, vlan, device, if_index
FROM   (SELECT f.mac, f.vlan, f.device, f.if_index,
               ROW_NUMBER() OVER (PARTITION BY f.mac
                                  ORDER BY p.macs, d.key, d.id, f.if_index,
                                           f.vlan) AS rank
        FROM   frame f
        JOIN   port_load p ON p.device = f.device AND p.if_index = f.if_index
        JOIN   device d ON d.id = f.device
        WHERE  NOT p.is_uplink
        AND    f.is_learned
        AND    f.mac <> '00:00:00:00:00:00'
        AND    SUBSTR(f.mac, 2, 1) IN ('0', '2', '4', '6', '8', 'a', 'c', 'e')
        AND    NOT mac_virtual(f.mac)
        AND    f.mac NOT IN (SELECT mac FROM own_mac))
WHERE  rank = 1
ORDER  BY mac;

CREATE TEMP TABLE site_vlan (
	site TEXT NOT NULL,
	vlan INTEGER NOT NULL,
	segment INTEGER NOT NULL,
	PRIMARY KEY (site, vlan)
) WITHOUT ROWID;

INSERT INTO site_vlan (site, vlan, segment)
SELECT site, vlan, MIN(id)
FROM   segment
WHERE  kind = 'lan'
AND    site IS NOT NULL
AND    vlan IS NOT NULL
GROUP  BY site, vlan
HAVING COUNT(*) = 1;

INSERT INTO plugged (host, vlan, device, if_index)
SELECT (SELECT COALESCE(MAX(id), 0) FROM host) + id, vlan, device, if_index
FROM   silent
ORDER  BY id;

INSERT INTO host (id, segment, mac, class, class_note, vendor, is_local_mac)
SELECT (SELECT COALESCE(MAX(id), 0) FROM host) + s.id, v.segment, s.mac,
       'unknown', 'heard by a bridge only', mac_vendor(s.mac),
       SUBSTR(s.mac, 2, 1) IN ('2', '6', 'a', 'e')
FROM   silent s
JOIN   device d ON d.id = s.device
LEFT   JOIN site_vlan v ON v.site = d.site AND v.vlan = s.vlan
ORDER  BY s.id;

-- What stands between the port and the host is not behind itself.
UPDATE host
SET    vlan = g.vlan,
       switch = g.device,
       port = p.interface,
       port_macs = p.macs,
       is_access = NOT p.is_uplink,
       behind = NULLIF(p.through, COALESCE(host.device, -1))
FROM   plugged g
JOIN   port_load p ON p.device = g.device AND p.if_index = g.if_index
WHERE  g.host = host.id;

DROP TABLE site_vlan;
DROP TABLE silent;
DROP TABLE own_mac;
DROP TABLE plugged;
DROP TABLE port_load;
DROP TABLE frame;
