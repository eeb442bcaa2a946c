/* test_vendor.c -- the tables of a vendor wait for the first of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "fake_agent.h"
#include "walker.h"

#define VENDOR "1.3.6.1.4.1.32473."
#define BEHIND " 1.3.6.1.6.3.1.0=1"

static int
take_row(struct device *device, const struct mib_row *row)
{
	(void)device;
	(void)row;
	return 0;
}

static const uint8_t columns[] = { 3, 2 };
static const struct collector late = { "late", VENDOR "9.5.1", columns, 2,
	.on_row = take_row };
static const struct collector early = { "early", VENDOR "9.1.1", columns, 2,
	.on_row = take_row };
static const struct collector other = { "other", "1.3.6.1.4.1.32474.9.1.1",
	columns, 2, .on_row = take_row };
static const struct collector *const collectors[] = { &late, &early, &other };
enum { LATE, EARLY, OTHER, TABLES };

static const struct vendor_case {
	const char *name;
	struct fake_agent agent;
	int columns; /* asked for, of all tables */
	enum walk_result results[TABLES];
} cases[] = {
	{ "nothing of it: only the first table is asked for",
		{ "1.3.6.1.2.1.1.1.0=1" BEHIND }, 2,
		{ WALK_NOT_IMPLEMENTED, WALK_NOT_IMPLEMENTED,
			WALK_NOT_IMPLEMENTED } },
	{ "the view ends", { "1.3.6.1.2.1.1.1.0=1" }, 2,
		{ WALK_NOT_IMPLEMENTED, WALK_NOT_IMPLEMENTED,
			WALK_NOT_IMPLEMENTED } },
	{ "another vendor shows nothing of it",
		{ "1.3.6.1.4.1.32474.9.1.1.2.7=1" BEHIND }, 2,
		{ WALK_NOT_IMPLEMENTED, WALK_NOT_IMPLEMENTED, WALK_ROWS } },
	{ "the first table is not there, a later one is",
		{ VENDOR "9.5.1.2.7=1" BEHIND }, 3,
		{ WALK_ROWS, WALK_EMPTY, WALK_NOT_IMPLEMENTED } },
	{ "both are there",
		{ VENDOR "9.1.1.2.3=5 " VENDOR "9.5.1.2.7=1" BEHIND }, 3,
		{ WALK_ROWS, WALK_ROWS, WALK_NOT_IMPLEMENTED } },
	{ "an agent that is not in order shows nothing",
		{ VENDOR "9.1.1.2.3=5 1.3.6.1.2.1.1.1.0=1 " VENDOR
			 "9.5.1.2.7=1" },
		4, { WALK_ROWS, WALK_ROWS, WALK_NOT_IMPLEMENTED } },
	{ "silence about the first table shows nothing",
		{ .variables = VENDOR "9.5.1.2.7=1" BEHIND,
			.silent_at = VENDOR "9.1" },
		8, { WALK_ROWS, WALK_NO_ANSWER, WALK_NOT_IMPLEMENTED } },
};

/* The number of columns that were asked for, again and again as well. */
static int
walk(struct walker *walker, const struct fake_agent *agent)
{
	struct walk_request *request;
	int asked = 0;

	while ((request = walker_next(walker, 1)) != NULL) {
		struct snmp_response response;

		asked += (int)request->message.name_count;
		if (names_that_begin(&request->message, agent->silent_at) > 0) {
			walker_failed(walker, request, "no answer");
			continue;
		}
		response = answer(agent, &request->message);
		walker_answered(walker, request, &response, true);
	}
	assert_true(walker_is_done(walker));
	return asked;
}

static void
a_vendor_is_asked_for_once(void **state)
{
	const struct vendor_case *vendor = *state;
	struct arena *arena = arena_create();
	const struct walk_order order = { .collectors = collectors,
		.collector_count = TABLES,
		.arena = arena };
	const struct walk_outcome *outcomes;
	struct walker *walker;
	size_t count;

	read_variables(vendor->agent.variables);
	walker = walker_create(&order, 1000);
	assert_int_equal(walk(walker, &vendor->agent), vendor->columns);
	outcomes = walker_outcomes(walker, &count);
	assert_int_equal(count, TABLES);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(outcomes[i].result, vendor->results[i]);
	arena_free(arena);
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(cases)];

	for (size_t i = 0; i < COUNT(cases); i++) {
		void *vendor_case;

		memcpy(&vendor_case, &(const void *){ &cases[i] },
			sizeof(vendor_case));
		tests[i] = (struct CMUnitTest){ .name = cases[i].name,
			.test_func = a_vendor_is_asked_for_once,
			.initial_state = vendor_case };
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
