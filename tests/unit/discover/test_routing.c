/* test_routing.c -- BGP peers, adjacencies, advertisements and virtual routers:
 * rows made by hand, read back from the file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "memory.h"
#include "rows.h"
#include "scratch.h"
#include "stored.h"

#define DB8_1 "32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1"
#define DB8_2 "32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.2"
#define DB8_0 "32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.0"
#define FE80_1 "254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1"
#define HEX_1 "x20010db8000000000000000000000001"
#define HEX_2 "x20010db8000000000000000000000002"
#define HEX_FE80 "xfe800000000000000000000000000001"

static void
bgp_peers(void **state)
{
	static const struct stored_case cases[] = {
		{ "IPv4",
			{ { &bgp_peers_collector, "192.0.2.2",
				"i6|i64496|a192.0.2.1", 0 } },
			"4 192.0.2.2 192.0.2.1 64496 established 0"
			" bgpPeerTable" },
		{ "an AS number beyond 2^31",
			{ { &bgp_peers_collector, "192.0.2.2",
				"i1|i-2|a0.0.0.0", 0 } },
			"4 192.0.2.2 - 4294967294 idle 0 bgpPeerTable" },
		{ "Cisco, both families",
			{ { &cisco_bgp_peers_collector, "1.4.192.0.2.2",
				  "i3|i64496|xc0000201", 0 },
				{ &cisco_bgp_peers_collector, "2.16." DB8_2,
					"i6|i64496|" HEX_1, 0 } },
			"4 192.0.2.2 192.0.2.1 64496 active 0 cbgpPeer2Table/"
			"6 2001:db8::2 2001:db8::1 64496 established 0"
			" cbgpPeer2Table" },
		{ "Juniper, both families",
			{ { &juniper_bgp_peers_collector,
				  "0.1.192.0.2.1.1.192.0.2.2",
				  "i6|i64496|xc0000201|xc0000202", 0 },
				{ &juniper_bgp_peers_collector,
					"5.2." DB8_1 ".2." DB8_2,
					"i4|i64496|" HEX_1 "|" HEX_2, 0 } },
			"4 192.0.2.2 192.0.2.1 64496 established 0"
			" jnxBgpM2PeerTable/"
			"6 2001:db8::2 2001:db8::1 64496 openSent 5"
			" jnxBgpM2PeerTable" },
		{ "the draft, both families",
			{ { &draft_bgp_peers_collector, "1.1.4.192.0.2.2",
				  "i6|i4200000000|xc0000201", 0 },
				{ &draft_bgp_peers_collector, "3.2.16." DB8_2,
					"i2|i64496|" HEX_1, 0 } },
			"4 192.0.2.2 192.0.2.1 4200000000 established 0"
			" bgp4V2PeerTable/"
			"6 2001:db8::2 2001:db8::1 64496 connect 3"
			" bgp4V2PeerTable" },
		{ "an older draft: the local address comes first",
			{ { &draft_bgp_peers_collector,
				"1.2.16." DB8_1 ".2.16." DB8_2,
				"i6|i64496|" HEX_1, 0 } },
			"6 2001:db8::2 2001:db8::1 64496 established 0"
			" bgp4V2PeerTable" },
		{ "link-local peers of two interfaces",
			{ { &arista_bgp_peers_collector,
				  "1.4.20." FE80_1 ".0.0.0.7", "i6|i64496|",
				  0 },
				{ &arista_bgp_peers_collector,
					"1.4.20." FE80_1 ".0.0.0.8",
					"i1|i64497|", 0 } },
			"6 fe80::1 - 64496 established 0"
			" aristaBgp4V2PeerTable/"
			"6 fe80::1 - 64497 idle 0 aristaBgp4V2PeerTable" },
		{ "one peer of two tables, and an AS number that had no room",
			{ { &nokia_bgp_peers_collector, "1.1.4.192.0.2.2",
				  "i6|i4200000000", 0 },
				{ &bgp_peers_collector, "192.0.2.2",
					"|i23456|a192.0.2.1", 0 } },
			"4 192.0.2.2 192.0.2.1 4200000000 established 0"
			" bgpPeerTable, tBgpPeerNgTable" },
		{ "one address in two routing instances",
			{ { &nokia_bgp_peers_collector, "1.1.4.192.0.2.2",
				  "i6|i64496", 0 },
				{ &nokia_bgp_peers_collector, "2.1.4.192.0.2.2",
					"i1|i64497", 0 } },
			"4 192.0.2.2 - 64496 established 0 tBgpPeerNgTable/"
			"4 192.0.2.2 - 64497 idle 2 tBgpPeerNgTable" },
		{ "Juniper, link-local with its zone",
			{ { &juniper_bgp_peers_collector, "0.4.0.4.0",
				"i6|i64496||"
				"xfe80000000000000000000000000000100000007",
				0 } },
			"6 fe80::1 - 64496 established 0 jnxBgpM2PeerTable" },
		{ "what is no peer",
			{ { &bgp_peers_collector, "192.0.2", "i6|i1|", -1 },
				{ &cisco_bgp_peers_collector, "2.16.32.1",
					"i6|i1|", -1 },
				{ &juniper_bgp_peers_collector, "0.1.0.0.0.0",
					"i6|i1||x00000000", -1 },
				{ &draft_bgp_peers_collector, "0.1.4.192.0.2.2",
					"i6|i1|", -1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT family, peer_ip, local_ip, remote_as, state,"
			" instance, sources FROM bgp_peer"
			" ORDER BY peer_ip_key, instance, if_index");
}

static void
igp_neighbours(void **state)
{
	static const struct stored_case cases[] = {
		{ "OSPFv2, found by its subnet",
			{ { &old_ipv4_addresses_collector, "192.0.2.1",
				  "i7|a255.255.255.0", 0 },
				{ &ospf_neighbours_collector, "192.0.2.2.0",
					"a198.51.100.2|i8", 0 } },
			"OSPFv2 7 198.51.100.2 full 192.0.2.2" },
		{ "OSPFv2, an unnumbered link",
			{ { &ospf_neighbours_collector, "198.51.100.2.9",
				"a198.51.100.2|i4", 0 } },
			"OSPFv2 9 198.51.100.2 twoWay 198.51.100.2" },
		{ "OSPFv2, in no subnet",
			{ { &ospf_neighbours_collector, "203.0.113.2.0",
				"a198.51.100.2|i1", 0 } },
			"OSPFv2 - 198.51.100.2 down 203.0.113.2" },
		{ "OSPFv3",
			{ { &ospfv3_neighbours_collector, "7.0.3325256706",
				HEX_FE80 "|i8", 0 } },
			"OSPFv3 7 198.51.100.2 full fe80::1" },
		{ "IS-IS, both families, addresses and circuit first",
			{ { &isis_addresses_collector, "3.1.1", HEX_FE80, 0 },
				{ &isis_addresses_collector, "3.1.2",
					"xc0000202", 0 },
				{ &isis_circuits_collector, "3", "i9", 0 },
				{ &isis_neighbours_collector, "3.1",
					"i3|x000100000002", 0 } },
			"IS-IS 9 0001.0000.0002 up 192.0.2.2/"
			"IS-IS 9 0001.0000.0002 up fe80::1" },
		{ "IS-IS by Cisco, both families",
			{ { &cisco_isis_circuits_collector, "3", "i9", 0 },
				{ &cisco_isis_neighbours_collector, "3.1",
					"i3|x000100000002", 0 },
				{ &cisco_isis_addresses_collector, "3.1.1",
					HEX_FE80, 0 },
				{ &cisco_isis_addresses_collector, "3.1.2",
					"xc0000202", 0 },
				{ &cisco_isis_neighbours_collector, "3", "i3|",
					-1 } },
			"IS-IS 9 0001.0000.0002 up 192.0.2.2/"
			"IS-IS 9 0001.0000.0002 up fe80::1" },
		{ "IS-IS, a circuit that is not told",
			{ { &isis_neighbours_collector, "3.1",
				"i2|x000100000002", 0 } },
			"IS-IS - 0001.0000.0002 initializing -" },
		{ "what is no neighbour",
			{ { &ospf_neighbours_collector, "192.0.2.2",
				  "a198.51.100.2|i8", -1 },
				{ &ospfv3_neighbours_collector, "0.0.1",
					HEX_FE80 "|i8", -1 },
				{ &isis_neighbours_collector, "3", "i3|", -1 },
				{ &isis_addresses_collector, "3.1.1", "xc000",
					-1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT protocol, if_index, remote_id, state, ip"
			" FROM igp_neighbour n LEFT JOIN igp_neighbour_address"
			" a ON a.neighbour = n.id ORDER BY n.id, ip_key");
}

static void
router_adverts(void **state)
{
	static const struct stored_case cases[] = {
		{ "sends, hosts ask DHCPv6",
			{ { &router_adverts_collector, "7",
				"i1|i200|i1|i2|i1500|i30000|i1000|i64|i1800",
				0 } },
			"7 1 1 0 1800 200 1500 64 30000 1000" },
		{ "sends none",
			{ { &router_adverts_collector, "7",
				"i2|i200|i2|i1|i0|i0|i0|i64|i0", 0 } },
			"7 0 0 1 0 200 0 64 0 0" },
		{ "0 is no TruthValue: not said",
			{ { &router_adverts_collector, "7", "i0|||i3|||||",
				0 } },
			"7 - - - - - - - - -" },
		{ "what is no interface",
			{ { &router_adverts_collector, "0", "i1||||||||", -1 },
				{ &router_adverts_collector, "7.1",
					"i1||||||||", -1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT if_index, sends, managed, other, lifetime,"
			" max_interval, mtu, hop_limit, reachable,"
			" retransmit FROM router_advert");
}

static void
prefixes(void **state)
{
	static const struct stored_case cases[] = {
		{ "IPv4",
			{ { &prefixes_collector, "7.1.4.192.0.2.0.24",
				"i2|i1|i2|i0|i0", 0 } },
			"7 4 192.0.2.0/24 manual 1 0 0 0" },
		{ "IPv6",
			{ { &prefixes_collector, "7.2.16." DB8_0 ".64",
				"i5|i1|i1|i604800|i4294967295", 0 } },
			"7 6 2001:db8::/64 routeradv 1 1 604800 4294967295" },
		{ "IPv6 without its length, host bits set",
			{ { &prefixes_collector, "7.2." DB8_1 ".64", "||i0||",
				0 } },
			"7 6 2001:db8::/64 - - - - -" },
		{ "told twice",
			{ { &prefixes_collector, "7.1.4.192.0.2.0.24", "i2||||",
				  0 },
				{ &prefixes_collector, "7.1.4.192.0.2.9.24",
					"i1||||", 0 } },
			"7 4 192.0.2.0/24 manual - - - -" },
		{ "what is no prefix",
			{ { &prefixes_collector, "7.1.4.192.0.2.0.33", "i2||||",
				  -1 },
				{ &prefixes_collector, "7.2.16." DB8_0 ".129",
					"i2||||", -1 },
				{ &prefixes_collector, "7.2.16.32.1", "i2||||",
					-1 },
				{ &prefixes_collector, "7", "i2||||", -1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT if_index, family, prefix, origin, on_link,"
			" autonomous, preferred_lifetime, valid_lifetime"
			" FROM prefix");
}

static void
virtual_routers(void **state)
{
	static const struct stored_case cases[] = {
		{ "VRRPv2",
			{ { &vrrp_addresses_collector, "7.1.192.0.2.254", "i1",
				  0 },
				{ &vrrp_collector, "7.1", "i3|i200|a192.0.2.1",
					0 } },
			"VRRPv2 7 1 4 master 200 192.0.2.1 192.0.2.254" },
		{ "VRRPv3, one number in both families",
			{ { &vrrpv3_collector, "7.1.1", "i2|i100|xc0000201",
				  0 },
				{ &vrrpv3_addresses_collector,
					"7.1.1.4.192.0.2.254", "i1", 0 },
				{ &vrrpv3_collector, "7.1.2",
					"i3|i255|" HEX_FE80, 0 },
				{ &vrrpv3_addresses_collector,
					"7.1.2.16." DB8_1, "i1", 0 } },
			"VRRPv3 7 1 4 backup 100 192.0.2.1 192.0.2.254/"
			"VRRPv3 7 1 6 master 255 fe80::1 2001:db8::1" },
		{ "no master yet",
			{ { &vrrp_collector, "7.1", "i1|i100|a0.0.0.0", 0 } },
			"VRRPv2 7 1 4 initialize 100 - -" },
		{ "what is no virtual router",
			{ { &vrrp_collector, "7.0", "i1|i100|", -1 },
				{ &vrrp_collector, "7.256", "i1|i100|", -1 },
				{ &vrrpv3_collector, "7.1.3", "i1|i100|", -1 },
				{ &vrrpv3_addresses_collector, "7.1.2.16.32.1",
					"i1", -1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT protocol, if_index, number, v.family, state,"
			" priority, master_ip, ip FROM virtual_router v"
			" LEFT JOIN virtual_router_address a"
			" ON a.virtual_router = v.id"
			" ORDER BY v.family, ip_key");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bgp_peers),
		cmocka_unit_test(igp_neighbours),
		cmocka_unit_test(router_adverts),
		cmocka_unit_test(prefixes),
		cmocka_unit_test(virtual_routers),
	};

	return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
