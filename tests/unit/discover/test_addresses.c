/* test_addresses.c -- rows of address and neighbour tables, made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "collectors.h"
#include "memory.h"
#include "rows.h"

#define DB8_1 "32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1"
#define FE80_1 "254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1"
#define DB8_PREFIX "32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.0"

/* ---- addresses ---- */

static void
describe_addresses(const struct device *device, struct text *out)
{
	char ip[IP_TEXT_SIZE];

	for (const struct device_address *row = device->addresses; row != NULL;
		row = row->next)
		text_format(out, "%u %s %s %s %s", row->if_index,
			row->ip.prefix_length == NO_PREFIX_LENGTH
				? ip_text(&row->ip, ip)
				: ip_text_with_length(&row->ip, ip),
			row->type ?: "-", row->origin ?: "-",
			row->status ?: "-");
}

static void
address_rows(void **state)
{
	static const struct {
		const char *name;
		const struct collector *collector;
		const char *index, *values;
		int result;
		const char *out;
	} cases[] = {
		{ "IPv4", &addresses_collector, "1.4.192.0.2.1",
			"i7|i1|o1.3.6.1.2.1.4.32.1.5.7.1.4.192.0.2.0.24|i2|i1",
			0, "7 192.0.2.1/24 unicast manual preferred" },
		{ "IPv6", &addresses_collector, "2.16." DB8_1,
			"i7|i1|o1.3.6.1.2.1.4.32.1.5.7.2.16." DB8_PREFIX
			".64|i5|i2",
			0, "7 2001:db8::1/64 unicast linklayer deprecated" },
		{ "IPv6 anycast, temporary, duplicate", &addresses_collector,
			"2.16." DB8_1, "i7|i2|o0.0|i6|i7", 0,
			"7 2001:db8::1 anycast random duplicate" },
		{ "IPv6 link-local, zoned", &addresses_collector,
			"4.20." FE80_1 ".0.0.0.7", "i7|i1||i5|i1", 0,
			"7 fe80::1 unicast linklayer preferred" },
		{ "IPv4 broadcast is dropped", &addresses_collector,
			"1.4.192.0.2.255", "i7|i3|o0.0|i2|i1", 0, "" },
		{ "length longer than the family", &addresses_collector,
			"1.4.192.0.2.1", "i7|i1|o1.3.6.1.2.1.4.32.64|i2|i1", 0,
			"7 192.0.2.1 unicast manual preferred" },
		{ "only an interface", &addresses_collector, "1.4.192.0.2.1",
			"i7||||", 0, "7 192.0.2.1 - - -" },
		{ "cut short", &addresses_collector, "1.4.192.0",
			"i7|i1|o0.0|i2|i1", -1, "" },
		{ "interface 0", &addresses_collector, "1.4.192.0.2.1",
			"i0|i1|o0.0|i2|i1", -1, "" },
		{ "Cisco IPv4", &cisco_addresses_collector, "1.4.192.0.2.1",
			"i3|i1|o0.0|i2|i1", 0,
			"3 192.0.2.1 unicast manual preferred" },
		{ "Cisco IPv6", &cisco_addresses_collector, "2.16." DB8_1,
			"i3|i1|o0.0|i2|i6", 0,
			"3 2001:db8::1 unicast manual tentative" },
		{ "old IPv4", &old_ipv4_addresses_collector, "192.0.2.1",
			"i7|a255.255.255.252", 0, "7 192.0.2.1/30 - - -" },
		{ "old IPv4, mask with holes", &old_ipv4_addresses_collector,
			"192.0.2.1", "i7|a255.0.255.0", 0,
			"7 192.0.2.1 - - -" },
		{ "old IPv4, host mask", &old_ipv4_addresses_collector,
			"192.0.2.1", "i7|a255.255.255.255", 0,
			"7 192.0.2.1/32 - - -" },
		{ "old IPv4, no interface", &old_ipv4_addresses_collector,
			"192.0.2.1", "i0|a255.255.255.0", -1, "" },
		{ "old IPv6", &old_ipv6_addresses_collector, "7." DB8_1,
			"i64|i2|i1", 0,
			"7 2001:db8::1/64 unicast - preferred" },
		{ "old IPv6 with a length", &old_ipv6_addresses_collector,
			"7.16." DB8_1, "i64|i1|i1", 0,
			"7 2001:db8::1/64 anycast - preferred" },
		{ "old IPv6, senseless length", &old_ipv6_addresses_collector,
			"7." DB8_1, "i129||", 0, "7 2001:db8::1 - - -" },
		{ "TP-Link IPv6", &tplink_addresses_collector, "7.2.1." DB8_1,
			"i7|x20010db8000000000000000000000001|i64|i1", 0,
			"7 2001:db8::1/64 - manual -" },
		{ "TP-Link IPv6, link-local, no length",
			&tplink_addresses_collector, "7.2.4." FE80_1,
			"i7|xfe800000000000000000000000000001|i0|i4", 0,
			"7 fe80::1 - linklayer -" },
		{ "TP-Link IPv6, no address", &tplink_addresses_collector,
			"7.2.1." DB8_1, "i7||i64|i1", -1, "" },
		{ "TP-Link, four octets", &tplink_addresses_collector,
			"7.2.1." DB8_1, "i7|xc0000201|i24|i1", -1, "" },
		{ "old IPv6, cut short", &old_ipv6_addresses_collector,
			"7.32.1", "i64|i2|i1", -1, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		struct text out = { 0 };
		int result = feed(device, cases[i].collector, cases[i].index,
			cases[i].values);

		if (result != cases[i].result)
			fail_msg("%s: returned %d", cases[i].name, result);
		describe_addresses(device, &out);
		same(cases[i].name, cases[i].out, list_of_text(&out));
		text_free(&out);
		device_free(device);
	}
}

/* An address that points to no prefix is in the narrowest of its own link. */
static void
prefixes_of_the_link_count(void **state)
{
	static const struct {
		const char *name, *address, *pointer, *out;
	} cases[] = {
		{ "IPv4", "1.4.192.0.2.1", "o0.0", "7 192.0.2.1/26 - - -" },
		{ "IPv6", "2.16." DB8_1, "o0.0", "7 2001:db8::1/64 - - -" },
		{ "IPv6, zoned", "4.20." FE80_1 ".0.0.0.7", "o0.0",
			"7 fe80::1/64 - - -" },
		{ "its own pointer is believed", "2.16." DB8_1,
			"o1.3.6.1.2.1.4.32.1.5.7.2.16." DB8_PREFIX ".48",
			"7 2001:db8::1/48 - - -" },
		{ "the prefix of another link", "1.4.192.0.2.129", "o0.0",
			"7 192.0.2.129 - - -" },
	};
	static const char *const prefixes[] = { "7.1.4.192.0.2.0.25",
		"7.1.4.192.0.2.0.26", "8.1.4.192.0.2.128.25",
		"7.2.16." DB8_PREFIX ".64",
		"7.2.16.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0",
		"7.4.20.254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.7.64" };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		struct text out = { 0 };
		char values[128];

		snprintf(values, sizeof(values), "i7||%s||", cases[i].pointer);
		feed(device, &addresses_collector, cases[i].address, values);
		for (size_t k = 0; k < COUNT(prefixes); k++)
			feed(device, &prefixes_collector, prefixes[k],
				"i5|i1|i1||");
		device_settle(device);
		describe_addresses(device, &out);
		same(cases[i].name, cases[i].out, list_of_text(&out));
		text_free(&out);
		device_free(device);
	}
}

