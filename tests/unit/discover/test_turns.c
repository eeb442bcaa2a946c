/* test_turns.c -- limits of requests a second: they delay, and drop nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "engine.h"
#include "memory.h"
#include "timers.h"
#include "turns.h"

enum { TAKEN = 4, SECOND_US = 1000 * 1000 };

static const struct {
	const char *name;
	int64_t per_second;
	int64_t now[TAKEN], at[TAKEN];
} turn_cases[] = {
	{ "no limit", 0, { 5, 5, 5, 9 }, { 5, 5, 5, 9 } },
	{ "all at once", 100, { 5, 5, 5, 5 }, { 5, 10005, 20005, 30005 } },
	{ "as slowly as they may", 100, { 0, 10000, 20000, 30000 },
		{ 0, 10000, 20000, 30000 } },
	{ "turns that nobody took are lost", 100, { 0, 90000, 90000, 90001 },
		{ 0, 90000, 100000, 110000 } },
	{ "faster than the clock", 5000000, { 7, 7, 7, 8 }, { 7, 7, 7, 8 } },
};

static void
turns_are_spaced(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(turn_cases); i++) {
		struct turns turns = { 0 };

		for (int k = 0; k < TAKEN; k++)
			if (turns_take(&turns, turn_cases[i].per_second,
				    turn_cases[i].now[k]) !=
				turn_cases[i].at[k])
				fail_msg("%s: turn %d", turn_cases[i].name, k);
	}
}

/* ---- the engine, and a network that notes when messages leave ----------- */

enum { MESSAGES = 64, ADDRESSES = 2 };

static const char *const addresses[ADDRESSES] = { "192.0.2.1", "2001:db8::1" };

struct sent {
	int64_t at;
	struct ip_address to;
	uint32_t id;
};

struct silent_network {
	struct transport transport; /* first, so that it leads back to here */
	struct transport_user user;
	struct sent sent[MESSAGES];
	size_t count, told;
};

static struct silent_network network;

static void
note_message(struct transport *transport, const struct message *message)
{
	assert_ptr_equal(transport, &network.transport);
	assert_true(network.count < MESSAGES);
	network.sent[network.count++] = (struct sent){
		.at = clock_us(), .to = *message->address, .id = message->id
	};
}

static void
flush_nothing(struct transport *transport)
{
	assert_ptr_equal(transport, &network.transport);
}

static void
tell_silence(struct transport *transport, int timeout_ms)
{
	flush_nothing(transport);
	if (network.told == network.count)
		poll(NULL, 0, timeout_ms);
	while (network.told < network.count)
		network.user.failed(network.user.context,
			network.sent[network.told++].id, TRANSPORT_SILENCE);
}

static struct transport *
open_network(const void *context, const struct transport_user *user)
{
	assert_null(context);
	network = (struct silent_network){
		{ note_message, flush_nothing, tell_silence, flush_nothing },
		*user
	};
	return &network.transport;
}

static void
count_silence(void *context, const struct probe_answer *answer)
{
	int *silences = context;

	assert_null(answer->agent);
	(*silences)++;
}

/* Each address is asked so often, with as many communities. */
static int
ask_all(struct engine *engine, int times)
{
	static const struct credential community = {
		.label = "lab", .version = SNMP_V2C, .community = "public"
	};
	const struct credential *credentials[MESSAGES];
	const char *objects[] = { "1.3.6.1.2.1.1.5.0" };
	int silences = 0;

	for (int i = 0; i < times; i++)
		credentials[i] = &community;
	for (int i = 0; i < ADDRESSES; i++) {
		struct probe probe = { .credentials = credentials,
			.credential_count = (size_t)times,
			.objects = objects,
			.object_count = COUNT(objects),
			.done = count_silence,
			.context = &silences };

		assert_int_equal(ip_parse(addresses[i], &probe.address), 0);
		engine_probe(engine, &probe);
	}
	assert_int_equal(engine_run(engine, NULL, NULL, NULL), 0);
	return silences;
}

/* Of all messages, or of those to one address, the nth leaves no earlier than
 * n turns behind the begin. */
static void
were_held(const char *name, const char *address, int64_t per_second,
	int64_t begin)
{
	struct ip_address ip;
	int64_t n = 0;

	if (per_second == 0)
		return;
	assert_int_equal(ip_parse(address ?: addresses[0], &ip), 0);
	for (size_t i = 0; i < network.count; i++) {
		const struct sent *sent = &network.sent[i];

		if (address != NULL && !ip_equal(&sent->to, &ip))
			continue;
		if (sent->at < begin + n * (SECOND_US / per_second))
			fail_msg("%s: message %zu left too early", name, i);
		n++;
	}
	assert_true(n > 1);
}

static const struct {
	const char *name;
	int64_t per_second, per_agent;
} limit_cases[] = {
	{ "no limit", 0, 0 },
	{ "in all", 200, 0 },
	{ "each device", 0, 100 },
	{ "both, the device is slower", 400, 100 },
	{ "both, the whole is slower", 100, 400 },
};

static void
messages_are_held(void **state)
{
	enum { TIMES = 6 };

	(void)state;
	for (size_t i = 0; i < COUNT(limit_cases); i++) {
		const char *name = limit_cases[i].name;
		struct engine_settings settings;
		struct engine *engine;
		int64_t begin = clock_us();

		engine_settings_default(&settings);
		settings.source = (struct transport_source){ open_network };
		settings.tries = 1;
		settings.requests_per_second = limit_cases[i].per_second;
		settings.requests_per_second_per_agent =
			limit_cases[i].per_agent;
		engine = engine_create(&settings);
		assert_int_equal(ask_all(engine, TIMES), ADDRESSES);
		assert_int_equal(network.count, ADDRESSES * TIMES);
		were_held(name, NULL, limit_cases[i].per_second, begin);
		for (int k = 0; k < ADDRESSES; k++)
			were_held(name, addresses[k], limit_cases[i].per_agent,
				begin);
		engine_free(engine);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(turns_are_spaced),
		cmocka_unit_test(messages_are_held),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
