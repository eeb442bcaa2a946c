/* test_candidates.c -- each address once, groups one after the other, devices
 * told apart by what their probes say, and what a device speaks of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "candidates.h"
#include "credentials.h"
#include "identity.h"
#include "keyring.h"
#include "leads.h"
#include "memory.h"
#include "rows.h"
#include "scope.h"
#include "scratch.h"

static struct ip_address
parsed(const char *text)
{
	struct ip_address ip;

	if (ip_parse(text, &ip) != 0)
		fail_msg("'%s' was refused", text);
	return ip;
}

static struct candidate *
add(struct candidates *set, const char *ip, const char *group)
{
	return candidates_add(set,
		&(struct discovery){
			.ip = parsed(ip), .found_by = "test", .group = group });
}

static void
each_address_is_asked_once(void **state)
{
	static const char *const spellings[] = { "192.0.2.1", "2001:db8::1",
		"2001:DB8:0:0::1", "192.0.2.1", "192.0.2.2" };
	struct candidates *set = candidates_create();

	(void)state;
	for (size_t i = 0; i < COUNT(spellings); i++)
		add(set, spellings[i], NULL);
	assert_int_equal(candidates_waiting(set), 3);
	for (int i = 0; i < 3; i++)
		assert_non_null(candidates_next(set));
	assert_null(candidates_next(set));
	assert_int_equal(candidates_waiting(set), 0);
	add(set, "192.0.2.2", NULL); /* being asked */
	assert_null(candidates_next(set));
	assert_int_equal(candidates_count(set), 3);
	candidates_free(set);
}

static void
a_group_is_asked_one_by_one(void **state)
{
	struct candidates *set = candidates_create();
	struct candidate *v4 = add(set, "192.0.2.1", "mac a");
	struct candidate *v6 = add(set, "2001:db8::1", "mac a");
	struct candidate *other = add(set, "192.0.2.9", "mac b");

	(void)state;
	assert_ptr_equal(candidates_next(set), v4);
	assert_ptr_equal(candidates_next(set), other);
	assert_null(candidates_next(set));
	candidates_settle(set, v4, RESULT_NO_ANSWER, "no answer");
	assert_ptr_equal(candidates_next(set), v6);
	candidates_settle(set, v6, RESULT_ANSWERED, NULL);
	assert_null(candidates_next(set));
	assert_string_equal(v4->detail, "no answer");
	candidates_free(set);
}

static void
an_answer_settles_its_group(void **state)
{
	struct candidates *set = candidates_create();
	struct candidate *v4 = add(set, "192.0.2.1", "mac a");
	struct candidate *v6 = add(set, "2001:db8::1", "mac a");
	struct candidate *late;

	(void)state;
	candidates_next(set);
	candidates_group_is(set, "mac a", 5);
	candidates_settle(set, v4, RESULT_ANSWERED, NULL);
	assert_int_equal(v6->result, RESULT_SAME_DEVICE);
	assert_int_equal(v6->device, 5);
	late = add(set, "2001:db8::2", "mac a");
	assert_int_equal(late->result, RESULT_SAME_DEVICE);
	assert_null(candidates_next(set));
	/* a second device with that chassis id: nothing follows any more */
	candidates_group_is(set, "mac a", 6);
	late = add(set, "2001:db8::3", "mac a");
	assert_ptr_equal(candidates_next(set), late);
	candidates_free(set);
}

static void
one_held_back_is_asked_again(void **state)
{
	struct candidates *set = candidates_create();
	struct candidate *held = add(set, "2001:db8::1", NULL);

	(void)state;
	assert_ptr_equal(candidates_next(set), held);
	candidates_hold(set, held);
	assert_null(candidates_next(set));
	candidates_return(set, held);
	assert_int_equal(candidates_waiting(set), 1);
	assert_ptr_equal(candidates_next(set), held);
	candidates_free(set);
}

