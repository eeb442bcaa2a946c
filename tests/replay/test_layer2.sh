#!/bin/bash
# VLANs and forwarding tables of recorded devices: as many rows as awk finds in
# the recordings, and every one of them where it belongs.
. "$(dirname "$0")/../lib.sh"

if [ ! -d "$shared/devices" ]; then
	skip "recorded devices" "no $shared/devices"
	finish
fi
in_own_namespace "$@"
cd "$work" || exit 1
. "$top/tests/replay/recorded.sh"

discovered devices "$shared/devices"

# Lines "device column index value" of the table that is given, by a reading of
# the recordings that knows nothing of ours.
recorded() {
	awk -F'|' -v entry="$1." '
		FNR == 1 {
			device = FILENAME
			sub(/.*\//, "", device)
			sub(/\.snmprec$/, "", device)
		}
		{ sub(/\r$/, "") }
		index($1, entry) == 1 {
			column = rest = substr($1, length(entry) + 1)
			sub(/\..*/, "", column)
			sub(/^[0-9]+\./, "", rest)
			print device, column, rest, $3
		}' "$shared"/devices/*.snmprec
}
# Rows of a table per device.
stored() {
	printf '%s\n' '.mode tabs' 'CREATE TEMP TABLE name (name TEXT, ip TEXT);' \
		'.import --schema temp devices.names name' '.mode list' \
		".separator ' '" "SELECT n.name, count(*) FROM $1 r
		JOIN device d ON d.id = r.device
		JOIN name n ON n.ip = d.address
		WHERE $2 GROUP BY n.name;" | sqlite3 -batch devices.db | sort
}
per_device() { cut -d' ' -f1 | sort | uniq -c | awk '{ print $2, $1 }' | sort; }

# A MAC of the plain table counts where the other does not have it.
recorded 1.3.6.1.2.1.17.7.1.2.2.1 | awk '
	$2 == 3 && $4 == 2 { delete row[$1 " " $3]; next }
	$2 == 2 {
		n = split($3, part, ".")
		mac = part[n - 5]
		for (i = n - 4; i <= n; i++)
			mac = mac "." part[i]
		row[$1 " " $3] = $1 " " mac
	}
	END { for (key in row) print row[key] }' | sort >by_vlan
recorded 1.3.6.1.2.1.17.4.3.1 | awk '$2 == 2 {
	n = split($3, part, ".")
	if (n == 7)
		sub(/^6\./, "", $3)
	print $1, $3
}' | sort -u >plain
sort -u by_vlan | comm -13 - plain | cat - by_vlan |
	grep -v ' 0\.0\.0\.0\.0\.0$' | per_device >expected
stored fdb 1 >found
same "forwarding tables have as many rows" expected found

{
	recorded 1.3.6.1.2.1.17.7.1.4.3.1
	recorded 1.3.6.1.2.1.17.7.1.4.2.1
	# vtpVlanTable: of Ethernet
	recorded 1.3.6.1.4.1.9.9.46.1.3.1.1 | awk '$2 == 3 && $4 == 1'
} | awk '{ sub(/.*\./, "", $3) } $3 + 0 >= 1 && $3 + 0 <= 4094 {
	print $1, $3
}' | sort -u >vlans
per_device <vlans >expected
stored vlan 1 >found
same "VLANs are as many" expected found

# Of Cisco's switches: the VLAN of access ports, and the native one of trunks.
recorded 1.3.6.1.4.1.9.9.46.1.6.1.1 | awk '
	$2 == 14 && $4 == 1 { is_trunk[$1 " " $3] = 1 }
	$2 == 5 { native[$1 " " $3] = $4 }
	END { for (port in is_trunk) print port, native[port] }' >trunks
{
	recorded 1.3.6.1.2.1.17.7.1.4.5.1 |
		awk '$2 == 1 && $4 >= 1 && $4 <= 4094 { print $1, $3 }'
	recorded 1.3.6.1.4.1.9.9.68.1.2.2.1 |
		awk 'FILENAME != "-" { is_trunk[$1 " " $2] = 1; next }
		$2 == 2 && $4 > 0 && !is_trunk[$1 " " $3] {
			print $1, $3
		}' trunks -
	awk 'NR == FNR { is_vlan[$1 " " $2] = 1; next }
		is_vlan[$1 " " $3] { print $1, $2 }' vlans trunks
} | per_device >expected
stored vlan_port pvid >found
same "ports with a VLAN of their own are as many" expected found
recorded 1.3.6.1.2.1.17.2.15.1 | awk '$2 == 3 || $2 == 8 || $2 == 9 {
	print $1, $3
}' | sort -u | per_device >expected
stored stp_port 1 >found
same "ports of the spanning tree are as many" expected found

{
	recorded 1.3.6.1.2.1.2.2.1 | awk '$2 == 3'
	recorded 1.3.6.1.2.1.31.1.2.1
} | awk 'split($3, part, ".") == 1 {
	aggregate[$1 " " $3] = $4 == 54 || $4 == 161
	next
}
$4 == 1 && part[2] > 0 && aggregate[$1 " " part[1]]' | per_device >expected
stored lag_member 1 >found
same "members of aggregates are as many" expected found
finish
