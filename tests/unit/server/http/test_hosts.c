/* test_hosts.c -- by which names a browser may ask. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>

#include "hosts.h"
#include "memory.h"

static void
names_are_served_or_not(void **state)
{
	static const struct {
		const char *field;
		bool served;
	} cases[] = {
		{ "localhost", true },
		{ "LocalHost:8080", true },
		{ "127.0.0.1", true },
		{ "127.0.0.1:9000", true },
		{ "[::1]", true },
		{ "[::1]:9000", true },
		{ "twin.example.net", true },
		{ "192.0.2.7:80", true },
		{ "[2001:db8::7]:80", true },
		{ NULL, false },
		{ "", false },
		{ ":8080", false },
		{ "evil.example.net", false },
		{ "localhost.example.net", false },
		{ "localhost:80.example.net", false },
		{ "localhost:80, evil.example.net", false },
		{ "localhost ", false },
		{ "xlocalhost", false },
		{ "127.0.0.2", false },
		{ "127.0.0.1.example.net", false },
		{ "127.0.0.10", false },
		{ "[::2]", false },
		{ "[::1]x", false },
		{ "::1", false },
		{ "2001:db8::7", false },
		{ "user@localhost", false },
	};
	struct hosts hosts = { 0 };

	(void)state;
	assert_int_equal(hosts_add(&hosts, "localhost"), 0);
	assert_int_equal(hosts_add(&hosts, "127.0.0.1"), 0);
	assert_int_equal(hosts_add(&hosts, "0:0:0:0:0:0:0:1"), 0);
	assert_int_equal(hosts_add(&hosts, "twin.example.net"), 0);
	assert_int_equal(hosts_add(&hosts, "192.0.2.7"), 0);
	assert_int_equal(hosts_add(&hosts, "2001:DB8::7"), 0);
	for (size_t i = 0; i < COUNT(cases); i++)
		if (hosts_have(&hosts, cases[i].field) != cases[i].served)
			fail_msg("'%s'", cases[i].field);
}

static void
what_is_no_name_is_refused(void **state)
{
	static const char *const cases[] = { "", "a b", "a/b", "a:80",
		"192.0.2.0/24", "2001:db8::/32", "[2001:db8::7", "a\n", "*",
		"http://a" };
	struct hosts hosts = { 0 };
	char longest[HOST_NAME_SIZE + 1];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (hosts_add(&hosts, cases[i]) == 0)
			fail_msg("'%s'", cases[i]);
	snprintf(longest, sizeof(longest), "%0*d", HOST_NAME_SIZE, 0);
	assert_int_equal(hosts_add(&hosts, longest), -1);
	assert_int_equal(hosts_add(&hosts, longest + 1), 0);
	while (hosts.count < HOST_LIMIT)
		assert_int_equal(hosts_add(&hosts, "twin.example.net"), 0);
	assert_int_equal(hosts_add(&hosts, "twin.example.net"), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_served_or_not),
		cmocka_unit_test(what_is_no_name_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
