/* test_leads.c -- scope, and what a device speaks of becomes a candidate in it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "candidates.h"
#include "leads.h"
#include "memory.h"
#include "rows.h"
#include "scope.h"

static void
scope_includes_and_excludes(void **state)
{
	static const struct {
		const char *ip;
		bool is_allowed;
	} cases[] = {
		{ "192.0.2.1", true },
		{ "192.0.2.129", false },
		{ "198.51.100.1", false },
		{ "2001:db8:1::1", true },
		{ "2001:db8:ff::1", false },
		{ "3fff::1", false },
		{ "203.0.113.7", true },
		{ "203.0.113.8", false },
	};
	struct scope scope = { 0 };

	(void)state;
	assert_int_equal(prefix_list_add(&scope.include, "192.0.2.0/24"), 0);
	assert_int_equal(prefix_list_add(&scope.include, "2001:db8::/32"), 0);
	assert_int_equal(prefix_list_add(&scope.include, "203.0.113.7"), 0);
	assert_int_equal(prefix_list_add(&scope.exclude, "192.0.2.128/25"), 0);
	assert_int_equal(
		prefix_list_add(&scope.exclude, "2001:db8:ff::/48"), 0);
	assert_int_equal(prefix_list_add(&scope.include, "192.0.2.0/33"), -1);
	assert_int_equal(prefix_list_add(&scope.include, "somewhere"), -1);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ip_address ip = parsed(cases[i].ip);

		if (scope_allows(&scope, &ip) != cases[i].is_allowed)
			fail_msg("%s", cases[i].ip);
	}
	prefix_list_free(&scope.include);
	prefix_list_free(&scope.exclude);
}

static void
a_device_leads_to_others(void **state)
{
	static const struct {
		const char *ip;
		const char *found_by; /* NULL: no candidate */
		enum candidate_state state;
		bool is_announced; /* by LLDP */
	} cases[] = {
		{ "192.0.2.9", "LLDP management address", CANDIDATE_WAITING,
			true },
		{ "2001:db8::9", "LLDP management address", CANDIDATE_WAITING,
			true },
		{ "192.0.2.254", "next hop of a default route",
			CANDIDATE_WAITING },
		{ "2001:db8::fe", "default router", CANDIDATE_WAITING },
		{ "198.51.100.1", "LLDP management address", CANDIDATE_DONE,
			true },
		{ "fe80::9", NULL, CANDIDATE_DONE, true },
		{ "127.0.0.1", NULL, CANDIDATE_DONE, true },
	};
	struct device *device = device_by_hand("192.0.2.1");
	struct candidates *set = candidates_create();
	struct scope scope = { 0 };
	struct leads leads = { set, &scope };
	struct adjacency *adjacency = device_adjacency(device, "lldp", 1, 1);
	struct ip_address everything = parsed("0.0.0.0/0"), ip;

	(void)state;
	prefix_list_add(&scope.include, "192.0.2.0/24");
	prefix_list_add(&scope.include, "2001:db8::/32");
	for (size_t i = 0; i < COUNT(cases); i++) {
		ip = parsed(cases[i].ip);
		if (cases[i].is_announced)
			adjacency_add_address(device, adjacency, &ip);
	}
	device_add_route(device, &everything, "test")->next_hop =
		parsed("192.0.2.254");
	ip = parsed("2001:db8::fe");
	device_add_router(device, &ip, 1);
	leads_follow_device(&leads, device, 3);
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct candidate *found;

		ip = parsed(cases[i].ip);
		found = candidates_find(set, &ip);
		if (cases[i].found_by == NULL) {
			assert_null(found);
			continue;
		}
		assert_string_equal(found->found_by, cases[i].found_by);
		assert_int_equal(found->state, cases[i].state);
		assert_int_equal(found->found_on, 3);
	}
	candidates_free(set);
	prefix_list_free(&scope.include);
	device_free(device);
}

/* Whatever the scope: an agent cannot make us ask ourselves, or many at once.
 */
static void
nobody_leads_us_to_ourselves(void **state)
{
	static const char *const addresses[] = { "127.0.0.1", "127.1.2.3",
		"0.0.0.0", "0.0.0.1", "169.254.1.1", "224.0.0.1",
		"239.255.255.250", "255.255.255.255", "::", "::1", "::7f00:1",
		"::ffff:127.0.0.1", "fe80::1", "ff02::1", "ff05::2" };
	struct device *device = device_by_hand("192.0.2.1");
	struct candidates *set = candidates_create();
	struct scope scope = { 0 };
	struct leads leads = { set, &scope };
	struct ip_address everything = parsed("::/0");

	(void)state;
	prefix_list_add(&scope.include, "0.0.0.0/0");
	prefix_list_add(&scope.include, "::/0");
	for (uint32_t i = 0; i < COUNT(addresses); i++) {
		struct ip_address ip = parsed(addresses[i]);
		struct adjacency *adjacency =
			device_adjacency(device, "lldp", i + 1, 1);

		adjacency->chassis_id_subtype = "network address";
		adjacency->chassis_id = addresses[i];
		adjacency_add_address(device, adjacency, &ip);
		everything.bytes[15] = (uint8_t)i;
		device_add_route(device, &everything, "test")->next_hop = ip;
		device_add_router(device, &ip, 1);
	}
	leads_follow_device(&leads, device, 3);
	for (const struct candidate *row = candidates_first(set); row != NULL;
		row = row->next) {
		char text[IP_TEXT_SIZE];

		fail_msg("%s", ip_text(&row->ip, text));
	}
	candidates_free(set);
	prefix_list_free(&scope.include);
	device_free(device);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scope_includes_and_excludes),
		cmocka_unit_test(a_device_leads_to_others),
		cmocka_unit_test(nobody_leads_us_to_ourselves),
	};

	return cmocka_run_group_tests_name("leads", tests, NULL, NULL);
}
