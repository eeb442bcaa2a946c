# routers.sh -- sourced behind lab.sh: a routed network of FRR and radvd.
#
#   nms -- r1 == dual-stack == r2 -- IPv6 without an address -- r3 -- h3
#
# LAN A (nms) 198.51.100.0/24 and 2001:db8:a::/64, r1-r2 192.0.2.0/31 and
# 2001:db8:12::/127, r2-r3 nothing but link-local, LAN C (h3) 2001:db8:c::/64
# alone. Hosts take their IPv6 address and router from radvd. OSPFv2 r1-r2,
# OSPFv3 and IS-IS everywhere, BGP r1-r2 in both families and r2-r3 between
# loopbacks. r2 answers SNMPv3 with SHA-512 and AES-256 only.
lab_nodes='nms r1 r2 r3 h3'
routers='r1 r2 r3'

cables() {
	lab_cable nms eth0 r1 eth0
	lab_cable r1 eth1 r2 eth0
	lab_cable r2 eth1 r3 eth0
	lab_cable r3 eth1 h3 eth0
}

addresses() {
	lab_address r1 lo 203.0.113.1/32 2001:db8:ff::1/128
	lab_address r2 lo 203.0.113.2/32 2001:db8:ff::2/128
	lab_address r3 lo 2001:db8:ff::3/128
	lab_address nms eth0 198.51.100.100/24
	lab_address r1 eth0 198.51.100.1/24 2001:db8:a::1/64
	lab_address r1 eth1 192.0.2.0/31 2001:db8:12::/127
	lab_address r2 eth0 192.0.2.1/31 2001:db8:12::1/127
	lab_address r3 eth1 2001:db8:c::1/64
	on nms route add default via 198.51.100.1
}

ospf_interface() { # ospf_interface NAME [passive]
	if [ "${2:-}" = passive ]; then
		printf 'interface %s\n ip ospf area 0\n ip ospf passive\n' "$1"
	else
		cat <<-CONF
			interface $1
			 ip ospf area 0
			 ip ospf network point-to-point
			 ip ospf hello-interval 1
			 ip ospf dead-interval 20
			 ip ospf retransmit-interval 2
		CONF
	fi
}

ospf6_interface() { # ospf6_interface NAME [passive]
	if [ "${2:-}" = passive ]; then
		printf 'interface %s\n ipv6 ospf6 area 0\n' "$1"
		printf ' ipv6 ospf6 passive\n'
	else
		cat <<-CONF
			interface $1
			 ipv6 ospf6 area 0
			 ipv6 ospf6 network point-to-point
			 ipv6 ospf6 hello-interval 1
			 ipv6 ospf6 dead-interval 20
			 ipv6 ospf6 retransmit-interval 2
		CONF
	fi
}

# r1 is the way out of both families: it announces the default route.
ospf() { # ospf NODE ROUTER-ID LINK...
	local node=$1 id=$2 link
	shift 2
	{
		printf 'agentx\n'
		for link; do ospf_interface $link; done
		ospf_interface lo passive
		[ $node != r1 ] || ospf_interface eth0 passive
		printf 'router ospf\n ospf router-id %s\n' "$id"
		printf ' timers throttle spf 0 50 500\n'
		[ $node != r1 ] || echo ' default-information originate always'
	} | lab_frr $node ospfd
}

ospf6() { # ospf6 NODE ROUTER-ID LINK... -- LAN
	local node=$1 id=$2 link passive=
	shift 2
	{
		printf 'agentx\n'
		for link; do
			[ "$link" != -- ] || { passive=passive && continue; }
			ospf6_interface $link $passive
		done
		ospf6_interface lo passive
		printf 'router ospf6\n ospf6 router-id %s\n' "$id"
		printf ' timers throttle spf 0 50 500\n'
		[ $node != r1 ] || echo ' default-information originate always'
	} | lab_frr $node ospf6d
}

isis() { # isis NODE LINK...
	local node=$1 link
	shift
	{
		printf 'agentx\n'
		for link; do
			cat <<-CONF
				interface $link
				 ip router isis lab
				 ipv6 router isis lab
				 isis network point-to-point
				 isis hello-interval 1
			CONF
		done
		printf 'router isis lab\n net 49.0001.0000.0000.000%s.00\n' \
			"${node#r}"
		printf ' is-type level-2-only\n metric-style wide\n'
	} | lab_frr $node isisd
}

bgp_neighbour() { # bgp_neighbour ADDRESS AS [OWN-ADDRESS]
	cat <<-CONF
		 neighbor $1 remote-as $2
		 neighbor $1 timers 3 30
		 neighbor $1 timers connect 1
	CONF
	[ $# -lt 3 ] || cat <<-CONF
		 neighbor $1 ebgp-multihop 3
		 neighbor $1 update-source $3
	CONF
	case $1 in
	*:*) printf ' address-family ipv6\n  neighbor %s activate\n' "$1" &&
		printf ' exit-address-family\n' ;;
	esac
}

bgp() { # bgp NODE ROUTER-ID AS: neighbours on standard input
	{
		printf 'agentx\nrouter bgp %s\n bgp router-id %s\n' "$3" "$2"
		printf ' no bgp ebgp-requires-policy\n'
		cat
	} | lab_frr "$1" bgpd
}

advertise() { # advertise NODE INTERFACE PREFIX
	lab_radvd "$1" <<-CONF
		interface $2 {
			AdvSendAdvert on;
			MinRtrAdvInterval 3;
			MaxRtrAdvInterval 4;
			AdvDefaultLifetime 1800;
			AdvDefaultPreference high;
			prefix $3 { AdvOnLink on; AdvAutonomous on; };
		};
	CONF
}

routers_up() {
	local node
	for node in $routers; do echo agentx | lab_frr $node zebra || return 1; done
	ospf r1 203.0.113.1 eth1 && ospf r2 203.0.113.2 eth0 &&
		ospf6 r1 203.0.113.1 eth1 -- eth0 &&
		ospf6 r2 203.0.113.2 eth0 eth1 &&
		ospf6 r3 203.0.113.3 eth0 -- eth1 &&
		isis r1 eth1 && isis r2 eth0 eth1 && isis r3 eth0 || return 1
	{
		bgp_neighbour 192.0.2.1 65537
		bgp_neighbour 2001:db8:12::1 65537
	} | bgp r1 203.0.113.1 64496 &&
		{
			bgp_neighbour 192.0.2.0 64496
			bgp_neighbour 2001:db8:12:: 64496
			bgp_neighbour 2001:db8:ff::3 64498 2001:db8:ff::2
		} | bgp r2 203.0.113.2 65537 &&
		bgp_neighbour 2001:db8:ff::2 65537 2001:db8:ff::3 |
		bgp r3 203.0.113.3 64498
}

lab_up() {
	local node access
	for node in $lab_nodes; do
		lab_node $node || return 1
		in_node $node sysctl -qw net.ipv6.conf.default.accept_ra=1 \
			net.ipv6.conf.default.autoconf=1
	done
	cables
	lab_forwarding $routers
	addresses
	for node in $lab_nodes; do
		access=both
		[ $node != r2 ] || access=v3
		lab_snmpd $node $access && lab_lldpd $node || return 1
	done
	routers_up && advertise r1 eth0 2001:db8:a::/64 &&
		advertise r3 eth1 2001:db8:c::/64
}
