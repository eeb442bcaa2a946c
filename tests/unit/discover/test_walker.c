/* test_walker.c -- the walker against an agent in memory, good and broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fake_agent.h"
#include "walker.h"
#include "walking.h"

static const uint8_t two_columns[] = { 3, 2 }, three_columns[] = { 1, 2, 3 };
static const uint32_t default_route[] = { 1, 4, 0, 0, 0, 0 };

/* ifTable stands for any: 1.3.6.1.2.1.2.2.1, the interfaces group above it. */
#define ENTRY "1.3.6.1.2.1.2.2.1"
#define BEHIND " 1.3.6.1.6.3.1.0=1"

static const struct collector two = { "two", ENTRY, two_columns, 2, NULL, 0,
	note_row };
static const struct collector three = { "three", ENTRY, three_columns, 3, NULL,
	0, note_row };
static const struct collector routes = { "routes", ENTRY, two_columns, 2,
	default_route, 6, note_row };

struct walk_case {
	const char *name;
	const struct collector *collector;
	struct fake_agent agent;
	int64_t row_limit;
	enum walk_result result;
	const char *rows;
	const char *reason;
	int64_t refused;
};

static const struct walk_case cases[] = {
	{ "two columns, in the collector's order, sorted", &two,
		{ ENTRY ".2.1=11 " ENTRY ".2.10=12 " ENTRY ".3.1=21 " ENTRY
			".3.10=22" BEHIND },
		0, WALK_ROWS, "1:21,11 10:22,12", NULL, 0 },
	{ "uneven columns: what did not come is absent", &three,
		{ ENTRY ".1.1=1 " ENTRY ".1.3=3 " ENTRY ".2.2=22 " ENTRY
			".2.3=23 " ENTRY ".3.4=34" BEHIND },
		0, WALK_ROWS, "1:1,-,- 2:-,22,- 3:3,23,- 4:-,-,34", NULL, 0 },
	{ "indexes of several parts", &two,
		{ ENTRY ".2.1.4.192.0.2.1=1 " ENTRY
			".2.2.16.32.1.13.184=2 " ENTRY
			".3.2.16.32.1.13.184=3" BEHIND },
		0, WALK_ROWS, "1.4.192.0.2.1:-,1 2.16.32.1.13.184:3,2", NULL,
		0 },
	{ "only the rows of an index prefix", &routes,
		{ ENTRY ".2.1.4.0.0.0.0.0.5=1 " ENTRY
			".2.1.4.192.0.2.0.24.5=2 " ENTRY
			".3.1.4.0.0.0.0.0.5=3 " ENTRY
			".3.2.16.0.0.5=4" BEHIND },
		0, WALK_ROWS, "1.4.0.0.0.0.0.5:3,1", NULL, 0 },
	{ "no row with the index prefix, but other rows", &routes,
		{ ENTRY ".2.1.4.192.0.2.0.24.5=2 " ENTRY
			".3.2.16.0.0.5=4" BEHIND },
		0, WALK_EMPTY, "", NULL, 0 },
	{ "refused rows are counted", &two,
		{ ENTRY ".3.1=666 " ENTRY ".3.2=1" BEHIND }, 0, WALK_ROWS,
		"1:666,- 2:1,-", NULL, 1 },
	{ "the view ends with the table", &two,
		{ ENTRY ".2.1=11 " ENTRY ".3.1=21" }, 0, WALK_ROWS, "1:21,11",
		NULL, 0 },
	{ "nothing there, but objects of the group behind it: empty", &two,
		{ "1.3.6.1.2.1.2.1.0=0 1.3.6.1.2.1.2.3.0=5" BEHIND }, 0,
		WALK_EMPTY, "", NULL, 0 },
	{ "nothing of the group behind it: not implemented", &two,
		{ "1.3.6.1.2.1.2.1.0=0 1.3.6.1.2.1.4.1.0=5" BEHIND }, 0,
		WALK_NOT_IMPLEMENTED, "", NULL, 0 },
	{ "no objects at all", &two, { "" }, 0, WALK_NOT_IMPLEMENTED, "", NULL,
		0 },
	{ "the same index again and again", &two,
		{ ENTRY ".2.1=11 " ENTRY ".2.2=12 " ENTRY ".2.1=11" BEHIND }, 0,
		WALK_CUT_SHORT, "1:-,11 2:-,12",
		"the agent's OIDs do not increase", 0 },
	{ "more rows than allowed", &two,
		{ ENTRY ".2.1=11 " ENTRY ".2.2=12 " ENTRY ".2.3=13 " ENTRY
			".3.1=21" BEHIND },
		2, WALK_CUT_SHORT, "1:21,11 2:-,12", "more than 2 rows", 0 },
	{ "answers that hold three varbinds", &three,
		{ .variables = ENTRY ".1.1=1 " ENTRY ".1.2=2 " ENTRY
				     ".2.1=11 " ENTRY ".2.2=12 " ENTRY
				     ".3.1=21 " ENTRY ".3.2=22" BEHIND,
			.limit = 3 },
		0, WALK_ROWS, "1:1,11,21 2:2,12,22", NULL, 0 },
	{ "answers that hold one varbind", &two,
		{ .variables = ENTRY ".2.1=11 " ENTRY ".3.1=21" BEHIND,
			.limit = 1 },
		0, WALK_ROWS, "1:21,11", NULL, 0 },
	{ "tooBig until only two are asked for", &two,
		{ .variables = ENTRY ".2.1=11 " ENTRY ".2.2=12 " ENTRY
				     ".3.1=21 " ENTRY ".3.2=22" BEHIND,
			.too_big = 2 },
		0, WALK_ROWS, "1:21,11 2:22,12", NULL, 0 },
	{ "GETBULK fails: one column after the other, one row at a time", &two,
		{ .variables = ENTRY ".2.1=11 " ENTRY ".2.2=12 " ENTRY
				     ".3.1=21 " ENTRY ".3.2=22" BEHIND,
			.bulk_error = 5 },
		0, WALK_ROWS, "1:21,11 2:22,12", NULL, 0 },
	{ "genErr in one column, without saying where", &two,
		{ .variables = ENTRY ".2.1=11 " ENTRY ".2.2=12 " ENTRY
				     ".3.1=21 " ENTRY ".3.2=22" BEHIND,
			.error_at = ENTRY ".3" },
		0, WALK_CUT_SHORT, "1:-,11 2:-,12", "genErr", 0 },
	{ "genErr in one column, which is named", &two,
		{ .variables = ENTRY ".2.1=11 " ENTRY ".2.2=12 " ENTRY
				     ".3.1=21 " ENTRY ".3.2=22" BEHIND,
			.error_at = ENTRY ".3",
			.blames = true },
		0, WALK_CUT_SHORT, "1:-,11 2:-,12", "genErr", 0 },
	{ "silence behind the second row: what came is kept", &two,
		{ .variables = ENTRY ".2.1=11 " ENTRY ".2.2=12 " ENTRY
				     ".2.3=13 " ENTRY ".3.1=21" BEHIND,
			.limit = 2,
			.silent_at = ENTRY ".2.2" },
		0, WALK_CUT_SHORT, "1:21,11 2:-,12", "no answer", 0 },
	{ "silence from the beginning", &two,
		{ .variables = ENTRY ".2.1=11" BEHIND, .silent_at = ENTRY }, 0,
		WALK_NO_ANSWER, "", "no answer", 0 },
	{ "noSuchName at the end, as in SNMPv1", &two,
		{ .variables = ENTRY ".2.1=11 " ENTRY ".3.1=21",
			.bulk_error = 5,
			.says_no_such_name = true },
		0, WALK_ROWS, "1:21,11", NULL, 0 },
};

