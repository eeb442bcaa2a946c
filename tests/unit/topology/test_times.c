/* test_times.c -- dates and times as people write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "memory.h"
#include "times.h"

static const struct {
	const char *text;
	int64_t seconds; /* -1: refused */
} times[] = {
	{ "1970-01-01", 0 },
	{ "2026-09-17", 1789603200 },
	{ "2024-02-29", 1709164800 },
	{ "2026-09-17T08:15:00Z", 1789632900 },
	{ "20260917T081500Z", 1789632900 },
	{ "1789632900", 1789632900 },
	{ "0", 0 },
	{ "", -1 },
	{ "now", -1 },
	{ "-1", -1 },
	{ "2025-02-29", -1 },
	{ "2026-02-31", -1 },
	{ "2026-13-01", -1 },
	{ "2026-9-17", -1 },
	{ "17.9.2026", -1 },
	{ "2026-09-17T08:15:00", -1 },
	{ "2026-09-17T08:15:00+02:00", -1 },
	{ "2026-09-17T25:00:00Z", -1 },
	{ "2026-09-17 ", -1 },
	{ "1969-12-31", -1 },
	{ "123456789012", -1 },
};

static void
all_forms(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(times); i++) {
		int64_t seconds = -1;
		int result = time_parse(times[i].text, &seconds);

		if (seconds != times[i].seconds ||
			result != (seconds == -1 ? -1 : 0))
			fail_msg("'%s': %lld", times[i].text,
				(long long)seconds);
	}
}

static void
dates_have_no_time(void **state)
{
	int64_t seconds;

	(void)state;
	assert_int_equal(date_parse("2026-09-17", &seconds), 0);
	assert_int_equal(seconds, 1789603200);
	assert_int_equal(date_parse("2026-09-17T08:15:00Z", &seconds), -1);
	assert_int_equal(date_parse("1789632900", &seconds), -1);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_forms),
		cmocka_unit_test(dates_have_no_time),
	};

	return cmocka_run_group_tests_name("times", tests, NULL, NULL);
}
