/* table.c -- one table while it is read: its columns, and how they become rows.
 */
#include "table.h"

#include "split.h"

enum { LEAST_MODULE = 7, VENDOR = 7 }; /* arcs */

/* ---- beginning -------------------------------------------------------- */

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

/* Only of a table that is asked for at once and from its beginning. */
static struct snmp_name
vendor_of(const struct column *column)
{
	static const uint32_t enterprises[] = { 1, 3, 6, 1, 4, 1 };
	const struct collector *collector = column->table->collector;
	struct snmp_name name = { column->start.ids, VENDOR };

	if (column->index_at <= VENDOR || collector->from_length > 0 ||
		collector->index_prefix_length > 0 || collector->wish != NULL ||
		!name_begins_with(name,
			(struct snmp_name){ enterprises, COUNT(enterprises) }))
		name.length = 0;
	return name;
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
	if (count > 0) {
		table->module = module_of(table->scout);
		table->vendor = vendor_of(table->scout);
		if (table->module.length >= LEAST_MODULE)
			table->guesses_left = GUESSES;
	}
}

void
table_find_guard(struct table *table, struct table *all, size_t count)
{
	struct table *guard = table;

	if (table->vendor.length == 0)
		return;
	for (size_t i = 0; i < count; i++)
		if (all[i].vendor.length > 0 &&
			name_begins_with(all[i].vendor, table->vendor) &&
			name_compare(all[i].scout->start, guard->scout->start) <
				0)
			guard = &all[i];
	if (guard == table)
		return;
	table->guard = guard;
	guard->is_guard = true;
}

/* SNMP cannot tell an empty table from one that the agent does not have. An
 * agent that has objects right behind the table in the same group of its MIB,
 * or the table's companion, is taken to have it. */
void
table_was_left(struct table *table, struct snmp_name next, bool is_proof)
{
	if (table->module.length >= LEAST_MODULE &&
		name_begins_with(next, table->module))
		table->is_near = true;
	if (is_proof && !name_begins_with(next, table->vendor))
		table->leaves_vendor = true;
}

void
table_end(struct table *table, const char *trouble)
{
	for (size_t i = 0; i < table->collector->column_count; i++)
		if (!table->columns[i].ended)
			column_end(&table->columns[i], trouble);
}

bool
table_is_wanted(struct table *table)
{
	struct wish wish = table->collector->wish(table->order->device);

	if (wish.is_wanted)
		return true;
	table->is_unwanted = true;
	table_end(table, wish.reason);
	return false;
}

/* ---- rows ------------------------------------------------------------- */

/* The columns, each read up to the row that is due. */
struct merge {
	struct column_reader *readers;
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
		merge.readers[i] = column_read(&table->columns[i]);
		merge.has_cell[i] =
			column_next(&merge.readers[i], &merge.cells[i]);
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
			column_next(&merge->readers[i], &merge->cells[i]);
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

static struct walk_outcome
table_outcome(const struct table *table, const struct table *all, size_t count)
{
	struct walk_outcome outcome = { .collector = table->collector,
		.result = table_result(table),
		.rows = table->rows,
		.refused = table->refused,
		.reason = table->trouble };

	if (outcome.result == WALK_NOT_IMPLEMENTED &&
		has_companion(table, all, count))
		outcome.result = WALK_EMPTY;
	return outcome;
}

size_t
tables_outcomes(
	const struct table *all, size_t count, struct walk_outcome *outcomes)
{
	size_t taken = 0;

	for (size_t i = 0; i < count; i++)
		if (!all[i].is_unwanted || all[i].trouble != NULL)
			outcomes[taken++] = table_outcome(&all[i], all, count);
	return taken;
}
