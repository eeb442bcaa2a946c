# load.sh -- for benches: a state that no crawl was needed for.
#
#   load_state FILE COUNT    COUNT switches, 50 at each site, in a tree of ten
#                            below each, with ports, addresses of both families,
#                            LLDP, ND, ARP, hosts and as many questions asked of
#                            each as the crawl asks; analysed
load_state() {
	local devices=$2 questions
	questions=$(sed -n 's/.*\.name = "\([^"]*::[^"]*\)".*/("\1"),/p' \
		"$top"/discover/tables/*.c | LC_ALL=C sort -u | tr '"' "'")
	sqlite3 "$1" <<END
$(schema)
BEGIN;
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'bench');
CREATE TEMP TABLE node (i INTEGER PRIMARY KEY, up INTEGER, lan INTEGER);
WITH RECURSIVE n (i) AS (
	SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < $devices - 1)
INSERT INTO node
SELECT i, iif(i % 50 = 0, iif(i = 0, NULL, 0), i / 50 * 50 + (i % 50 - 1) / 10),
       i / 50 * 50 + (i % 50 - 1) / 10 + 1
FROM   n;
CREATE TEMP TABLE port (p INTEGER PRIMARY KEY);
WITH RECURSIVE n (p) AS (SELECT 1 UNION ALL SELECT p + 1 FROM n WHERE p < 28)
INSERT INTO port SELECT p FROM n;

INSERT INTO device (id, source, sys_name, sys_descr, sys_object_id,
	sys_location, chassis_id_subtype, chassis_id, ip_forwarding,
	ipv6_forwarding, address, snmp_version, asked_at)
SELECT i + 1, 'agent', printf('sw%05d', i), 'Load switch, release 1',
       '1.3.6.1.4.1.32473.9.1', printf('Site %03d', i / 50), 'mac',
       printf('02:00:00:%02x:%02x:00', i >> 8, i & 255), 1, 1,
       printf('198.18.%d.%d', i >> 8, i & 255), '2c', 1789632900
FROM   node;
INSERT INTO interface (device, if_index, name, type, mtu, admin_status,
	oper_status, mac)
SELECT i + 1, p, 'Gi1/0/' || p, 6, 1500, 'up', iif(p < 13, 'up', 'down'),
       printf('02:00:00:%02x:%02x:%02x', i >> 8, i & 255, p)
FROM   node, port
UNION ALL
SELECT i + 1, 100 + value, 'Vlan' || value, 135, 1500, 'up', 'up',
       printf('02:00:00:%02x:%02x:%02x', i >> 8, i & 255, 100 + value)
FROM   node, json_each('[1, 2]');
INSERT INTO lldp_local_port
SELECT i + 1, p, 'interface name', 'Gi1/0/' || p, NULL FROM node, port;
INSERT INTO adjacency (device, protocol, local_port_number, remote_index,
	chassis_id_subtype, chassis_id, port_id_subtype, port_id, sys_name,
	capabilities_enabled)
SELECT i + 1, 'lldp', 1, 1, 'mac',
       printf('02:00:00:%02x:%02x:00', up >> 8, up & 255), 'interface name',
       'Gi1/0/' || (2 + (i - 1) % 10), printf('sw%05d', up), 'bridge router'
FROM   node WHERE up IS NOT NULL AND i % 50 > 0
UNION ALL
SELECT up + 1, 'lldp', 2 + (i - 1) % 10, 1, 'mac',
       printf('02:00:00:%02x:%02x:00', i >> 8, i & 255), 'interface name',
       'Gi1/0/1', printf('sw%05d', i), 'bridge router'
FROM   node WHERE up IS NOT NULL AND i % 50 > 0;

-- One LAN of both families a site and switch with others below it.
CREATE TEMP TABLE lan_end AS
SELECT i, 2 AS vlan, i AS lan, 1 AS host FROM node WHERE i % 50 < 5
UNION ALL SELECT i, 1, up, 2 + i % 50 FROM node WHERE i % 50 > 0;
INSERT INTO address (device, interface, if_index, family, ip, ip_key,
	prefix_length, prefix, type, origin, status, kind, usable, sources)
SELECT n.device, n.id, n.if_index, 4, ip, zeroblob(16), 24, prefix, 'unicast',
       'manual', 'preferred', 'global', 1, 'bench'
FROM   (SELECT e.i, e.vlan,
               printf('198.%d.%d.%d', 18 + (lan >> 8 & 1), lan & 255, host) AS ip,
               printf('198.%d.%d.0/24', 18 + (lan >> 8 & 1), lan & 255) AS prefix
        FROM   lan_end e) a
JOIN   interface n ON n.device = a.i + 1 AND n.if_index = 100 + a.vlan
UNION ALL
SELECT n.device, n.id, n.if_index, 6, printf('2001:db8:%x::%x', lan, host),
       zeroblob(16), 64, printf('2001:db8:%x::/64', lan), 'unicast', 'manual',
       'preferred', 'global', 1, 'bench'
FROM   lan_end e
JOIN   interface n ON n.device = e.i + 1 AND n.if_index = 100 + e.vlan
WHERE  e.lan % 3 > 0;
INSERT INTO neighbour (device, interface, if_index, family, ip, ip_key, mac,
	kind, state, sources)
SELECT n.device, n.id, n.if_index, 4,
       printf('198.%d.%d.%d', 18 + (lan >> 8 & 1), lan & 255, 100 + p),
       zeroblob(16), printf('02:10:%02x:%02x:00:%02x', lan >> 8, lan & 255, p),
       'global', 'reachable', 'bench'
FROM   lan_end e, port
JOIN   interface n ON n.device = e.i + 1 AND n.if_index = 100 + e.vlan
WHERE  host = 1 AND p < 20
UNION ALL
SELECT n.device, n.id, n.if_index, 6, printf('2001:db8:%x::1:%x', lan, p),
       zeroblob(16), printf('02:10:%02x:%02x:00:%02x', lan >> 8, lan & 255, p),
       'global', 'stale', 'bench'
FROM   lan_end e, port
JOIN   interface n ON n.device = e.i + 1 AND n.if_index = 100 + e.vlan
WHERE  host = 1 AND p < 12 AND e.lan % 3 > 0;

CREATE TEMP TABLE question (question TEXT PRIMARY KEY);
INSERT INTO question VALUES ${questions%,};
INSERT INTO coverage (device, question, result, rows)
SELECT i + 1, question,
       iif(question GLOB 'I[FP]-MIB*' OR question GLOB 'LLDP-MIB*'
           OR question GLOB 'SNMP*', 'rows', 'not implemented'), 2
FROM   node, question;
COMMIT;
END
	"$twinmap" analyse "$1"
}
