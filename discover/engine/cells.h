/* cells.h -- the values of one column, packed in the order they came.
 *
 * Agents send a column sorted by index, so columns become rows by merging.
 * Ownership: everything lies in the arena; blocks never move, so an index or
 * a value that was read stays where it is. */
#ifndef DISCOVER_CELLS_H
#define DISCOVER_CELLS_H

#include "memory.h"
#include "snmp.h"

struct cell_block;

/* Starts as { 0 }. */
struct cells {
	struct cell_block *first, *last;
	int64_t count;
	struct snmp_name last_index; /* of the newest cell */
};

struct cell {
	struct snmp_name index;
	struct mib_value value;
};

void cells_add(struct cells *, struct arena *, const struct cell *);

struct cell_reader {
	const struct cell_block *block;
	size_t position;
};

/* There must be one. */
struct snmp_name cells_first_index(const struct cells *);
struct cell_reader cells_read(const struct cells *);
/* False at the end. */
bool cell_next(struct cell_reader *, struct cell *);

/* Order of sub-identifiers: <0, 0, >0. */
int name_compare(struct snmp_name a, struct snmp_name b);
bool name_begins_with(struct snmp_name name, struct snmp_name start);

/* "1.3.6.1": the number of sub-identifiers. */
size_t oid_from_text(const char *text, uint32_t ids[OID_IDS]);

/* Sub-identifiers as net-snmp has them, made narrow where they lie. */
const uint32_t *oid_narrowed(unsigned long *wide, size_t count);

#endif
