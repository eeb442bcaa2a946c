/* pool.h -- ranges that wait to be asked for, first in, first out. */
#ifndef DISCOVER_POOL_H
#define DISCOVER_POOL_H

#include "column.h"

struct pool {
	struct range *first;
	struct range **end; /* where the next one is linked */
	size_t count;
};

void pool_clear(struct pool *);
void pool_append(struct pool *, struct range *);
/* The first; there must be one. */
struct range *pool_take(struct pool *);
/* Takes out those that have ended. */
void pool_weed(struct pool *);
/* Puts `more` before what waits already, and empties it. */
void pool_prepend(struct pool *, struct pool *more);

#endif
