/* turns.h -- polite limits: at most so many requests a second.
 *
 * Whoever wants to send takes the next turn and waits until it has come:
 * nothing is dropped, it only leaves later. Turns are evenly spaced, and those
 * that nobody took are lost, so there are no bursts. Times are microseconds of
 * clock_us(). */
#ifndef DISCOVER_TURNS_H
#define DISCOVER_TURNS_H

#include <stdint.h>

/* Starts as { 0 }. */
struct turns {
	int64_t next_at;
};

/* When the next request may leave: now, or later. A rate of 0 limits nothing.
 */
int64_t turns_take(struct turns *, int64_t per_second, int64_t now);

#endif
