/* column.h -- one column of a table while it is read, in ranges.
 *
 * A range is asked for again and again behind its newest cell until an answer
 * leaves the column. A column that turns out long is read at several places at
 * once: another range starts behind an index that is guessed, and the one
 * before it ends where it comes to the cells of that one. Agents may answer a
 * guess with anything: a range that holds nothing, or that the one before it
 * passes by, is dropped, and the column is no worse off than without it.
 *
 * Ownership: everything lies in the order's arena. */
#ifndef DISCOVER_COLUMN_H
#define DISCOVER_COLUMN_H

#include "cells.h"
#include "snmp.h"

/* How carefully a range is asked for; failures lead on, answers back. */
enum caution {
	CAUTION_NONE, /* many rows of several columns at once */
	CAUTION_ALONE, /* some rows of this column */
	CAUTION_GETNEXT, /* one row of this column, without GETBULK */
};

struct table;
struct column;

struct range {
	struct range *next; /* in the walker's pool */
	struct range *before, *behind; /* of the column, sorted by index */
	struct column *column;
	struct snmp_name from; /* the index guessed; none for the first range */
	struct snmp_name below; /* its cells are; length 0: unknown */
	struct cells cells;
	enum caution caution;
	int answers; /* good ones since the last failure */
	int probation; /* good ones until less caution is tried */
	bool ended;
};

struct column {
	struct table *table;
	struct snmp_name start; /* every OID of the column begins so */
	size_t index_at; /* where the index begins in an OID */
	struct range first; /* is never dropped */
	size_t running; /* ranges not yet ended */
	int64_t count; /* cells of all ranges */
	struct column *next_long; /* in the walker */
	bool is_long; /* is in that list */
	bool ended;
};

void column_begin(struct column *, struct table *, uint8_t number);
/* Ends all its ranges; `trouble` NULL: it was read to its end. */
void column_end(struct column *, const char *trouble);
/* Rows that it may still have, as far as its table knows; 0: unknown. */
int64_t column_rows_left(const struct column *);
/* A new range behind `from`, an index in the range that is cut in two. */
struct range *range_split(struct range *, struct snmp_name from);

/* The OID to ask behind: the range's newest, or where it starts. */
struct snmp_name range_cursor(const struct range *, uint32_t ids[OID_IDS]);
/* No cell has come for this guess. */
bool range_is_guess(const struct range *);
/* Takes one varbind that came for the range: true when it was kept. Ends the
 * range when it is none of its own. */
bool range_take(struct range *, const struct snmp_varbind *);
/* The request failed: asks with more care, or ends with the reason, which may
 * be that nobody answered. */
void range_fail(struct range *, const char *reason, bool is_silent);
/* The request was answered by cells. */
void range_praise(struct range *);

/* The cells of all ranges, in order. */
struct column_reader {
	const struct range *range;
	struct cell_reader cells;
};

struct column_reader column_read(const struct column *);
/* False at the end. */
bool column_next(struct column_reader *, struct cell *);

#endif
