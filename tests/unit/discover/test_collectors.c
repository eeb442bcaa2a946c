/* test_collectors.c -- rows of routes, interfaces and scalars, made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "collectors.h"
#include "memory.h"
#include "rows.h"

#define DB8_FF "32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.255"
#define FE80_1 "254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1"

/* ---- routes ---- */

static void
routes(void **state)
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
		{ "any prefix, IPv4", &all_routes_collector,
			"1.4.198.51.100.9.24.2.0.0.1.4.192.0.2.254",
			"i7|i4|i13", 0,
			"198.51.100.0/24 192.0.2.254 7 remote ospf" },
		{ "any prefix, IPv6", &all_routes_collector,
			"2.16." DB8_FF ".32.0.2.16." FE80_1, "i7|i4|i14", 0,
			"2001:db8::/32 fe80::1 7 remote bgp" },
		{ "any prefix, but the default of IPv6", &all_routes_collector,
			"2.16.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.2.16." FE80_1,
			"i7|i4|i14", 0, "" },
		{ "any prefix, too long", &all_routes_collector,
			"1.4.198.51.100.0.33.2.0.0.1.4.192.0.2.254",
			"i7|i4|i13", -1, "" },
		{ "any prefix, without its length", &all_routes_collector,
			"2.16." DB8_FF, "i7|i4|i13", -1, "" },
		{ "any prefix, older IPv4", &all_cidr_routes_collector,
			"198.51.100.0.255.255.254.0.0.192.0.2.254", "i7|i4|i3",
			0, "198.51.100.0/23 192.0.2.254 7 remote netmgmt" },
		{ "any prefix, older, no mask", &all_cidr_routes_collector,
			"198.51.100.0.255.0.255.0.0.192.0.2.254", "i7|i4|i3",
			-1, "" },
		{ "any prefix, older, the default", &all_cidr_routes_collector,
			"0.0.0.0.0.0.0.0.0.192.0.2.254", "i7|i4|i3", 0, "" },
		{ "any prefix, oldest IPv4", &all_old_routes_collector,
			"198.51.100.1", "i7|i3|i2|a0.0.0.0|a255.255.255.255", 0,
			"198.51.100.1/32 - 7 local local" },
		{ "any prefix, oldest, no mask", &all_old_routes_collector,
			"198.51.100.0", "i7|i4|i2|a192.0.2.254|", -1, "" },
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

/* "yes", "no", or the reason that coverage shows. */
static void
routes_are_asked_for(void **state)
{
	static const struct {
		const char *name, *counts, *inet, *cidr, *old;
	} cases[] = {
		{ "both tables have the same", "i2000|i2000", "yes", "no",
			"no" },
		{ "IPv6 alone is in the newer one", "i12|i3", "yes", "yes",
			"no" },
		{ "the older one only", "i12|", "no", "yes", "no" },
		{ "too many", "i900000|i1100000",
			"not asked: 1100000 routes, more than 2000", "no",
			"no" },
		{ "too many of IPv4", "i2001|i9", "yes",
			"not asked: 2001 routes, more than 2000", "no" },
		{ "none", "i0|i0", "no", "no", "no" },
		{ "not said", "|", "no", "no", "yes" },
	};
	static const struct collector *const tables[] = { &all_routes_collector,
		&all_cidr_routes_collector, &all_old_routes_collector };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *const expected[] = { cases[i].inet, cases[i].cidr,
			cases[i].old };
		struct device *device = device_by_hand("2001:db8::1");

		feed(device, &route_counts_collector, "0", cases[i].counts);
		for (size_t t = 0; t < COUNT(tables); t++) {
			struct wish wish = tables[t]->wish(device);

			same(cases[i].name, expected[t],
				wish.reason ?: (wish.is_wanted ? "yes" : "no"));
		}
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
the_chassis_has_the_serial_number(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");

	(void)state;
	/* a stack without a number of its own, a module, two members */
	assert_int_equal(
		feed(device, &inventory_collector, "1", "||i11||||tACME|"), 0);
	assert_int_equal(feed(device, &inventory_collector, "2",
				 "|i1000|i9||t9.9|tM1|tBrand|tX2"),
		0);
	assert_int_equal(feed(device, &inventory_collector, "1000",
				 "||i3||t12.1|tSN1|tACME|tS24"),
		0);
	assert_int_equal(feed(device, &inventory_collector, "2000",
				 "||i3|||tSN2|tACME|tS48"),
		0);
	assert_int_equal(
		feed(device, &inventory_collector, "3", "|||||tSN3||"), -1);
	same("serial", "SN1", device->serial);
	same("manufacturer", "ACME", device->manufacturer);
	same("model", "S24", device->hardware_model);
	same("software", "12.1", device->software);
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
		cmocka_unit_test(routes),
		cmocka_unit_test(routes_are_asked_for),
		cmocka_unit_test(default_routers),
		cmocka_unit_test(speeds),
		cmocka_unit_test(interface_rows),
		cmocka_unit_test(scalars),
		cmocka_unit_test(the_chassis_has_the_serial_number),
		cmocka_unit_test(questions_are_asked_once),
	};

	return cmocka_run_group_tests_name("collectors", tests, NULL, NULL);
}
