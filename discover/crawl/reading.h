/* reading.h -- all that one agent tells: its tables, then those of its
 * contexts.
 */
#ifndef DISCOVER_READING_H
#define DISCOVER_READING_H

#include <stdbool.h>

#include "walk.h"

struct agent;
struct device;

struct reading_order {
	struct device *device;
	bool is_leaf; /* who it is, and no more */
	/* Called once. A table that was asked for in many contexts has one
	 * outcome for them all. */
	walk_done *done;
	void *context;
};

void reading_begin(struct agent *, const struct reading_order *);

#endif