static const struct walk_case *running_case;

static void
walk_gives_rows(int window)
{
	const struct walk_case *walk = running_case;
	struct arena *arena = arena_create();
	struct walk_order order = { .collectors = &walk->collector,
		.collector_count = 1,
		.arena = arena };
	const struct walk_outcome *outcome;
	struct walker *walker;
	size_t count;

	rows_text[0] = '\0';
	read_variables(walk->agent.variables);
	walker = walker_create(
		&order, walk->row_limit > 0 ? walk->row_limit : 1000);
	run_walk(walker, &walk->agent, window);
	outcome = walker_outcomes(walker, &count);
	assert_int_equal(count, 1);
	assert_ptr_equal(outcome->collector, walk->collector);
	assert_string_equal(rows_text, walk->rows);
	assert_int_equal(outcome->result, walk->result);
	assert_int_equal(outcome->refused, walk->refused);
	if (walk->reason == NULL)
		assert_null(outcome->reason);
	else
		assert_string_equal(outcome->reason, walk->reason);
	arena_free(arena);
}

static void
test_case(void **state)
{
	running_case = *state;
	walk_gives_rows(1);
	walk_gives_rows(4);
}

static void
a_companion_tells_empty_from_absent(void **state)
{
	static const struct collector local = { "local", "1.0.8802.1.1.2.1.3",
		two_columns, 2, .on_row = note_row };
	static const struct collector remote = { "remote",
		"1.0.8802.1.1.2.1.4.1.1", two_columns, 2,
		.companion = "1.0.8802.1.1.2.1.3", .on_row = note_row };
	static const struct collector *const collectors[] = { &remote, &local };
	static const struct {
		const char *variables;
		enum walk_result result;
	} agents[] = {
		{ "1.0.8802.1.1.2.1.3.2.0=7" BEHIND, WALK_EMPTY },
		{ "1.3.6.1.2.1.1.1.0=7" BEHIND, WALK_NOT_IMPLEMENTED },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(agents); i++) {
		struct arena *arena = arena_create();
		struct walk_order order = { .collectors = collectors,
			.collector_count = 2,
			.arena = arena };
		struct fake_agent agent = { agents[i].variables };
		struct walker *walker = walker_create(&order, 1000);
		size_t count;

		read_variables(agent.variables);
		run_walk(walker, &agent, 1);
		assert_int_equal(walker_outcomes(walker, &count)[0].result,
			agents[i].result);
		arena_free(arena);
	}
}

