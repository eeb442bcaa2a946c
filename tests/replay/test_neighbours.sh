#!/bin/bash
# Recorded neighbours of protocols beside LLDP and CDP, or of which LLDP says
# only half: each recorded row is found, and on the port that was recorded.
. "$(dirname "$0")/../lib.sh"

if [ ! -d "$shared/devices" ] || [ ! -d "$shared/networks" ]; then
	skip "recorded neighbours" "no $shared/devices and networks"
	finish
fi
in_own_namespace "$@"
cd "$work" || exit 1
. "$top/tests/replay/recorded.sh"

# Rows of a column in all recordings of a folder: NAME INDEX VALUE
column() { # FOLDER, OID with escaped dots
	for file in "$1"/*.snmprec; do
		sed -nE "s/^$2\.([0-9.]+)\|[0-9]+x?\|([^\r]*).*/\1 \2/p" \
			"$file" | sed "s/^/$(basename "$file" .snmprec) /"
	done | sort
}
ask() { # NAME, SQL on standard input
	{
		echo "CREATE TEMP TABLE name (name TEXT, ip TEXT);"
		printf '.separator "\\t"\n.import --schema temp %s name\n' \
			"$1.names"
		echo ".separator ' '"
		echo "CREATE TEMP VIEW recorded AS SELECT n.name, d.id
			FROM name n JOIN device d ON d.address = n.ip;"
		cat
	} | sqlite3 "$1.db"
}

discovered devices "$shared/devices"
column "$shared/devices" '1\.3\.6\.1\.4\.1\.14988\.1\.1\.11\.1\.1\.8' |
	sort -u >recorded
ask devices <<'END' | sort >got
SELECT r.name, a.remote_index, i.if_index
FROM adjacency a
JOIN recorded r ON r.id = a.device
JOIN interface i ON i.id = a.interface
WHERE r.name LIKE 'routeros%';
END
comm -23 recorded got >missing
same "RouterOS: every neighbour has its local port" /dev/null missing
column "$shared/devices" '1\.3\.6\.1\.4\.1\.6527\.3\.1\.2\.59\.4\.1\.1\.9' |
	sed -E 's/ [0-9]+\.([0-9]+)\.[0-9]+\.[0-9]+ / \1 /' | sort >recorded
ask devices <<'END' | sort >got
SELECT r.name, a.if_index, a.sys_name
FROM adjacency a JOIN recorded r ON r.id = a.device
WHERE r.name LIKE 'timos%';
END
same "Nokia: every neighbour is found" recorded got

# Junos says by PTOPO-MIB what it says by LLDP-MIB, if that was recorded.
for network in nms10205 nms1055; do
	discovered "$network" "$shared/networks/$network"
	column "$shared/networks/$network" \
		'1\.3\.6\.1\.2\.1\.79\.1\.1\.1\.1\.8' |
		sed -E 's/ [0-9]+\.[0-9]+\.([0-9]+)\.[0-9]+ / \1 /' |
		sort >recorded
	ask "$network" <<'END' | sort >got
SELECT r.name, a.local_port_number, a.port_id
FROM adjacency a JOIN recorded r ON r.id = a.device;
END
	comm -23 recorded got >missing
	same "$network: every neighbour of PTOPO-MIB is found" /dev/null missing
done
check "nms1055 is analysed" "$twinmap" analyse nms1055.db
check "nms10205 is analysed" "$twinmap" analyse nms10205.db
sqlite3 nms1055.db "SELECT count(*) FROM adjacency
	WHERE protocol = 'ptopo'" >got
echo 0 >expected
same "nms1055: LLDP says it already" expected got
sqlite3 -separator ' ' nms10205.db "SELECT a.sys_name, x.name, b.sys_name,
		y.name
	FROM link l JOIN device a ON a.id = l.a_device
	JOIN device b ON b.id = l.b_device
	JOIN interface x ON x.id = l.a_interface
	JOIN interface y ON y.id = l.b_interface
	WHERE l.evidence = 'confirmed from both ends'
	AND l.protocols = 'ptopo'" |
	awk '$1 > $3 { print $3, $4, $1, $2; next } { print }' | sort >got
cat >expected <<'END'
Bagmane ge-1/0/1 Delhi ge-1/1/5
Bagmane ge-1/0/6 Chennai ge-4/1/6
Delhi ge-1/1/6 Space-EX-SW1 ge-0/0/6.0
Space-EX-SW1 ge-0/0/0.0 Space-EX-SW2 ge-0/0/0.0
END
same "nms10205: cables that both ends name" expected got
finish
