# lab.sh -- sourced: a small dual-stack network of real snmpd and lldpd.
#
# Every node is a network namespace with a mount and a host name space of its
# own, so that nothing outside is touched. Needs root.
#
#   nms,h1 -- sw1 == two links == sw2 -- h2 (IPv6 only)
#             sw1 -- r1 -- r2 -- h3 (IPv6 only LAN)
#
# LAN A 198.51.100.0/24 and 2001:db8:a::/64, r1-r2 192.0.2.0/31 and
# 2001:db8:12::/127, LAN B 2001:db8:b::/64 alone.
lab_nodes='nms h1 h2 h3 sw1 sw2 r1 r2'
lab_prefix=tm$$-
lab_life=300 # seconds after which a forgotten lab ends by itself

in_node() {
	local node=$1
	shift
	nsenter -t "$(cat "$work/$node.pid")" -m -u -n -- "$@"
}

on() { # on NODE ARGUMENTS-OF-ip...
	local node=$1
	shift
	ip -n "$lab_prefix$node" "$@"
}

lab_node() {
	local node=$1 tries=0
	ip netns add "$lab_prefix$node" || return 1
	run_later "lab_remove $node"
	on "$node" link set lo up
	ip netns exec "$lab_prefix$node" unshare -m -u --propagation private \
		sh -c "
		hostname $node
		mount -t tmpfs tmpfs /run
		mkdir -p /run/lldpd /run/agentx /run/snmp
		chown _lldpd:_lldpd /run/lldpd
		printf '127.0.0.1 localhost\n::1 localhost\n127.0.1.1 $node\n' >/run/hosts
		: >/run/resolv.conf
		mount --bind /run/hosts /etc/hosts
		mount --bind /run/resolv.conf /etc/resolv.conf
		sysctl -qw net.ipv6.conf.all.disable_ipv6=0 \
			net.ipv6.conf.default.accept_dad=0
		echo \$\$ >$work/$node.pid
		exec sleep $lab_life" </dev/null >"$work/$node.log" 2>&1 &
	until [ -s "$work/$node.pid" ]; do
		tries=$((tries + 1))
		[ $tries -lt 100 ] || return 1
		sleep 0.05
	done
}

lab_remove() {
	local pid
	for pid in $(ip netns pids "$lab_prefix$1" 2>/dev/null); do
		kill "$pid" 2>/dev/null
	done
	ip netns del "$lab_prefix$1" 2>/dev/null
}

lab_cable() { # lab_cable NODE INTERFACE NODE INTERFACE
	on "$1" link add "$2" type veth peer name "$4" netns "$lab_prefix$3"
	on "$1" link set "$2" up
	on "$3" link set "$4" up
}

lab_address() { # lab_address NODE INTERFACE ADDRESS...
	local node=$1 interface=$2 address
	shift 2
	for address in "$@"; do
		case $address in
		*:*) on "$node" addr add "$address" dev "$interface" nodad ;;
		*) on "$node" addr add "$address" dev "$interface" ;;
		esac
	done
}

lab_agent() { # the real snmpd and lldpd
	local node=$1 tries=0
	cat >"$work/$node.snmpd.conf" <<-CONF
		agentaddress udp:161,udp6:161
		rocommunity public
		rocommunity6 public
		sysName $node
		sysLocation lab
		sysDescr Linux lab $node
		master agentx
		agentXSocket /run/agentx/master
		agentXPerms 0660 0550 root _lldpd
		createUser lab SHA-256 lab-auth-secret AES lab-privacy-secret
		rouser lab priv
	CONF
	in_node "$node" env SNMP_PERSISTENT_DIR=/run/snmp MIBS= snmpd -f \
		-Lf "$work/$node.snmpd.log" -I -smux,-mteTrigger,-mteTriggerConf \
		-C -c "$work/$node.snmpd.conf" </dev/null >/dev/null 2>&1 &
	until in_node "$node" test -S /run/agentx/master; do
		tries=$((tries + 1))
		[ $tries -lt 100 ] || return 1
		sleep 0.05
	done
	in_node "$node" lldpd -d -x -X /run/agentx/master -u /run/lldpd.socket \
		</dev/null >"$work/$node.lldpd.log" 2>&1 &
	tries=0
	until in_node "$node" lldpcli -u /run/lldpd.socket show interfaces \
		>/dev/null 2>&1; do
		tries=$((tries + 1))
		[ $tries -lt 100 ] || return 1
		sleep 0.05
	done
	in_node "$node" lldpcli -u /run/lldpd.socket configure lldp \
		tx-interval 2 >/dev/null
	# a minute, so that none is forgotten where the machine is busy
	in_node "$node" lldpcli -u /run/lldpd.socket configure lldp \
		tx-hold 30 >/dev/null
	# sw2 keeps MACs as port ids, the default of lldpd
	[ "$node" = sw2 ] || in_node "$node" lldpcli -u /run/lldpd.socket \
		configure lldp portidsubtype ifname >/dev/null
}

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
	for node in r1 r2; do
		in_node $node sysctl -qw net.ipv4.ip_forward=1 \
			net.ipv6.conf.all.forwarding=1
	done
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
	for node in $lab_nodes; do lab_agent "$node" || return 1; done
}

lab_settled() { # every node heard as many neighbours as it has cables
	local node wanted heard tries=0
	for node in nms:1 h1:1 h2:1 h3:1 sw1:5 sw2:3 r1:2 r2:2; do
		wanted=${node#*:} node=${node%:*}
		while :; do
			heard=$(in_node "$node" lldpcli -u /run/lldpd.socket \
				-f keyvalue show neighbors 2>/dev/null |
				grep -c 'chassis.name=')
			[ "$heard" -ge "$wanted" ] && break
			tries=$((tries + 1))
			[ $tries -lt 200 ] || return 1
			sleep 0.2
		done
	done
}
