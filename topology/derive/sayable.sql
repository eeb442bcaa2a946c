-- sayable.sql: which absences may be believed?
--
-- That a device has no IPv6 can be said only when a table that could have
-- shown IPv6 was read to its end and every row of it made sense: a refused row
-- may be the missing address. A table for both families proves that it is served
-- by holding a row; one made for a single family may be empty, and so may what
-- the kernel of the collector's own host lists.
--
-- Leaves told, heard and interface_seen for segments.sql and classes.sql;
-- segment_classes.sql drops them.

CREATE TEMP TABLE absence_table (
	question TEXT NOT NULL,
	family INTEGER NOT NULL,
	shows TEXT NOT NULL,         -- addresses, neighbours
	may_be_empty INTEGER NOT NULL,
	PRIMARY KEY (question, family)
) WITHOUT ROWID;

INSERT INTO absence_table (question, family, shows, may_be_empty)
VALUES ('IP-MIB::ipAddressTable', 4, 'addresses', 0),
       ('IP-MIB::ipAddressTable', 6, 'addresses', 0),
       ('CISCO-IETF-IP-MIB::cIpAddressTable', 4, 'addresses', 0),
       ('CISCO-IETF-IP-MIB::cIpAddressTable', 6, 'addresses', 0),
       ('RFC1213-MIB::ipAddrTable', 4, 'addresses', 1),
       ('IPV6-MIB::ipv6AddrTable', 6, 'addresses', 1),
       ('IP-MIB::ipNetToPhysicalTable', 4, 'neighbours', 0),
       ('IP-MIB::ipNetToPhysicalTable', 6, 'neighbours', 0),
       ('CISCO-IETF-IP-MIB::cInetNetToMediaTable', 4, 'neighbours', 0),
       ('CISCO-IETF-IP-MIB::cInetNetToMediaTable', 6, 'neighbours', 0),
       ('IP-MIB::ipNetToMediaTable', 4, 'neighbours', 1),
       ('IPV6-MIB::ipv6NetToMediaTable', 6, 'neighbours', 1),
       ('rtnetlink: addresses', 4, 'addresses', 1),
       ('rtnetlink: addresses', 6, 'addresses', 1),
       ('rtnetlink: neighbours', 4, 'neighbours', 1),
       ('rtnetlink: neighbours', 6, 'neighbours', 1);

-- says: the device's own addresses of that family are known to the last.
-- hears: its ARP (4) or ND (6) cache is.
CREATE TEMP TABLE told (
	device INTEGER PRIMARY KEY,
	says_ipv4 INTEGER NOT NULL,
	says_ipv6 INTEGER NOT NULL,
	hears_ipv4 INTEGER NOT NULL,
	hears_ipv6 INTEGER NOT NULL
);

INSERT INTO told (device, says_ipv4, says_ipv6, hears_ipv4, hears_ipv6)
SELECT d.id,
       COALESCE(MAX(t.shows = 'addresses' AND t.family = 4), 0),
       COALESCE(MAX(t.shows = 'addresses' AND t.family = 6), 0),
       COALESCE(MAX(t.shows = 'neighbours' AND t.family = 4), 0),
       COALESCE(MAX(t.shows = 'neighbours' AND t.family = 6), 0)
FROM   device d
LEFT   JOIN coverage c ON c.device = d.id
                    AND c.result IN ('rows', 'empty')
                    AND c.refused = 0
LEFT   JOIN absence_table t ON t.question = c.question
                           AND (c.result = 'rows' OR t.may_be_empty)
WHERE  d.source = 'agent'
GROUP  BY d.id;

DROP TABLE absence_table;

-- ARP and ND rows that show a living node: not failed lookups, not groups
-- (odd first octet), not the shared MACs of VRRP and its like. Local is what the
-- agent calls its own; some call so every link-local address of others.
CREATE TEMP TABLE heard (
	id INTEGER PRIMARY KEY,
	device INTEGER NOT NULL,
	interface INTEGER NOT NULL,
	family INTEGER NOT NULL,
	ip TEXT NOT NULL,
	mac TEXT NOT NULL,
	kind TEXT NOT NULL,
	usable INTEGER NOT NULL
);

INSERT INTO heard (id, device, interface, family, ip, mac, kind, usable)
SELECT id, device, interface, family, ip, mac, kind, ip_usable(ip)
FROM   neighbour
WHERE  interface IS NOT NULL
AND    mac IS NOT NULL
AND    mac <> '00:00:00:00:00:00'
AND    SUBSTR(mac, 2, 1) IN ('0', '2', '4', '6', '8', 'a', 'c', 'e')
AND    NOT mac_virtual(mac)
AND    COALESCE(state, '') NOT IN ('incomplete', 'invalid')
AND    COALESCE(type, '') <> 'invalid'
AND    (type IS NOT 'local'
        OR (kind = 'link-local'
            AND mac NOT IN (SELECT i.mac
                            FROM   interface i
                            WHERE  i.device = neighbour.device
                            AND    i.mac IS NOT NULL
                            UNION  ALL
                            SELECT o.value
                            FROM   device_identity o
                            WHERE  o.device = neighbour.device
                            AND    o.kind IN ('mac', 'bridge mac'))
            AND ip NOT IN (SELECT a.ip
                           FROM   address a
                           WHERE  a.device = neighbour.device)));

CREATE INDEX temp.heard_mac ON heard (mac);
CREATE INDEX temp.heard_interface ON heard (interface);
CREATE INDEX temp.heard_ip ON heard (ip, mac);

-- What addresses each interface shows: usable ones, and what only looks like
-- IPv6.
CREATE TEMP TABLE interface_seen (
	interface INTEGER PRIMARY KEY,
	ipv4 INTEGER NOT NULL,
	ipv6 INTEGER NOT NULL,
	link_local INTEGER NOT NULL,
	transition INTEGER NOT NULL
);

INSERT INTO interface_seen (interface, ipv4, ipv6, link_local, transition)
SELECT interface,
       MAX(family = 4 AND usable),
       MAX(family = 6 AND usable),
       MAX(family = 6 AND kind = 'link-local'),
       MAX(kind IN ('6to4', 'Teredo', 'ISATAP'))
FROM   address
WHERE  interface IS NOT NULL
GROUP  BY interface;

-- Interfaces that are down: their addresses work for nobody. One whose address
-- answered is up, whatever it says (Linux says so of bridges some time late).
-- classes.sql drops it.
CREATE TEMP TABLE idle (interface INTEGER PRIMARY KEY);

INSERT INTO idle (interface)
SELECT i.id
FROM   interface i
JOIN   device d ON d.id = i.device
WHERE  i.oper_status IN ('down', 'notPresent', 'lowerLayerDown')
AND    NOT EXISTS (SELECT 1
                   FROM   address a
                   WHERE  a.device = i.device
                   AND    a.interface = i.id
                   AND    a.ip = d.address);
