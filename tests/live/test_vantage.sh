#!/bin/bash
# The collector's own host against real routers: its kernel as ip -j tells it,
# its lldpd as lldpctl does, both families; where a crawl begins by itself; and
# one device where an SNMP agent runs there too. Needs root: namespaces.
#
#   r ---- nms ---- r6     r: both families, radvd, lldpd, snmpd
#                          r6: nothing but link-local addresses, radvd, snmpd
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/lab.sh"

advertise() { # advertise NODE PREFERENCE [PREFIX]
	lab_radvd "$1" <<-CONF
		interface eth0 {
			AdvSendAdvert on;
			MinRtrAdvInterval 3;
			MaxRtrAdvInterval 4;
			AdvDefaultLifetime 600;
			AdvDefaultPreference $2;
			${3:+prefix $3 { \};}
		};
	CONF
}

# an address that r has too, a temporary one, one that is not to be used
odd_addresses() {
	in_node nms sysctl -qw net.ipv6.conf.eth0.accept_dad=1
	on nms addr add 2001:db8::1/64 dev eth0
	on nms addr add 2001:db8::d/64 dev eth0 nodad preferred_lft 0
	on nms route add blackhole 203.0.113.0/24
	on nms -6 route add 2001:db8:77::/48 nexthop via 2001:db8::98 dev eth0 \
		nexthop via 2001:db8::99 dev eth0
	on nms neigh add 192.0.2.50 lladdr 00:00:5e:00:53:50 dev eth0
	on nms neigh add 2001:db8::51 lladdr 00:00:5e:00:53:51 dev eth0 router
	on nms link add br0 type bridge
}

says() { # says TEXT COMMAND...
	local text=$1
	shift
	"$@" 2>/dev/null | grep -q -- "$text"
}

lab_up() {
	local node
	for node in nms r r6; do lab_node $node || return 1; done
	lab_cable nms eth0 r eth0
	lab_cable nms eth1 r6 eth0
	lab_address nms eth0 192.0.2.2/24
	lab_address r eth0 192.0.2.1/24 2001:db8::1/64
	on nms route add default via 192.0.2.1 proto static
	lab_forwarding r r6
	in_node nms sysctl -qw net.ipv6.conf.eth0.use_tempaddr=2
	for node in r r6; do lab_snmpd $node || return 1; done
	for node in nms r; do lab_lldpd $node || return 1; done
	advertise r high 2001:db8::/64 && advertise r6 low &&
		lab_heard nms:1 r:1 &&
		lab_within 20 says 'eth0 proto ra' on nms -6 route show default &&
		lab_within 20 says 'eth1 proto ra' on nms -6 route show default &&
		lab_within 20 says temporary on nms -6 addr &&
		odd_addresses &&
		lab_within 10 says dadfailed on nms -6 addr
}

discover() { # discover NAME OPTION...
	local name=$1
	shift
	in_node nms timeout 60 "$twinmap" discover \
		--credentials "$work/v2c.yaml" --include 192.0.2.0/24 \
		--include 2001:db8::/32 --output "$work/$name.db" "$@"
}

ask() { sqlite3 "$work/$1.db" "$2"; }
is() { same "$1" <(echo "$2") <(echo "$3"); }

# as_rows SQL COMMAND...: SQL over the list j that the command prints as JSON
as_rows() {
	local sql=$1
	shift
	"$@" >"$work/json"
	sqlite3 :memory: "WITH j AS (SELECT value AS v
		FROM json_each(readfile('$work/json'))) $sql"
}

links() {
	as_rows "SELECT v ->> 'ifindex', v ->> 'ifname', v ->> 'mtu',
		CASE v ->> 'link_type' WHEN 'ether' THEN v ->> 'address' END,
		CASE WHEN v ->> 'flags' LIKE '%\"UP\"%' THEN 'up' ELSE 'down' END
		FROM j ORDER BY 1" on nms -j link
}

addresses() {
	as_rows "SELECT v ->> 'ifindex', a.value ->> 'local',
		a.value ->> 'prefixlen',
		CASE WHEN a.value ->> 'dadfailed' THEN 'duplicate'
		WHEN a.value ->> 'deprecated' THEN 'deprecated'
		ELSE 'preferred' END,
		a.value ->> 'temporary' IS NOT NULL
		FROM j, json_each(v -> 'addr_info') a ORDER BY 1, 2" \
		on nms -j addr
}

