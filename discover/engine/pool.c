/* pool.c -- columns that wait to be asked for, first in, first out. */
#include "pool.h"

void
pool_clear(struct pool *pool)
{
	*pool = (struct pool){ NULL, &pool->first, 0 };
}

void
pool_append(struct pool *pool, struct column *column)
{
	column->next = NULL;
	*pool->end = column;
	pool->end = &column->next;
	pool->count++;
}

struct column *
pool_take(struct pool *pool)
{
	struct column *column = pool->first;

	pool->first = column->next;
	if (pool->first == NULL)
		pool->end = &pool->first;
	pool->count--;
	return column;
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
