/* column.c -- one column of a table while it is read, in ranges. */
#include "column.h"

#include <string.h>

#include "table.h"

enum { FIRST_PROBATION = 4, LONGEST_PROBATION = 1024 };
/* Guesses that one which failed counts for. */
enum { COST_OF_FAILURE = 20 };

/* ---- beginning and end ------------------------------------------------ */

void
column_begin(struct column *column, struct table *table, uint8_t number)
{
	const struct collector *collector = table->collector;
	uint32_t ids[OID_IDS + 1];
	size_t length = oid_from_text(collector->entry, ids);
	size_t prefix = collector->index_prefix_length;

	ids[length++] = number;
	if (prefix > OID_IDS - length)
		prefix = OID_IDS - length;
	column->table = table;
	column->index_at = length;
	if (prefix > 0)
		memcpy(ids + length, collector->index_prefix,
			prefix * sizeof(*ids));
	length += prefix;
	column->start.ids =
		arena_copy(table->order->arena, ids, length * sizeof(*ids));
	column->start.length = length;
	column->first.column = column;
	column->first.probation = FIRST_PROBATION;
	column->running = 1;
}

static void
range_end(struct range *range, const char *trouble)
{
	struct column *column = range->column;
	struct table *table = column->table;

	range->ended = true;
	if (trouble != NULL && table->trouble == NULL)
		table->trouble = trouble;
	if (--column->running > 0)
		return;
	column->ended = true;
	table->running--;
	if (trouble == NULL && column->count > table->longest)
		table->longest = column->count;
}

void
column_end(struct column *column, const char *trouble)
{
	for (struct range *range = &column->first; range != NULL;
		range = range->behind)
		if (!range->ended)
			range_end(range, trouble);
}

int64_t
column_rows_left(const struct column *column)
{
	int64_t longest = column->table->longest;

	return longest > column->count ? longest - column->count : 0;
}

/* ---- ranges ----------------------------------------------------------- */

bool
range_is_guess(const struct range *range)
{
	return range->before != NULL && range->cells.count == 0;
}

struct range *
range_split(struct range *range, struct snmp_name from)
{
	struct column *column = range->column;
	struct range *half =
		arena_allocate(column->table->order->arena, sizeof(*half));

	*half = (struct range){ .column = column,
		.before = range,
		.behind = range->behind,
		.from = from,
		.below = range->below,
		.probation = FIRST_PROBATION };
	if (half->behind != NULL)
		half->behind->before = half;
	range->behind = half;
	range->below = (struct snmp_name){ 0 };
	column->running++;
	column->table->guesses_left--;
	return half;
}

/* Its request may be under way: the answer is ignored. */
static void
range_drop(struct range *range)
{
	range->before->behind = range->behind;
	if (range->behind != NULL)
		range->behind->before = range->before;
	if (range->cells.count > 0)
		range->before->below = range->below;
	else if (name_compare(range->from, range->before->cells.last_index) > 0)
		range->before->below = range->from;
	range->column->count -= range->cells.count;
	if (!range->ended)
		range_end(range, NULL);
}

struct snmp_name
range_cursor(const struct range *range, uint32_t ids[OID_IDS])
{
	const struct column *column = range->column;
	const struct collector *collector = column->table->collector;
	size_t length = column->index_at;
	struct snmp_name last =
		range->cells.count > 0 ? range->cells.last_index : range->from;

	if (range->cells.count == 0 && range->before == NULL)
		return collector->from_length > 0
			? (struct snmp_name){ collector->from,
				  collector->from_length }
			: column->start;
	memcpy(ids, column->start.ids, length * sizeof(*ids));
	memcpy(ids + length, last.ids, last.length * sizeof(*ids));
	return (struct snmp_name){ ids, length + last.length };
}

/* ---- failures --------------------------------------------------------- */

void
range_fail(struct range *range, const char *reason, bool is_silent)
{
	bool is_at_its_wits_end =
		range->caution == CAUTION_GETNEXT && range->answers == 0;

	if (range->ended)
		return;
	if (range_is_guess(range)) {
		range->column->table->guesses_left -= COST_OF_FAILURE;
		range_drop(range);
		return;
	}
	if (is_at_its_wits_end) {
		range->column->table->is_silent |= is_silent;
		range_end(range, reason);
		return;
	}
	if (range->caution < CAUTION_GETNEXT)
		range->caution++;
	range->answers = 0;
	if (range->probation < LONGEST_PROBATION)
		range->probation *= 2;
}

void
range_praise(struct range *range)
{
	range->answers++;
	if (range->caution == CAUTION_NONE || range->answers < range->probation)
		return;
	range->caution--;
	range->answers = 0;
}

/* ---- reading ---------------------------------------------------------- */

/* The scout left its column at `next`: columns that begin before it and do not
 * hold it are empty. */
static void
skip_empty_columns(struct table *table, struct snmp_name next)
{
	for (size_t i = 0; i < table->collector->column_count; i++) {
		struct column *column = &table->columns[i];

		if (!column->ended && column != table->scout &&
			name_compare(column->start, next) < 0 &&
			!name_begins_with(next, column->start))
			column_end(column, NULL);
	}
}

