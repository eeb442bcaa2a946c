/* test_device.c -- find or add, unions of tables, and what settling mends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>
#include <time.h>

#include "collectors.h"
#include "memory.h"
#include "rows.h"

static void
asking_twice_gives_the_same(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	struct interface *port = device_interface(device, 7);

	(void)state;
	assert_ptr_equal(device_interface(device, 7), port);
	assert_ptr_not_equal(device_interface(device, 8), port);
	assert_ptr_equal(device_adjacency(device, "lldp", 1, 2),
		device_adjacency(device, "lldp", 1, 2));
	assert_ptr_not_equal(device_adjacency(device, "lldp", 1, 2),
		device_adjacency(device, "cdp", 1, 2));
	assert_ptr_not_equal(device_adjacency(device, "lldp", 0, 1),
		device_adjacency(device, "lldp", 0, 2));
	assert_ptr_equal(device->interfaces, port);
	assert_int_equal(port->next->index, 8);
	device_free(device);
}

static void
tables_are_united(void **state)
{
	static const struct {
		const char *ip;
		uint32_t port;
		const char *source, *sources;
	} cases[] = {
		{ "192.0.2.1", 1, "ipAddressTable", "ipAddressTable" },
		{ "192.0.2.1", 1, "ipAddrTable",
			"ipAddressTable, ipAddrTable" },
		{ "192.0.2.1", 1, "ipAddrTable",
			"ipAddressTable, ipAddrTable" },
		{ "2001:db8::1", 1, "ipv6AddrTable", "ipv6AddrTable" },
		{ "2001:db8::1", 1, "cIpAddressTable",
			"ipv6AddrTable, cIpAddressTable" },
		{ "2001:db8::1", 1, "ipAddressTable",
			"ipv6AddrTable, cIpAddressTable, ipAddressTable" },
		{ "fe80::1", 1, "ipAddressTable", "ipAddressTable" },
		{ "fe80::1", 2, "ipAddressTable", "ipAddressTable" },
	};
	struct device *device = device_by_hand("192.0.2.1");
	int count = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ip_address ip = parsed(cases[i].ip);

		assert_string_equal(device_add_address(device, cases[i].port,
					    &ip, cases[i].source)
					    ->sources,
			cases[i].sources);
	}
	for (const struct device_address *row = device->addresses; row != NULL;
		row = row->next)
		count++;
	assert_int_equal(count, 4);
	device_free(device);
}

static void
a_later_table_brings_the_length(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	struct ip_address without = parsed("2001:db8::1");
	struct ip_address with = parsed("2001:db8::1/64");

	(void)state;
	device_add_address(device, 1, &without, "ipAddressTable");
	device_add_address(device, 1, &with, "ipv6AddrTable");
	assert_int_equal(device->addresses->ip.prefix_length, 64);
	device_free(device);
}

/* Quadratic look-up would take minutes. */
static void
large_tables_are_quick(void **state)
{
	enum { ROWS = 200000 };
	struct device *device = device_by_hand("192.0.2.1");
	struct ip_address ip = parsed("2001:db8::");
	clock_t began = clock();
	uint32_t count = 0;

	(void)state;
	for (int table = 0; table < 2; table++)
		for (uint32_t i = 0; i < ROWS; i++) {
			memcpy(&ip.bytes[8], &i, sizeof(i));
			device_add_neighbour(device, 1 + i % 4, &ip,
				table == 0 ? "ipNetToPhysicalTable"
					   : "ipv6NetToMediaTable");
		}
	for (const struct device_neighbour *row = device->neighbours;
		row != NULL; row = row->next)
		count++;
	assert_int_equal(count, ROWS);
	assert_true((clock() - began) / CLOCKS_PER_SEC < 10);
	device_free(device);
}