/* ---- neighbours ---- */

static void
describe_neighbours(const struct device *device, struct text *out)
{
	char ip[IP_TEXT_SIZE], mac[MAC_TEXT_SIZE];

	for (const struct device_neighbour *row = device->neighbours;
		row != NULL; row = row->next)
		text_format(out, "%u %s %s %s %s", row->if_index,
			ip_text(&row->ip, ip),
			row->has_mac ? mac_text(row->mac, mac) : "-",
			row->type ?: "-", row->state ?: "-");
}

static void
neighbour_rows(void **state)
{
	static const struct {
		const char *name;
		const struct collector *collector;
		const char *index, *values;
		int result;
		const char *out;
	} cases[] = {
		{ "ARP", &neighbours_collector, "7.1.4.192.0.2.9",
			"x00005e005301|i3|i1", 0,
			"7 192.0.2.9 00:00:5e:00:53:01 dynamic reachable" },
		{ "ND", &neighbours_collector, "7.2.16." DB8_1,
			"x00005e005301|i4|i2", 0,
			"7 2001:db8::1 00:00:5e:00:53:01 static stale" },
		{ "ND, link-local without zone", &neighbours_collector,
			"7.2.16." FE80_1, "x00005e005301|i3|i1", 0,
			"7 fe80::1 00:00:5e:00:53:01 dynamic reachable" },
		{ "ND, link-local with zone", &neighbours_collector,
			"7.4.20." FE80_1 ".0.0.0.7", "x00005e005301|i5|i6", 0,
			"7 fe80::1 00:00:5e:00:53:01 local unknown" },
		{ "ND, not resolved", &neighbours_collector, "7.2.16." DB8_1,
			"x000000000000|i3|i7", 0,
			"7 2001:db8::1 - dynamic incomplete" },
		{ "ARP without length", &neighbours_collector, "7.1.192.0.2.9",
			"x00005e005301||", 0,
			"7 192.0.2.9 00:00:5e:00:53:01 - -" },
		{ "ND, cut short", &neighbours_collector, "7.2.16.32.1",
			"x00005e005301|i3|i1", -1, "" },
		{ "management port without interface", &neighbours_collector,
			"0.1.4.192.0.2.9", "x00005e005301|i3|i1", 0,
			"0 192.0.2.9 00:00:5e:00:53:01 dynamic reachable" },
		{ "Cisco ARP", &cisco_neighbours_collector, "7.1.4.192.0.2.9",
			"x00005e0053010000|i3|i1", 0,
			"7 192.0.2.9 00:00:5e:00:53:01 dynamic reachable" },
		{ "Cisco ND", &cisco_neighbours_collector, "7.2.16." DB8_1,
			"x00005e005301|i3|i4", 0,
			"7 2001:db8::1 00:00:5e:00:53:01 dynamic probe" },
		{ "old ARP", &old_ipv4_neighbours_collector, "7.192.0.2.9",
			"x00005e005301|i3", 0,
			"7 192.0.2.9 00:00:5e:00:53:01 dynamic -" },
		{ "old ARP, invalid", &old_ipv4_neighbours_collector,
			"7.192.0.2.9", "x00005e005301|i2", 0,
			"7 192.0.2.9 00:00:5e:00:53:01 invalid -" },
		{ "old ARP, cut short", &old_ipv4_neighbours_collector,
			"7.192.0.2", "x00005e005301|i3", -1, "" },
		{ "old ND", &old_ipv6_neighbours_collector, "7." DB8_1,
			"x00005e005301|i2|i1", 0,
			"7 2001:db8::1 00:00:5e:00:53:01 dynamic reachable" },
		{ "old ND with a length", &old_ipv6_neighbours_collector,
			"7.16." DB8_1, "x00005e005301|i4|i6", 0,
			"7 2001:db8::1 00:00:5e:00:53:01 local unknown" },
		{ "old ND, cut short", &old_ipv6_neighbours_collector, "7.32",
			"x00005e005301|i2|i1", -1, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		struct text out = { 0 };
		int result = feed(device, cases[i].collector, cases[i].index,
			cases[i].values);

		if (result != cases[i].result)
			fail_msg("%s: returned %d", cases[i].name, result);
		describe_neighbours(device, &out);
		same(cases[i].name, cases[i].out, list_of_text(&out));
		text_free(&out);
		device_free(device);
	}
}

/* A full new table and a poor old one, in either order. */
static void
both_families_survive_a_poor_table(void **state)
{
	(void)state;
	for (int turn = 0; turn < 2; turn++) {
		struct device *device = device_by_hand("192.0.2.1");
		struct text out = { 0 };

		if (turn == 0)
			feed(device, &old_ipv4_neighbours_collector,
				"7.192.0.2.9", "x00005e005301|");
		feed(device, &neighbours_collector, "7.1.4.192.0.2.9",
			"|i3|i1");
		feed(device, &neighbours_collector, "7.2.16." DB8_1, "|i3|i1");
		feed(device, &old_ipv6_neighbours_collector, "7." DB8_1,
			"x00005e005301||");
		if (turn == 1)
			feed(device, &old_ipv4_neighbours_collector,
				"7.192.0.2.9", "x00005e005301|");
		describe_neighbours(device, &out);
		same("united",
			"7 192.0.2.9 00:00:5e:00:53:01 dynamic reachable"
			"7 2001:db8::1 00:00:5e:00:53:01 dynamic reachable",
			list_of_text(&out));
		text_free(&out);
		device_free(device);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(address_rows),
		cmocka_unit_test(prefixes_of_the_link_count),
		cmocka_unit_test(neighbour_rows),
		cmocka_unit_test(both_families_survive_a_poor_table),
	};

	return cmocka_run_group_tests_name("addresses", tests, NULL, NULL);
}
