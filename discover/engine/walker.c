/* walker.c -- what to ask an agent next, and what its answers mean. */
#include "walker.h"

#include "pace.h"
#include "pool.h"
#include "split.h"

struct walker {
	struct arena *arena;
	struct table *tables;
	size_t table_count, tables_left;
	size_t tables_held; /* of those left: they wait for the others */
	struct pool easy, careful;
	struct walk_request *spare;
	struct column *long_columns; /* linked by next_long */
	struct pace pace;
	bool lacks_bulk;
};

/* ---- beginning -------------------------------------------------------- */

static void
ask_for(struct walker *walker, struct table *table)
{
	pool_append(&walker->easy, &table->scout->first);
}

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
			ask_for(walker, table);
		finish_if_read(walker, table);
	}
}

static void
begin_table(struct walker *walker, struct table *table)
{
	if (table->collector->wish != NULL) {
		walker->tables_held++;
		return;
	}
	table_find_guard(table, walker->tables, walker->table_count);
	if (table->running > 0 && table->guard == NULL)
		ask_for(walker, table);
	finish_if_read(walker, table);
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
	pace_begin(&walker->pace);
	walker->table_count = walker->tables_left = count;
	walker->tables =
		arena_allocate(order->arena, count * sizeof(*walker->tables));
	pool_clear(&walker->easy);
	pool_clear(&walker->careful);
	for (size_t i = 0; i < count; i++)
		table_begin(&walker->tables[i], order, order->collectors[i],
			row_limit);
	for (size_t i = 0; i < count; i++)
		begin_table(walker, &walker->tables[i]);
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
	return share > walker->pace.budget ? walker->pace.budget : share;
}

static void
choose_ranges(
	struct walker *walker, struct walk_request *request, int idle_slots)
{
	bool is_easy = walker->easy.count > 0;
	size_t count = is_easy ? columns_for(walker, (size_t)idle_slots) : 1;
	size_t taken = 0;

	do
		request->ranges[taken++] =
			pool_take(is_easy ? &walker->easy : &walker->careful);
	while (taken < count);
	request->message.name_count = taken;
}

static void
fill_message(struct walker *walker, struct walk_request *request)
{
	struct snmp_request *message = &request->message;

	message->command = SNMP_GETBULK;
	message->repetitions = pace_repetitions(&walker->pace, request);
	if (walker->lacks_bulk ||
		request->ranges[0]->caution == CAUTION_GETNEXT) {
		message->command = SNMP_GETNEXT;
		message->repetitions = 1;
	}
	message->names = request->names;
	for (size_t i = 0; i < message->name_count; i++)
		request->names[i] =
			range_cursor(request->ranges[i], request->ids[i]);
}

static bool
is_anything_waiting(const struct walker *walker)
{
	return walker->easy.count + walker->careful.count > 0;
}

struct walk_request *
walker_next(struct walker *walker, int idle_slots)
{
	struct walk_request *request;
	struct range *half;

	if (idle_slots < 1)
		return NULL;
	if (!is_anything_waiting(walker) &&
		(half = split_widest(walker->long_columns)) != NULL)
		pool_append(&walker->easy, half);
	if (!is_anything_waiting(walker))
		return NULL;
	request = request_take(walker);
	choose_ranges(walker, request, idle_slots);
	fill_message(walker, request);
	return request;
}

/* ---- what became of it ------------------------------------------------ */

/* Tables that were waiting for their guard. */
static void
release_vendor(struct walker *walker, const struct table *guard)
{
	for (size_t i = 0; i < walker->table_count; i++) {
		struct table *table = &walker->tables[i];

		if (table->guard != guard || table->running == 0)
			continue;
		if (guard->leaves_vendor)
			table_end(table, NULL);
		else
			ask_for(walker, table);
		finish_if_read(walker, table);
	}
}

/* Columns that were waiting for their scout; those it showed to be empty have
 * ended already. */
static void
release_columns(struct walker *walker, struct table *table)
{
	if (table->scouted)
		return;
	table->scouted = true;
	if (table->is_silent)
		table_end(table, table->trouble);
	for (size_t i = 0; i < table->collector->column_count; i++)
		if (!table->columns[i].ended &&
			&table->columns[i] != table->scout)
			pool_append(&walker->easy, &table->columns[i].first);
	if (table->is_guard)
		release_vendor(walker, table);
}

