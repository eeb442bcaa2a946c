/* table.c -- one table while it is read: its columns, and how they become rows.
 */
#include "table.h"

#include <string.h>

enum { LEAST_MODULE = 7 }; /* arcs */

/* ---- beginning -------------------------------------------------------- */

static void
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
}

/* What holds the table: its OID without column, entry and table. A name of
 * fewer arcs than mib-2's groups have (1.3.6.1.2.1.N) holds nearly everything
 * and says nothing; groups of scalars come out so. */
static struct snmp_name
module_of(const struct column *column)
{
	size_t length = column->index_at;

	return (struct snmp_name){ column->start.ids,
		length > 3 ? length - 3 : 0 };
}

void
table_begin(struct table *table, const struct walk_order *order,
	const struct collector *collector, int64_t row_limit)
{
	size_t count = collector->column_count;

	*table = (struct table){ .order = order,
		.collector = collector,
		.running = count,
		.row_limit = collector->row_limit ?: row_limit };
	table->columns =
		arena_allocate(order->arena, count * sizeof(*table->columns));
	table->scout = table->columns;
	for (size_t i = 0; i < count; i++) {
		column_begin(&table->columns[i], table, collector->columns[i]);
		if (collector->columns[i] <
			table->scout->start.ids[table->scout->index_at - 1])
			table->scout = &table->columns[i];
	}
	if (count > 0)
		table->module = module_of(table->scout);
}

/* ---- reading ---------------------------------------------------------- */

struct snmp_name
column_cursor(const struct column *column, uint32_t ids[OID_IDS])
{
	struct snmp_name last = column->cells.last_index;
	const struct collector *collector = column->table->collector;
	size_t length = column->index_at;

	if (column->cells.count == 0)
		return collector->from_length > 0
			? (struct snmp_name){ collector->from,
				  collector->from_length }
			: column->start;
	memcpy(ids, column->start.ids, length * sizeof(*ids));
	memcpy(ids + length, last.ids, last.length * sizeof(*ids));
	return (struct snmp_name){ ids, length + last.length };
}

int64_t
column_rows_left(const struct column *column)
{
	int64_t longest = column->table->longest;

	return longest > column->cells.count ? longest - column->cells.count
					     : 0;
}

void
column_end(struct column *column, const char *trouble)
{
	struct table *table = column->table;

	column->ended = true;
	table->running--;
	if (trouble != NULL && table->trouble == NULL)
		table->trouble = trouble;
	if (trouble == NULL && column->cells.count > table->longest)
		table->longest = column->cells.count;
}

/* The scout left its column at `next`: columns that begin before it and do not
 * hold it are empty. An agent that is not in order says nothing. */
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

static void
leave_column(struct column *column, const struct snmp_varbind *varbind)
{
	static const uint32_t end[] = { UINT32_MAX };
	struct table *table = column->table;
	bool is_last = varbind->value.type >= MIB_NO_SUCH_OBJECT;
	struct snmp_name next =
		is_last ? (struct snmp_name){ end, COUNT(end) } : varbind->name;

	/* SNMP cannot tell an empty table from one that the agent does not
	 * have. An agent that has objects right behind the table in the same
	 * group of its MIB, or the table's companion, is taken to have it. */
	if (!is_last && name_compare(next, column->start) > 0 &&
		table->module.length >= LEAST_MODULE &&
		name_begins_with(next, table->module))
		table->is_near = true;
	column_end(column, NULL);
	if (column == table->scout && !table->scouted &&
		name_compare(next, column->start) > 0)
		skip_empty_columns(table, next);
}

/* NULL while the column may go on. */
static const char *
limit_reached(const struct column *column)
{
	const struct table *table = column->table;
	const struct walk_order *order = table->order;

	if (column->cells.count >= table->row_limit)
		return arena_format(order->arena, "more than %lld rows",
			(long long)table->row_limit);
	if (order->memory_limit > 0 &&
		arena_size(order->arena) > order->memory_limit)
		return arena_format(order->arena,
			"what the agent says fills more than %zu MB",
			order->memory_limit >> 20);
	return NULL;
}

bool
column_take(struct column *column, const struct snmp_varbind *varbind)
{
	struct table *table = column->table;
	struct snmp_name name = varbind->name;
	struct cell cell = { .value = varbind->value };
	struct cells *cells = &column->cells;
	const char *reached;

	if (varbind->value.type >= MIB_NO_SUCH_OBJECT ||
		!name_begins_with(name, column->start)) {
		leave_column(column, varbind);
		return false;
	}
	cell.index = (struct snmp_name){ name.ids + column->index_at,
		name.length - column->index_at };
	if (cells->count > 0 &&
		name_compare(cell.index, cells->last_index) <= 0) {
		column_end(column, "the agent's OIDs do not increase");
		return false;
	}
	reached = limit_reached(column);
	if (reached != NULL) {
		column_end(column, reached);
		return false;
	}
	cells_add(cells, table->order->arena, &cell);
	return true;
}

