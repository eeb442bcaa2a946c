/* walker.c -- what to ask an agent next, and what its answers mean. */
#include "walker.h"

#include "pool.h"

enum {
	FIRST_BUDGET = 24, /* varbinds in an answer; 60 fill 1472 bytes */
	LARGEST_BUDGET = 500,
	MOST_REPETITIONS = 250,
	CAREFUL_REPETITIONS = 10,
};

struct walker {
	struct arena *arena;
	struct table *tables;
	size_t table_count, tables_left;
	size_t tables_held; /* of those left: they wait for the others */
	struct pool easy, careful;
	struct walk_request *spare;
	size_t budget; /* varbinds to ask for in one request */
	size_t largest; /* varbinds that came in one answer */
	size_t cap; /* what fits into an answer, once one was cut */
	bool lacks_bulk;
};

/* ---- beginning -------------------------------------------------------- */

static void
finish_if_read(struct walker *walker, struct table *table)
{
	if (table->running > 0 || table->is_finished)
		return;
	table->is_finished = true;
	table_finish(table);
	walker->tables_left--;
}

/* The tables that wait for all others, once those are read. */
static void
release_tables(struct walker *walker)
{
	if (walker->tables_left > walker->tables_held)
		return;
	walker->tables_held = 0;
	for (size_t i = 0; i < walker->table_count; i++) {
		struct table *table = &walker->tables[i];

		if (table->is_finished)
			continue;
		if (table_is_wanted(table))
			pool_append(&walker->easy, table->scout);
		finish_if_read(walker, table);
	}
}

struct walker *
walker_create(const struct walk_order *given, int64_t row_limit)
{
	size_t count = given->collector_count;
	struct walker *walker = arena_allocate(given->arena, sizeof(*walker));
	const struct walk_order *order =
		arena_copy(given->arena, given, sizeof(*given));

	walker->arena = order->arena;
	walker->lacks_bulk = order->lacks_bulk;
	walker->budget = FIRST_BUDGET;
	walker->cap = LARGEST_BUDGET;
	walker->table_count = walker->tables_left = count;
	walker->tables =
		arena_allocate(order->arena, count * sizeof(*walker->tables));
	pool_clear(&walker->easy);
	pool_clear(&walker->careful);
	for (size_t i = 0; i < count; i++) {
		struct table *table = &walker->tables[i];

		table_begin(table, order, order->collectors[i], row_limit);
		if (order->collectors[i]->wish != NULL) {
			walker->tables_held++;
			continue;
		}
		if (table->running > 0)
			pool_append(&walker->easy, table->scout);
		finish_if_read(walker, table);
	}
	release_tables(walker);
	return walker;
}

/* ---- asking ----------------------------------------------------------- */

static struct walk_request *
request_take(struct walker *walker)
{
	struct walk_request *request = walker->spare;

	if (request == NULL)
		return arena_allocate(walker->arena, sizeof(*request));
	walker->spare = request->next;
	return request;
}

static void
request_give_back(struct walker *walker, struct walk_request *request)
{
	request->next = walker->spare;
	walker->spare = request;
}

/* An equal share of the waiting columns for each idle slot. */
static size_t
columns_for(const struct walker *walker, size_t idle_slots)
{
	size_t share = (walker->easy.count + idle_slots - 1) / idle_slots;

	if (share > WALK_COLUMNS)
		share = WALK_COLUMNS;
	return share > walker->budget ? walker->budget : share;
}

static void
choose_columns(
	struct walker *walker, struct walk_request *request, int idle_slots)
{
	bool is_easy = walker->easy.count > 0;
	size_t count = is_easy ? columns_for(walker, (size_t)idle_slots) : 1;
	size_t taken = 0;

	do
		request->columns[taken++] =
			pool_take(is_easy ? &walker->easy : &walker->careful);
	while (taken < count);
	request->message.name_count = taken;
}

