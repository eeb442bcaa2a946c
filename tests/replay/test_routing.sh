#!/bin/bash
# Recorded routers: BGP peers that another program reads are read here too, and
# what routers say of OSPF and IS-IS is there from both ends.
. "$(dirname "$0")/../lib.sh"

if [ ! -d "$shared/devices" ] || [ ! -d "$shared/networks" ]; then
	skip "recorded routers" "no $shared/devices and networks"
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
	} | sqlite3 "$1.db"
}

# Addresses of the second column as the 16 octets that sort.
keys() { # FILE
	awk -F '\t' '
	function words(text, count, part, out, i) {
		count = split(text, part, ":")
		for (i = 1; i <= count; i++)
			out = out sprintf("%4s", part[i])
		gsub(/ /, "0", out)
		return out
	}
	NR == 1 { next }
	$2 ~ /:/ {
		at = index($2, "::")
		key = words(at ? substr($2, 1, at - 1) : $2)
		right = at ? words(substr($2, at + 2)) : ""
		while (length(key right) < 32)
			key = key "0"
		print $1, key right, $3
	}
	$2 !~ /:/ {
		split($2, o, ".")
		printf("%s 00000000000000000000ffff%02x%02x%02x%02x %s\n",
			$1, o[1], o[2], o[3], o[4], $3)
	}' "$1" | sort -u
}

discovered devices "$shared/devices"
keys "$shared/expected-bgp.tsv" >expected
ask devices >got <<'END'
SELECT r.name, lower(hex(p.peer_ip_key)), p.remote_as
FROM bgp_peer p JOIN recorded r ON r.id = p.device;
END
sort -u -o got got
comm -23 expected got >missing
same "every BGP peer is found, with its AS number" /dev/null missing

# What an agent says without an AS number the other program leaves out.
comm -13 expected got | awk 'NF > 2' >extra
same "no AS number is there that is not recorded" /dev/null extra
for file in "$shared"/devices/*.snmprec; do
	grep -oE '^1\.3\.6\.1\.2\.1\.15\.3\.1\.2\.[0-9.]+' "$file" |
		sed "s/.*1\.15\.3\.1\.2\./$(basename "$file" .snmprec) /"
done | sort >recorded
ask devices <<'END' | sort >got
SELECT r.name, p.peer_ip
FROM bgp_peer p JOIN recorded r ON r.id = p.device
WHERE p.sources LIKE '%bgpPeerTable%' AND p.state IS NOT NULL
AND p.sources NOT LIKE '%tBgpPeerNgTable%';
END
same "every row of bgpPeerTable with a state is kept" recorded got

# Rows of a column in all recordings of a folder: NAME INDEX VALUE
column() { # FOLDER, OID with escaped dots
	for file in "$1"/*.snmprec; do
		sed -nE "s/^$2\.([0-9.]+)\|[0-9]+x?\|([^\r]*).*/\1 \2/p" \
			"$file" | sed "s/^/$(basename "$file" .snmprec) /"
	done | sort
}
while read -r network ospf isis; do
	discovered "$network" "$shared/networks/$network"
	column "$shared/networks/$network" '1\.3\.6\.1\.2\.1\.14\.10\.1\.6' |
		sed 's/\.0 8$/ full/' >recorded
	ask "$network" <<'END' | sort >got
SELECT r.name, a.ip, n.state
FROM igp_neighbour n
JOIN recorded r ON r.id = n.device
JOIN igp_neighbour_address a ON a.neighbour = n.id
WHERE n.protocol = 'OSPFv2';
END
	same "$network: every OSPF neighbour is found" recorded got
	column "$shared/networks/$network" \
		'1\.3\.6\.1\.2\.1\.138\.1\.6\.1\.1\.2' |
		sed -E 's/\.[0-9]+ 3$/ up/' >recorded
	ask "$network" <<'END' | sort >got
SELECT r.name, n.if_index, n.state
FROM igp_neighbour n JOIN recorded r ON r.id = n.device
WHERE n.protocol = 'IS-IS';
END
	same "$network: every IS-IS neighbour is found" recorded got
	printf '%s\n' "OSPFv2 $ospf" "IS-IS $isis" | grep -v ' 0$' |
		sort >expected
	ask "$network" <<'END' | sort >got
CREATE TEMP TABLE end AS
SELECT n.id, n.protocol, n.device, n.if_index,
	o.device AS far_device, o.if_index AS far_if_index
FROM igp_neighbour n
JOIN igp_neighbour_address a ON a.neighbour = n.id
JOIN address o ON o.ip_key = a.ip_key;
SELECT x.protocol, count(*)
FROM end x JOIN end y ON y.protocol = x.protocol
AND y.device = x.far_device AND y.if_index = x.far_if_index
AND y.far_device = x.device AND y.far_if_index = x.if_index
WHERE x.device < y.device GROUP BY x.protocol;
END
	same "$network: $ospf OSPF and $isis IS-IS links from both ends" \
		expected got
	ask "$network" <<'END' >refused
SELECT question, refused FROM coverage
WHERE refused > 0 AND (question LIKE 'OSPF%' OR question LIKE 'ISIS%'
	OR question LIKE 'VRRP%' OR question LIKE '%BGP%');
END
	same "$network: no row is refused" /dev/null refused
done <<'END'
nms10205 9 0
nms0001 3 3
END

column "$shared/networks/nms0001" '1\.3\.6\.1\.2\.1\.68\.1\.3\.1\.5' |
	sed -E 's/\.([0-9]+) ([0-9]+)$/ \1 \2/' >recorded
ask nms0001 <<'END' | sort >got
SELECT r.name, v.if_index, v.number, v.priority
FROM virtual_router v JOIN recorded r ON r.id = v.device;
END
same "virtual routers are found" recorded got

discovered nms17216 "$shared/networks/nms17216"
column "$shared/networks/nms17216" '1\.3\.6\.1\.2\.1\.4\.39\.1\.2' |
	sed 's/ 1$/ 1/; s/ 2$/ 0/' >recorded
ask nms17216 <<'END' | sort >got
SELECT r.name, a.if_index, a.sends
FROM router_advert a JOIN recorded r ON r.id = a.device;
END
same "router advertisements are read" recorded got
column "$shared/networks/nms17216" '1\.3\.6\.1\.2\.1\.4\.32\.1\.5' |
	cut -d ' ' -f 1 | uniq -c | awk '{ print $2, $1 }' >recorded
ask nms17216 <<'END' | sort >got
SELECT r.name, count(*)
FROM prefix p JOIN recorded r ON r.id = p.device GROUP BY r.name;
END
same "prefixes are read" recorded got
finish
