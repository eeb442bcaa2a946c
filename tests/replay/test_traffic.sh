#!/bin/bash
# Recorded devices: counters of both families, where each is on, listeners,
# tunnels and sessions are what their recordings say.
. "$(dirname "$0")/../lib.sh"

if [ ! -d "$shared/devices" ] || [ ! -d "$shared/networks" ]; then
	skip "recorded devices" "no $shared/devices and networks"
	finish
fi
in_own_namespace "$@"
cd "$work" || exit 1
. "$top/tests/replay/recorded.sh"

ask() { # NAME, SQL on standard input
	{
		echo "CREATE TEMP TABLE name (name TEXT, ip TEXT);"
		printf '.separator "\\t"\n.import --schema temp %s name\n' \
			"$1.names"
		echo ".separator ' '"
		echo "CREATE TEMP VIEW recorded AS SELECT n.name, d.id
			FROM name n JOIN device d ON d.address = n.ip;"
		cat
	} | sqlite3 "$1.db" | sort
}

# Cells below an entry in all recordings of a folder: NAME COLUMN INDEX VALUE.
# One recording has tags that SNMP does not have.
cells() { # FOLDER, OID of the entry
	local entry=${2//./\\.}
	for file in "$1"/*.snmprec; do
		sed -nE "s/^$entry\.([0-9]+)\.([0-9.]+)\|(2|4|64|65|66|67|70)x?\|([^\r]*).*/\1 \2 \4/p" \
			"$file" | sed "s/^/$(basename "$file" .snmprec) /"
	done
}

discovered devices "$shared/devices"
mib2=1.3.6.1.2.1

cells "$shared/devices" $mib2.5.30.1 |
	awk '$2 == 3 { split($3, i, "."); print $1, i[1] == 1 ? 4 : 6, i[2], $4 }' |
	sort >recorded
ask devices >got <<'END'
SELECT r.name, c.family, c.type, c.received
FROM icmp_count c JOIN recorded r ON r.id = c.device
WHERE c.received IS NOT NULL;
END
same "every counter of ICMP messages is read" recorded got

# The counter of 64 bits where there is one, else that of 32.
both() { # ENTRY, COLUMN OF 64, COLUMN OF 32
	cells "$shared/devices" "$1" | awk -v large="$2" -v small="$3" '
	$2 == large || $2 == small && !(($1, $3) in is_large) {
		value[$1, $3] = $4
		name[$1, $3] = $1
		where[$1, $3] = $3
	}
	$2 == large { is_large[$1, $3] }
	END {
		for (row in value) {
			if (value[row] >= 2 ^ 63)
				continue # the agent counted below zero
			split(where[row], i, ".")
			print name[row], i[1] == 1 ? 4 : 6, i[2] + 0, value[row]
		}
	}' | sort
}
while read -r name large small; do
	both $mib2.4.31.1.1 "$large" "$small" >recorded
	both $mib2.4.31.3.1 "$large" "$small" >>recorded
	sort -o recorded recorded
	ask devices >got <<END
SELECT r.name, c.family, c.if_index, c.$name
FROM ip_counters c JOIN recorded r ON r.id = c.device
WHERE c.$name IS NOT NULL;
END
	check "there are counters of $name" test -s recorded
	same "$name of both families are read" recorded got
done <<'END'
in_packets 4 3
in_octets 6 5
forwarded 24 23
out_packets 31 30
out_octets 33 32
END

{
	cells "$shared/devices" $mib2.4.28.1 |
		awk '$2 == 3 { print $1, $3, 4, 2 - $4 }'
	cells "$shared/devices" $mib2.4.30.1 |
		awk '$2 == 5 { print $1, $3, 6, 2 - $4 }'
	cells "$shared/devices" $mib2.55.1.5.1 |
		awk '$2 == 9 { print $1, $3, 6, 2 - $4 }'
} | sort -u >recorded
ask devices >got <<'END'
SELECT r.name, i.if_index, i.family, i.enabled
FROM ip_interface i JOIN recorded r ON r.id = i.device
WHERE i.enabled IS NOT NULL;
END
same "where IPv4 and IPv6 are on is read" recorded got

cells "$shared/devices" $mib2.6.20.1 | awk '$2 == 4 { print $1, $3 }' |
	sort -u | awk '{ count[$1]++ } END { for (n in count) print n, count[n] }' |
	sort >recorded
ask devices >got <<'END'
SELECT r.name, count(*)
FROM listener l JOIN recorded r ON r.id = l.device
WHERE l.source = 'tcpListenerTable' GROUP BY r.name;
END
same "every row of tcpListenerTable is kept" recorded got
cells "$shared/devices" $mib2.10.131.1.1.1.1 |
	awk '$2 == 3 { print $1, $3 }' | sort >recorded
ask devices >got <<'END'
SELECT r.name, t.if_index FROM tunnel t JOIN recorded r ON r.id = t.device;
END
same "every tunnel is found" recorded got
ask devices >refused <<'END'
SELECT r.name, c.question, c.refused
FROM coverage c JOIN recorded r ON r.id = c.device
WHERE c.refused > 0 AND (c.question LIKE 'TCP-%' OR c.question LIKE 'UDP-%'
	OR c.question LIKE '%icmpMsg%' OR c.question LIKE '%Stats%'
	OR c.question LIKE 'TUNNEL%' OR c.question LIKE '%nterfaceTable');
END
same "no row is refused" /dev/null refused

# Sessions that only TCP shows: one of the routers lists peers of IPv4 alone in
# its table of BGP.
cells "$shared/devices" $mib2.6.19.1 | awk '
	$2 == 7 && $4 == 5 && $3 ~ /(^|\.)179(\.|$)/ {
		count = split($3, i, ".")
		size = i[2]
		if (i[3 + size] == 179 || i[count] == 179)
			print $1
	}' | sort | uniq -c | awk '{ print $2, $1 }' >recorded
ask devices >got <<'END'
SELECT r.name, count(*) FROM bgp_peer p JOIN recorded r ON r.id = p.device
WHERE p.sources = 'tcpConnectionTable' GROUP BY r.name;
END
grep cumulus_bgp recorded >expected
same "sessions that no table of BGP shows are peers" expected got

# Routes of the newest table, and of the older one where that has more.
cells "$shared/devices" $mib2.4.24.7.1 | awk '
	$2 == 7 && $3 ~ /^1\.4\.|^2\.16\.|^4\.20\./ {
		split($3, i, ".")
		print $1, i[1] == 1 ? 4 : 6
	}' | sort | uniq -c | awk '{ print $2, $3, $1 }' >recorded
check "there are routes of IPv6" grep -q ' 6 ' recorded
ask devices >got <<'END'
SELECT r.name, t.family, count(*)
FROM route t JOIN recorded r ON r.id = t.device
WHERE t.source = 'inetCidrRouteTable' GROUP BY 1, 2;
END
same "every route of both families is read" recorded got
finish
