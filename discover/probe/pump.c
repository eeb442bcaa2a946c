/* pump.c -- asks many questions, none of them too soon after another. */
#include "pump.h"

#include <stdlib.h>
#include <string.h>

#include "echo.h"
#include "loop.h"
#include "memory.h"
#include "resolve.h"
#include "stream.h"

enum { SECOND_US = 1000 * 1000 };

struct pump_target {
	struct ip_address ip;
	int64_t next_at;
};

struct pump {
	struct deadline deadline; /* first, so that it leads back to here */
	const struct pump_order *order;
	const struct question **waiting; /* in their order */
	size_t waiting_count;
	struct pump_target *targets;
	size_t target_count, target_capacity;
};

/* All other talks are streams. */
static const struct {
	const char *talk;
	ask *ask;
} ways[] = {
	{ "dns", resolve_ask },
	{ "dns-server", resolve_ask },
	{ "dns-service", resolve_ask },
	{ "echo", echo_ask },
	{ "sip-udp", datagram_ask },
};

static ask *
way_of(const struct question *question)
{
	for (size_t i = 0; i < COUNT(ways); i++)
		if (strcmp(ways[i].talk, question->talk) == 0)
			return ways[i].ask;
	return stream_ask;
}

/* All resolvers are one: they stand in for each other. */
static struct pump_target *
target_of(struct pump *pump, const struct question *question)
{
	const struct ip_address resolvers = { 0 };
	const struct ip_address *ip =
		question->is_recursive ? &resolvers : &question->ip;

	for (size_t i = 0; i < pump->target_count; i++)
		if (ip_equal(&pump->targets[i].ip, ip))
			return &pump->targets[i];
	pump->targets = memory_grown(pump->targets, pump->target_count,
		&pump->target_capacity, sizeof(*pump->targets));
	pump->targets[pump->target_count] = (struct pump_target){ *ip, 0 };
	return &pump->targets[pump->target_count++];
}

/* The first whose turn has come; `*next_at` is when one comes otherwise. */
static size_t
find_next(struct pump *pump, int64_t now, int64_t *next_at)
{
	*next_at = INT64_MAX;
	for (size_t i = 0; i < pump->waiting_count; i++) {
		int64_t at = target_of(pump, pump->waiting[i])->next_at;

		if (at <= now)
			return i;
		if (at < *next_at)
			*next_at = at;
	}
	return pump->waiting_count;
}

static const struct question *
take_waiting(struct pump *pump, size_t place)
{
	const struct question *question = pump->waiting[place];

	pump->waiting_count--;
	memmove(pump->waiting + place, pump->waiting + place + 1,
		(pump->waiting_count - place) * sizeof(struct question *));
	return question;
}

static void
due(struct deadline *deadline)
{
	struct pump *pump = (struct pump *)deadline;
	struct asking *asking = pump->order->asking;
	int64_t now = clock_us(), next_at;
	size_t place = find_next(pump, now, &next_at);

	if (place < pump->waiting_count) {
		const struct question *question = take_waiting(pump, place);

		target_of(pump, question)->next_at =
			now + SECOND_US / pump->order->per_second_per_target;
		next_at = now + SECOND_US / pump->order->per_second;
		way_of(question)(asking, question);
	}
	if (pump->waiting_count > 0)
		loop_set(asking->loop, deadline, next_at);
}

int
pump_run(const struct pump_order *order)
{
	struct pump pump = { .deadline = { .due = due },
		.order = order,
		.waiting_count = order->count };
	int result;

	pump.waiting =
		memory_zeroed((order->count + 1) * sizeof(struct question *));
	for (size_t i = 0; i < order->count; i++)
		pump.waiting[i] = &order->questions[i];
	if (order->count > 0)
		loop_set(order->asking->loop, &pump.deadline, 0);
	result = loop_run(order->asking->loop, order->should_stop);
	loop_cancel(order->asking->loop, &pump.deadline);
	free(pump.waiting);
	free(pump.targets);
	return result;
}
