/* test_lldp_med.c -- rows of LLDP-EXT-MED-MIB, made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "collectors.h"
#include "extensions.h"
#include "memory.h"
#include "rows.h"

#define PHONE "i5|xc0000201|i3|t005e00530107|||ttel7|x24|x24"
#define INVENTORY "tHW 1|tFW 2|tSW 3|tSN7|tMaker|tM-7|tA-70"

static struct device *
switch_with_phones(void)
{
	struct device *device = device_by_hand("2001:db8::1");

	feed(device, &lldp_neighbours_collector, "500.7.1", PHONE);
	feed(device, &lldp_neighbours_collector, "500.8.2", PHONE);
	feed(device, &lldp_neighbours_collector, "500.8.3", PHONE);
	return device;
}

/* That of port 7, once settled. */
static const struct med *
med_at_7(struct device *device)
{
	device_settle(device);
	for (const struct adjacency *row = device->adjacencies; row != NULL;
		row = row->next)
		if (row->local_port_number == 7)
			return row->med;
	return NULL;
}

static void
inventories(void **state)
{
	static const struct {
		const char *name;
		const struct collector *collector;
		const char *index;
		int result;
		const char *model;
	} cases[] = {
		{ "whole", &med_inventory_collector, "500.7.1", 0, "M-7" },
		{ "another time mark", &med_inventory_collector, "0.7.1", 0,
			"M-7" },
		{ "no time mark", &med_inventory_collector, "7.1", 0, "M-7" },
		{ "another remote index, one neighbour",
			&med_inventory_collector, "0.7.9", 0, "M-7" },
		{ "another remote index, two neighbours",
			&med_inventory_collector, "0.8.9", 0, NULL },
		{ "arc 1", &old_med_inventory_collector, "0.7.1", 0, "M-7" },
		{ "too long", &med_inventory_collector, "0.7.1.1", -1, NULL },
		{ "none", &med_inventory_collector, "", -1, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = switch_with_phones();
		const struct med *med;

		if (feed(device, cases[i].collector, cases[i].index,
			    INVENTORY) != cases[i].result)
			fail_msg("%s: not %d", cases[i].name, cases[i].result);
		med = med_at_7(device);
		same(cases[i].name, cases[i].model,
			med != NULL ? med->model : NULL);
		device_free(device);
	}
}

static void
tables_come_in_any_order(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	const struct med *med;

	(void)state;
	feed(device, &med_policies_collector, "0.7.1.1", "i20|i5|i46|i2|i1");
	feed(device, &old_med_inventory_collector, "0.7.1",
		"tno|tno|tno|tno|tno|tno|tno");
	feed(device, &med_inventory_collector, "0.7.1", INVENTORY);
	feed(device, &med_capabilities_collector, "0.7.1", "xfc|x44|i3");
	feed(device, &lldp_neighbours_collector, "500.7.1", PHONE);
	med = med_at_7(device);
	assert_non_null(med);
	same("hardware", "HW 1", med->hardware);
	same("firmware", "FW 2", med->firmware);
	same("software", "SW 3", med->software);
	same("serial", "SN7", med->serial);
	same("manufacturer", "Maker", med->manufacturer);
	same("asset", "A-70", med->asset);
	same("capabilities", "network-policy inventory", med->capabilities);
	assert_int_equal(med->device_class, 3);
	assert_non_null(med->policies);
	assert_int_equal(med->policies->vlan, 20);
	assert_int_equal(med->policies->priority, 5);
	assert_int_equal(med->policies->dscp, 46);
	assert_int_equal(med->policies->tagged, 1);
	assert_int_equal(med->policies->unknown, 0);
	device_free(device);
}

static void
policies(void **state)
{
	static const struct {
		const char *name, *index, *values;
		int result;
		const char *application;
	} cases[] = {
		{ "a number", "0.7.1.1", "i20|i5|i46|i2|i1", 0, "voice" },
		{ "bits", "0.7.1.1.64", "i20|i5|i46|i2|i1", 0, "voice" },
		{ "two octets of bits", "0.7.1.2.0.128", "i20|i5|i46|i2|i1", 0,
			"video signaling" },
		{ "signaling", "0.7.1.2", "i20|i5|i46|i2|i1", 0,
			"voice signaling" },
		{ "unknown application", "0.7.1.0", "i20|i5|i46|i2|i1", -1,
			NULL },
		{ "number too large", "0.7.1.9", "i20|i5|i46|i2|i1", -1, NULL },
		{ "bits cut short", "0.7.1.2.64", "i20|i5|i46|i2|i1", -1,
			NULL },
		{ "no bit", "0.7.1.1.0", "i20|i5|i46|i2|i1", -1, NULL },
		{ "no application", "0.7.1", "i20|i5|i46|i2|i1", -1, NULL },
		{ "no VLAN", "0.7.1.1", "i4096|i5|i46|i2|i1", -1, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct device *device = switch_with_phones();
		const struct med *med;

		if (feed(device, &med_policies_collector, cases[i].index,
			    cases[i].values) != cases[i].result)
			fail_msg("%s: not %d", cases[i].name, cases[i].result);
		med = med_at_7(device);
		same(cases[i].name, cases[i].application,
			med != NULL ? med->policies->application : NULL);
		device_free(device);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(inventories),
		cmocka_unit_test(tables_come_in_any_order),
		cmocka_unit_test(policies),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
