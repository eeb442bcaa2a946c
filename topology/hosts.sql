-- hosts.sql: where the hosts that only ARP or ND shows are plugged in.
--
-- Every bridge on the way hears a host. The port closest to it is one that
-- leads to no other switch, and of several the one with the fewest MACs.

CREATE TEMP TABLE port_load (
	device INTEGER NOT NULL,
	if_index INTEGER NOT NULL,
	interface INTEGER NOT NULL,
	macs INTEGER NOT NULL,
	is_uplink INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (device, if_index)
) WITHOUT ROWID;

INSERT INTO port_load (device, if_index, interface, macs)
SELECT f.device, f.if_index, i.id, COUNT(DISTINCT f.mac)
FROM   fdb f
JOIN   interface i ON i.device = f.device AND i.if_index = f.if_index
WHERE  f.status IS NOT 'self'
GROUP  BY f.device, f.if_index;

UPDATE port_load
SET    is_uplink = 1
WHERE  interface IN (SELECT l.a_interface
                     FROM   link l
                     JOIN   device d ON d.id = l.b_device
                     WHERE  d.role IN ('switch', 'l3switch')
                     UNION
                     SELECT l.b_interface
                     FROM   link l
                     JOIN   device d ON d.id = l.a_device
                     WHERE  d.role IN ('switch', 'l3switch'));

-- CROSS: from the hosts to the tables, by MAC.
INSERT OR IGNORE INTO host (segment, mac, switch, port, port_macs, is_access)
SELECT e.segment, e.mac, p.device, p.interface, p.macs, NOT p.is_uplink
FROM   segment_end e
CROSS  JOIN segment s ON s.id = e.segment
CROSS  JOIN fdb f ON f.mac = e.mac
CROSS  JOIN port_load p ON p.device = f.device AND p.if_index = f.if_index
CROSS  JOIN device d ON d.id = f.device
WHERE  e.device IS NULL
AND    f.status IS NOT 'self'
AND    (s.vlan IS NULL OR f.vlan IS NULL OR f.vlan = s.vlan)
ORDER  BY e.segment, e.mac, p.is_uplink, p.macs, d.key, d.id, p.if_index;

DROP TABLE port_load;