static void
note_if_long(struct walker *walker, struct column *column)
{
	if (column->is_long || column->count < LONG_COLUMN)
		return;
	column->is_long = true;
	column->next_long = walker->long_columns;
	walker->long_columns = column;
}

static void
settle_range(struct walker *walker, struct range *range, struct pool *easy)
{
	struct column *column = range->column;
	struct table *table = column->table;

	if (!range->ended)
		pool_append(range->caution == CAUTION_NONE ? easy
							   : &walker->careful,
			range);
	if (column == table->scout && (column->count > 0 || column->ended))
		release_columns(walker, table);
	note_if_long(walker, column);
}

/* The ranges go back to the pool, or their tables are finished. Some that wait
 * may have been dropped meanwhile. */
static void
settle(struct walker *walker, struct walk_request *request)
{
	struct pool easy;

	pool_clear(&easy);
	for (size_t i = 0; i < request->message.name_count; i++)
		settle_range(walker, request->ranges[i], &easy);
	pool_prepend(&walker->easy, &easy);
	pool_weed(&walker->easy);
	pool_weed(&walker->careful);
	for (size_t i = 0; i < request->message.name_count; i++)
		finish_if_read(walker, request->ranges[i]->column->table);
	release_tables(walker);
	request_give_back(walker, request);
}

/* The agent named the column it stumbled over, or it may be any. */
static void
blame(struct walk_request *request, int error_index, const char *reason)
{
	size_t count = request->message.name_count;

	if (error_index >= 1 && (size_t)error_index <= count) {
		range_fail(request->ranges[error_index - 1], reason, false);
		return;
	}
	for (size_t i = 0; i < count; i++)
		range_fail(request->ranges[i], reason, false);
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
		if (!request->ranges[index - 1]->ended)
			range_take(request->ranges[index - 1], &end);
		return;
	}
	if (response->error_status != ERROR_TOO_BIG ||
		varbinds_asked_for(&request->message) == 1)
		blame(request, index, snmp_error_word(response->error_status));
	pace_halve(&walker->pace, &request->message);
}

static size_t
take_varbinds(
	struct walk_request *request, const struct snmp_response *response)
{
	size_t count = request->message.name_count;
	bool is_good[WALK_COLUMNS] = { false };
	size_t kept = 0;

	for (size_t i = 0; i < response->count; i++) {
		struct range *range = request->ranges[i % count];

		if (range->ended || !range_take(range, &response->varbinds[i]))
			continue;
		is_good[i % count] = true;
		kept++;
	}
	for (size_t i = 0; i < count; i++)
		if (is_good[i])
			range_praise(request->ranges[i]);
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
		pace_halve(&walker->pace, &request->message);
	} else {
		kept = take_varbinds(request, response);
		if (is_steady && request->message.command == SNMP_GETBULK)
			pace_follow(&walker->pace, &request->message, response,
				kept);
	}
	settle(walker, request);
	return kept;
}

void
walker_repeat(struct walker *walker, struct walk_request *request)
{
	pace_halve(&walker->pace, &request->message);
	if (request->message.command == SNMP_GETBULK)
		request->message.repetitions =
			pace_repetitions(&walker->pace, request);
}

void
walker_failed(
	struct walker *walker, struct walk_request *request, const char *reason)
{
	for (size_t i = 0; i < request->message.name_count; i++)
		range_fail(request->ranges[i], reason, true);
	pace_halve(&walker->pace, &request->message);
	settle(walker, request);
}

void
walker_give_up(struct walker *walker, const char *reason, bool is_silent)
{
	pool_clear(&walker->easy);
	pool_clear(&walker->careful);
	for (size_t i = 0; i < walker->table_count; i++) {
		struct table *table = &walker->tables[i];

		if (table->running == 0)
			continue;
		table->is_silent |= is_silent;
		table_end(table, reason);
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

	*count = tables_outcomes(walker->tables, walker->table_count, outcomes);
	return outcomes;
}
