/* reading.c -- all that one agent tells: its tables, then those of its
 * contexts.
 *
 * Everything lies in the device's arena and dies with it. */
#include "reading.h"

#include <string.h>

#include "collectors.h"
#include "contexts.h"
#include "device.h"
#include "engine.h"
#include "layer2.h"

/* Of the largest tables; an agent with endless ones gets no more. */
enum { DEVICE_MEMORY = 128 * 1024 * 1024 };
/* Tables that are asked for in contexts, of all kinds together. */
enum { CONTEXT_TABLES = 16 };
/* Of one kind, until the others are not asked: each silence takes long, and who
 * is silent in the first one knows none. */
enum { SILENT_CONTEXTS = 4 };
/* VLANs that repeated the plain table, until the others are not asked. */
enum { ALIKE_CONTEXTS = 3 };

struct reading {
	struct reading_order order;
	struct context *contexts; /* still to be asked; the first is being */
	struct walk_outcome *outcomes;
	size_t count, capacity;
	int silences; /* of contexts of this kind */
	bool has_context; /* one of them was answered */
};

/* ---- what came of it -------------------------------------------------- */

static void
keep_outcomes(struct reading *reading, const struct walk_outcome *outcomes,
	size_t count)
{
	struct arena *arena = reading->order.device->arena;

	reading->capacity = count + CONTEXT_TABLES;
	reading->outcomes = arena_allocate(
		arena, reading->capacity * sizeof(*reading->outcomes));
	memcpy(reading->outcomes, outcomes, count * sizeof(*outcomes));
	reading->count = count;
}

static struct walk_outcome *
outcome_for(struct reading *reading, const struct context *context,
	const struct collector *collector)
{
	const char *where = context_where(context);
	struct walk_outcome *row = reading->outcomes;

	for (size_t i = 0; i < reading->count; i++, row++)
		if (row->where == where && row->collector == collector)
			return row;
	if (reading->count == reading->capacity)
		return NULL;
	reading->count++;
	*row = (struct walk_outcome){ .collector = collector,
		.where = where,
		.result = WALK_NOT_IMPLEMENTED };
	return row;
}

/* The worst that happened in any context is told of them all. */
static int
badness(enum walk_result result)
{
	static const int order[] = {
		[WALK_NOT_IMPLEMENTED] = 0,
		[WALK_EMPTY] = 1,
		[WALK_ROWS] = 2,
		[WALK_NO_ANSWER] = 3,
		[WALK_CUT_SHORT] = 4,
	};

	return order[result];
}

static void
add_outcome(struct reading *reading, const struct context *context,
	const struct walk_outcome *given)
{
	struct walk_outcome *row =
		outcome_for(reading, context, given->collector);

	if (row == NULL)
		return;
	row->rows += given->rows;
	row->refused += given->refused;
	if (badness(given->result) > badness(row->result))
		row->result = given->result;
	if (row->result == WALK_NO_ANSWER && row->rows > 0)
		row->result = WALK_CUT_SHORT;
	if (row->reason == NULL && given->reason != NULL)
		row->reason = arena_format(reading->order.device->arena,
			"%s: %s", context_name(context), given->reason);
}

static void
omit(struct reading *reading, const struct context *context)
{
	struct walk_outcome outcome = { .result = WALK_CUT_SHORT,
		.reason = context_omission(context) };
	size_t count;
	const struct collector *const *tables =
		context_collectors(context, &count);

	for (size_t i = 0; i < count; i++) {
		outcome.collector = tables[i];
		add_outcome(reading, context, &outcome);
	}
}

/* The rows were none of the VLANs'. */
static void
distrust_contexts(struct reading *reading)
{
	struct walk_outcome *row = reading->outcomes;

	for (size_t i = 0; i < reading->count; i++, row++)
		if (row->collector == &fdb_collector && row->where != NULL) {
			row->result = WALK_CUT_SHORT;
			row->rows = 0;
			row->reason = "the agent answers alike in all contexts";
		}
}

/* ---- one walk after the other ----------------------------------------- */

static void on_context(
	void *, struct agent *, const struct walk_outcome *, size_t);

static void
finish(struct reading *reading, struct agent *agent)
{
	struct device *device = reading->order.device;

	if (layer2_contexts_alike(device) > 0) {
		layer2_forget_contexts(device);
		distrust_contexts(reading);
	}
	reading->order.done(reading->order.context, agent, reading->outcomes,
		reading->count);
}

static void
ask_in(struct reading *reading, struct agent *agent,
	const struct context *context)
{
	struct device *device = reading->order.device;
	struct walk_order order = {
		.device = device,
		.arena = device->arena,
		.memory_limit = DEVICE_MEMORY,
		.snmp_context = context_name(context),
		.done = on_context,
		.context = reading,
	};

	order.collectors = context_collectors(context, &order.collector_count);
	context_enter(device, context);
	agent_walk(agent, &order);
}

static void
leave_kind(struct reading *reading)
{
	reading->contexts = context_next_kind(reading->contexts);
	reading->silences = 0;
	reading->has_context = false;
}

static void
ask_next(struct reading *reading, struct agent *agent)
{
	while (reading->contexts != NULL &&
		context_omission(reading->contexts) != NULL) {
		omit(reading, reading->contexts);
		leave_kind(reading);
	}
	if (reading->contexts != NULL)
		ask_in(reading, agent, reading->contexts);
	else
		finish(reading, agent);
}

/* Are the others of its kind worth asking? */
static bool
goes_on(struct reading *reading, bool is_silent)
{
	reading->silences += is_silent;
	reading->has_context |= !is_silent;
	return reading->has_context && reading->silences < SILENT_CONTEXTS &&
		layer2_contexts_alike(reading->order.device) < ALIKE_CONTEXTS;
}

static void
on_context(void *given, struct agent *agent,
	const struct walk_outcome *outcomes, size_t count)
{
	struct reading *reading = given;
	bool is_silent = true;

	context_leave(reading->order.device, reading->contexts);
	for (size_t i = 0; i < count; i++) {
		add_outcome(reading, reading->contexts, &outcomes[i]);
		is_silent &= outcomes[i].result == WALK_NO_ANSWER;
	}
	if (goes_on(reading, is_silent))
		reading->contexts = context_next(reading->contexts);
	else
		leave_kind(reading);
	ask_next(reading, agent);
}

static void
on_tables(void *given, struct agent *agent, const struct walk_outcome *outcomes,
	size_t count)
{
	struct reading *reading = given;

	keep_outcomes(reading, outcomes, count);
	if (!reading->order.is_leaf)
		reading->contexts = contexts_of(
			reading->order.device, agent_credential(agent));
	ask_next(reading, agent);
}

void
reading_begin(struct agent *agent, const struct reading_order *given)
{
	struct arena *arena = given->device->arena;
	struct reading *reading = arena_allocate(arena, sizeof(*reading));
	const struct walk_order order = {
		.collectors = given->is_leaf ? leaf_collectors : collectors,
		.collector_count =
			given->is_leaf ? leaf_collector_count : collector_count,
		.device = given->device,
		.arena = arena,
		.memory_limit = DEVICE_MEMORY,
		.done = on_tables,
		.context = reading,
	};

	reading->order = *given;
	agent_walk(agent, &order);
}
