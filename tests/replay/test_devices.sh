#!/bin/bash
# A hundred recorded devices of many vendors: whatever another program reads
# from their standard tables is read here too.
. "$(dirname "$0")/../lib.sh"

if [ ! -d "$shared/devices" ]; then
	skip "recorded devices" "no $shared/devices"
	finish
fi
in_own_namespace "$@"
cd "$work" || exit 1
. "$top/tests/replay/recorded.sh"

discovered devices "$shared/devices"

# Where the recordings and the other program disagree, or a vendor's own MIB is
# needed, which is not read yet.
cat >known <<'END'
nd ciena-sds 0:10:0:0:fe80::
address fs-switch_s3900-24t4s 3261:3030:3a65:3630:3a61:6666:663a:3237
address mypoweros 10fe:8000::
END
sort -o known known
{
	cat <<END
.mode list
.separator ' '
CREATE TEMP TABLE name (name TEXT, ip TEXT);
CREATE TEMP TABLE nd (device TEXT, mac TEXT, ip TEXT);
CREATE TEMP TABLE address6 (device TEXT, if_index TEXT, ip TEXT, origin TEXT);
CREATE TEMP TABLE neighbour_lldp (device TEXT, protocol TEXT, port TEXT,
	descr TEXT, name TEXT, remote_port TEXT);
.separator "\t"
.import --schema temp devices.names name
.import --schema temp --skip 1 $shared/expected-nd6.tsv nd
.import --schema temp --skip 1 $shared/expected-addr6.tsv address6
.import --schema temp --skip 1 $shared/expected-links.tsv neighbour_lldp
.separator ' '
CREATE TEMP VIEW recorded AS
SELECT n.name, d.id FROM name n JOIN device d ON d.address = n.ip;
END
	cat <<'END'
SELECT 'nd', e.device, e.ip FROM nd e JOIN recorded r ON r.name = e.device
WHERE NOT EXISTS (SELECT 1 FROM neighbour n WHERE n.device = r.id
	AND n.ip = e.ip AND COALESCE(n.mac, '') = e.mac);
UPDATE address6 SET ip = substr(ip, 1, instr(ip, '/') - 1);
-- one program writes ::ffff:192.0.2.1, the other ::ffff:c000:201
SELECT DISTINCT 'address', e.device, e.ip
FROM address6 e JOIN recorded r ON r.name = e.device
WHERE e.ip NOT LIKE '::ffff:%'
AND NOT EXISTS (SELECT 1 FROM address a WHERE a.device = r.id
	AND a.ip = e.ip AND a.if_index = e.if_index);
SELECT 'link', e.device, e.port
FROM neighbour_lldp e JOIN recorded r ON r.name = e.device
WHERE e.protocol IN ('lldp', 'cdp')
AND NOT EXISTS (SELECT 1 FROM adjacency a WHERE a.device = r.id
	AND a.protocol = e.protocol
	AND e.name IN (a.sys_name, a.chassis_id, a.sys_descr, a.device_id)
	AND (e.protocol = 'lldp' OR a.port_id = e.remote_port)
	AND EXISTS (SELECT 1 FROM interface i WHERE i.id = a.interface
		AND (e.port IN (i.name, i.descr) OR e.descr = i.descr)));
END
} | sqlite3 devices.db | sort >missing
same "no neighbour, address, LLDP or CDP link is missed" known missing

# Two recordings hold lists of ports that no message can carry.
sqlite3 devices.db "SELECT (SELECT count(*) FROM neighbour WHERE family = 6)
		>= 300,
	(SELECT count(*) FROM address WHERE family = 6) >= 280,
	(SELECT count(*) FROM adjacency) >= 360,
	(SELECT count(*) FROM coverage
		WHERE result IN ('no answer', 'cut short')
		AND reason IS NOT 'tooBig')" >figures
echo '1|1|1|0' >expected
same "more is found than there" expected figures
sqlite3 devices.db "SELECT 'not UTF-8 or a control character', sys_descr
	FROM device WHERE hex(sys_descr) <> hex(CAST(sys_descr AS TEXT))
	OR sys_descr GLOB '*[' || char(1) || '-' || char(31) || ']*'" >dirty
same "text is clean" /dev/null dirty
finish
