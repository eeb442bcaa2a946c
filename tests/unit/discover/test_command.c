/* test_command.c -- programs of this host that behave, and others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "command.h"
#include "memory.h"

static void
programs(void **state)
{
	static const struct {
		const char *arguments[4];
		enum command_result result;
		const char *output;
	} cases[] = {
		{ { "printf", "%s", "192.0.2.1; $HOME" }, COMMAND_DONE,
			"192.0.2.1; $HOME" },
		{ { "cat" }, COMMAND_DONE, "" },
		{ { "false" }, COMMAND_FAILED, "" },
		{ { "twinmap-has-no-such-verb" }, COMMAND_MISSING, "" },
		{ { "sleep", "60" }, COMMAND_TOO_SLOW, "" },
		{ { "yes" }, COMMAND_TOO_LONG, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int patience_ms =
			cases[i].result == COMMAND_TOO_SLOW ? 100 : 10000;
		struct text output = { 0 };

		if (command_run(cases[i].arguments, patience_ms, &output) !=
			cases[i].result)
			fail_msg("%s", cases[i].arguments[0]);
		if (cases[i].output != NULL)
			assert_string_equal(
				output.bytes != NULL ? output.bytes : "",
				cases[i].output);
		text_free(&output);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(programs) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
