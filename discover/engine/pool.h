/* pool.h -- columns that wait to be asked for, first in, first out. */
#ifndef DISCOVER_POOL_H
#define DISCOVER_POOL_H

#include "table.h"

struct pool {
	struct column *first;
	struct column **end; /* where the next one is linked */
	size_t count;
};

void pool_clear(struct pool *);
void pool_append(struct pool *, struct column *);
/* The first; there must be one. */
struct column *pool_take(struct pool *);
/* Puts `more` before what waits already, and empties it. */
void pool_prepend(struct pool *, struct pool *more);

#endif