/* As many odd rows as the row limit lets through, in every list. */
static void
odd_tables_are_settled_quickly(void **state)
{
	enum { ROWS = 100000 };
	struct device *device = device_by_hand("192.0.2.1");
	struct adjacency *one = device_adjacency(device, "lldp", 1, 1);
	struct ip_address ip = parsed("2001:db8::");
	struct ip_address everything = parsed("::/0");
	clock_t began = clock();

	(void)state;
	one->chassis_id = "id";
	for (uint32_t i = 0; i < ROWS; i++) {
		memcpy(&ip.bytes[8], &i, sizeof(i));
		device_add_address(device, 0, &ip, "lldpLocManAddrTable");
		device_add_route(device, &everything, "inetCidrRouteTable");
		adjacency_add_address(device, one, &ip);
		adjacency_add_address(device,
			device_adjacency(device, "lldp", 1, i + 2), &ip);
	}
	device_settle(device);
	assert_null(device->adjacencies->next);
	assert_true((clock() - began) / CLOCKS_PER_SEC < 10);
	device_free(device);
}

static void
own_addresses_are_no_neighbours(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	struct ip_address own = parsed("fe80::1");

	(void)state;
	device_add_address(device, 1, &own, "ipAddressTable");
	device_add_neighbour(device, 1, &own, "ipNetToPhysicalTable");
	/* the same address behind another interface is somebody else */
	device_add_neighbour(device, 2, &own, "ipNetToPhysicalTable");
	device_settle(device);
	assert_non_null(device->neighbours);
	assert_int_equal(device->neighbours->if_index, 2);
	assert_null(device->neighbours->next);
	device_free(device);
}

static void
lost_management_addresses_find_their_neighbour(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	struct ip_address v4 = parsed("192.0.2.9");
	struct ip_address v6 = parsed("2001:db8::9");
	struct adjacency *alone = device_adjacency(device, "lldp", 1, 5);
	struct adjacency *one = device_adjacency(device, "lldp", 2, 6);
	struct adjacency *other = device_adjacency(device, "lldp", 2, 7);

	(void)state;
	alone->chassis_id = one->chassis_id = other->chassis_id = "id";
	adjacency_add_address(
		device, device_adjacency(device, "lldp", 1, 99), &v4);
	adjacency_add_address(
		device, device_adjacency(device, "lldp", 1, 99), &v6);
	adjacency_add_address(
		device, device_adjacency(device, "lldp", 2, 99), &v4);
	device_settle(device);
	assert_true(ip_equal(&alone->addresses->ip, &v4));
	assert_true(ip_equal(&alone->addresses->next->ip, &v6));
	/* two neighbours on the port: nobody can tell whose it is */
	assert_null(one->addresses);
	assert_null(other->addresses);
	assert_null(other->next);
	device_free(device);
}

static void
the_best_table_of_a_family_gives_the_routes(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	struct ip_address v4 = parsed("0.0.0.0/0");
	struct ip_address v6 = parsed("::/0");

	(void)state;
	device_add_route(device, &v4, "ipRouteTable");
	device_add_route(device, &v4, "ipCidrRouteTable");
	device_add_route(device, &v6, "inetCidrRouteTable");
	device_settle(device);
	assert_string_equal(device->routes->source, "ipCidrRouteTable");
	assert_string_equal(device->routes->next->source, "inetCidrRouteTable");
	assert_null(device->routes->next->next);
	device_free(device);
}

static void
lldp_addresses_count_where_no_table_has_them(void **state)
{
	struct device *device = device_by_hand("192.0.2.1");
	struct ip_address known = parsed("192.0.2.1");
	struct ip_address unknown = parsed("2001:db8::1");

	(void)state;
	device_add_address(device, 0, &known, "lldpLocManAddrTable");
	device_add_address(device, 0, &unknown, "lldpLocManAddrTable");
	device_add_address(device, 3, &known, "ipAddressTable");
	device_settle(device);
	assert_true(ip_equal(&device->addresses->ip, &unknown));
	assert_int_equal(device->addresses->next->if_index, 3);
	assert_null(device->addresses->next->next);
	device_free(device);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(asking_twice_gives_the_same),
		cmocka_unit_test(tables_are_united),
		cmocka_unit_test(a_later_table_brings_the_length),
		cmocka_unit_test(large_tables_are_quick),
		cmocka_unit_test(odd_tables_are_settled_quickly),
		cmocka_unit_test(own_addresses_are_no_neighbours),
		cmocka_unit_test(
			lost_management_addresses_find_their_neighbour),
		cmocka_unit_test(the_best_table_of_a_family_gives_the_routes),
		cmocka_unit_test(lldp_addresses_count_where_no_table_has_them),
	};

	return cmocka_run_group_tests_name("device", tests, NULL, NULL);
}
