/* test_recall.c -- what was stored of devices is what a crawl knows again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>
#include <string.h>

#include "collectors.h"
#include "credentials.h"
#include "database.h"
#include "engine.h"
#include "memory.h"
#include "recall.h"
#include "routing.h"
#include "rows.h"
#include "scratch.h"
#include "store.h"

enum { DEVICES = 3 };

static const struct {
	const char *name, *address, *own, *router, *far;
	bool is_asked; /* else it is the collector's own host */
} devices[DEVICES] = {
	{ "sw1", "192.0.2.1", "192.0.2.1", "192.0.2.254", "192.0.2.2", true },
	{ "host", "::", "198.51.100.7", "198.51.100.1", "198.51.100.1", false },
	{ "sw2", "2001:db8::2", "2001:db8::2", "2001:db8::fe", "2001:db8::1",
		true },
};

static struct device *
device_of(int i)
{
	struct device *device = device_by_hand(devices[i].address);
	struct ip_address own = parsed(devices[i].own),
			  router = parsed(devices[i].router),
			  far = parsed(devices[i].far),
			  all = parsed(own.family == 4 ? "0.0.0.0/0" : "::/0");
	struct adjacency *adjacency = device_adjacency(device, "lldp", 7, 1);
	struct igp_neighbour *neighbour =
		routing_add_igp_neighbour(device, "OSPFv3");

	device->sys_name = devices[i].name;
	device->looked_at = devices[i].is_asked ? 0 : 4200;
	device->chassis_id_subtype = "mac";
	device->chassis_id = "02:00:5e:00:53:01";
	device_add_address(device, 1, &own, "test");
	adjacency->chassis_id_subtype = "local";
	adjacency->chassis_id = devices[i].far;
	adjacency_add_address(device, adjacency, &far);
	device_add_route(device, &all, "test")->next_hop = router;
	device_add_router(device, &router, 1);
	routing_add_address(device, &neighbour->addresses, &far);
	return device;
}

static void
write_devices(struct database *database)
{
	static const struct credential lab = { .label = "lab",
		.version = SNMP_V2C };
	struct store *store = store_create(database);

	assert_non_null(store);
	for (int i = 0; i < DEVICES; i++) {
		struct device *device = device_of(i);
		struct ip_address ip = parsed(devices[i].address);
		const struct candidate_report answered = { .ip = &ip,
			.found_by = "seed",
			.found_on = i,
			.result = "answered",
			.detail = devices[i].name,
			.requests = i + 1 };
		const struct device_report report = { .device = device,
			.credential = devices[i].is_asked ? &lab : NULL,
			.candidate = devices[i].is_asked ? &answered : NULL };

		assert_int_equal(store_device(store, &report), i + 1);
		device_free(device);
	}
	store_free(store);
}

static void
is_same(const struct ip_address *ip, const char *expected)
{
	char text[IP_TEXT_SIZE];

	assert_string_equal(ip_text(ip, text), expected);
}

static void
knows_again(const struct recalled *recalled, int i)
{
	const struct device *device = recalled->device;

	assert_int_equal(recalled->id, i + 1);
	assert_string_equal(device->sys_name, devices[i].name);
	assert_string_equal(device->chassis_id, "02:00:5e:00:53:01");
	is_same(&device->addresses->ip, devices[i].own);
	assert_null(device->addresses->next);
	assert_string_equal(device->adjacencies->chassis_id, devices[i].far);
	is_same(&device->adjacencies->addresses->ip, devices[i].far);
	assert_null(device->adjacencies->next);
	assert_int_equal(device->routes->prefix.prefix_length, 0);
	is_same(&device->routes->next_hop, devices[i].router);
	is_same(&device->routers->ip, devices[i].router);
	is_same(&device->routing->igp_neighbours->addresses->ip,
		devices[i].far);
	assert_int_equal(device->looked_at != 0, !devices[i].is_asked);
}

static void
knows_how_it_was_found(const struct recalled *recalled, int i)
{
	if (!devices[i].is_asked) {
		assert_null(recalled->found_by);
		assert_null(recalled->credential);
		return;
	}
	assert_string_equal(recalled->found_by, "seed");
	assert_string_equal(recalled->credential, "lab");
	assert_string_equal(recalled->detail, devices[i].name);
	assert_int_equal(recalled->found_on, i);
	assert_int_equal(recalled->requests, i + 1);
}

/* Derived devices are none that answered. */
static void
devices_are_known_again(void **state)
{
	struct database *database =
		database_create(scratch_path("topology.db"));
	struct recall *recall;
	struct recalled recalled;

	(void)state;
	assert_non_null(database);
	write_devices(database);
	assert_int_equal(database_run(database,
				 "INSERT INTO device (source, sys_name)"
				 " VALUES ('neighbour', 'derived')"),
		0);
	recall = recall_begin(database);
	assert_non_null(recall);
	for (int i = 0; i < DEVICES; i++) {
		assert_true(recall_next(recall, &recalled));
		knows_again(&recalled, i);
		knows_how_it_was_found(&recalled, i);
	}
	assert_false(recall_next(recall, &recalled));
	assert_false(recall_failed(recall));
	recall_free(recall);
	database_close(database);
}

static void
another_file_is_refused(void **state)
{
	struct database *database = database_create(scratch_path("other.db"));

	(void)state;
	assert_non_null(database);
	assert_int_equal(database_run(database, "DROP TABLE adjacency"), 0);
	assert_null(recall_begin(database));
	database_close(database);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(devices_are_known_again),
		cmocka_unit_test(another_file_is_refused),
	};

	return cmocka_run_group_tests_name(
		"recall", tests, scratch_begin, scratch_end);
}
