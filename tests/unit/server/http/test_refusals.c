/* test_refusals.c -- a flood of refused clients is a line a minute. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "capture.h"
#include "memory.h"
#include "refusals.h"

static void
each_reason_is_told_once_a_minute(void **state)
{
	static const struct {
		int64_t now;
		enum refusal reason;
		const char *address;
		const char *told; /* NULL: nothing */
	} cases[] = {
		{ 5000, REFUSED_SLOW, "2001:db8::1",
			"refused 2001:db8::1: too slow, its connection was "
			"cut\n" },
		{ 5001, REFUSED_SLOW, "192.0.2.1", NULL },
		{ 5002, REFUSED_HOST, "192.0.2.1",
			"refused 192.0.2.1: it asked for another name; --host "
			"adds one\n" },
		{ 64999, REFUSED_SLOW, "192.0.2.2", NULL },
		{ 65000, REFUSED_SLOW, "192.0.2.3",
			"refused 192.0.2.3: too slow, its connection was cut "
			"(and 2 others before)\n" },
		{ 65001, REFUSED_HOST, "192.0.2.1", NULL },
		{ 130000, REFUSED_SLOW, "192.0.2.4",
			"refused 192.0.2.4: too slow, its connection was "
			"cut\n" },
	};
	struct refusals refusals = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ip_address client;
		char told[512];

		assert_int_equal(ip_parse(cases[i].address, &client), 0);
		capture_begin();
		refusals_tell(
			&refusals, cases[i].reason, &client, cases[i].now);
		capture_end(told, sizeof(told));
		if (cases[i].told == NULL)
			assert_string_equal(told, "");
		else
			assert_string_equal(
				told + strlen("twinmap: "), cases[i].told);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_reason_is_told_once_a_minute),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
