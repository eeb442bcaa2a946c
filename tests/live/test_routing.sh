#!/bin/bash
# Real routers: FRR, radvd, snmpd and lldpd in namespaces, found from one seed
# over IPv4 and over IPv6. What discover tells is what ip, vtysh and
# snmpbulkwalk tell; routers.sh draws the network.
. "$(dirname "$0")/../lib.sh"
. "$top/tests/live/lab.sh"
. "$top/tests/live/routers.sh"

# ---- what is true: by ip, vtysh and snmpbulkwalk ----

links='h3 eth0 r3 eth1
nms eth0 r1 eth0
r1 eth1 r2 eth0
r2 eth1 r3 eth0'

adjacencies='OSPFv2 r1 eth1 r2 eth0
OSPFv3 r1 eth1 r2 eth0
OSPFv3 r2 eth1 r3 eth0'

sessions='r1 192.0.2.0 192.0.2.1 65537 established
r1 2001:db8:12:: 2001:db8:12::1 65537 established
r2 192.0.2.1 192.0.2.0 64496 established
r2 2001:db8:12::1 2001:db8:12:: 64496 established
r2 2001:db8:ff::2 2001:db8:ff::3 64498 established
r3 2001:db8:ff::3 2001:db8:ff::2 65537 established'

address_on() { # address_on NODE INTERFACE PROTOCOL: that which OSPF speaks from
	local which='-6 -o addr show scope link'
	[ "$3" = OSPFv3 ] || which='-4 -o addr show'
	on "$1" $which dev "$2" | awk '{ sub("/.*", "", $4); print $4 }'
}

both_ends_of_adjacencies() {
	local protocol node interface far far_interface
	echo "$adjacencies" |
		while read -r protocol node interface far far_interface; do
			echo "$node $protocol $interface 203.0.113.${far#r}" \
				"$(address_on $far $far_interface $protocol) full"
			echo "$far $protocol $far_interface 203.0.113.${node#r}" \
				"$(address_on $node $interface $protocol) full"
		done | sort
}

from_vtysh() { # from_vtysh NODE COMMAND QUERY: of the JSON that is `answer`
	lab_vtysh "$1" "$2 json" >"$work/json"
	sqlite3 -separator ' ' :memory: "WITH vtysh AS (
		SELECT CAST(readfile('$work/json') AS TEXT) AS answer) $3"
}

adjacencies_by_vtysh() {
	local node
	{
		for node in r1 r2; do
			from_vtysh $node 'show ip ospf neighbor' "SELECT
			'$node', 'OSPFv2', substr(n.value ->> 'ifaceName', 1, 4),
			id.key, n.value ->> 'address',
			lower(n.value ->> 'converged')
			FROM vtysh, json_each(answer, '$.neighbors') id,
			json_each(id.value) n"
		done
		for node in $routers; do
			from_vtysh $node 'show ipv6 ospf6 neighbor detail' "SELECT
			'$node', 'OSPFv3', value ->> 'interface',
			substr(key, 1, instr(key, '%') - 1),
			value ->> 'linkLocalAddress',
			lower(value ->> 'neighborState')
			FROM vtysh, json_each(answer)"
		done
	} | sort
}

sessions_by_vtysh() {
	local node
	for node in $routers; do
		from_vtysh $node 'show bgp neighbors' "SELECT '$node',
			value ->> 'hostLocal', key, value ->> 'remoteAs',
			lower(value ->> 'bgpState') FROM vtysh, json_each(answer)"
	done | sort
}

default_routes() { # default_routes NODE...: node, family, next hop, interface
	local node family
	for node in "$@"; do
		for family in 4 6; do
			on $node -$family route show default | awk \
				-v node=$node -v family=$family '{
				for (i = 1; i < NF; i++) word[$i] = $(i + 1)
				print node, family, word["via"], word["dev"] }'
		done
	done | sort
}

slaac_addresses() { # those of the hosts that RAs gave them
	local node
	for node in nms h3; do
		on $node -6 -o addr show dynamic |
			awk -v node=$node '{ print node, $2, $4 }'
	done | sort
}

adverts() { # adverts NODE In|Out: counted by its kernel
	in_node $1 awk -v name=Icmp6${2}Type134 \
		'$1 == name { print $2 }' /proc/net/snmp6
}

walked() { # walked NODE OID: index and value of each row, by snmpbulkwalk
	local node=$1 oid=$2 credential='-v2c -c public'
	[ $node != r2 ] || credential='-v3 -l authPriv -u strong
		-a SHA-512 -A lab-auth-strong -x AES-256 -X lab-privacy-strong'
	in_node $node snmpbulkwalk $credential -m '' -On -Ox 127.0.0.1 "$oid" |
		sed -n -E "s/^\.$oid\.([0-9.]+) = [A-Za-z0-9-]+: /\1 /p" |
		sed "s/^/$node /"
}

