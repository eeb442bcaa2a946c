#!/bin/bash
# A real switched network: snmpd and lldpd in namespaces, found from one seed,
# over IPv4 and IPv6, with SNMPv2c and SNMPv3.
#
#   nms,h1 -- sw1 == two links == sw2 -- h2 (IPv6 only)
#             sw1 -- r1 -- r2 -- h3 (IPv6 only LAN)
#
# LAN A 198.51.100.0/24 and 2001:db8:a::/64, r1-r2 192.0.2.0/31 and
# 2001:db8:12::/127, LAN B 2001:db8:b::/64 alone. KEEP=FILE keeps what was found.
. "$(dirname "$0")/../lib.sh"
. "$top/tests/live/lab.sh"

lab_nodes='nms h1 h2 h3 sw1 sw2 r1 r2'

links='h1 eth0 sw1 p2
h2 eth0 sw2 p3
h3 eth0 r2 eth1
nms eth0 sw1 p1
r1 eth0 sw1 p3
r1 eth1 r2 eth0
sw1 p4 sw2 p1
sw1 p5 sw2 p2'

lab_cables() {
	lab_cable nms eth0 sw1 p1
	lab_cable h1 eth0 sw1 p2
	lab_cable r1 eth0 sw1 p3
	lab_cable sw1 p4 sw2 p1
	lab_cable sw1 p5 sw2 p2
	lab_cable h2 eth0 sw2 p3
	lab_cable r1 eth1 r2 eth0
	lab_cable r2 eth1 h3 eth0
}

lab_switch() { # lab_switch NODE ADDRESSES...
	local node=$1 port
	shift
	on "$node" link add br0 type bridge stp_state 1 forward_delay 200 \
		hello_time 100
	for port in p1 p2 p3 p4 p5; do
		on "$node" link set "$port" master br0 2>/dev/null
	done
	on "$node" link set br0 up
	lab_address "$node" br0 "$@"
}

lab_addresses() {
	lab_switch sw1 198.51.100.11/24 2001:db8:a::11/64
	lab_switch sw2 198.51.100.12/24 2001:db8:a::12/64
	lab_address nms eth0 198.51.100.100/24 2001:db8:a::100/64
	lab_address h1 eth0 198.51.100.50/24 2001:db8:a::50/64
	lab_address h2 eth0 2001:db8:a::52/64
	lab_address r1 eth0 198.51.100.1/24 2001:db8:a::1/64
	lab_address r1 eth1 192.0.2.0/31 2001:db8:12::/127
	lab_address r2 eth0 192.0.2.1/31 2001:db8:12::1/127
	lab_address r2 eth1 2001:db8:b::1/64
	lab_address h3 eth0 2001:db8:b::53/64
}

lab_routes() {
	local node
	lab_forwarding r1 r2
	for node in nms h1 sw1 sw2; do
		on $node route add default via 198.51.100.1
	done
	for node in nms h1 h2 sw1 sw2; do
		on $node -6 route add default via 2001:db8:a::1
	done
	on h3 -6 route add default via 2001:db8:b::1
	on r1 -6 route add 2001:db8:b::/64 via 2001:db8:12::1
	on r2 route add 198.51.100.0/24 via 192.0.2.0
	on r2 -6 route add 2001:db8:a::/64 via 2001:db8:12::
}

lab_up() {
	local node
	for node in $lab_nodes; do lab_node "$node" || return 1; done
	lab_cables
	lab_addresses
	lab_routes
	for node in $lab_nodes; do
		lab_snmpd "$node" && lab_lldpd "$node" || return 1
	done
}

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

ask() { sqlite3 "$work/$1.db" "$2"; }

if [ "$(id -u)" -ne 0 ]; then
	skip "real lab" "needs root"
	finish
fi
check "the lab starts" lab_up
check "every neighbour is heard" lab_heard nms:1 h1:1 h2:1 h3:1 \
	sw1:5 sw2:3 r1:2 r2:2
[ "$failures" -eq 0 ] || finish # nothing below could tell more
echo "$links" >"$work/expected"

while read -r name seed version; do
	check "$name: discovered from $seed" discover "$name" "$seed" "$version"
	lab_links "$work/$name.db" >"$work/found"
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
[ -z "${KEEP:-}" ] || cp "$work/v6-v2c.db" "$KEEP"
finish