static void
devices_are_told_apart(void **state)
{
	static const char mac_a[] = "mac 00:00:5e:00:53:0a";
	static const char mac_b[] = "mac 00:00:5e:00:53:0b";
	static const struct {
		const char *name;
		struct identity one, other;
		enum identity_match match;
	} cases[] = {
		{ "same engine id and name", { "1.3", "r1", "80a" },
			{ "1.3", "r1", "80a" }, IDENTITY_SAME },
		{ "cloned engine id, other chassis",
			{ "1.3", "r1", "80a", mac_a },
			{ "1.3", "r1", "80a", mac_b }, IDENTITY_DIFFERENT },
		{ "cloned engine id, other bridge",
			{ "1.3", "r1", "80a", NULL, "00:00:5e:00:53:0a" },
			{ "1.3", "r1", "80a", NULL, "00:00:5e:00:53:0b" },
			IDENTITY_DIFFERENT },
		{ "cloned engine id, other name", { "1.3", "r1", "80a" },
			{ "1.3", "r2", "80a" }, IDENTITY_DIFFERENT },
		{ "same chassis, no engine id", { "1.3", "r1", NULL, mac_a },
			{ "1.3", "r1", NULL, mac_a }, IDENTITY_SAME },
		{ "same chassis, engine id known once",
			{ "1.3", "r1", "80a", mac_a },
			{ "1.3", "r1", NULL, mac_a }, IDENTITY_SAME },
		{ "same bridge", { "1.3", "r1", NULL, NULL, "b" },
			{ "1.3", "r1", NULL, NULL, "b" }, IDENTITY_SAME },
		{ "chassis id of no worth",
			{ "1.3", "r1", NULL, "local switch" },
			{ "1.3", "r1", NULL, "local switch" },
			IDENTITY_PERHAPS },
		{ "other engine id", { "1.3", "r1", "80a" },
			{ "1.3", "r1", "80b" }, IDENTITY_DIFFERENT },
		{ "only the same name", { "1.3", "r1" }, { "1.3", "r1" },
			IDENTITY_PERHAPS },
		{ "same name, other model", { "1.3", "r1" }, { "1.4", "r1" },
			IDENTITY_DIFFERENT },
		{ "nothing at all", { NULL }, { NULL }, IDENTITY_PERHAPS },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (identity_compare(&cases[i].one, &cases[i].other) !=
				cases[i].match ||
			identity_compare(&cases[i].other, &cases[i].one) !=
				cases[i].match)
			fail_msg("%s", cases[i].name);
}

static void
only_some_chassis_ids_are_unique(void **state)
{
	static const struct {
		const char *chassis;
		bool is_unique;
	} cases[] = {
		{ "mac 00:00:5e:00:53:01", true },
		{ "network address 192.0.2.1", true },
		{ "network address 2001:db8::1", true },
		{ "mac 00:00:5e:00:01:01", false }, /* VRRP */
		{ "mac cf", false },
		{ "network address 127.0.0.1", false },
		{ "network address fe80::1", false },
		{ "local switch", false },
		{ NULL, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(chassis_is_unique(cases[i].chassis),
			cases[i].is_unique);
}

static void
the_registry_finds_by_any_name(void **state)
{
	static const struct identity first = { "1.3", "r1", "80a",
		"mac 00:00:5e:00:53:0a" };
	static const struct identity clone = { "1.3", "r1", "80a",
		"mac 00:00:5e:00:53:0b" };
	static const struct identity by_chassis = { "1.3", "r1", NULL,
		"mac 00:00:5e:00:53:0b" };
	static const struct identity nameless = { "1.3", "r1" };
	struct registry *registry = registry_create();
	struct known_device *one = registry_add(registry, &first);
	struct known_device *two;
	enum identity_match match;

	(void)state;
	assert_null(registry_find(registry, &clone, &match));
	assert_int_equal(match, IDENTITY_DIFFERENT);
	two = registry_add(registry, &clone);
	assert_ptr_equal(registry_find(registry, &by_chassis, &match), two);
	assert_ptr_equal(registry_find(registry, &first, &match), one);
	assert_int_equal(match, IDENTITY_SAME);
	assert_non_null(registry_find(registry, &nameless, &match));
	assert_int_equal(match, IDENTITY_PERHAPS);
	/* their tables were read, and the address was not in them */
	one->is_walked = two->is_walked = true;
	assert_null(registry_find(registry, &nameless, &match));
	registry_free(registry);
}

static void
an_address_of_two_devices_has_no_owner(void **state)
{
	struct registry *registry = registry_create();
	struct known_device one = { .id = 1 }, two = { .id = 2 };
	struct ip_address v4 = parsed("192.0.2.1");
	struct ip_address v6 = parsed("2001:db8::1");

	(void)state;
	assert_null(registry_owner(registry, &v6));
	registry_claim(registry, &v4, &one);
	registry_claim(registry, &v4, &one);
	registry_claim(registry, &v6, &one);
	registry_claim(registry, &v6, &two);
	assert_ptr_equal(registry_owner(registry, &v4), &one);
	assert_null(registry_owner(registry, &v6));
	registry_free(registry);
}

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

static void
the_key_that_worked_nearby_comes_first(void **state)
{
	static const char yaml[] =
		"credentials:\n"
		"  - { label: a, version: v2c, community: one }\n"
		"  - { label: b, version: v2c, community: two }\n"
		"  - { label: c, version: v2c, community: three }\n";
	static const struct {
		const char *ip, *works, *order;
	} cases[] = {
		{ "192.0.2.1", "c", "abc" },
		{ "192.0.2.2", "c", "cab" },
		{ "2001:db8::1", "b", "cab" },
		{ "2001:db8::ffff", "b", "bac" },
		{ "2001:db8:0:1::1", "a", "bac" },
		{ "192.0.2.3", "c", "cab" },
		{ "2001:db8::2", "b", "bca" },
	};
	const char *path = scratch_file("credentials.yaml", yaml);
	struct credentials *credentials;
	struct keyring *ring;

	(void)state;
	assert_int_equal(chmod(path, 0600), 0);
	credentials = credentials_read(path);
	assert_non_null(credentials);
	ring = keyring_create(credentials);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ip_address ip = parsed(cases[i].ip);
		size_t count;
		const struct credential *const *order =
			keyring_order(ring, &ip, &count);
		char labels[8] = "";

		assert_int_equal(count, 3);
		for (size_t key = 0; key < count; key++)
			strcat(labels, order[key]->label);
		assert_string_equal(labels, cases[i].order);
		for (size_t key = 0; key < count; key++)
			if (strcmp(order[key]->label, cases[i].works) == 0) {
				keyring_worked(ring, &ip, order[key]);
				break;
			}
	}
	keyring_free(ring);
	credentials_free(credentials);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_address_is_asked_once),
		cmocka_unit_test(a_group_is_asked_one_by_one),
		cmocka_unit_test(an_answer_settles_its_group),
		cmocka_unit_test(one_held_back_is_asked_again),
		cmocka_unit_test(devices_are_told_apart),
		cmocka_unit_test(only_some_chassis_ids_are_unique),
		cmocka_unit_test(the_registry_finds_by_any_name),
		cmocka_unit_test(an_address_of_two_devices_has_no_owner),
		cmocka_unit_test(scope_includes_and_excludes),
		cmocka_unit_test(a_device_leads_to_others),
		cmocka_unit_test(the_key_that_worked_nearby_comes_first),
	};

	return cmocka_run_group_tests_name(
		"candidates", tests, scratch_begin, scratch_end);
}
