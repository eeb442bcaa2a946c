/* test_lldp_v2.c -- rows of LLDP-V2-MIB, made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "collectors.h"
#include "memory.h"
#include "rows.h"
#include "scratch.h"
#include "stored.h"

#define DB8_9 "32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.9"
#define SWITCH "i4|x00005e005309|i5|tge-0/0/1|tuplink|tsw9|tOS 1|x2800|x2000"

static void
new_neighbour_indexes(void **state)
{
	static const struct {
		const char *name, *index;
		int result;
	} cases[] = {
		{ "whole", "100.7.1.2", 0 },
		{ "time mark 0", "0.7.1.2", 0 },
		{ "ifIndex 0", "0.0.1.2", -1 },
		{ "as in LLDP-MIB", "0.7.2", -1 },
		{ "too long", "0.7.1.2.3", -1 },
		{ "none", "", -1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		int result = feed(device, &lldp_v2_neighbours_collector,
			cases[i].index, SWITCH);

		if (result != cases[i].result)
			fail_msg("%s: returned %d", cases[i].name, result);
		assert_true((device->adjacencies == NULL) == (result != 0));
		device_free(device);
	}
}

static void
new_neighbours_are_lldp(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	const struct adjacency *row;

	(void)state;
	feed(device, &lldp_v2_neighbours_collector, "0.7.1.2", SWITCH);
	assert_int_equal(feed(device, &lldp_v2_neighbours_collector, "0.8.1.3",
				 "i0||i0||||||"),
		-1);
	device_settle(device);
	row = device->adjacencies;
	assert_null(row->next);
	same("protocol", "lldp", row->protocol);
	assert_int_equal(row->local_port_number, 7);
	assert_int_equal(row->if_index, 7);
	assert_int_equal(row->remote_index, 2);
	same("chassis", "00:00:5e:00:53:09", row->chassis_id);
	same("port", "ge-0/0/1", row->port_id);
	same("name", "sw9", row->sys_name);
	same("capabilities", "bridge", row->capabilities_enabled);
	device_free(device);
}

static void
new_management_addresses(void **state)
{
	static const struct {
		const char *name, *index;
		int result;
		const char *ip; /* NULL: none kept */
	} cases[] = {
		{ "IPv4", "0.7.1.2.1.4.192.0.2.9", 0, "192.0.2.9" },
		{ "IPv6", "0.7.1.2.2.16." DB8_9, 0, "2001:db8::9" },
		{ "a MAC", "0.7.1.2.6.6.0.0.94.0.83.1", 0, NULL },
		{ "IPv6 cut short", "0.7.1.2.2.16.32.1", -1, NULL },
		{ "no address", "0.7.1.2", -1, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = device_by_hand("192.0.2.1");
		const struct management_address *address;
		char text[IP_TEXT_SIZE];
		int result;

		feed(device, &lldp_v2_neighbours_collector, "0.7.1.2", SWITCH);
		result = feed(device, &lldp_v2_addresses_collector,
			cases[i].index, "i2");
		if (result != cases[i].result)
			fail_msg("%s: returned %d", cases[i].name, result);
		address = device->adjacencies->addresses;
		same(cases[i].name, cases[i].ip,
			address != NULL ? ip_text(&address->ip, text) : NULL);
		device_free(device);
	}
}

/* One remote index under two destination addresses is two neighbours. */
static void
destinations_are_apart(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");

	(void)state;
	feed(device, &lldp_v2_neighbours_collector, "0.7.1.1", SWITCH);
	feed(device, &lldp_v2_neighbours_collector, "0.7.2.1",
		"i7|tother|i7|t1");
	device_settle(device);
	same("first", "00:00:5e:00:53:09", device->adjacencies->chassis_id);
	same("second", "other", device->adjacencies->next->chassis_id);
	device_free(device);
}

static void
the_old_table_comes_first(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");

	(void)state;
	feed(device, &lldp_v2_neighbours_collector, "0.7.1.2", SWITCH);
	feed(device, &lldp_neighbours_collector, "0.3.2", SWITCH);
	feed(device, &cdp_neighbours_collector, "7.1", "|||tsw9|tge-0/0/1");
	feed(device, &lldp_v2_neighbours_collector, "0.8.1.2", SWITCH);
	device_settle(device);
	same("first", "lldp", device->adjacencies->protocol);
	assert_int_equal(device->adjacencies->local_port_number, 3);
	assert_int_equal(device->adjacencies->if_index, 0);
	same("second", "cdp", device->adjacencies->next->protocol);
	assert_null(device->adjacencies->next->next);
	device_free(device);
}

static void
the_device_itself(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");

	(void)state;
	feed(device, &lldp_v2_local_collector, "0",
		"i4|x00005e005301|tcore1|x2800");
	same("new alone", "00:00:5e:00:53:01", device->chassis_id);
	feed(device, &lldp_local_collector, "0",
		"i4|x00005e005302|tcore2|x2800");
	same("old after new", "00:00:5e:00:53:02", device->chassis_id);
	feed(device, &lldp_v2_local_collector, "0",
		"i4|x00005e005301|tcore1|x2800");
	same("new after old", "00:00:5e:00:53:02", device->chassis_id);
	same("name", "core2", device->lldp_sys_name);
	device_free(device);
}

/* The file takes one row: a second one would lose the device. */
static void
a_port_comes_twice(void **state)
{
	static const struct stored_case cases[] = {
		{ "the same port",
			{ { &lldp_v2_ports_collector, "7", "i5|tge-0/0/1|t",
				  0 },
				{ &lldp_v2_ports_collector, "7",
					"i5|tge-0/0/1|t", 0 },
				{ &lldp_v2_ports_collector, "0", "i5|tno|t",
					-1 } },
			"7 ge-0/0/1" },
	};

	(void)state;
	try_stored(&cases[0],
		"SELECT port_number, id FROM lldp_local_port ORDER BY 1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(new_neighbour_indexes),
		cmocka_unit_test(new_neighbours_are_lldp),
		cmocka_unit_test(new_management_addresses),
		cmocka_unit_test(destinations_are_apart),
		cmocka_unit_test(the_old_table_comes_first),
		cmocka_unit_test(the_device_itself),
		cmocka_unit_test(a_port_comes_twice),
	};

	return cmocka_run_group_tests_name(
		"lldp_v2", tests, scratch_begin, scratch_end);
}