ospfv3_by_snmpbulkwalk() { # node, ifIndex, neighbour's address in hex
	local node
	for node in $routers; do
		walked $node 1.3.6.1.2.1.191.1.9.1.5
	done | awk '{ split($2, index_of, "."); node = $1; $1 = $2 = ""
		gsub(" ", ""); print node, index_of[1], $0 }' | sort
}

bgp_by_snmpbulkwalk() { # node, peer, its AS: only IPv4, even of FRR
	local node
	for node in $routers; do
		walked $node 1.3.6.1.2.1.15.3.1.9
	done | sort
}

default_routers_by_snmpbulkwalk() { # node, ifIndex, address in hex
	local node
	for node in $lab_nodes; do
		walked $node 1.3.6.1.2.1.4.37.1.5
	done | awk '{ n = split($2, part, "."); hex = ""
		for (i = 3; i < n; i++) hex = hex sprintf("%02X", part[i])
		print $1, part[n], hex }' | sort
}

converged() {
	adjacencies_by_vtysh | cmp -s - "$work/adjacencies" &&
		sessions_by_vtysh | cmp -s - "$work/sessions" &&
		[ "$(default_routes $lab_nodes | wc -l)" = 6 ] &&
		[ "$(slaac_addresses | wc -l)" = 2 ]
}

# ---- what was found ----

strong() { # strong PASSWORD: the credential of r2
	cat <<-YAML
		credentials:
		  - label: strong
		    version: v3
		    user: strong
		    auth: SHA-512
		    auth_password: $1
		    privacy: AES-256
		    privacy_password: lab-privacy-strong
	YAML
}

community() { # the credential of all others
	cat <<-YAML
		  - label: community
		    version: v2c
		    community: public
	YAML
}

discover() { # discover NAME SEED CREDENTIALS
	in_node nms "$twinmap" discover --credentials "$work/$3" \
		--seed "$2" --include 192.0.2.0/24 --include 198.51.100.0/24 \
		--include 203.0.113.0/24 --include 2001:db8::/32 \
		--output "$work/$1.db"
}

ask() { sqlite3 -separator ' ' "$work/$1.db" "$2"; }

agrees() { # agrees DATABASE WHAT EXPECTED QUERY: in any order, and not empty
	ask "$1" "$4" | sort >"$work/found"
	[ -s "$work/$3" ] || echo "$3: nothing expected" >"$work/found"
	same "$1: $2" "$work/$3" "$work/found"
}

