/* test_engine.c -- the engine and agents on loopback that behave oddly. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine.h"
#include "memory.h"
#include "odd_agents.h"
#include "timers.h"

enum { ROWS = 300, FIRST_TIMEOUT_MS = 60, BUSY_WALKS = 10 };

static const struct odd_flood floods[] = { { 1, 1 }, { 50000, 1 }, { 1, 118 },
	{ 1, 119 } };

static struct odd_agent agents[] = {
	{ "127.0.0.1" },
	{ "::1" },
	{ "127.0.0.2", .from_other_port = true },
	{ "127.0.0.3", .loses_every = 4 },
	{ "127.0.0.4", .loses_every = 1 },
	{ "127.0.0.5", .copies = 2 },
	{ "127.0.0.6", .late_ms = 150 },
	{ "127.0.0.7", .damages_first = true },
	{ "127.0.0.8", .answers_first = 5 },
	{ "127.0.0.13", .from_first = true },
	{ "127.0.0.9", .floods = &floods[0] },
	{ "127.0.0.10", .floods = &floods[1] },
	{ "127.0.0.11", .floods = &floods[2] },
	{ "127.0.0.12", .floods = &floods[3] },
};

static struct recording *recording;

static int
begin(void **state)
{
	struct text text = { 0 };
	struct octets octets;

	(void)state;
	text_append(&text, "1.3.6.1.2.1.1.5.0|4|odd\n");
	for (int column = 1; column <= 2; column++)
		for (int row = 1; row <= ROWS; row++)
			text_format(&text, "1.3.6.1.2.1.2.2.1.%d.%d|2|%d\n",
				column, row, column * row);
	text_append(&text, "1.3.6.1.6.3.1.0|2|1\n");
	octets = (struct octets){ (const uint8_t *)text.bytes, text.length };
	recording = recording_from_text("odd", octets);
	text_free(&text);
	return odd_agents_begin(agents, COUNT(agents), recording);
}

static int
end(void **state)
{
	(void)state;
	odd_agents_end();
	recording_free(recording);
	return 0;
}

/* ---- one agent after the other ---------------------------------------- */

struct seen {
	struct arena *arena;
	char reason[128]; /* of the probe */
	bool has_name;
	struct walk_outcome outcome;
	char trouble[128];
	char source[IP_TEXT_SIZE];
	int64_t rows, sum;
	int probes, silences, in_flight, most_in_flight;
	useconds_t busy_us; /* how long the end of a walk takes us */
};

static struct seen seen;

static int
note_row(struct device *device, const struct mib_row *row)
{
	(void)device;
	seen.rows++;
	seen.sum += mib_number(row, 0) + mib_number(row, 1);
	return 0;
}

static const uint8_t columns[] = { 1, 2 };
static const struct collector table = { "table", "1.3.6.1.2.1.2.2.1", columns,
	2, NULL, 0, note_row };
static const struct collector *const tables[] = { &table };

static void
walked(void *context, struct agent *agent, const struct walk_outcome *outcomes,
	size_t count)
{
	(void)context;
	assert_int_equal(count, 1);
	seen.outcome = outcomes[0];
	if (outcomes[0].reason != NULL)
		snprintf(seen.trouble, sizeof(seen.trouble), "%s",
			outcomes[0].reason);
	if (agent_source(agent) != NULL)
		ip_text(agent_source(agent), seen.source);
	usleep(seen.busy_us);
	seen.in_flight--;
	agent_close(agent);
	agent_close(agent); /* again: nothing happens */
}

static void
probed(void *context, const struct probe_answer *answer)
{
	struct walk_order order = { .collectors = tables,
		.collector_count = 1,
		.arena = seen.arena,
		.memory_limit = 4 << 20,
		.done = walked };

	(void)context;
	seen.probes++;
	if (answer->agent == NULL) {
		snprintf(
			seen.reason, sizeof(seen.reason), "%s", answer->reason);
		return;
	}
	seen.has_name = answer->values[0].type == MIB_OCTETS &&
		answer->values[0].length == 3 &&
		memcmp(answer->values[0].octets, "odd", 3) == 0 &&
		answer->values[1].type == MIB_NO_SUCH_OBJECT;
	seen.in_flight++;
	if (seen.in_flight > seen.most_in_flight)
		seen.most_in_flight = seen.in_flight;
	agent_walk(answer->agent, &order);
}

