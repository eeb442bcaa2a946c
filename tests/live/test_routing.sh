#!/bin/bash
# Real routers: FRR, radvd, snmpd and lldpd in namespaces, found from one seed
# over IPv4 and over IPv6. What discover tells is what ip, vtysh and
# snmpbulkwalk tell. routers.sh draws the network, routers_say.sh asks it.
. "$(dirname "$0")/../lib.sh"
. "$top/tests/live/lab.sh"
. "$top/tests/live/routers.sh"
. "$top/tests/live/routers_say.sh"

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
	agrees "$1" "OSPF and IS-IS, as ip and vtysh tell them" adjacencies "
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
	agrees "$1" "who listens in both families, as ss tells it" listeners "
		SELECT d.name, l.protocol, l.ip, l.port FROM listener l
		JOIN device d ON d.id = l.device AND d.role = 'router'"
	agrees "$1" "default routes, as ip tells them" routes "
		SELECT d.name, r.family, r.next_hop, i.name FROM route r
		JOIN device d ON d.id = r.device
		LEFT JOIN interface i ON i.id = r.interface
		WHERE r.prefix IN ('0.0.0.0/0', '::/0')"
}

check_routed_links() {
	agrees "$1" "links of layer 3, one of them between loopbacks" \
		routed_links "
		SELECT d.name, COALESCE(l.port, '-'), l.far_name,
		COALESCE(l.far_port, '-'), l.families || ',', l.evidence
		FROM page_device_routed_link l JOIN device d ON d.id = l.device
		WHERE d.name < l.far_name"
	agrees "$1" "whose each address is, the link-local ones too" beside "
		SELECT d.name, n.protocol, n.ip, f.name FROM routed_neighbour n
		JOIN device d ON d.id = n.device
		LEFT JOIN device f ON f.id = n.far_device
		WHERE n.protocol IN ('OSPFv2', 'OSPFv3', 'IS-IS', 'BGP')"
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

count_adverts() { # count_adverts HOW: on each line, so far
	local node way column
	echo "$counted" | while read -r node way column; do
		echo "$node $column $($1 $node $way)"
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
echo "$routed_links" | sort >"$work/routed_links"
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
beside | sort >"$work/beside"
listeners >"$work/listeners"
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
	count_adverts adverts_by_snmpbulkwalk >"$work/before"
	check "$name: discovered from $seed" discover $name $seed credentials
	count_adverts adverts >"$work/after"
	[ -s "$work/$name.db" ] || continue # nothing below could tell more
	check_devices $name
	check_routing $name
	check_routed_links $name
	check_hosts $name
	check_adverts $name
done
refuse "a wrong password opens no router" discover none 2001:db8:ff::2 wrong
cp "$work/last" "$work/said"
check "and the reason is said" grep -q \
	"^twinmap discover: seed 2001:db8:ff::2 .*wrongDigests" "$work/said"
finish
