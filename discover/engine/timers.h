/* timers.h -- deadlines in a heap, and how long an agent may take.
 *
 * Times are microseconds of one monotonic clock. */
#ifndef DISCOVER_TIMERS_H
#define DISCOVER_TIMERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

int64_t clock_us(void);

/* Belongs to whoever waits; starts as { 0 }. */
struct timer {
	int64_t at;
	size_t place; /* in the heap, from 1; 0: not set */
};

struct timers;

struct timers *timers_create(void);
void timers_free(struct timers *);
/* Sets or moves. */
void timers_set(struct timers *, struct timer *, int64_t at);
/* Nothing happens when it was not set. */
void timers_cancel(struct timers *, struct timer *);
/* The earliest, or NULL. */
const struct timer *timers_first(const struct timers *);
/* Takes the earliest out when its time has come, else NULL. */
struct timer *timers_due(struct timers *, int64_t now);

/* Round trips to one agent, as RFC 6298 smooths them; starts as { 0 }. */
struct round_trip {
	int64_t smoothed, variation;
	bool measured;
};

enum {
	TIMEOUT_LEAST_US = 100 * 1000,
	TIMEOUT_MOST_US = 5 * 1000 * 1000,
};

void round_trip_add(struct round_trip *, int64_t sample);
/* How long to wait for the answer to the nth sending (from 1): doubles each
 * time, begins at `first` as long as nothing was measured. */
int64_t round_trip_timeout(
	const struct round_trip *, int64_t first, int sending);
/* False while answers take more than twice their usual time. */
bool round_trip_is_steady(const struct round_trip *, int64_t sample);

#endif
