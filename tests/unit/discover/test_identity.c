/* test_identity.c -- devices told apart by what their probes say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "identity.h"
#include "memory.h"
#include "rows.h"

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
a_merge_is_explained(void **state)
{
	static const struct {
		const char *name;
		struct identity one, other;
		const char *words;
	} cases[] = {
		{ "chassis id", { .chassis = "mac 00:00:5e:00:53:01" },
			{ .chassis = "mac 00:00:5e:00:53:01" },
			"answers with its chassis id" },
		{ "a chassis id that is not unique",
			{ .chassis = "local switch", .engine_id = "01" },
			{ .chassis = "local switch", .engine_id = "01" },
			"answers with its engine id, name and model" },
		{ "bridge MAC", { .bridge_mac = "00:00:5e:00:53:01" },
			{ .bridge_mac = "00:00:5e:00:53:01" },
			"answers with its bridge MAC" },
		{ "names alone", { .sys_name = "r1" }, { .sys_name = "r1" },
			"answers with its name and model" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		print_message("# %s\n", cases[i].name);
		assert_string_equal(
			identity_in_common(&cases[i].one, &cases[i].other),
			cases[i].words);
	}
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(devices_are_told_apart),
		cmocka_unit_test(only_some_chassis_ids_are_unique),
		cmocka_unit_test(the_registry_finds_by_any_name),
		cmocka_unit_test(a_merge_is_explained),
		cmocka_unit_test(an_address_of_two_devices_has_no_owner),
	};

	return cmocka_run_group_tests_name("identity", tests, NULL, NULL);
}