/* Rows that some column may still have; 0 when one of them does not know. */
static int64_t
most_rows_left(const struct walk_request *request)
{
	int64_t most = 0;

	for (size_t i = 0; i < request->message.name_count; i++) {
		int64_t left = column_rows_left(request->columns[i]);

		if (left == 0)
			return 0;
		if (left > most)
			most = left;
	}
	return most;
}

static int
repetitions_for(const struct walker *walker, const struct walk_request *request)
{
	int64_t repetitions =
		(int64_t)(walker->budget / request->message.name_count);
	int64_t left = most_rows_left(request);

	if (request->columns[0]->caution == CAUTION_ALONE &&
		repetitions > CAREFUL_REPETITIONS)
		repetitions = CAREFUL_REPETITIONS;
	if (repetitions > MOST_REPETITIONS)
		repetitions = MOST_REPETITIONS;
	/* One more than expected shows that the column ends. */
	if (left > 0 && repetitions > left + 1)
		repetitions = left + 1;
	return repetitions < 1 ? 1 : (int)repetitions;
}

static void
fill_message(struct walker *walker, struct walk_request *request)
{
	struct snmp_request *message = &request->message;

	message->command = SNMP_GETBULK;
	message->repetitions = repetitions_for(walker, request);
	if (walker->lacks_bulk ||
		request->columns[0]->caution == CAUTION_GETNEXT) {
		message->command = SNMP_GETNEXT;
		message->repetitions = 1;
	}
	message->names = request->names;
	for (size_t i = 0; i < message->name_count; i++)
		request->names[i] =
			column_cursor(request->columns[i], request->ids[i]);
}

struct walk_request *
walker_next(struct walker *walker, int idle_slots)
{
	struct walk_request *request;

	if (idle_slots < 1 || walker->easy.count + walker->careful.count == 0)
		return NULL;
	request = request_take(walker);
	choose_columns(walker, request, idle_slots);
	fill_message(walker, request);
	return request;
}

/* ---- what became of it ------------------------------------------------ */

/* Columns that were waiting for their scout; those it showed to be empty have
 * ended already. */
static void
release_columns(struct walker *walker, struct table *table)
{
	if (table->scouted)
		return;
	table->scouted = true;
	if (table->is_silent)
		table_give_up(table, table->trouble);
	for (size_t i = 0; i < table->collector->column_count; i++)
		if (!table->columns[i].ended &&
			&table->columns[i] != table->scout)
			pool_append(&walker->easy, &table->columns[i]);
}

/* The columns go back to the pool, or their tables are finished. */
static void
settle(struct walker *walker, struct walk_request *request)
{
	struct pool easy;

	pool_clear(&easy);
	for (size_t i = 0; i < request->message.name_count; i++) {
		struct column *column = request->columns[i];
		struct table *table = column->table;

		if (!column->ended)
			pool_append(column->caution == CAUTION_NONE
					? &easy
					: &walker->careful,
				column);
		if (column == table->scout &&
			(column->cells.count > 0 || column->ended))
			release_columns(walker, table);
	}
	pool_prepend(&walker->easy, &easy);
	for (size_t i = 0; i < request->message.name_count; i++)
		if (request->columns[i]->ended)
			finish_if_read(walker, request->columns[i]->table);
	release_tables(walker);
	request_give_back(walker, request);
}

static size_t
asked_for(const struct walk_request *request)
{
	return request->message.name_count *
		(size_t)request->message.repetitions;
}

static void
halve_budget(struct walker *walker, const struct walk_request *request)
{
	size_t half = asked_for(request) / 2;

	if (half < walker->budget)
		walker->budget = half < 1 ? 1 : half;
}

/* Full and mostly useful: try twice as much. Cut short, though the view goes
 * on: the largest answer so far is what fits. */