neighbours() {
	as_rows "SELECT v ->> 'dev', v ->> 'dst', v ->> 'lladdr',
		CASE WHEN v ->> 'dst' LIKE '%:%'
		THEN json_type(v, '\$.router') IS NOT NULL END
		FROM j WHERE v ->> 'lladdr' IS NOT NULL ORDER BY 1, 2" \
		on nms -j neigh
}

routes() { # routes FAMILY EVERYTHING ALL-BITS
	as_rows "SELECT CASE WHEN dst = 'default' THEN '$2'
			WHEN dst LIKE '%/%' THEN dst ELSE dst || '/$3' END,
		protocol, hop ->> 'gateway', hop ->> 'dev', kind
		FROM (SELECT v ->> 'dst' AS dst,
			COALESCE(v ->> 'protocol', 'boot') AS protocol,
			v AS hop, COALESCE(v ->> 'type', 'unicast') AS kind
			FROM j WHERE v ->> 'nexthops' IS NULL
			UNION ALL
			SELECT v ->> 'dst', COALESCE(v ->> 'protocol', 'boot'),
			n.value, 'unicast'
			FROM j, json_each(v -> 'nexthops') n)
		ORDER BY 1, 2, 3, 4" on nms -j "-$1" route
}

lldp() {
	in_node nms lldpctl -f json0 >"$work/lldp"
	sqlite3 :memory: "SELECT i.value ->> 'name',
		i.value ->> '\$.chassis[0].id[0].value',
		i.value ->> '\$.port[0].id[0].value',
		i.value ->> '\$.chassis[0].name[0].value',
		(SELECT group_concat(value ->> 'value', ' ')
		 FROM (SELECT value FROM json_each(i.value, '\$.chassis[0].\"mgmt-ip\"')
		       ORDER BY value ->> 'value'))
		FROM json_each(readfile('$work/lldp'), '\$.lldp[0].interface') i"
}

if [ "$(id -u)" -ne 0 ]; then
	skip "the collector's own host" "needs root"
	finish
fi
printf 'credentials:\n  - {label: lab, version: v2c, community: public}\n' |
	install -m 600 /dev/stdin "$work/v2c.yaml"
check "the lab starts" lab_up

# ---- nobody asked for it ----------------------------------------------------
check "a crawl from a seed" discover plain --seed 192.0.2.1
is "... is of the network alone" "r|0" "$(ask plain \
	"SELECT group_concat(sys_name), (SELECT count(*) FROM vantage)
	 FROM device WHERE source = 'agent'")"

