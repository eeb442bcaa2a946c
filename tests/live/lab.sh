# lab.sh -- sourced: dual-stack networks of real snmpd, lldpd, FRR and radvd.
#
# Every node is a network namespace with a mount and a host name space of its
# own, so that nothing outside is touched. Needs root.
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

lab_within() { # lab_within SECONDS COMMAND...: until it succeeds
	local end=$((SECONDS + $1))
	shift
	until "$@" >/dev/null 2>&1; do
		[ $SECONDS -lt $end ] || return 1
		sleep 0.1
	done
}

lab_node() {
	local node=$1
	ip netns add "$lab_prefix$node" || return 1
	run_later "lab_remove $node"
	on "$node" link set lo up
	ip netns exec "$lab_prefix$node" unshare -m -u --propagation private \
		sh -c "
		hostname $node
		mount -t tmpfs tmpfs /run
		mount -t tmpfs tmpfs /var/tmp
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
	lab_within 5 test -s "$work/$node.pid"
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

lab_forwarding() { # lab_forwarding NODE...
	local node
	for node in "$@"; do
		in_node "$node" sysctl -qw net.ipv4.ip_forward=1 \
			net.ipv6.conf.all.forwarding=1
	done
}

lab_snmpd() { # lab_snmpd NODE [ACCESS]: SNMPv2c and v3, or "v3" alone
	local node=$1 access=${2:-both}
	{
		cat <<-CONF
			agentaddress udp:161,udp6:161
			sysName $node
			sysLocation lab
			sysDescr Linux lab $node
			master agentx
			agentXSocket /run/agentx/master
			agentXPerms 0666 0755
		CONF
		[ "$access" = v3 ] || cat <<-CONF
			rocommunity public
			rocommunity6 public
			createUser lab SHA-256 lab-auth-secret AES lab-privacy-secret
			rouser lab priv
		CONF
		[ "$access" = both ] || cat <<-CONF
			createUser strong SHA-512 lab-auth-strong AES-256 lab-privacy-strong
			rouser strong priv
		CONF
	} >"$work/$node.snmpd.conf"
	in_node "$node" env SNMP_PERSISTENT_DIR=/run/snmp MIBS= snmpd -f \
		-Lf "$work/$node.snmpd.log" -I -smux,-mteTrigger,-mteTriggerConf \
		-C -c "$work/$node.snmpd.conf" </dev/null >/dev/null 2>&1 &
	lab_within 5 in_node "$node" test -S /run/agentx/master
}

lab_lldpcli() { # lab_lldpcli NODE ARGUMENTS...
	local node=$1
	shift
	in_node "$node" lldpcli -u /run/lldpd.socket "$@"
}

lab_lldpd() {
	local node=$1
	in_node "$node" lldpd -d -x -X /run/agentx/master -u /run/lldpd.socket \
		</dev/null >"$work/$node.lldpd.log" 2>&1 &
	lab_within 5 lab_lldpcli "$node" show interfaces || return 1
	lab_lldpcli "$node" configure lldp tx-interval 2 >/dev/null
	# a minute, so that none is forgotten where the machine is busy
	lab_lldpcli "$node" configure lldp tx-hold 30 >/dev/null
	# sw2 keeps MACs as port ids, the default of lldpd
	[ "$node" = sw2 ] || lab_lldpcli "$node" configure lldp \
		portidsubtype ifname >/dev/null
}

lab_frr() { # lab_frr NODE DAEMON: its configuration on standard input
	local node=$1 daemon=$2
	in_node "$node" sh -c "
		install -d -o frr -g frr /run/frr /run/frr/snmp
		echo agentXSocket /run/agentx/master >/run/frr/snmp/frr.conf
		cat >/run/frr/$daemon.conf"
	in_node "$node" env SNMPCONFPATH=/run/frr/snmp MIBS= \
		SNMP_PERSISTENT_DIR=/run/frr "/usr/lib/frr/$daemon" \
		-f "/run/frr/$daemon.conf" -M snmp -P 0 --log stdout \
		</dev/null >"$work/$node.$daemon.log" 2>&1 &
	lab_within 10 in_node "$node" test -S "/run/frr/$daemon.vty"
}

lab_vtysh() { # lab_vtysh NODE COMMAND
	in_node "$1" vtysh --vty_socket /run/frr -c "$2" 2>/dev/null
}

lab_radvd() { # lab_radvd NODE: its configuration on standard input
	local node=$1
	in_node "$node" sh -c 'cat >/run/radvd.conf'
	in_node "$node" radvd -n -m stderr -C /run/radvd.conf -p /run/radvd.pid \
		</dev/null >"$work/$node.radvd.log" 2>&1 &
	lab_within 5 in_node "$node" test -s /run/radvd.pid
}

lab_hears() { # lab_hears NODE COUNT: of LLDP neighbours
	[ "$(lab_lldpcli "$1" -f keyvalue show neighbors |
		grep -c 'chassis.name=')" -ge "$2" ]
}

lab_heard() { # lab_heard NODE:COUNT...: by each as many as it has cables
	local pair
	for pair in "$@"; do
		lab_within 40 lab_hears "${pair%:*}" "${pair#*:}" || return 1
	done
}

lab_links() { # links of a database as sorted "device port device port"
	"$twinmap" export links "$1" --format csv | sed 1d | tr -d '"\r' |
		awk -F, '{ a = $1 " " $2; b = $3 " " $4
			if (a < b) print a, b; else print b, a }' | sort
}
