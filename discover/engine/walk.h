/* walk.h -- what a walk is told, and what it tells in the end.
 *
 * A walk reads some tables of one agent. */
#ifndef DISCOVER_WALK_H
#define DISCOVER_WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "mib.h"

struct agent;

enum walk_result {
	WALK_ROWS,
	WALK_EMPTY,
	WALK_NOT_IMPLEMENTED,
	WALK_NO_ANSWER,
	WALK_CUT_SHORT,
};

struct walk_outcome {
	const struct collector *collector;
	enum walk_result result;
	int64_t rows; /* handed to on_row and taken */
	int64_t refused; /* handed to on_row and refused */
	const char *reason; /* NULL when all is well */
	const char *where; /* "each VLAN"; NULL: the device itself */
};

typedef void walk_done(void *context, struct agent *,
	const struct walk_outcome *outcomes, size_t count);

/* Reads all tables. Rows reach on_row sorted by index, when their table is
 * complete; then `done` is called once. The outcomes die with the callback. */
struct walk_order {
	const struct collector *const *collectors;
	size_t collector_count;
	struct device *device; /* given to on_row */
	struct arena *arena; /* rows and values are kept there meanwhile */
	size_t memory_limit; /* of the arena, in bytes; 0: none */
	const char *snmp_context; /* to ask in; NULL: that of the credential */
	bool lacks_bulk; /* SNMPv1; agent_walk sets it */
	walk_done *done;
	void *context;
};

#endif
