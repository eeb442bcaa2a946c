/* test_traffic.c -- counters and sockets: rows made by hand, read back from the
 * file. */
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

#define ZERO_16 "0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0"
#define DB8_1 "32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1"
#define DB8_2 "32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.2"
#define FE80_2 "254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.2"
#define MAPPED_2 "0.0.0.0.0.0.0.0.0.0.255.255.192.0.2.2"

static void
icmp_counts(void **state)
{
	static const struct stored_case cases[] = {
		{ "IPv4 and IPv6",
			{ { &icmp_messages_collector, "1.8", "i3|i4", 0 },
				{ &icmp_messages_collector, "2.134", "i12|i0",
					0 } },
			"4 8 3 4/6 134 12 0" },
		{ "no counter is not zero",
			{ { &icmp_messages_collector, "2.137", "|i1", 0 } },
			"6 137 - 1" },
		{ "no version",
			{ { &icmp_messages_collector, "0.8", "i3|i4", -1 } },
			"" },
		{ "a type of nine bits",
			{ { &icmp_messages_collector, "2.256", "i3|i4", -1 } },
			"" },
		{ "cut short",
			{ { &icmp_messages_collector, "2", "i3|i4", -1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT family, type, received, sent FROM icmp_count"
			" ORDER BY family, type");
}

static void
listeners(void **state)
{
	static const struct stored_case cases[] = {
		{ "TCP, both families",
			{ { &listeners_collector, "1.4.0.0.0.0.22", "i7", 0 },
				{ &listeners_collector, "2.16." ZERO_16 ".22",
					"i7", 0 } },
			"tcp 22 4 0.0.0.0/tcp 22 6 ::" },
		{ "TCP without a family",
			{ { &listeners_collector, "0.0.443", "i7", 0 } },
			"tcp 443 - *" },
		{ "TCP without a family, yet with zeros",
			{ { &connections_collector,
				"0.16." ZERO_16 ".21.0.16." ZERO_16 ".0", "i2",
				0 } },
			"tcp 21 - *" },
		{ "UDP, both families; one that speaks with one partner",
			{ { &udp_endpoints_collector,
				  "1.4.192.0.2.1.53.1.4.0.0.0.0.0.77", "i1",
				  0 },
				{ &udp_endpoints_collector,
					"2.16." DB8_1 ".53.2.16." ZERO_16
					".0.4000000000",
					"i1", 0 },
				{ &udp_endpoints_collector,
					"2.16." DB8_1 ".4000.2.16." DB8_2
					".53.5",
					"i1", 0 } },
			"udp 53 4 192.0.2.1/udp 53 6 2001:db8::1" },
		{ "among the connections",
			{ { &old_connections_collector, "0.0.0.0.23.0.0.0.0.0",
				  "i2", 0 },
				{ &connections_collector,
					"2.16." ZERO_16 ".23.2.16." ZERO_16
					".0",
					"i2", 0 },
				{ &connections_collector,
					"1.4.0.0.0.0.23.1.4.0.0.0.0.0", "i2",
					0 } },
			"tcp 23 4 0.0.0.0/tcp 23 6 ::" },
		{ "a port beyond the last",
			{ { &listeners_collector, "1.4.0.0.0.0.65536", "i7",
				  -1 },
				{ &listeners_collector,
					"2.16." ZERO_16 ".65536", "i7", -1 } },
			"" },
		{ "cut short",
			{ { &listeners_collector, "1.4.0.0.0.0", "i7", -1 },
				{ &udp_endpoints_collector, "2.16." DB8_1 ".53",
					"i7", -1 },
				{ &listeners_collector, "0.9.22", "i7", -1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT protocol, port, family, ip FROM listener"
			" ORDER BY protocol, port, family");
}

static void
bgp_sessions(void **state)
{
	static const struct stored_case cases[] = {
		{ "IPv4 and IPv6, BGP's port at either end",
			{ { &connections_collector,
				  "1.4.192.0.2.1.50000.1.4.192.0.2.2.179", "i5",
				  0 },
				{ &connections_collector,
					"2.16." DB8_1 ".179.2.16." DB8_2
					".50000",
					"i5", 0 } },
			"4 192.0.2.2 192.0.2.1 - established 0"
			" tcpConnectionTable/"
			"6 2001:db8::2 2001:db8::1 - established 0"
			" tcpConnectionTable" },
		{ "of the old table",
			{ { &old_connections_collector,
				"192.0.2.1.179.192.0.2.2.50000", "i5", 0 } },
			"4 192.0.2.2 192.0.2.1 - established 0 tcpConnTable" },
		{ "link-local with its zone",
			{ { &connections_collector,
				"4.20." FE80_2 ".0.0.0.7.50000.4.20." FE80_2
				".0.0.0.7.179",
				"i5", 0 } },
			"6 fe80::2 fe80::2 - established 7"
			" tcpConnectionTable" },
		{ "IPv4 by a socket of IPv6, and again as it is",
			{ { &connections_collector,
				  "2.16." MAPPED_2 ".179.2.16." MAPPED_2
				  ".50000",
				  "i5", 0 },
				{ &old_connections_collector,
					"192.0.2.2.179.192.0.2.2.50000", "i5",
					0 } },
			"4 192.0.2.2 192.0.2.2 - established 0"
			" tcpConnectionTable" },
		{ "a table of BGP names the peer",
			{ { &connections_collector,
				  "1.4.192.0.2.1.50000.1.4.192.0.2.2.179", "i5",
				  0 },
				{ &bgp_peers_collector, "192.0.2.2",
					"i6|i64496|a192.0.2.1", 0 } },
			"4 192.0.2.2 192.0.2.1 64496 established 0"
			" bgpPeerTable" },
		{ "another port, another state, the device itself",
			{ { &connections_collector,
				  "2.16." DB8_1 ".22.2.16." DB8_2 ".50000",
				  "i5", 0 },
				{ &connections_collector,
					"1.4.192.0.2.1.50000.1.4.192.0.2.2.179",
					"i3", 0 },
				{ &connections_collector,
					"1.4.127.0.0.1.50000.1.4.127.0.0.1.179",
					"i5", 0 },
				{ &connections_collector,
					"2.16.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1"
					".50000.2.16.0.0.0.0.0.0.0.0.0.0.0.0.0"
					".0.0.1.179",
					"i5", 0 } },
			"" },
		{ "cut short",
			{ { &connections_collector, "1.4.192.0.2.1.179.1.4",
				  "i5", -1 },
				{ &old_connections_collector,
					"192.0.2.1.179.192.0.2.2", "i5", -1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT family, peer_ip, local_ip, remote_as, state,"
			" if_index, sources FROM bgp_peer"
			" ORDER BY family, peer_ip");
}

static void
ip_counters(void **state)
{
	static const struct stored_case cases[] = {
		{ "of the system, both families",
			{ { &ip_counters_collector, "1",
				  "i1|i9|i2|i9|i3|i9|i4|i9|i5|i9|i0", 0 },
				{ &ip_counters_collector, "2",
					"i5000000000||i2||i3||i4||i5||i77",
					0 } },
			"4 0 64 1 2 3 4 5 0/6 0 64 5000000000 2 3 4 5 77" },
		{ "of an interface, both families",
			{ { &interface_counters_collector, "1.7", "i1", 0 },
				{ &interface_counters_collector, "2.7", "i2",
					0 } },
			"4 7 64 1 - - - - -/6 7 64 2 - - - - -" },
		{ "of 32 bits, and none is not zero",
			{ { &ip_counters_collector, "2", "|i1||i2||||||i0|",
				0 } },
			"6 0 32 1 2 - - 0 -" },
		{ "below zero",
			{ { &ip_counters_collector, "2", "i-726290|i4294241006",
				0 } },
			"6 0 64 - - - - - -" },
		{ "no version, no interface, too much",
			{ { &ip_counters_collector, "0", "i1", -1 },
				{ &interface_counters_collector, "2", "i1",
					-1 },
				{ &interface_counters_collector, "2.0", "i1",
					-1 },
				{ &ip_counters_collector, "2.7", "i1", -1 },
				{ &interface_counters_collector, "1.7.7", "i1",
					-1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT family, if_index, bits, in_packets, in_octets,"
			" forwarded, out_packets, out_octets, discontinuity"
			" FROM ip_counters ORDER BY family, if_index");
}

static void
ip_interfaces(void **state)
{
	static const struct stored_case cases[] = {
		{ "IPv4 and IPv6",
			{ { &ipv4_interfaces_collector, "7", "i1", 0 },
				{ &ipv6_interfaces_collector, "7", "i2|i1",
					0 } },
			"7 4 1 - ipv4InterfaceTable/"
			"7 6 0 1 ipv6InterfaceTable" },
		{ "the old table gives way",
			{ { &old_ipv6_interfaces_collector, "7", "i1", 0 },
				{ &ipv6_interfaces_collector, "7", "i2|i2", 0 },
				{ &old_ipv6_interfaces_collector, "8", "i2",
					0 } },
			"7 6 0 0 ipv6InterfaceTable/8 6 0 - ipv6IfTable" },
		{ "what is neither yes nor no",
			{ { &ipv6_interfaces_collector, "7", "i0|", 0 },
				{ &ipv4_interfaces_collector, "7", "i3", 0 } },
			"7 4 - - ipv4InterfaceTable/"
			"7 6 - - ipv6InterfaceTable" },
		{ "no interface",
			{ { &ipv6_interfaces_collector, "0", "i1|i1", -1 },
				{ &ipv4_interfaces_collector, "", "i1", -1 },
				{ &old_ipv6_interfaces_collector, "7.1", "i1",
					-1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT if_index, family, enabled, forwards, source"
			" FROM ip_interface ORDER BY if_index, family");
}

static void
tunnels(void **state)
{
	static const struct stored_case cases[] = {
		{ "over IPv4 and over IPv6",
			{ { &tunnels_collector, "7", "||i2|xc0000201|xc0000202",
				  0 },
				{ &tunnels_collector, "8",
					"||i3|x20010db80000000000000000"
					"00000001|"
					"x20010db8000000000000000000000002",
					0 } },
			"7 direct 192.0.2.1 192.0.2.2/"
			"8 gre 2001:db8::1 2001:db8::2" },
		{ "to anybody",
			{ { &tunnels_collector, "7",
				  "||i11|xc0000201|x00000000", 0 },
				{ &tunnels_collector, "8", "||i13|xc0000201|x",
					0 } },
			"7 sixToFour 192.0.2.1 -/8 isatap 192.0.2.1 -" },
		{ "an agent of RFC 2667",
			{ { &tunnels_collector, "7",
				"a192.0.2.1|a192.0.2.2|i3||", 0 } },
			"7 gre 192.0.2.1 192.0.2.2" },
		{ "a method without a word",
			{ { &tunnels_collector, "7", "||i99||", 0 } },
			"7 - - -" },
		{ "no interface",
			{ { &tunnels_collector, "0", "||i3||", -1 },
				{ &tunnels_collector, "7.1", "||i3||", -1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT if_index, method, local_ip, remote_ip"
			" FROM tunnel ORDER BY if_index");
}

static void
trap_targets(void **state)
{
	static const struct stored_case cases[] = {
		{ "IPv4 and IPv6, by their lengths",
			{ { &trap_targets_collector, "97", "xc000020200a2", 0 },
				{ &trap_targets_collector, "98",
					"x20010db8000000000000000000000002"
					"2710",
					0 } },
			"4 192.0.2.2 162/6 2001:db8::2 10000" },
		{ "with a zone",
			{ { &trap_targets_collector, "97",
				"xfe800000000000000000000000000002"
				"0000000700a2",
				0 } },
			"6 fe80::2 162" },
		{ "told twice",
			{ { &trap_targets_collector, "97", "xc000020200a2", 0 },
				{ &trap_targets_collector, "98",
					"xc000020200a2", 0 } },
			"4 192.0.2.2 162" },
		{ "not filled in, or of another transport",
			{ { &trap_targets_collector, "97", "x0000000000a2", 0 },
				{ &trap_targets_collector, "98",
					"x00000000000000000000000000000000"
					"00a2",
					0 },
				{ &trap_targets_collector, "99", "xc000", 0 },
				{ &trap_targets_collector, "100",
					"xc000020200a2ff", 0 } },
			"" },
		{ "no address", { { &trap_targets_collector, "97", "", -1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT family, ip, port FROM trap_target"
			" ORDER BY family, ip, port");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(icmp_counts),
		cmocka_unit_test(listeners),
		cmocka_unit_test(bgp_sessions),
		cmocka_unit_test(ip_counters),
		cmocka_unit_test(ip_interfaces),
		cmocka_unit_test(tunnels),
		cmocka_unit_test(trap_targets),
	};

	return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
