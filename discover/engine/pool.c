/* pool.c -- ranges that wait to be asked for, first in, first out. */
#include "pool.h"

void
pool_clear(struct pool *pool)
{
	*pool = (struct pool){ NULL, &pool->first, 0 };
}

void
pool_append(struct pool *pool, struct range *range)
{
	range->next = NULL;
	*pool->end = range;
	pool->end = &range->next;
	pool->count++;
}

struct range *
pool_take(struct pool *pool)
{
	struct range *range = pool->first;

	pool->first = range->next;
	if (pool->first == NULL)
		pool->end = &pool->first;
	pool->count--;
	return range;
}

void
pool_weed(struct pool *pool)
{
	size_t count = pool->count;

	while (count-- > 0) {
		struct range *range = pool_take(pool);

		if (!range->ended)
			pool_append(pool, range);
	}
}

void
pool_prepend(struct pool *pool, struct pool *more)
{
	if (more->count == 0)
		return;
	*more->end = pool->first;
	if (pool->first == NULL)
		pool->end = more->end;
	pool->first = more->first;
	pool->count += more->count;
	pool_clear(more);
}
