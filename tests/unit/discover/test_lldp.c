/* test_lldp.c -- rows of LLDP's tables, made by hand. */
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

/* "name address, name address" of all, once settled. */
static void
neighbours_are(const char *name, struct device *device, const char *expected)
{
	struct text list = { 0 };
	char text[IP_TEXT_SIZE];

	device_settle(device);
	for (const struct adjacency *row = device->adjacencies; row != NULL;
		row = row->next)
		text_format(&list, "%s%s %s", list.length > 0 ? ", " : "",
			row->sys_name,
			row->addresses != NULL
				? ip_text(&row->addresses->ip, text)
				: "-");
	same(name, expected, list_of_text(&list));
	text_free(&list);
}

/* Ciena numbers every neighbour 1: the time mark tells two on a port apart. */
static void
time_marks(void **state)
{
	static const struct {
		const char *name, *index, *values, *address, *expected;
	} cases[] = {
		{ "another neighbour, IPv4", "600.7.1",
			"i4|x00005e005303|i5|t2||tsw3|||",
			"600.7.1.1.4.192.0.2.3", "sw2 -, sw3 192.0.2.3" },
		{ "another neighbour, IPv6", "600.7.1",
			"i4|x00005e005303|i5|t2||tsw3|||",
			"500.7.1.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.2",
			"sw2 2001:db8::2, sw3 -" },
		{ "whose address, nobody knows", "600.7.1",
			"i4|x00005e005303|i5|t2||tsw3|||",
			"700.7.1.1.4.192.0.2.3", "sw2 -, sw3 -" },
		{ "the same once more", "600.7.1",
			"i4|x00005e005302|i5|t1||tsw2|||",
			"600.7.1.1.4.192.0.2.2", "sw2 192.0.2.2" },
		{ "address under another mark", "500.7.1",
			"i4|x00005e005302|i5|t1||tsw2|||",
			"700.7.1.1.4.192.0.2.2", "sw2 192.0.2.2" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");

		feed(device, &lldp_neighbours_collector, "500.7.1",
			"i4|x00005e005302|i5|t1||tsw2|||");
		feed(device, &lldp_neighbours_collector, cases[i].index,
			cases[i].values);
		feed(device, &lldp_addresses_collector, cases[i].address, "i2");
		neighbours_are(cases[i].name, device, cases[i].expected);
		device_free(device);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lldp_identifiers),
		cmocka_unit_test(lldp_neighbour_indexes),
		cmocka_unit_test(lldp_management_addresses),
		cmocka_unit_test(lldp_itself),
		cmocka_unit_test(time_marks),
	};

	return cmocka_run_group_tests_name("lldp", tests, NULL, NULL);
}
