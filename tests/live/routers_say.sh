# routers_say.sh -- sourced behind routers.sh: what there is to be found, as it
# was built, and as ip, ss, vtysh and snmpbulkwalk tell it.
links='h3 eth0 r3 eth1
nms eth0 r1 eth0
r1 eth1 r2 eth0
r2 eth1 r3 eth0'

adjacencies='OSPFv2 r1 eth1 r2 eth0
OSPFv3 r1 eth1 r2 eth0
OSPFv3 r2 eth1 r3 eth0
IS-IS r1 eth1 r2 eth0
IS-IS r2 eth1 r3 eth0'

sessions='r1 192.0.2.0 192.0.2.1 65537 established
r1 2001:db8:12:: 2001:db8:12::1 65537 established
r2 192.0.2.1 192.0.2.0 64496 established
r2 2001:db8:12::1 2001:db8:12:: 64496 established
r2 2001:db8:ff::2 2001:db8:ff::3 64498 established
r3 2001:db8:ff::3 2001:db8:ff::2 65537 established'

routed_links='r1 eth1 r2 eth0 IPv6 and IPv4, confirmed from both ends
r2 - r3 - IPv6, confirmed from both ends
r2 eth1 r3 eth0 IPv6, confirmed from both ends'

addresses_on() { # addresses_on NODE INTERFACE: IPv4 and link-local
	on "$1" -o addr show dev "$2" |
		awk '$3 == "inet" || /scope link/ {
			sub("/.*", "", $4); print $4 }'
}

end_of() { # end_of PROTOCOL NODE INTERFACE FAR FAR-INTERFACE
	local id=203.0.113.${4#r} state=full family=. address
	case $1 in
	OSPFv2) family='\.' ;;
	OSPFv3) family=: ;;
	IS-IS) id=0000.0000.000${4#r} state=up ;;
	esac
	for address in $(addresses_on "$4" "$5" | grep "$family"); do
		echo "$2 $1 $3 $id $address $state"
	done
}

both_ends_of_adjacencies() {
	local protocol node interface far far_interface
	echo "$adjacencies" |
		while read -r protocol node interface far far_interface; do
			end_of $protocol $node $interface $far $far_interface
			end_of $protocol $far $far_interface $node $interface
		done | sort
}

beside() { # node, protocol, address of a neighbour, which node that is
	awk '{ print $1, $2, $5, "r" substr($4, length($4)) }' \
		"$work/adjacencies"
	awk 'BEGIN { node[64496] = "r1"; node[65537] = "r2"; node[64498] = "r3" }
		{ print $1, "BGP", $3, node[$4] }' "$work/sessions"
}

from_vtysh() { # from_vtysh NODE COMMAND QUERY: of the JSON that is `answer`
	lab_vtysh "$1" "$2 json" >"$work/json"
	sqlite3 -separator ' ' :memory: "WITH vtysh AS (
		SELECT CAST(readfile('$work/json') AS TEXT) AS answer) $3"
}

ospf_by_vtysh() {
	from_vtysh $1 'show ip ospf neighbor' "SELECT '$1', 'OSPFv2',
		substr(n.value ->> 'ifaceName', 1, 4), id.key,
		n.value ->> 'address', lower(n.value ->> 'converged')
		FROM vtysh, json_each(answer, '$.neighbors') id,
		json_each(id.value) n"
}

ospf6_by_vtysh() {
	from_vtysh $1 'show ipv6 ospf6 neighbor detail' "SELECT '$1', 'OSPFv3',
		value ->> 'interface', substr(key, 1, instr(key, '%') - 1),
		value ->> 'linkLocalAddress', lower(value ->> 'neighborState')
		FROM vtysh, json_each(answer)"
}

isis_by_vtysh() { # the name of each router ends in the number of its system id
	from_vtysh $1 'show isis neighbor detail' "SELECT '$1', 'IS-IS',
		c.value ->> '$.interface.name',
		'0000.0000.000' || substr(c.value ->> 'adj', 2), ip.value,
		lower(c.value ->> '$.interface.state')
		FROM vtysh, json_each(answer, '$.areas[0].circuits') c,
		json_each(json_array(
			c.value ->> '$.interface.ipv4-address.ipv4',
			c.value ->> '$.interface.ipv6-link-local.ipv6')) ip
		WHERE ip.value IS NOT NULL"
}

adjacencies_by_vtysh() {
	local node
	for node in $routers; do
		[ $node = r3 ] || ospf_by_vtysh $node
		ospf6_by_vtysh $node
		isis_by_vtysh $node
	done | sort
}

sessions_by_vtysh() {
	local node
	for node in $routers; do
		from_vtysh $node 'show bgp neighbors' "SELECT '$node',
			value ->> 'hostLocal', key, value ->> 'remoteAs',
			lower(value ->> 'bgpState') FROM vtysh, json_each(answer)"
	done | sort
}

listeners() { # node, protocol, address, port: by ss
	local node
	for node in $routers; do
		in_node $node ss -Hlntu | awk -v node=$node '{
			port = ip = $5
			sub(".*:", "", port)
			sub(":[0-9]+$", "", ip)
			gsub("[][]", "", ip)
			print node, $1, ip, port }'
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

adverts_by_snmpbulkwalk() { # the same as its agent tells, which looks seldom
	local column=3
	[ $2 = In ] || column=4
	walked $1 1.3.6.1.2.1.5.30.1.$column | awk '$2 == "2.134" { print $3 }'
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
