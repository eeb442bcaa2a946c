/* turns.c -- polite limits: at most so many requests a second. */
#include "turns.h"

enum { SECOND_US = 1000 * 1000 };

int64_t
turns_take(struct turns *turns, int64_t per_second, int64_t now)
{
	int64_t at = turns->next_at > now ? turns->next_at : now;

	if (per_second == 0)
		return now;
	turns->next_at = at + SECOND_US / per_second;
	return at;
}