static void
adapt_budget(struct walker *walker, const struct walk_request *request,
	const struct snmp_response *response, size_t kept)
{
	size_t asked = asked_for(request), came = response->count;
	const struct snmp_varbind *last = &response->varbinds[came - 1];

	if (came > walker->largest)
		walker->largest = came;
	if (came < asked && last->value.type != MIB_END_OF_VIEW)
		walker->cap = walker->largest;
	else if (kept >= came - came / 4 && asked > walker->budget / 2)
		walker->budget *= 2;
	if (walker->budget > walker->cap)
		walker->budget = walker->cap;
}

/* The agent named the column it stumbled over, or it may be any. */
static void
blame(struct walk_request *request, int error_index, const char *reason)
{
	size_t count = request->message.name_count;

	if (error_index >= 1 && (size_t)error_index <= count) {
		column_failed(request->columns[error_index - 1], reason, false);
		return;
	}
	for (size_t i = 0; i < count; i++)
		column_failed(request->columns[i], reason, false);
}

static void
take_error(struct walker *walker, struct walk_request *request,
	const struct snmp_response *response)
{
	static const struct snmp_varbind end = { .value.type =
							 MIB_END_OF_VIEW };
	int index = response->error_index;
	size_t count = request->message.name_count;

	if (response->error_status == ERROR_NO_SUCH_NAME && index >= 1 &&
		(size_t)index <= count) {
		column_take(request->columns[index - 1], &end);
		return;
	}
	if (response->error_status != ERROR_TOO_BIG || asked_for(request) == 1)
		blame(request, index, snmp_error_word(response->error_status));
	halve_budget(walker, request);
}

static size_t
take_varbinds(
	struct walk_request *request, const struct snmp_response *response)
{
	size_t kept = 0;

	for (size_t i = 0; i < response->count; i++) {
		struct column *column =
			request->columns[i % request->message.name_count];

		if (!column->ended)
			kept += column_take(column, &response->varbinds[i]);
	}
	return kept;
}

size_t
walker_answered(struct walker *walker, struct walk_request *request,
	const struct snmp_response *response, bool is_steady)
{
	size_t kept = 0;

	if (response->error_status != ERROR_NONE) {
		take_error(walker, request, response);
	} else if (response->count == 0) {
		blame(request, 0, "the agent answers without values");
		halve_budget(walker, request);
	} else {
		kept = take_varbinds(request, response);
		if (is_steady && request->message.command == SNMP_GETBULK)
			adapt_budget(walker, request, response, kept);
	}
	settle(walker, request);
	return kept;
}

void
walker_repeat(struct walker *walker, struct walk_request *request)
{
	halve_budget(walker, request);
	if (request->message.command == SNMP_GETBULK)
		request->message.repetitions = repetitions_for(walker, request);
}

void
walker_failed(
	struct walker *walker, struct walk_request *request, const char *reason)
{
	for (size_t i = 0; i < request->message.name_count; i++)
		column_failed(request->columns[i], reason, true);
	halve_budget(walker, request);
	settle(walker, request);
}

void
walker_give_up(struct walker *walker, const char *reason)
{
	pool_clear(&walker->easy);
	pool_clear(&walker->careful);
	for (size_t i = 0; i < walker->table_count; i++) {
		struct table *table = &walker->tables[i];

		if (table->running == 0)
			continue;
		table_give_up(table, reason);
		finish_if_read(walker, table);
	}
}

bool
walker_is_done(const struct walker *walker)
{
	return walker->tables_left == 0;
}

const struct walk_outcome *
walker_outcomes(struct walker *walker, size_t *count)
{
	struct walk_outcome *outcomes = arena_allocate(
		walker->arena, walker->table_count * sizeof(*outcomes));

	*count = 0;
	for (size_t i = 0; i < walker->table_count; i++)
		if (!table_is_spared(&walker->tables[i]))
			outcomes[(*count)++] = table_outcome(&walker->tables[i],
				walker->tables, walker->table_count);
	return outcomes;
}
