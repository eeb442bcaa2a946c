/* table.c -- a filled table without what says nothing.
 *
 * Which columns have data depends on the network: where no device tells its
 * model, or no owner is stated, an empty column only takes room. A table that
 * has no row at all keeps its headings. */
#include "table.h"

static bool
has_words(const struct node *cell)
{
	for (; cell != NULL; cell = cell->next)
		if (cell->first != NULL)
			return true;
	return false;
}

static int
count_columns(const struct node *table)
{
	int count = 0;

	for (const struct node *row = table->first; row != NULL;
		row = row->next) {
		int cells = 0;

		for (const struct node *cell = row->first; cell != NULL;
			cell = cell->next)
			cells++;
		count = cells > count ? cells : count;
	}
	return count;
}

static void
mark_used(const struct node *row, bool *is_used)
{
	for (const struct node *cell = row->first; cell != NULL;
		cell = cell->next, is_used++)
		*is_used = *is_used || cell->first != NULL;
}

static void
keep_used(struct node *row, const bool *is_used)
{
	struct node *cell = row->first;

	row->first = NULL;
	row->last = NULL;
	while (cell != NULL) {
		struct node *next = cell->next;

		cell->next = NULL;
		if (*is_used++)
			node_append(row, cell);
		cell = next;
	}
}

static void
drop_empty_columns(struct arena *arena, struct node *table)
{
	bool *is_used = arena_allocate(
		arena, (size_t)count_columns(table) * sizeof(*is_used));

	for (struct node *row = table->first->next; row != NULL;
		row = row->next)
		mark_used(row, is_used);
	for (struct node *row = table->first; row != NULL; row = row->next)
		keep_used(row, is_used);
}

static void
drop_names_without_value(struct node *table)
{
	struct node *row = table->first->next;

	table->last = table->first;
	table->first->next = NULL;
	while (row != NULL) {
		struct node *next = row->next;

		row->next = NULL;
		if (row->first != NULL && has_words(row->first->next))
			node_append(table, row);
		row = next;
	}
}

void
table_tidy(struct arena *arena, struct node *table)
{
	const struct node *header = table->first;

	if (header == NULL || header->next == NULL)
		return;
	if (has_words(header->first))
		drop_empty_columns(arena, table);
	else
		drop_names_without_value(table);
}
