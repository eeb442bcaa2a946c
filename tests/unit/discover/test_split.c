/* test_split.c -- long columns are read in ranges, from good and odd agents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fake_agent.h"
#include "split.h"
#include "walker.h"

#define ENTRY "1.3.6.1.2.1.17.7.1.2.2.1"
#define BEHIND " 1.3.6.1.6.3.1.0=1"

/* ------------------------------------------------------------- agents -- */

enum oddity {
	IN_ORDER,
	ENDS_THE_VIEW, /* behind a name that it does not have */
	BEGINS_AGAIN, /* ... comes the first one */
	SKIPS, /* ... comes one that is not the next */
	GOES_BACK, /* ... comes the one before */
	FAILS, /* ... genErr */
	IS_SILENT, /* ... no answer */
	COMES_TO_NOTHING, /* ... comes another column */
};

struct odd_agent {
	const char *name;
	enum oddity oddity;
	bool is_split; /* reads on in ranges */
};

static const struct odd_agent agents[] = {
	{ "in order", IN_ORDER, true },
	{ "the view ends behind a name that it does not have", ENDS_THE_VIEW,
		false },
	{ "the column begins again behind one", BEGINS_AGAIN, false },
	{ "rows are skipped behind one", SKIPS, true },
	{ "goes back behind one", GOES_BACK, false },
	{ "genErr behind one", FAILS, false },
	{ "silence behind one", IS_SILENT, false },
	{ "another column behind one", COMES_TO_NOTHING, false },
};

