-- forest.sql: switches in trees of all shapes, for pictures: table size (devices,
-- sites) says how many. Who hangs on whom is by chance, but always the same.
--
-- Every third hangs on the first of its site, every third has a second link. Device `i` is at site
-- i % sites; a tree never leaves its site, roots are joined in a ring.
CREATE TEMP TABLE node AS
WITH RECURSIVE n (i) AS (
	SELECT 0 UNION ALL SELECT i + 1 FROM n
	WHERE  i + 1 < (SELECT devices FROM size))
SELECT i, i / sites AS nth,
       i % sites + iif(i / sites % 3 = 0, 0,
           sites * ((i * 48271 % 2147483647) % max(i / sites, 1))) AS up,
       i % sites AS site
FROM   n, size;
UPDATE node
SET    up = iif((SELECT sites FROM size) > 1,
                (i + 1) % (SELECT sites FROM size), NULL)
WHERE  nth = 0;

CREATE TEMP TABLE wiring AS
SELECT row_number() OVER (ORDER BY one, other) AS id, one, other
FROM   (SELECT i AS one, up AS other FROM node WHERE up IS NOT NULL AND up <> i
        UNION
        SELECT n.i, o.i
        FROM   node n
        JOIN   node o ON o.site = n.site AND o.nth = n.nth - 1
        WHERE  n.nth > 1 AND n.i % 3 = 0 AND o.i <> n.up);
CREATE TEMP TABLE plug AS
SELECT i, row_number() OVER (PARTITION BY i ORDER BY wire) AS port, wire, far
FROM   (SELECT one AS i, id AS wire, other AS far FROM wiring
        UNION ALL SELECT other, id, one FROM wiring);

INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'forest');
INSERT INTO device (id, source, sys_name, sys_descr, sys_object_id,
	sys_location, chassis_id_subtype, chassis_id, ip_forwarding,
	ipv6_forwarding, address, snmp_version, asked_at)
SELECT i + 1, 'agent',
       printf('%s%d', CASE i % 4 WHEN 0 THEN 'sw' WHEN 1 THEN 'switch-of-floor-'
                      WHEN 2 THEN 'acc' ELSE 'x' END, i),
       'Load switch, release 1', '1.3.6.1.4.1.32473.9.1',
       printf('Site %02d', site), 'mac',
       printf('02:00:00:%02x:%02x:00', i >> 8, i & 255), 2, 2,
       printf('198.18.%d.%d', i >> 8, i & 255), '2c', 1789632900
FROM   node;
INSERT INTO interface (device, if_index, name, type, mtu, admin_status,
	oper_status, mac)
SELECT i + 1, port, 'Gi1/0/' || port, 6, 1500, 'up', 'up',
       printf('02:00:01:%02x:%02x:%02x', i >> 8, i & 255, port)
FROM   plug;
INSERT INTO lldp_local_port
SELECT i + 1, port, 'interface name', 'Gi1/0/' || port, NULL FROM plug;
INSERT INTO adjacency (device, protocol, local_port_number, remote_index,
	chassis_id_subtype, chassis_id, port_id_subtype, port_id, sys_name,
	capabilities_enabled)
SELECT p.i + 1, 'lldp', p.port, 1, 'mac',
       printf('02:00:00:%02x:%02x:00', p.far >> 8, p.far & 255),
       'interface name', 'Gi1/0/' || f.port, d.sys_name, 'bridge'
FROM   plug p
JOIN   plug f ON f.wire = p.wire AND f.i = p.far
JOIN   device d ON d.id = p.far + 1;
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
	prefix_length, prefix, type, origin, status, kind, usable, sources)
SELECT n.device, n.id, n.if_index, 4, printf('198.18.%d.%d', i >> 8, i & 255),
       zeroblob(16), 32, NULL, 'unicast', 'manual', 'preferred', 'global', 1,
       'test'
FROM   node
JOIN   interface n ON n.device = i + 1 AND n.if_index = 1
WHERE  i % 5 > 0
UNION ALL
SELECT n.device, n.id, n.if_index, 6, printf('2001:db8::%x', i + 1),
       zeroblob(16), 128, NULL, 'unicast', 'manual', 'preferred', 'global', 1,
       'test'
FROM   node
JOIN   interface n ON n.device = i + 1 AND n.if_index = 1
WHERE  i % 5 <> 1;
