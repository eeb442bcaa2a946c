#!/bin/bash
# A real network: snmpd and lldpd in namespaces, found from one seed, over
# IPv4 and IPv6, with SNMPv2c and SNMPv3.
. "$(dirname "$0")/../lib.sh"
. "$top/tests/live/lab.sh"

links='h1 eth0 sw1 p2
h2 eth0 sw2 p3
h3 eth0 r2 eth1
nms eth0 sw1 p1
r1 eth0 sw1 p3
r1 eth1 r2 eth0
sw1 p4 sw2 p1
sw1 p5 sw2 p2'

credentials() { # credentials FILE VERSION
	if [ "$2" = v2c ]; then
		cat <<-YAML
			credentials:
			  - label: lab-v2c
			    version: v2c
			    community: public
		YAML
	else
		cat <<-YAML
			credentials:
			  - label: wrong
			    version: v3
			    user: lab
			    auth: SHA-256
			    auth_password: not-the-secret
			    privacy: AES
			    privacy_password: not-the-secret
			  - label: lab-v3
			    version: v3
			    user: lab
			    auth: SHA-256
			    auth_password: lab-auth-secret
			    privacy: AES
			    privacy_password: lab-privacy-secret
		YAML
	fi | install -m 600 /dev/stdin "$1"
}

discover() { # discover NAME SEED VERSION
	credentials "$work/$3.yaml" "$3"
	in_node nms "$twinmap" discover --credentials "$work/$3.yaml" \
		--seed "$2" --include 192.0.2.0/24 --include 198.51.100.0/24 \
		--include 2001:db8::/32 --output "$work/$1.db"
}

ends() { # links of a database as sorted "device port device port"
	"$twinmap" export links "$1" --format csv | sed 1d | tr -d '"\r' |
		awk -F, '{ a = $1 " " $2; b = $3 " " $4
			if (a < b) print a, b; else print b, a }' | sort
}

ask() { sqlite3 "$work/$1.db" "$2"; }

if [ "$(id -u)" -ne 0 ]; then
	skip "real lab" "needs root"
	finish
fi
check "the lab starts" lab_up
check "every neighbour is heard" lab_settled
[ "$failures" -eq 0 ] || finish # nothing below could tell more
echo "$links" >"$work/expected"

while read -r name seed version; do
	check "$name: discovered from $seed" discover "$name" "$seed" "$version"
	ends "$work/$name.db" >"$work/found"
	same "$name: all links and no other" "$work/expected" "$work/found"
	ask "$name" "SELECT name FROM device ORDER BY name" >"$work/devices"
	printf '%s\n' $lab_nodes | sort >"$work/nodes"
	same "$name: each device once" "$work/nodes" "$work/devices"
	check "$name: all answered with $version" test "$(ask "$name" \
		"SELECT count(*) FROM device
		WHERE source = 'agent' AND credential = 'lab-$version'")" = 8
	check "$name: the IPv6-only host is documented" test "$(ask "$name" \
		"SELECT class FROM device WHERE name = 'h3'")" = 'IPv6 only'
	check "$name: the routers are dual-stack" test "$(ask "$name" \
		"SELECT count(*) FROM device
		WHERE name IN ('r1', 'r2') AND class = 'dual-stack'")" = 2
	check "$name: links are confirmed from both ends" test "$(ask "$name" \
		"SELECT count(*) FROM link
		WHERE evidence = 'confirmed from both ends'")" = 8
done <<'CASES'
v4-v2c 198.51.100.1 v2c
v6-v2c 2001:db8:a::1 v2c
v4-v3 198.51.100.1 v3
v6-v3 2001:db8:a::1 v3
CASES
sed 's/public/not-it/' "$work/v2c.yaml" | install -m 600 /dev/stdin \
	"$work/wrong.yaml"
refuse "a wrong community finds nobody" in_node nms "$twinmap" discover \
	--credentials "$work/wrong.yaml" --seed 198.51.100.1 \
	--output "$work/none.db"
cp "$work/last" "$work/said"
check "and says so in one line about the seed" \
	grep -q "^twinmap discover: seed 198.51.100.1 .*: no answer$" "$work/said"
refuse "and leaves no file" test -e "$work/none.db"
finish