/* ---- how much is asked ------------------------------------------------- */

static const uint8_t ten_columns[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
static const struct collector large = { "large", ENTRY, ten_columns, 10, NULL,
	0, note_row };
static const struct collector absent = { "absent", "1.3.6.1.2.1.99.1.1",
	ten_columns, 10, NULL, 0, note_row };

static int
requests_for(const struct collector *const *collectors, size_t count,
	const struct fake_agent *agent, int window)
{
	struct arena *arena = arena_create();
	struct walk_order order = { .collectors = collectors,
		.collector_count = count,
		.arena = arena };
	int requests;

	rows_text[0] = '\0';
	read_variables(agent->variables);
	requests = run_walk(walker_create(&order, 100000), agent, window);
	arena_free(arena);
	return requests;
}

static char *
large_table(int columns, int rows)
{
	static char text[262144];
	char *end = text;

	for (int column = 1; column <= columns; column++)
		for (int row = 1; row <= rows; row++)
			end += sprintf(end, "%s" ENTRY ".%d.%d=%d",
				end == text ? "" : " ", column, row, row);
	sprintf(end, BEHIND);
	return text;
}

static void
absent_tables_share_one_request(void **state)
{
	const struct collector *collectors[10];
	struct fake_agent agent = { "1.3.6.1.2.1.1.1.0=1" BEHIND };

	(void)state;
	for (size_t i = 0; i < COUNT(collectors); i++)
		collectors[i] = &absent;
	assert_int_equal(
		requests_for(collectors, COUNT(collectors), &agent, 1), 1);
}

static void
budget_follows_the_answers(void **state)
{
	const struct collector *collectors[] = { &large };
	struct fake_agent small = { large_table(10, 100), .limit = 60 };
	struct fake_agent wide = { small.variables };
	int cut = requests_for(collectors, 1, &small, 4);
	int whole = requests_for(collectors, 1, &wide, 4);

	(void)state;
	/* 1,000 values: at least 17 answers of 60, and some more to find out
	 * how much fits and where the columns end. */
	assert_in_range(cut, 17, 24);
	assert_in_range(whole, 4, 16);
}

static void
tables_of_a_silent_agent_are_given_up(void **state)
{
	const struct collector *collectors[] = { &two, &absent };
	struct arena *arena = arena_create();
	struct walk_order order = {
		.collectors = collectors, .collector_count = 2, .arena = arena
	};
	struct walker *walker = walker_create(&order, 1000);
	const struct walk_outcome *outcomes;
	size_t count;

	(void)state;
	assert_non_null(walker_next(walker, 1));
	walker_give_up(walker, "no answer", true);
	assert_true(walker_is_done(walker));
	assert_null(walker_next(walker, 4));
	outcomes = walker_outcomes(walker, &count);
	assert_int_equal(count, 2);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(outcomes[i].result, WALK_NO_ANSWER);
		assert_string_equal(outcomes[i].reason, "no answer");
	}
	arena_free(arena);
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(cases) + 4] = {
		cmocka_unit_test(a_companion_tells_empty_from_absent),
		cmocka_unit_test(absent_tables_share_one_request),
		cmocka_unit_test(budget_follows_the_answers),
		cmocka_unit_test(tables_of_a_silent_agent_are_given_up),
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		void *walk_case;

		memcpy(&walk_case, &(const void *){ &cases[i] },
			sizeof(walk_case));
		tests[4 + i] = (struct CMUnitTest){ .name = cases[i].name,
			.test_func = test_case,
			.initial_state = walk_case };
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