static void
silent(void *context)
{
	(void)context;
	seen.silences++;
}

static void
ask(struct engine *engine, const char *address)
{
	static const struct credential wrong = {
		.label = "wrong", .version = SNMP_V2C, .community = "private"
	};
	static const struct credential right = {
		.label = "right", .version = SNMP_V2C, .community = "public"
	};
	const struct credential *credentials[] = { &right, &wrong };
	const char *objects[] = { "1.3.6.1.2.1.1.5.0", "1.3.6.1.2.1.1.9.0" };
	struct probe probe = { .credentials = credentials,
		.credential_count = COUNT(credentials),
		.objects = objects,
		.object_count = COUNT(objects),
		.done = probed,
		.silent = silent };

	assert_int_equal(ip_parse(address, &probe.address), 0);
	engine_probe(engine, &probe);
}

static struct engine *
engine_begin(int agent_limit)
{
	struct engine_settings settings;
	struct engine *engine;

	engine_settings_default(&settings);
	settings.port = odd_agents_port;
	settings.first_timeout_ms = FIRST_TIMEOUT_MS;
	settings.agent_limit = agent_limit;
	settings.row_limit = 20000;
	engine = engine_create(&settings);
	assert_non_null(engine);
	memset(&seen, 0, sizeof(seen));
	seen.arena = arena_create();
	return engine;
}

static void
engine_end(struct engine *engine)
{
	assert_int_equal(engine_figures(engine)->in_flight, 0);
	engine_free(engine);
	arena_free(seen.arena);
}

enum { COMPLETE = ROWS * (ROWS + 1) / 2 * 3 };

static const struct {
	const char *name, *address;
	const char *reason; /* of the probe; NULL: it answers */
	enum walk_result result;
	bool retries, wrong_source, unexpected;
	const char *source; /* NULL: the address that was asked */
} cases[] = {
	{ "a good agent, IPv4", "127.0.0.1", NULL, WALK_ROWS, false, false,
		false },
	{ "a good agent, IPv6", "::1", NULL, WALK_ROWS, false, false, false },
	{ "answers from another port", "127.0.0.2", "no answer", WALK_NO_ANSWER,
		true, true, false },
	{ "answers from another address", "127.0.0.13", NULL, WALK_ROWS, false,
		false, false, "127.0.0.1" },
	{ "every fourth request is lost", "127.0.0.3", NULL, WALK_ROWS, true,
		false, false },
	{ "silence", "127.0.0.4", "no answer", WALK_NO_ANSWER, true, false,
		false },
	{ "every answer comes three times", "127.0.0.5", NULL, WALK_ROWS, false,
		false, true },
	{ "late answers count", "127.0.0.6", NULL, WALK_ROWS, true, false,
		true },
	{ "damaged answers do not", "127.0.0.7", NULL, WALK_ROWS, false, false,
		true },
	{ "silence after a while", "127.0.0.8", NULL, WALK_CUT_SHORT, true,
		false, false },
};

static void
asks_one(size_t position)
{
	struct engine *engine = engine_begin(10);
	const struct engine_figures *figures = engine_figures(engine);

	ask(engine, cases[position].address);
	assert_int_equal(engine_run(engine, NULL, NULL, NULL), 0);
	assert_int_equal(seen.probes, 1);
	if (cases[position].reason != NULL) {
		assert_int_equal(seen.silences, 1);
		assert_string_equal(seen.reason, cases[position].reason);
	} else {
		assert_true(seen.has_name);
		assert_int_equal(seen.outcome.result, cases[position].result);
		assert_int_equal(seen.outcome.rows, seen.rows);
	}
	if (cases[position].reason == NULL &&
		cases[position].result == WALK_ROWS) {
		assert_int_equal(seen.rows, ROWS);
		assert_int_equal(seen.sum, COMPLETE);
	} else if (cases[position].reason == NULL) {
		assert_in_range(seen.rows, 1, ROWS - 1);
		assert_string_equal(seen.trouble, "no answer");
	}
	assert_string_equal(seen.source, cases[position].source ?: "");
	/* A busy machine may repeat what it need not. */
	assert_true(figures->retries > 0 || !cases[position].retries);
	assert_int_equal(
		figures->wrong_source > 0, cases[position].wrong_source);
	assert_true(figures->unexpected > 0 || !cases[position].unexpected);
	engine_end(engine);
}