/* What broken agents say to GETNEXT for an object without instances is none. */
static bool
is_proof(const struct snmp_varbind *varbind)
{
	return varbind->value.type != MIB_NO_SUCH_OBJECT &&
		varbind->value.type != MIB_NO_SUCH_INSTANCE;
}

static void
leave_column(struct range *range, const struct snmp_varbind *varbind)
{
	static const uint32_t end[] = { UINT32_MAX };
	struct column *column = range->column;
	struct table *table = column->table;
	bool is_last = varbind->value.type >= MIB_NO_SUCH_OBJECT;
	struct snmp_name next =
		is_last ? (struct snmp_name){ end, COUNT(end) } : varbind->name;

	if (range_is_guess(range)) {
		range_drop(range);
		return;
	}
	if (range->behind != NULL && range_is_guess(range->behind))
		range_drop(range->behind);
	range_end(range, NULL);
	if (name_compare(next, column->start) <= 0)
		return;
	table_was_left(table, next, is_proof(varbind));
	if (column == table->scout && !table->scouted)
		skip_empty_columns(table, next);
}

static bool
cells_hold(const struct cells *cells, struct snmp_name index)
{
	struct cell_reader reader = cells_read(cells);
	struct cell cell;

	while (cell_next(&reader, &cell)) {
		int order = name_compare(cell.index, index);

		if (order >= 0)
			return order == 0;
	}
	return false;
}

static bool
has_passed(const struct range *behind, struct snmp_name index)
{
	struct snmp_name first;

	if (range_is_guess(behind))
		return name_compare(index, behind->from) > 0;
	first = cells_first_index(&behind->cells);
	return name_compare(index, first) >= 0;
}

/* Did the range come to the one behind it? One that it passes by without
 * meeting was read from a place where the agent is not in order. */
static bool
joins(struct range *range, struct snmp_name index)
{
	while (range->behind != NULL && has_passed(range->behind, index)) {
		if (cells_hold(&range->behind->cells, index))
			return true;
		if (!range_is_guess(range->behind))
			range->column->table->guesses_left = 0;
		range_drop(range->behind);
	}
	return false;
}

/* Behind what the range asked for, and behind what was read before it. */
static bool
increases(const struct range *range, struct snmp_name index)
{
	if (range->cells.count > 0)
		return name_compare(index, range->cells.last_index) > 0;
	return !range_is_guess(range) ||
		(name_compare(index, range->from) > 0 &&
			name_compare(index, range->before->cells.last_index) >
				0);
}

/* NULL while the column may go on. */
static const char *
limit_reached(const struct column *column)
{
	const struct table *table = column->table;
	const struct walk_order *order = table->order;

	if (column->count >= table->row_limit)
		return arena_format(order->arena, "more than %lld rows",
			(long long)table->row_limit);
	if (order->memory_limit > 0 &&
		arena_size(order->arena) > order->memory_limit)
		return arena_format(order->arena,
			"what the agent says fills more than %zu MB",
			order->memory_limit >> 20);
	return NULL;
}

/* NULL when the cell may be kept. */
static const char *
objection(const struct range *range, struct snmp_name index)
{
	if (!increases(range, index))
		return "the agent's OIDs do not increase";
	return limit_reached(range->column);
}

static void
refuse(struct range *range, const char *reason)
{
	if (range_is_guess(range))
		range_fail(range, reason, false);
	else
		range_end(range, reason);
}

/* A guess that comes to the next range at once is in vain. */
static void
join(struct range *range)
{
	if (range_is_guess(range))
		range_drop(range);
	else
		range_end(range, NULL);
}

bool
range_take(struct range *range, const struct snmp_varbind *varbind)
{
	struct column *column = range->column;
	struct snmp_name name = varbind->name;
	struct cell cell = { .value = varbind->value };
	const char *reason;

	if (varbind->value.type >= MIB_NO_SUCH_OBJECT ||
		!name_begins_with(name, column->start)) {
		leave_column(range, varbind);
		return false;
	}
	cell.index = (struct snmp_name){ name.ids + column->index_at,
		name.length - column->index_at };
	reason = objection(range, cell.index);
	if (reason != NULL) {
		refuse(range, reason);
		return false;
	}
	if (joins(range, cell.index)) {
		join(range);
		return false;
	}
	cells_add(&range->cells, column->table->order->arena, &cell);
	column->count++;
	return true;
}

/* ---- reading what was read -------------------------------------------- */

struct column_reader
column_read(const struct column *column)
{
	return (struct column_reader){ &column->first,
		cells_read(&column->first.cells) };
}

bool
column_next(struct column_reader *reader, struct cell *cell)
{
	while (!cell_next(&reader->cells, cell)) {
		reader->range = reader->range->behind;
		if (reader->range == NULL)
			return false;
		reader->cells = cells_read(&reader->range->cells);
	}
	return true;
}