adverts_counted() { # adverts_counted DATABASE NODE received|sent FROM TO
	local counted
	counted=$(ask "$1" "SELECT $3 FROM icmp_count JOIN device d
		ON d.id = device WHERE d.name = '$2' AND family = 6
		AND type = 134")
	echo "$2 $3: $4 <= $counted <= $5"
	[ "$4" -gt 0 ] && [ "$4" -le "$counted" ] && [ "$counted" -le "$5" ]
}

check_devices() {
	agrees "$1" "each device once, and all answer" devices \
		"SELECT name, source, class FROM device"
	check "$1: r2 speaks SNMPv3 with SHA-512 and AES-256 only" test \
		"$(ask "$1" "SELECT snmp_version, security_level, credential
			FROM device WHERE name = 'r2'")" = 'SNMPv3 authPriv strong'
	lab_links "$work/$1.db" >"$work/found"
	same "$1: all links and no other" "$work/links" "$work/found"
	check "$1: r2-r3 carries IPv6 alone" test "$(ask "$1" "SELECT l.class
		FROM link l JOIN interface i ON i.id IN (a_interface, b_interface)
		JOIN device d ON d.id = i.device
		WHERE d.name = 'r2' AND i.name = 'eth1'")" = 'IPv6 only'
}

check_routing() {
	agrees "$1" "OSPF, as ip and vtysh tell it" adjacencies "
		SELECT d.name, n.protocol, i.name, n.remote_id, a.ip, n.state
		FROM igp_neighbour n JOIN device d ON d.id = n.device
		LEFT JOIN interface i ON i.id = n.interface
		LEFT JOIN igp_neighbour_address a ON a.neighbour = n.id"
	agrees "$1" "OSPFv3, as snmpbulkwalk tells it" ospfv3.walked "
		SELECT d.name, n.if_index, hex(a.ip_key)
		FROM igp_neighbour n JOIN device d ON d.id = n.device
		LEFT JOIN igp_neighbour_address a ON a.neighbour = n.id
		WHERE n.protocol = 'OSPFv3'"
	agrees "$1" "BGP of both families, as vtysh tells it" sessions.told "
		SELECT d.name, p.local_ip, p.peer_ip, p.state, p.sources
		FROM bgp_peer p JOIN device d ON d.id = p.device"
	agrees "$1" "AS numbers, as snmpbulkwalk tells them" bgp.walked "
		SELECT d.name, p.peer_ip, p.remote_as FROM bgp_peer p
		JOIN device d ON d.id = p.device WHERE p.remote_as IS NOT NULL"
	agrees "$1" "default routes, as ip tells them" routes "
		SELECT d.name, r.family, r.next_hop, i.name FROM route r
		JOIN device d ON d.id = r.device
		LEFT JOIN interface i ON i.id = r.interface"
}

check_hosts() {
	agrees "$1" "routers that hosts believe in, as ip tells them" routers "
		SELECT d.name, r.family, r.ip, i.name FROM default_router r
		JOIN device d ON d.id = r.device AND d.role IS NOT 'router'
		LEFT JOIN interface i ON i.id = r.interface"
	agrees "$1" "default routers, as snmpbulkwalk tells them" \
		routers.walked "SELECT d.name, r.if_index, CASE r.family
		WHEN 4 THEN substr(hex(r.ip_key), 25) ELSE hex(r.ip_key) END
		FROM default_router r JOIN device d ON d.id = r.device"
	agrees "$1" "addresses by SLAAC, as ip tells them" slaac "
		SELECT d.name, i.name, a.ip || '/' || a.prefix_length
		FROM address a JOIN device d ON d.id = a.device
		JOIN interface i ON i.id = a.interface
		WHERE a.origin = 'linklayer' AND a.kind <> 'link-local'
		AND d.role IS NOT 'router'"
}

counted='nms In received
r1 Out sent
h3 In received
r3 Out sent'

count_adverts() { # on each line, so far
	local node way column
	echo "$counted" | while read -r node way column; do
		echo "$node $column $(adverts $node $way)"
	done
}

check_adverts() { # what discover read lies between before and after
	local node column before after
	while read -r node column before _ _ after; do
		check "$1: router advertisements $column by $node" \
			adverts_counted "$1" $node $column "$before" "$after"
	done < <(paste -d ' ' "$work/before" "$work/after")
}

if [ "$(id -u)" -ne 0 ]; then
	skip "real routers" "needs root"
	finish
fi
check "the lab starts" lab_up
echo "$links" >"$work/links"
echo "$sessions" | sort >"$work/sessions"
both_ends_of_adjacencies >"$work/adjacencies"
check "the routers agree" lab_within 40 converged
check "every neighbour is heard" lab_heard nms:1 r1:2 r2:2 r3:2 h3:1
[ "$failures" -eq 0 ] || finish # nothing below could tell more

awk '{ print $1, $2, $3, $5,
	$2 ~ /:/ ? "tcpConnectionTable" : "bgpPeerTable" }' \
	"$work/sessions" | sort >"$work/sessions.told"
sort >"$work/devices" <<-DEVICES
	nms agent dual-stack
	r1 agent dual-stack
	r2 agent dual-stack
	r3 agent IPv6 only
	h3 agent IPv6 only
DEVICES
default_routes $lab_nodes >"$work/routes"
default_routes nms h3 >"$work/routers"
slaac_addresses >"$work/slaac"
ospfv3_by_snmpbulkwalk >"$work/ospfv3.walked"
bgp_by_snmpbulkwalk >"$work/bgp.walked"
default_routers_by_snmpbulkwalk >"$work/routers.walked"

{ strong lab-auth-strong && community; } |
	install -m 600 /dev/stdin "$work/credentials"
strong not-the-secret | install -m 600 /dev/stdin "$work/wrong"
for name in v4 v6; do
	seed=198.51.100.1
	[ $name = v4 ] || seed=2001:db8:a::1
	count_adverts >"$work/before"
	check "$name: discovered from $seed" discover $name $seed credentials
	count_adverts >"$work/after"
	[ -s "$work/$name.db" ] || continue # nothing below could tell more
	check_devices $name
	check_routing $name
	check_hosts $name
	check_adverts $name
done
refuse "a wrong password opens no router" discover none 2001:db8:ff::2 wrong
cp "$work/last" "$work/said"
check "and the reason is said" grep -q \
	"^twinmap discover: seed 2001:db8:ff::2 .*wrongDigests" "$work/said"
finish
