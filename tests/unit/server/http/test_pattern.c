/* test_pattern.c -- paths of URLs against patterns of routes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "memory.h"
#include "pattern.h"

static void
parts_are_taken(void **state)
{
	static const struct {
		const char *pattern, *path, *name, *rest; /* NULL: no fit */
	} cases[] = {
		{ "/", "/", "", "" },
		{ "/", "//", NULL, NULL },
		{ "/", "", NULL, NULL },
		{ "/healthz", "/healthz", "", "" },
		{ "/healthz", "/healthz/", NULL, NULL },
		{ "/healthz", "/health", NULL, NULL },
		{ "/latest/*", "/latest/", "", "" },
		{ "/latest/*", "/latest/a/b.html", "", "a/b.html" },
		{ "/latest/*", "/latest", NULL, NULL },
		{ "/latest/*", "/latestx/", NULL, NULL },
		{ "/s/:/*", "/s/20260917T081500Z/", "20260917T081500Z", "" },
		{ "/s/:/*", "/s/x/devices/y", "x", "devices/y" },
		{ "/s/:/*", "/s/x/../y", "x", "../y" },
		{ "/s/:/*", "/s/x", NULL, NULL },
		{ "/s/:/*", "/s//x", NULL, NULL },
		{ "/s/:/*", "/s/", NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct pattern_match match;
		bool fits =
			pattern_fits(cases[i].pattern, cases[i].path, &match);

		if (fits != (cases[i].name != NULL))
			fail_msg("%s, %s", cases[i].pattern, cases[i].path);
		if (!fits)
			continue;
		assert_string_equal(match.name, cases[i].name);
		assert_string_equal(match.rest, cases[i].rest);
	}
}

static void
refuses_a_name_that_is_too_long(void **state)
{
	struct pattern_match match;
	char path[PATTERN_NAME_SIZE + 8] = "/s/";

	(void)state;
	memset(path + 3, 'x', PATTERN_NAME_SIZE);
	strcpy(path + 3 + PATTERN_NAME_SIZE, "/");
	assert_false(pattern_fits("/s/:/*", path, &match));
	assert_true(pattern_fits("/s/:/*", "/s/xxxxxxxxxxxxxxxx/", &match));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_are_taken),
		cmocka_unit_test(refuses_a_name_that_is_too_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
