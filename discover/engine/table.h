/* table.h -- one table while it is read: its columns, and how they become rows.
 *
 * A column is asked for again and again behind its last cell until an answer
 * leaves it. All the columns of a table wait until the lowest one (the scout)
 * was answered: an answer that leaves the whole table ends all of them.
 *
 * Ownership: everything lies in the order's arena. */
#ifndef DISCOVER_TABLE_H
#define DISCOVER_TABLE_H

#include "cells.h"
#include "snmp.h"
#include "walk.h"

/* How carefully a column is asked for; each failure leads to the next. */
enum caution {
	CAUTION_NONE, /* many rows of several columns at once */
	CAUTION_ALONE, /* some rows of this column */
	CAUTION_GETNEXT, /* one row of this column, without GETBULK */
	CAUTION_TOO_MUCH,
};

struct column {
	struct column *next; /* in the walker's pool */
	struct table *table;
	struct snmp_name start; /* every OID of the column begins so */
	size_t index_at; /* where the index begins in an OID */
	struct cells cells;
	enum caution caution;
	bool ended;
};

struct table {
	const struct walk_order *order;
	const struct collector *collector;
	struct column *columns; /* in the collector's order */
	struct column *scout;
	struct snmp_name module; /* what holds the table, for is_near */
	size_t running; /* columns not yet ended */
	int64_t row_limit;
	int64_t longest; /* rows of the longest column that ended */
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

/* The OID to ask behind: the column's newest, or its start. */
struct snmp_name column_cursor(const struct column *, uint32_t ids[OID_IDS]);
/* Takes one varbind that came for the column: true when it was kept. Ends the
 * column when it is none of its own. */
bool column_take(struct column *, const struct snmp_varbind *);
/* Ends the column; `trouble` NULL: it was read to its end. */
void column_end(struct column *, const char *trouble);
/* It led to an error or to silence: asks with more care, or not at all. */
void column_failed(struct column *, const char *reason, bool is_silent);
/* Rows that the column may still have, as far as its table knows; 0: unknown.*/
int64_t column_rows_left(const struct column *);

/* Ends all columns that have not ended: nobody answers. */
void table_give_up(struct table *, const char *reason);
/* Of a table that waits: true, or all its columns are ended. */
bool table_is_wanted(struct table *);
/* Was it left out, and does nobody miss it? */
bool table_is_spared(const struct table *);

/* Hands the rows to on_row; once, when no column is running. */
void table_finish(struct table *);
/* `all`: the tables of the walk, of which it is one. */
struct walk_outcome table_outcome(
	const struct table *, const struct table *all, size_t count);

#endif
