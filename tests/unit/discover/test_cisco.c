/* test_cisco.c -- tables of Cisco's own: rows made by hand, read back from the
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

#define DB8_2 "32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.2"

static void
hsrp_groups(void **state)
{
	static const struct stored_case cases[] = {
		{ "a group",
			{ { &hsrp_collector, "7.0",
				"i110|a192.0.2.1|a192.0.2.2|i5|x00000c07ac00",
				0 } },
			"7 0 4 HSRP standby 110 00:00:0c:07:ac:00 192.0.2.2"
			" 192.0.2.1" },
		{ "beside VRRP of both families with its number",
			{ { &vrrpv3_collector, "7.1.1", "i3|i200|xc0000203",
				  0 },
				{ &vrrpv3_collector, "7.1.2", "i2||", 0 },
				{ &hsrp_collector, "7.1", "|a192.0.2.1||i6|",
					0 } },
			"7 1 4 HSRP active - - - 192.0.2.1/"
			"7 1 4 VRRPv3 master 200 - 192.0.2.3 -/"
			"7 1 6 VRRPv3 backup - - - -" },
		{ "it learns",
			{ { &hsrp_collector, "7.4095",
				"i100|a0.0.0.0|a0.0.0.0|i2|", 0 } },
			"7 4095 4 HSRP learn 100 - - -" },
		{ "no interface, no group",
			{ { &hsrp_collector, "0.1", "i100||||", -1 },
				{ &hsrp_collector, "7.4096", "i100||||", -1 },
				{ &hsrp_collector, "7", "i100||||", -1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT v.if_index, v.number, v.family, v.protocol,"
			" v.state, v.priority, v.mac, v.master_ip, a.ip"
			" FROM virtual_router v LEFT JOIN"
			" virtual_router_address a ON a.virtual_router = v.id"
			" ORDER BY 1, 2, 3, 4");
}

static void
voice_vlans(void **state)
{
	static const struct stored_case cases[] = {
		{ "a port, and some without",
			{ { &voice_vlans_collector, "7", "i30", 0 },
				{ &voice_vlans_collector, "8", "i0", 0 },
				{ &voice_vlans_collector, "9", "i4095", 0 },
				{ &voice_vlans_collector, "10", "i4096", 0 } },
			"7 30" },
		{ "no port",
			{ { &voice_vlans_collector, "0", "i30", -1 },
				{ &voice_vlans_collector, "7.1", "i30", -1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT if_index, vlan FROM port_voice_vlan"
			" ORDER BY if_index");
}

static void
ports_of_vlans(void **state)
{
	static const struct stored_case cases[] = {
		{ "access and trunk",
			{ { &cisco_vlans_collector, "1.10", "i1|i1|tDATA", 0 },
				{ &cisco_vlans_collector, "1.20", "i1|i1|t",
					0 },
				{ &cisco_access_collector, "7", "i10", 0 },
				{ &cisco_trunks_collector, "8",
					"x002008|i20|i1|||", 0 } },
			"7 10 untagged 1/8 10 tagged 0/8 20 untagged 1" },
		{ "a trunk keeps the VLAN that it had as access port",
			{ { &cisco_vlans_collector, "1.10", "i1|i1|tDATA", 0 },
				{ &cisco_vlans_collector, "1.20", "i1|i1|t",
					0 },
				{ &cisco_access_collector, "8", "i10", 0 },
				{ &cisco_trunks_collector, "8",
					"x000008|i20|i1|||", 0 } },
			"8 20 untagged 1" },
		{ "FDDI, no VLAN, no port",
			{ { &cisco_vlans_collector, "1.1002", "i1|i2|t", 0 },
				{ &cisco_vlans_collector, "1.4095", "i1|i1|t",
					-1 },
				{ &cisco_access_collector, "0", "i10", -1 },
				{ &cisco_trunks_collector, "7", "||i2|||",
					0 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT if_index, vlan, tagging, pvid FROM vlan_port"
			" ORDER BY if_index, vlan");
}

static void
bgp_families(void **state)
{
	static const struct stored_case cases[] = {
		{ "both families over both",
			{ { &bgp_families_collector, "1.4.192.0.2.2.1.1",
				  "i12|i3", 0 },
				{ &bgp_families_collector, "1.4.192.0.2.2.2.1",
					"i4|i0", 0 },
				{ &bgp_families_collector,
					"2.16." DB8_2 ".2.128", "i5|", 0 } },
			"192.0.2.2 1 1 12 3/192.0.2.2 2 1 4 0/"
			"2001:db8::2 2 128 5 -" },
		{ "without the length",
			{ { &bgp_families_collector, "2." DB8_2 ".2.1", "i5|i6",
				0 } },
			"2001:db8::2 2 1 5 6" },
		{ "cut short",
			{ { &bgp_families_collector, "2.16.32.1.2.1", "i1|i1",
				  -1 },
				{ &bgp_families_collector, "0.4.192.0.2.2.1.1",
					"i1|i1", -1 },
				{ &bgp_families_collector, "1.1", "i1|i1",
					-1 } },
			"" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		try_stored(&cases[i],
			"SELECT peer_ip, afi, safi, accepted, advertised"
			" FROM bgp_family ORDER BY peer_ip, afi, safi");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hsrp_groups),
		cmocka_unit_test(voice_vlans),
		cmocka_unit_test(ports_of_vlans),
		cmocka_unit_test(bgp_families),
	};

	return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