void
column_failed(struct column *column, const char *reason, bool is_silent)
{
	if (column->ended || ++column->caution < CAUTION_TOO_MUCH)
		return;
	column->caution = CAUTION_GETNEXT;
	column->table->is_silent |= is_silent;
	column_end(column, reason);
}

static void
end_columns(struct table *table, const char *reason)
{
	for (size_t i = 0; i < table->collector->column_count; i++)
		if (!table->columns[i].ended)
			column_end(&table->columns[i], reason);
}

void
table_give_up(struct table *table, const char *reason)
{
	table->is_silent = true;
	end_columns(table, reason);
}

bool
table_is_wanted(struct table *table)
{
	struct wish wish = table->collector->wish(table->order->device);

	if (wish.is_wanted)
		return true;
	table->is_unwanted = true;
	end_columns(table, wish.reason);
	return false;
}

bool
table_is_spared(const struct table *table)
{
	return table->is_unwanted && table->trouble == NULL;
}

/* ---- rows ------------------------------------------------------------- */

/* The columns, each read up to the row that is due. */
struct merge {
	struct cell_reader *readers;
	struct cell *cells;
	bool *has_cell;
	size_t count;
};

static struct merge
merge_begin(const struct table *table)
{
	struct arena *arena = table->order->arena;
	size_t count = table->collector->column_count;
	struct merge merge = { arena_allocate(
				       arena, count * sizeof(*merge.readers)),
		arena_allocate(arena, count * sizeof(*merge.cells)),
		arena_allocate(arena, count * sizeof(*merge.has_cell)), count };

	for (size_t i = 0; i < count; i++) {
		merge.readers[i] = cells_read(&table->columns[i].cells);
		merge.has_cell[i] =
			cell_next(&merge.readers[i], &merge.cells[i]);
	}
	return merge;
}

static const struct snmp_name *
lowest_index(const struct merge *merge)
{
	const struct snmp_name *lowest = NULL;

	for (size_t i = 0; i < merge->count; i++)
		if (merge->has_cell[i] &&
			(lowest == NULL ||
				name_compare(merge->cells[i].index, *lowest) <
					0))
			lowest = &merge->cells[i].index;
	return lowest;
}

static bool
merge_row(struct merge *merge, struct mib_row *row, struct mib_value *values)
{
	const struct snmp_name *lowest = lowest_index(merge);
	struct snmp_name index;

	if (lowest == NULL)
		return false;
	index = *lowest; /* a copy: reading on changes the cell */
	for (size_t i = 0; i < merge->count; i++) {
		values[i] = (struct mib_value){ 0 };
		if (!merge->has_cell[i] ||
			name_compare(merge->cells[i].index, index) != 0)
			continue;
		values[i] = merge->cells[i].value;
		merge->has_cell[i] =
			cell_next(&merge->readers[i], &merge->cells[i]);
	}
	*row = (struct mib_row){ index.ids, index.length, values,
		merge->count };
	return true;
}

void
table_finish(struct table *table)
{
	struct merge merge = merge_begin(table);
	struct mib_value *values = arena_allocate(
		table->order->arena, merge.count * sizeof(*values));
	struct mib_row row;

	while (merge_row(&merge, &row, values)) {
		if (table->collector->on_row(table->order->device, &row) == 0)
			table->rows++;
		else
			table->refused++;
	}
}

static bool
has_companion(const struct table *table, const struct table *all, size_t count)
{
	const char *companion = table->collector->companion;
	struct snmp_name below;
	uint32_t ids[OID_IDS];

	if (companion == NULL)
		return false;
	below = (struct snmp_name){ ids, oid_from_text(companion, ids) };
	for (size_t i = 0; i < count; i++)
		if (all[i].rows > 0 &&
			name_begins_with(all[i].scout->start, below))
			return true;
	return false;
}

static enum walk_result
table_result(const struct table *table)
{
	if (table->trouble != NULL && table->rows + table->refused == 0 &&
		table->is_silent)
		return WALK_NO_ANSWER;
	if (table->trouble != NULL)
		return WALK_CUT_SHORT;
	if (table->rows + table->refused > 0)
		return WALK_ROWS;
	return table->is_near ? WALK_EMPTY : WALK_NOT_IMPLEMENTED;
}

struct walk_outcome
table_outcome(const struct table *table, const struct table *all, size_t count)
{
	struct walk_outcome outcome = { table->collector, table_result(table),
		table->rows, table->refused, table->trouble };

	if (outcome.result == WALK_NOT_IMPLEMENTED &&
		has_companion(table, all, count))
		outcome.result = WALK_EMPTY;
	return outcome;
}
