/* test_walker_order.c -- a table that is read only once others were. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "fake_agent.h"
#include "walker.h"
#include "walking.h"

#define ENTRY "1.3.6.1.2.1.2.2.1"
#define BEHIND " 1.3.6.1.6.3.1.0=1"

static const uint8_t two_columns[] = { 3, 2 };
static const struct collector two = { "two", ENTRY, two_columns, 2, NULL, 0,
	note_row };

static bool is_wish;
static const char *wish_reason;

static struct wish
make_wish(struct device *device)
{
	(void)device;
	/* What it depends on was read before. */
	assert_string_equal(rows_text, "1:-,11");
	return (struct wish){ is_wish, wish_reason };
}

static void
a_table_waits_for_the_others(void **state)
{
	static const struct collector waiting = { "waiting",
		"1.3.6.1.2.1.2.3.1", two_columns, 2, .on_row = note_row,
		.wish = make_wish };
	static const struct collector *const collectors[] = { &waiting, &two };
	static const struct {
		bool is_wanted;
		const char *reason;
		size_t outcomes;
		enum walk_result result;
		const char *rows;
	} wishes[] = {
		{ true, NULL, 2, WALK_ROWS, "1:-,11 7:-,77" },
		{ false, NULL, 1, WALK_ROWS, "1:-,11" },
		{ false, "too many", 2, WALK_CUT_SHORT, "1:-,11" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(wishes); i++) {
		struct arena *arena = arena_create();
		struct walk_order order = { .collectors = collectors,
			.collector_count = 2,
			.arena = arena };
		struct fake_agent agent = { ENTRY
			".2.1=11 1.3.6.1.2.1.2.3.1.2.7=77" BEHIND };
		struct walker *walker = walker_create(&order, 1000);
		const struct walk_outcome *outcomes;
		size_t count;

		is_wish = wishes[i].is_wanted;
		wish_reason = wishes[i].reason;
		rows_text[0] = '\0';
		read_variables(agent.variables);
		run_walk(walker, &agent, 1);
		outcomes = walker_outcomes(walker, &count);
		assert_int_equal(count, wishes[i].outcomes);
		assert_int_equal(outcomes[0].result, wishes[i].result);
		assert_string_equal(rows_text, wishes[i].rows);
		if (wishes[i].reason != NULL)
			assert_string_equal(
				outcomes[0].reason, wishes[i].reason);
		arena_free(arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_waits_for_the_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
