/* table.h -- one table while it is read: its columns, and how they become rows.
 *
 * All the columns of a table wait until the lowest one (the scout) was
 * answered: an answer that leaves the whole table ends all of them. In the same
 * way all the tables of a vendor wait for the lowest of them (the guard): an
 * answer that leaves the vendor's part of the tree shows that the agent has
 * none. Only there, as an agent that is made of several ones need not be in
 * order as a whole.
 *
 * Ownership: everything lies in the order's arena. */
#ifndef DISCOVER_TABLE_H
#define DISCOVER_TABLE_H

#include "column.h"
#include "walk.h"

struct table {
	const struct walk_order *order;
	const struct collector *collector;
	struct column *columns; /* in the collector's order */
	struct column *scout;
	struct snmp_name module; /* what holds the table, for is_near */
	struct snmp_name vendor; /* 1.3.6.1.4.1.N that holds it; or length 0 */
	struct table *guard; /* that it waits for, or NULL */
	size_t running; /* columns not yet ended */
	int64_t row_limit;
	int64_t longest; /* rows of the longest column that ended */
	int guesses_left; /* into its long columns */
	bool is_guard; /* others wait for it */
	bool leaves_vendor; /* nothing of the vendor is behind it */
	bool scouted; /* the other columns may be asked for */
	bool is_finished;
	bool is_near; /* the agent has objects right behind the table */
	bool is_silent; /* trouble is that nobody answered */
	bool is_unwanted; /* it was not asked for */
	const char *trouble; /* why it is not complete, or NULL */
	int64_t rows, refused;
};

void table_begin(struct table *, const struct walk_order *,
	const struct collector *, int64_t row_limit);

/* Once all tables of a walk have begun: who waits for whom. */
void table_find_guard(struct table *, struct table *all, size_t count);
/* An answer went on at `next`, behind the table. `is_proof`: nothing lies
 * between. */
void table_was_left(struct table *, struct snmp_name next, bool is_proof);
/* Ends all that is not read yet. */
void table_end(struct table *, const char *trouble);

/* Of a table that waits: true, or all its columns are ended. */
bool table_is_wanted(struct table *);

/* Hands the rows to on_row; once, when no column is running. */
void table_finish(struct table *);
/* Of all tables but those that were left out and that nobody misses: so many.
 */
size_t tables_outcomes(
	const struct table *all, size_t count, struct walk_outcome *outcomes);

#endif