static void
test_case(void **state)
{
	asks_one(*(const size_t *)*state);
}

/* ---- many at once ------------------------------------------------------ */

static void
no_more_than_the_limit_at_once(void **state)
{
	struct engine *engine = engine_begin(2);

	(void)state;
	for (int i = 0; i < 50; i++)
		ask(engine, i % 2 == 0 ? "127.0.0.1" : "127.0.0.5");
	assert_int_equal(engine_run(engine, NULL, NULL, NULL), 0);
	assert_int_equal(seen.probes, 50);
	assert_int_equal(seen.rows, 50 * ROWS);
	assert_in_range(seen.most_in_flight, 1, 2);
	engine_end(engine);
}

/* While one walk is written the answers to the other one wait in a socket. */
static void
being_busy_is_not_their_silence(void **state)
{
	struct engine *engine = engine_begin(2);

	(void)state;
	seen.busy_us = 2 * TIMEOUT_LEAST_US;
	for (int i = 0; i < BUSY_WALKS; i++)
		ask(engine, i % 2 == 0 ? "127.0.0.1" : "::1");
	assert_int_equal(engine_run(engine, NULL, NULL, NULL), 0);
	assert_int_equal(seen.rows, BUSY_WALKS * ROWS);
	/* A busy machine may repeat one that it need not. */
	assert_in_range(engine_figures(engine)->retries, 0, 1);
	engine_end(engine);
}

static void
stops_when_told(void **state)
{
	struct engine *engine = engine_begin(2);
	const volatile int stop = 1;

	(void)state;
	for (int i = 0; i < 5; i++)
		ask(engine, "127.0.0.4");
	assert_int_equal(engine_run(engine, &stop, NULL, NULL), -1);
	assert_int_equal(seen.probes, 0);
	engine_end(engine);
}

static void
nobody_can_be_asked_without_credentials(void **state)
{
	struct engine *engine = engine_begin(2);
	struct probe probe = { .done = probed };

	(void)state;
	assert_int_equal(ip_parse("127.0.0.1", &probe.address), 0);
	engine_probe(engine, &probe);
	assert_int_equal(engine_run(engine, NULL, NULL, NULL), 0);
	assert_int_equal(seen.probes, 1);
	assert_string_equal(seen.reason, "no answer");
	engine_end(engine);
}

/* ---- agents that never end --------------------------------------------- */

static const struct {
	const char *name, *address;
	const char *trouble; /* NULL: its answers are none */
} flood_cases[] = {
	{ "thousands of rows an answer", "127.0.0.9", "more than 20000 rows" },
	{ "values of 50,000 octets", "127.0.0.10",
		"what the agent says fills more than 4 MB" },
	{ "OIDs of 128 arcs", "127.0.0.11",
		"what the agent says fills more than 4 MB" },
	{ "OIDs of 129 arcs", "127.0.0.12", NULL },
};

static void
floods_are_cut_short(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(flood_cases); i++) {
		struct engine *engine = engine_begin(10);

		ask(engine, flood_cases[i].address);
		assert_int_equal(engine_run(engine, NULL, NULL, NULL), 0);
		assert_in_range(engine_figures(engine)->requests, 1, 100);
		assert_in_range(arena_size(seen.arena), 0, 5 << 20);
		if (flood_cases[i].trouble == NULL) {
			assert_string_equal(seen.reason, "no answer");
		} else {
			assert_int_equal(seen.outcome.result, WALK_CUT_SHORT);
			assert_string_equal(
				seen.trouble, flood_cases[i].trouble);
		}
		engine_end(engine);
	}
}

int
main(void)
{
	enum { TOGETHER = 5 };
	static size_t positions[COUNT(cases)];
	struct CMUnitTest tests[TOGETHER + COUNT(cases)] = {
		cmocka_unit_test(no_more_than_the_limit_at_once),
		cmocka_unit_test(being_busy_is_not_their_silence),
		cmocka_unit_test(floods_are_cut_short),
		cmocka_unit_test(stops_when_told),
		cmocka_unit_test(nobody_can_be_asked_without_credentials),
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		positions[i] = i;
		tests[TOGETHER + i] =
			(struct CMUnitTest){ .name = cases[i].name,
				.test_func = test_case,
				.initial_state = &positions[i] };
	}
	return cmocka_run_group_tests(tests, begin, end);
}