# ---- the kernel and lldpd ---------------------------------------------------
in_node nms sh -c 'exec 3<>/dev/udp/192.0.2.1/9' 2>/dev/null
links >"$work/links"
addresses >"$work/addresses"
neighbours >"$work/neighbours"
routes 4 0.0.0.0/0 32 >"$work/routes"
routes 6 ::/0 128 >>"$work/routes"
lldp >"$work/adjacencies"
check "a crawl that begins by itself" discover own --vantage --seed auto
own="device = (SELECT device FROM vantage)"
same "links, as ip -j link" "$work/links" <(ask own \
	"SELECT if_index, name, mtu, mac, admin_status FROM interface
	 WHERE $own AND source = 'agent' ORDER BY 1")
same "types of links" <(printf 'br0|209\neth0|6\nlo|24\n') <(
	ask own "SELECT name, type FROM interface WHERE $own
		AND name <> 'eth1' ORDER BY 1")
same "addresses of both families, as ip -j addr" "$work/addresses" <(ask own \
	"SELECT if_index, ip, prefix_length, status,
		COALESCE(iid, '') = 'temporary' FROM address
	 WHERE $own ORDER BY 1, 2")
for state in duplicate deprecated; do
	check "... one of them is $state" grep -q "$state" "$work/addresses"
done
check "... and one temporary" grep -q '|1$' "$work/addresses"
is "a duplicate address does not count" 0 "$(ask own \
	"SELECT usable FROM address WHERE $own AND ip = '2001:db8::1'")"
same "ARP and ND, with who is a router, as ip -j neigh" "$work/neighbours" <(
	ask own "SELECT i.name, n.ip, n.mac, n.is_router FROM neighbour n
		JOIN interface i ON i.id = n.interface
		WHERE n.$own AND n.mac IS NOT NULL ORDER BY 1, 2")
for family in 4: 6:fe80::; do
	check "... IPv${family%:*} among them" grep -q "|${family#*:}" \
		"$work/neighbours"
done
check "... routers among them" grep -q '|1$' "$work/neighbours"
is "no agent tells who is a router" 0 "$(ask own \
	"SELECT count(is_router) FROM neighbour WHERE NOT $own")"
same "routes of both families, as ip -j route" <(sort "$work/routes") <(
	ask own "SELECT r.prefix, r.protocol, r.next_hop, i.name,
		CASE r.type WHEN 'blackhole' THEN r.type ELSE 'unicast' END
		FROM route r LEFT JOIN interface i ON i.id = r.interface
		WHERE r.$own" | sort)
for word in blackhole 2001:db8::99 'ra|fe80'; do
	check "... $word among them" grep -q "$word" "$work/routes"
done
same "default routers, with their preferences" <(
	printf 'eth0|high|1\neth1|low|1\n') <(
	ask own "SELECT i.name, r.preference, r.lifetime BETWEEN 500 AND 600
		FROM default_router r JOIN interface i ON i.id = r.interface
		WHERE r.$own ORDER BY 1")
same "neighbours of lldpd, as lldpctl" "$work/adjacencies" <(ask own \
	"SELECT i.name, a.chassis_id, a.port_id, a.sys_name,
		(SELECT group_concat(ip, ' ') FROM adjacency_address
		 WHERE adjacency = a.id)
	 FROM adjacency a JOIN interface i ON i.id = a.interface
	 WHERE a.$own ORDER BY 1")
is "... which make a link" "confirmed from both ends" "$(ask own \
	"SELECT evidence FROM link WHERE protocols LIKE '%lldp%'")"
is "all that was asked is said" "6|0|0" "$(ask own \
	"SELECT count(*), sum(result <> 'rows'), sum(refused) FROM coverage
	 WHERE $own")"
is "its class follows from it" "nms|dual-stack" "$(ask own \
	"SELECT name, class FROM device WHERE id = (SELECT device FROM vantage)")"

# ---- where it began ---------------------------------------------------------
is "both routers are found, one by a link-local address alone" "nms r r6" \
	"$(ask own "SELECT group_concat(sys_name, ' ') FROM
		(SELECT sys_name FROM device WHERE source = 'agent' ORDER BY 1)")"
is "... which it answers at" 1 "$(ask own \
	"SELECT address LIKE 'fe80::%' FROM device WHERE sys_name = 'r6'")"
check "the seeds are told" says 'auto, default router fe80::.*%eth1' \
	ask own "SELECT value FROM setting WHERE name = 'seed'"
check "pages are rendered" "$twinmap" render "$work/own.db" \
	--output "$work/site"
check "... and who calls itself a router" \
	grep -q "fe80::.*calls itself a router" "$work/site/devices/nms.md"
check "... and say that the collector looked" \
	grep -q 'runs on.*nms' "$work/site/method.md"

# ---- without lldpctl --------------------------------------------------------
mkdir "$work/empty"
is "without its lldpd there is no error" 0 "$(
	in_node nms env PATH="$work/empty" "$twinmap" discover --vantage \
		--seed 192.0.2.1 --credentials "$work/v2c.yaml" \
		--include 192.0.2.0/24 --output "$work/bare.db" \
		>/dev/null 2>&1
	echo $?
)"
is "... and it is said" "lldpcli is not installed
lldpctl is not installed" "$(ask bare "SELECT reason FROM coverage
	WHERE $own AND result = 'no answer' ORDER BY 1")"

# ---- an agent on the same host ----------------------------------------------
check "an agent starts" lab_snmpd nms
check "the same crawl" discover both --vantage --seed auto
is "it is one device" "nms r r6|nms lab" "$(ask both \
	"SELECT group_concat(sys_name, ' '),
		(SELECT sys_name || ' ' || credential FROM device
		 WHERE id = (SELECT device FROM vantage))
	 FROM (SELECT sys_name FROM device WHERE source = 'agent' ORDER BY 1)")"
is "... of which both tell addresses, IPv4" 1 \
	"$(ask both "SELECT sources LIKE '%ipAddressTable%rtnetlink'
		FROM address WHERE ip = '192.0.2.2' AND $own")"
is "... and IPv6" 1 \
	"$(ask both "SELECT sources LIKE '%ipAddressTable%rtnetlink'
		FROM address WHERE ip = '2001:db8::d' AND $own")"
is "... the kernel who is a router" 1 "$(ask both \
	"SELECT is_router FROM neighbour WHERE ip = '2001:db8::51' AND $own")"
is "... and what the agent does not know" duplicate "$(ask both \
	"SELECT status FROM address WHERE ip = '2001:db8::1' AND $own")"
is "no neighbour counts twice" 1 "$(ask both \
	"SELECT count(*) FROM adjacency WHERE $own")"
finish
