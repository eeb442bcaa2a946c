/* test_collectors.c -- rows made by hand become what a device told us. */
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
#define DB8_FF "32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.255"
#define FE80_1 "254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1"
#define DB8_PREFIX "32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.0"

static void
same(const char *name, const char *expected, const char *got)
{
	if (expected == NULL && got == NULL)
		return;
	if (expected == NULL || got == NULL || strcmp(expected, got) != 0)
		fail_msg("%s: expected '%s', got '%s'", name,
			expected != NULL ? expected : "(none)",
			got != NULL ? got : "(none)");
}

static const char *
list_of_text(const struct text *text)
{
	return text->bytes != NULL ? text->bytes : "";
}

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

/* ---- LLDP ---- */

static void
lldp_identifiers(void **state)
{
	static const struct {
		const char *name, *values;
		const char *chassis, *port;
	} cases[] = {
		{ "MAC and interface name", "i4|x00005e005301|i5|tge-0/0/1",
			"mac=00:00:5e:00:53:01", "interface name=ge-0/0/1" },
		{ "MAC spelled out", "i4|t00:00:5E:00:53:01|i3|x00005e005302",
			"mac=00:00:5e:00:53:01", "mac=00:00:5e:00:53:02" },
		{ "IPv4 address", "i5|x01c0000201|i4|x01c0000202",
			"network address=192.0.2.1",
			"network address=192.0.2.2" },
		{ "IPv6 address",
			"i5|x0220010db8000000000000000000000001|i7|t7",
			"network address=2001:db8::1", "local=7" },
		{ "IPv4 address without family", "i5|xc0000201|i7|t7",
			"network address=192.0.2.1", "local=7" },
		{ "IPv6 address as text", "i5|t2001:DB8::1|i7|t7",
			"network address=2001:db8::1", "local=7" },
		{ "MAC of eleven octets", "i4|x0000000000000000000001|i7|t7",
			"mac=0000000000000000000001", "local=7" },
		{ "octets that do not print", "i7|x01ff02|i7|x8001",
			"local=01ff02", "local=8001" },
		{ "padded with NULs", "i7|x7377310000|i7|x370000", "local=sw1",
			"local=7" },
		{ "subtype unknown", "i9|tsw1|i0|t7", "-=sw1", "-=7" },
		{ "no port", "i7|tsw1||", "local=sw1", "-=-" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		const struct adjacency *row;
		char text[256];

		if (feed(device, &lldp_neighbours_collector, "100.7.1",
			    cases[i].values) != 0)
			fail_msg("%s: refused", cases[i].name);
		row = device->adjacencies;
		snprintf(text, sizeof(text), "%s=%s",
			row->chassis_id_subtype ?: "-", row->chassis_id ?: "-");
		same(cases[i].name, cases[i].chassis, text);
		snprintf(text, sizeof(text), "%s=%s",
			row->port_id_subtype ?: "-", row->port_id ?: "-");
		same(cases[i].name, cases[i].port, text);
		device_free(device);
	}
}

static void
lldp_neighbour_indexes(void **state)
{
	static const struct {
		const char *index, *values;
		int result;
		uint32_t port, remote_index;
	} cases[] = {
		{ "0.7.1", "i7|tsw1|i7|t1", 0, 7, 1 },
		{ "500.7.1", "i7|tsw1|i7|t1", 0, 7, 1 },
		{ "500.0.3", "i7|tsw1|i7|t1", 0, 0, 3 },
		{ "7.1", "i7|tsw1|i7|t1", 0, 7, 1 },
		{ "8", "i7|tsw1|i7|t1", 0, 0, 8 },
		{ "0.7.1", "i0||i0|", -1, 0, 0 },
		{ "0.7.1", "i7||i3||teth0", 0, 7, 1 },
		{ "", "i7|tsw1|i7|t1", -1, 0, 0 },
		{ "0.7.1.1", "i7|tsw1|i7|t1", -1, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		int result = feed(device, &lldp_neighbours_collector,
			cases[i].index, cases[i].values);

		assert_int_equal(result, cases[i].result);
		if (result == 0) {
			assert_int_equal(device->adjacencies->local_port_number,
				cases[i].port);
			assert_int_equal(device->adjacencies->remote_index,
				cases[i].remote_index);
		} else {
			assert_null(device->adjacencies);
		}
		device_free(device);
	}
}

static void
lldp_management_addresses(void **state)
{
	static const struct {
		const char *name, *index;
		int result;
		const char *ip; /* NULL: none kept */
	} cases[] = {
		{ "IPv4", "0.7.1.1.4.192.0.2.9", 0, "192.0.2.9" },
		{ "IPv6", "0.7.1.2.16." DB8_FF, 0, "2001:db8::ff" },
		{ "IPv4 without length", "0.7.1.1.192.0.2.9", 0, "192.0.2.9" },
		{ "IPv6 without length", "0.7.1.2." DB8_FF, 0, "2001:db8::ff" },
		{ "IPv4 with a zero behind", "0.7.1.1.5.192.0.2.9.0", 0,
			"192.0.2.9" },
		{ "IPv4 as text", "0.7.1.1.9.49.57.50.46.48.46.50.46.57", 0,
			"192.0.2.9" },
		{ "a MAC", "0.7.1.6.6.0.0.94.0.83.1", 0, NULL },
		{ "nothing", "0.7.1.0.0", 0, NULL },
		{ "IPv6 cut short", "0.7.1.2.16.32.1", -1, NULL },
		{ "no address", "0.7.1", -1, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		const struct management_address *address = NULL;
		char text[IP_TEXT_SIZE];
		int result = feed(device, &lldp_addresses_collector,
			cases[i].index, "i2");

		if (result != cases[i].result)
			fail_msg("%s: returned %d", cases[i].name, result);
		if (device->adjacencies != NULL)
			address = device->adjacencies->addresses;
		same(cases[i].name, cases[i].ip,
			address != NULL ? ip_text(&address->ip, text) : NULL);
		device_free(device);
	}
}

static void
lldp_itself(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");

	(void)state;
	assert_int_equal(feed(device, &lldp_local_collector, "0",
				 "i4|x00005e005301|tcore1|x2800"),
		0);
	same("chassis", "00:00:5e:00:53:01", device->chassis_id);
	same("capabilities", "bridge router", device->capabilities);
	same("name", "core1", device->lldp_sys_name);
	feed(device, &lldp_local_collector, "0", "i7|tx||t38 00 2 3 4");
	same("capabilities as text", "bridge wlan router",
		device->capabilities);
	assert_int_equal(
		feed(device, &lldp_ports_collector, "3", "i5|tGi0/3|tuplink"),
		0);
	assert_int_equal(
		feed(device, &lldp_ports_collector, "3.1", "i5|tx|ty"), -1);
	same("port", "Gi0/3", device->lldp_local_ports->id);
	assert_int_equal(feed(device, &lldp_local_addresses_collector,
				 "1.4.192.0.2.1", "i2|i9"),
		0);
	assert_int_equal(feed(device, &lldp_local_addresses_collector,
				 "2.16." DB8_1, "i1|i9"),
		0);
	assert_int_equal(device->addresses->if_index, 9);
	assert_int_equal(device->addresses->next->if_index, 0);
	device_free(device);
}

/* ---- routes ---- */

static void
default_routes(void **state)
{
	static const struct {
		const char *name;
		const struct collector *collector;
		const char *index, *values;
		int result;
		const char *out;
	} cases[] = {
		{ "IPv4", &ipv4_routes_collector,
			"1.4.0.0.0.0.0.2.0.0.1.4.192.0.2.254", "i7|i4|i13", 0,
			"0.0.0.0/0 192.0.2.254 7 remote ospf" },
		{ "IPv6", &ipv6_routes_collector,
			"2.16.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.3.0.0.5.2."
			"16." DB8_FF,
			"i7|i4|i14", 0, "::/0 2001:db8::ff 7 remote bgp" },
		{ "IPv6 link-local with zone", &ipv6_routes_collector,
			"2.16.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.2.0.0.4."
			"20." FE80_1 ".0.0.0.7",
			"i7|i4|i2", 0, "::/0 fe80::1 7 remote local" },
		{ "IPv4 without next hop", &ipv4_routes_collector,
			"1.4.0.0.0.0.0.2.0.0.0.0", "i7|i3|i2", 0,
			"0.0.0.0/0 - 7 local local" },
		{ "IPv6 next hop ::", &ipv6_routes_collector,
			"2.16.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.2.0.0.2.16."
			"0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0",
			"i1|i2|i2", 0, "::/0 - 1 reject local" },
		{ "IPv4 cut short", &ipv4_routes_collector, "1.4.0.0.0.0.0",
			"i7|i4|i13", -1, "" },
		{ "policy longer than the index", &ipv4_routes_collector,
			"1.4.0.0.0.0.0.9.0.0", "i7|i4|i13", -1, "" },
		{ "older IPv4", &cidr_routes_collector,
			"0.0.0.0.0.0.0.0.0.192.0.2.254", "i7|i4|i3", 0,
			"0.0.0.0/0 192.0.2.254 7 remote netmgmt" },
		{ "older IPv4 cut short", &cidr_routes_collector,
			"0.0.0.0.0.0.0.0.0.192", "i7|i4|i3", -1, "" },
		{ "oldest IPv4", &old_routes_collector, "0.0.0.0",
			"i7|i4|i3|a192.0.2.254", 0,
			"0.0.0.0/0 192.0.2.254 7 remote netmgmt" },
		{ "oldest IPv4, invalid", &old_routes_collector, "0.0.0.0",
			"i7|i2|i3|a192.0.2.254", 0, "" },
		{ "oldest IPv4, no next hop", &old_routes_collector, "0.0.0.0",
			"i7|i4|i3|", -1, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		const struct device_route *row;
		char out[256] = "", prefix[IP_TEXT_SIZE], hop[IP_TEXT_SIZE];
		int result = feed(device, cases[i].collector, cases[i].index,
			cases[i].values);

		if (result != cases[i].result)
			fail_msg("%s: returned %d", cases[i].name, result);
		row = device->routes;
		if (row != NULL)
			snprintf(out, sizeof(out), "%s %s %u %s %s",
				ip_text_with_length(&row->prefix, prefix),
				row->next_hop.family != 0
					? ip_text(&row->next_hop, hop)
					: "-",
				row->if_index, row->type ?: "-",
				row->protocol ?: "-");
		same(cases[i].name, cases[i].out, out);
		device_free(device);
	}
}

static void
default_routers(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	const struct device_router *router;

	(void)state;
	assert_int_equal(feed(device, &routers_collector, "1.4.192.0.2.254.7",
				 "i1800|i0"),
		0);
	assert_int_equal(
		feed(device, &routers_collector, "2.16." FE80_1 ".7", "i0|i-1"),
		0);
	assert_int_equal(
		feed(device, &routers_collector, "2.16." FE80_1, "i1|i0"), -1);
	router = device->routers;
	assert_int_equal(router->lifetime, 1800);
	same("IPv4", "medium", router->preference);
	router = router->next;
	assert_int_equal(router->lifetime, 0);
	assert_int_equal(router->if_index, 7);
	same("IPv6", "low", router->preference);
	assert_null(router->next);
	device_free(device);
}

/* ---- interfaces and scalars ---- */

static void
speeds(void **state)
{
	static const struct {
		const char *name, *speed, *high;
		int64_t expected;
	} cases[] = {
		{ "gigabit", "i1000000000", "i1000", 1000000000 },
		{ "100 gigabit", "i4294967295", "i100000", 100000000000 },
		{ "wrapped", "i1410065408", "i10000", 10000000000 },
		{ "T1", "i1544000", "i2", 1544000 },
		{ "no ifXTable", "i10000000", "", 10000000 },
		{ "no ifSpeed", "", "i100", 100000000 },
		{ "neither", "i0", "i0", 0 },
	};
	char values[64], extension[64];

	(void)state;
	for (size_t i = 0; i < COUNT(cases) * 2; i++) {
		struct device *device = device_by_hand("192.0.2.1");
		size_t at = i / 2;

		snprintf(values, sizeof(values), "||i1500|%s|||",
			cases[at].speed);
		snprintf(extension, sizeof(extension), "teth0|%s|",
			cases[at].high);
		if (i % 2 == 0)
			feed(device, &interfaces_collector, "7", values);
		feed(device, &interface_names_collector, "7", extension);
		if (i % 2 == 1)
			feed(device, &interfaces_collector, "7", values);
		if (device->interfaces->speed != cases[at].expected)
			fail_msg("%s: %lld", cases[at].name,
				(long long)device->interfaces->speed);
		device_free(device);
	}
}

static void
interface_rows(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	const struct interface *port;

	(void)state;
	assert_int_equal(feed(device, &interfaces_collector, "7",
				 "tEthernet7|i6|i1500||x00005e005301|i1|i7"),
		0);
	assert_int_equal(feed(device, &interfaces_collector, "8",
				 "tfc1|i56|||x1000000000000001|i9|i9"),
		0);
	assert_int_equal(
		feed(device, &interfaces_collector, "0", "t||||||"), -1);
	assert_int_equal(
		feed(device, &interfaces_collector, "7.1", "t||||||"), -1);
	port = device->interfaces;
	same("description", "Ethernet7", port->descr);
	same("admin", "up", port->admin_status);
	same("oper", "lowerLayerDown", port->oper_status);
	assert_true(port->has_mac);
	port = port->next;
	assert_false(port->has_mac); /* a world wide name */
	same("admin", NULL, port->admin_status);
	assert_null(port->next);
	device_free(device);
}

static void
scalars(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");

	(void)state;
	feed(device, &system_collector, "0",
		"tdescr|o1.3.6.1.4.1.8072|i4200|tme|tcore1|there|i78");
	same("name", "core1", device->sys_name);
	same("object", "1.3.6.1.4.1.8072", device->sys_object_id);
	assert_int_equal(device->sys_uptime, 4200);
	feed(device, &engine_collector, "0", "x80001F8803");
	same("engine", "80001f8803", device->engine_id);
	assert_int_equal(feed(device, &engine_collector, "0", ""), -1);
	feed(device, &old_forwarding_collector, "0", "i1");
	assert_int_equal(device->ipv6_forwarding, 1);
	feed(device, &forwarding_collector, "0", "i1|i2");
	assert_int_equal(device->ip_forwarding, 1);
	assert_int_equal(device->ipv6_forwarding, 0);
	feed(device, &forwarding_collector, "0", "i0|");
	assert_int_equal(device->ip_forwarding, -1);
	assert_int_equal(device->ipv6_forwarding, 0);
	feed(device, &bridge_collector, "0", "x00005e005301");
	same("bridge", "00:00:5e:00:53:01", device->bridge_mac);
	assert_int_equal(feed(device, &bridge_collector, "0", "x0000"), -1);
	assert_int_equal(
		feed(device, &bridge_ports_collector, "3", "i10103"), 0);
	assert_int_equal(feed(device, &bridge_ports_collector, "3", "i0"), -1);
	assert_int_equal(device->bridge_ports->if_index, 10103);
	device_free(device);
}

static void
questions_are_asked_once(void **state)
{
	(void)state;
	for (size_t i = 0; i < collector_count; i++)
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(
				collectors[i]->name, collectors[j]->name);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(address_rows),
		cmocka_unit_test(neighbour_rows),
		cmocka_unit_test(both_families_survive_a_poor_table),
		cmocka_unit_test(lldp_identifiers),
		cmocka_unit_test(lldp_neighbour_indexes),
		cmocka_unit_test(lldp_management_addresses),
		cmocka_unit_test(lldp_itself),
		cmocka_unit_test(default_routes),
		cmocka_unit_test(default_routers),
		cmocka_unit_test(speeds),
		cmocka_unit_test(interface_rows),
		cmocka_unit_test(scalars),
		cmocka_unit_test(questions_are_asked_once),
	};

	return cmocka_run_group_tests_name("collectors", tests, NULL, NULL);
}