static bool
has_exactly(struct snmp_name name)
{
	size_t low = 0, high = variable_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (name_compare(variables[middle].name, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < variable_count &&
		name_compare(variables[low].name, name) == 0;
}

/* Two columns' starts are asked for as well, and are no guess. */
static bool
is_guess(struct snmp_name name)
{
	return name.length >
		oid_from_text(ENTRY, (uint32_t[OID_IDS]){ 0 }) + 1 &&
		!has_exactly(name);
}

static size_t
place_behind(struct snmp_name name)
{
	size_t i = 0;

	while (i < variable_count && name_compare(variables[i].name, name) <= 0)
		i++;
	return i;
}

/* What it says first behind a guess: a place among the variables. */
static size_t
odd_place(enum oddity oddity, struct snmp_name name)
{
	size_t next = place_behind(name);

	switch (oddity) {
	case ENDS_THE_VIEW:
		return variable_count;
	case BEGINS_AGAIN:
		return 0;
	case SKIPS:
		return next + 7;
	case GOES_BACK:
		return next > 1 ? next - 2 : 0;
	case COMES_TO_NOTHING:
		return variable_count - 1;
	default:
		return next;
	}
}

enum { GUESSED_ANSWER = 40 };

/* False when nothing comes back. */
static bool
odd_answer(enum oddity oddity, const struct snmp_request *request,
	struct snmp_response *response)
{
	static struct snmp_varbind varbinds[GUESSED_ANSWER];
	static const struct mib_value end = { .type = MIB_END_OF_VIEW };
	size_t next = odd_place(oddity, request->names[0]);

	*response = (struct snmp_response){ .varbinds = varbinds };
	if (oddity == FAILS)
		response->error_status = 5;
	for (int i = 0; i < request->repetitions && i < GUESSED_ANSWER;
		i++, next++) {
		bool is_end = next >= variable_count;

		varbinds[response->count].name =
			is_end ? request->names[0] : variables[next].name;
		varbinds[response->count++].value = is_end
			? end
			: (struct mib_value){ .type = MIB_INTEGER,
				  .number = variables[next].number };
	}
	return oddity != IS_SILENT;
}

/* -------------------------------------------------------------- walks -- */

static struct {
	int rows, guesses, rounds;
	int64_t sum, last;
	bool is_sorted;
} seen;

static int
note_row(struct device *device, const struct mib_row *row)
{
	(void)device;
	seen.rows++;
	seen.sum += row->values[0].number;
	seen.is_sorted &= row->values[0].number > seen.last;
	seen.last = row->values[0].number;
	return 0;
}

static const uint8_t one_column[] = { 2 };
static const struct collector fdb = { "fdb", ENTRY, one_column, 1, NULL, 0,
	note_row };

/* VLANs 10 and 20, MACs of three makers in each. */
static int
fill_fdb(void)
{
	enum { ROWS = 250 };
	static const char *const makers[] = { "0.16.5", "2.0.94", "240.1.2" };
	static char text[262144];
	char *end = text;
	int number = 0;

	for (int vlan = 10; vlan <= 20; vlan += 10)
		for (size_t maker = 0; maker < COUNT(makers); maker++)
			for (int i = 0; i < ROWS; i++)
				end += sprintf(end,
					"%s" ENTRY ".2.%d.%s.%d.%d.7=%d",
					number == 0 ? "" : " ", vlan,
					makers[maker], i / 100, i % 100,
					number + 1),
					number++;
	sprintf(end, BEHIND);
	read_variables(text);
	return number;
}

static void
give_answer(
	struct walker *walker, struct walk_request *request, enum oddity oddity)
{
	const struct fake_agent good = { .limit = GUESSED_ANSWER };
	struct snmp_response response;

	if (!is_guess(request->message.names[0]) || oddity == IN_ORDER) {
		seen.guesses += is_guess(request->message.names[0]);
		response = answer(&good, &request->message);
	} else {
		seen.guesses++;
		if (!odd_answer(oddity, &request->message, &response)) {
			walker_repeat(walker, request);
			walker_failed(walker, request, "no answer");
			return;
		}
	}
	walker_answered(walker, request, &response, true);
}

/* All that is under way is answered before more is asked, as over a network. */
static struct walk_outcome
walk_in_rounds(struct arena *arena, enum oddity oddity, int window)
{
	const struct collector *const collectors[] = { &fdb };
	const struct walk_order order = {
		.collectors = collectors, .collector_count = 1, .arena = arena
	};
	struct walker *walker = walker_create(&order, 100000);
	size_t count;

	memset(&seen, 0, sizeof(seen));
	seen.is_sorted = true;
	while (!walker_is_done(walker)) {
		struct walk_request *out[8];
		int under_way = 0;

		while (under_way < window &&
			(out[under_way] = walker_next(
				 walker, window - under_way)) != NULL)
			under_way++;
		assert_in_range(under_way, 1, window);
		assert_true(++seen.rounds < 1000);
		for (int i = 0; i < under_way && !walker_is_done(walker); i++)
			give_answer(walker, out[i], oddity);
	}
	return walker_outcomes(walker, &count)[0];
}

static void
ranges_lose_nothing(void **state)
{
	const struct odd_agent *agent = *state;
	int rows = fill_fdb(), rounds_of_one;
	struct arena *arena = arena_create();
	struct walk_outcome outcome = walk_in_rounds(arena, IN_ORDER, 1);

	assert_int_equal(seen.guesses, 0);
	rounds_of_one = seen.rounds;
	outcome = walk_in_rounds(arena, agent->oddity, 4);
	assert_int_equal(outcome.result, WALK_ROWS);
	assert_null(outcome.reason);
	assert_int_equal(seen.rows, rows);
	assert_int_equal(seen.sum, (int64_t)rows * (rows + 1) / 2);
	assert_true(seen.is_sorted);
	assert_in_range(seen.guesses, 1, GUESSES);
	assert_in_range(seen.rounds, rounds_of_one / 4,
		agent->is_split ? rounds_of_one * 3 / 4 : rounds_of_one + 8);
	arena_free(arena);
}

/* A table of a few rows costs nothing more. */
static void
short_columns_are_not_cut(void **state)
{
	struct arena *arena = arena_create();

	(void)state;
	read_variables(
		ENTRY ".2.1.1=1 " ENTRY ".2.1.2=2 " ENTRY ".2.2.1=3" BEHIND);
	walk_in_rounds(arena, IN_ORDER, 4);
	assert_int_equal(seen.rows, 3);
	assert_int_equal(seen.guesses, 0);
	assert_int_equal(seen.rounds, 1);
	arena_free(arena);
}

/* ---------------------------------------------- failures are forgiven -- */

/* Every `period`th request is lost from the `first` on. */
static struct walk_outcome
walk_with_losses(struct arena *arena, int first, int period)
{
	const struct collector *const collectors[] = { &fdb };
	const struct walk_order order = {
		.collectors = collectors, .collector_count = 1, .arena = arena
	};
	const struct fake_agent agent = { .limit = 10 };
	struct walker *walker = walker_create(&order, 100000);
	size_t count;

	memset(&seen, 0, sizeof(seen));
	for (int i = 0; !walker_is_done(walker); i++) {
		struct walk_request *request = walker_next(walker, 1);
		struct snmp_response response;

		assert_non_null(request);
		assert_true(i < 2000);
		if (i >= first && (i - first) % period == 0) {
			walker_failed(walker, request, "no answer");
			continue;
		}
		response = answer(&agent, &request->message);
		walker_answered(walker, request, &response, true);
	}
	return walker_outcomes(walker, &count)[0];
}

static void
losses_far_apart_are_forgiven(void **state)
{
	struct arena *arena = arena_create();
	int rows = fill_fdb();
	struct walk_outcome outcome = walk_with_losses(arena, 3, 20);

	(void)state;
	assert_int_equal(outcome.result, WALK_ROWS);
	assert_int_equal(seen.rows, rows);
	arena_free(arena);
}

static void
losses_in_a_row_are_not(void **state)
{
	struct arena *arena = arena_create();
	struct walk_outcome outcome;

	(void)state;
	fill_fdb();
	outcome = walk_with_losses(arena, 3, 1);
	assert_int_equal(outcome.result, WALK_CUT_SHORT);
	assert_string_equal(outcome.reason, "no answer");
	assert_int_equal(seen.rows, 30);
	arena_free(arena);
}

int
main(void)
{
	enum { PLAIN = 3 };
	struct CMUnitTest tests[COUNT(agents) + PLAIN] = {
		cmocka_unit_test(short_columns_are_not_cut),
		cmocka_unit_test(losses_far_apart_are_forgiven),
		cmocka_unit_test(losses_in_a_row_are_not),
	};
	struct CMUnitTest *test = tests + PLAIN;
	void *given;

	for (size_t i = 0; i < COUNT(agents); i++) {
		memcpy(&given, &(const void *){ &agents[i] }, sizeof(given));
		*test++ = (struct CMUnitTest){ .name = agents[i].name,
			.test_func = ranges_lose_nothing,
			.initial_state = given };
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
