/* timers.c -- deadlines in a heap, and how long an agent may take. */
#include "timers.h"

#include <stdlib.h>
#include <time.h>

#include "memory.h"

struct timers {
	struct timer **heap; /* heap[1] is the earliest */
	size_t count, capacity;
};

int64_t
clock_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

struct timers *
timers_create(void)
{
	return memory_zeroed(sizeof(struct timers));
}

void
timers_free(struct timers *timers)
{
	if (timers != NULL)
		free(timers->heap);
	free(timers);
}

static void
put(struct timers *timers, size_t place, struct timer *timer)
{
	timers->heap[place] = timer;
	timer->place = place;
}

static void
move_up(struct timers *timers, struct timer *timer)
{
	size_t place = timer->place;

	while (place > 1 && timers->heap[place / 2]->at > timer->at) {
		put(timers, place, timers->heap[place / 2]);
		place /= 2;
	}
	put(timers, place, timer);
}

static void
move_down(struct timers *timers, struct timer *timer)
{
	size_t place = timer->place;

	for (size_t child; (child = place * 2) <= timers->count;
		place = child) {
		if (child < timers->count &&
			timers->heap[child + 1]->at < timers->heap[child]->at)
			child++;
		if (timers->heap[child]->at >= timer->at)
			break;
		put(timers, place, timers->heap[child]);
	}
	put(timers, place, timer);
}

static void
insert(struct timers *timers, struct timer *timer)
{
	/* heap[0] stays unused, so one place more than timers is needed. */
	timers->heap = memory_grown(timers->heap, timers->count + 1,
		&timers->capacity, sizeof(struct timer *));
	timers->count++;
	put(timers, timers->count, timer);
}

void
timers_set(struct timers *timers, struct timer *timer, int64_t at)
{
	timer->at = at;
	if (timer->place == 0)
		insert(timers, timer);
	move_up(timers, timer);
	move_down(timers, timer);
}

void
timers_cancel(struct timers *timers, struct timer *timer)
{
	size_t place = timer->place;
	struct timer *last;

	if (place == 0)
		return;
	last = timers->heap[timers->count--];
	timer->place = 0;
	if (last == timer)
		return;
	put(timers, place, last);
	move_up(timers, last);
	move_down(timers, last);
}

const struct timer *
timers_first(const struct timers *timers)
{
	return timers->count == 0 ? NULL : timers->heap[1];
}

struct timer *
timers_due(struct timers *timers, int64_t now)
{
	struct timer *first;

	if (timers->count == 0 || timers->heap[1]->at > now)
		return NULL;
	first = timers->heap[1];
	timers_cancel(timers, first);
	return first;
}

/* RFC 6298, 2.3 */
void
round_trip_add(struct round_trip *trip, int64_t sample)
{
	if (!trip->measured) {
		*trip = (struct round_trip){ sample, sample / 2, true };
		return;
	}
	trip->variation +=
		(llabs(trip->smoothed - sample) - trip->variation) / 4;
	trip->smoothed += (sample - trip->smoothed) / 8;
}

int64_t
round_trip_timeout(const struct round_trip *trip, int64_t first, int sending)
{
	int64_t timeout =
		trip->measured ? trip->smoothed + 4 * trip->variation : first;

	if (timeout < TIMEOUT_LEAST_US)
		timeout = TIMEOUT_LEAST_US;
	while (--sending > 0 && timeout < TIMEOUT_MOST_US)
		timeout *= 2;
	return timeout < TIMEOUT_MOST_US ? timeout : TIMEOUT_MOST_US;
}

bool
round_trip_is_steady(const struct round_trip *trip, int64_t sample)
{
	return !trip->measured ||
		sample <= 2 * trip->smoothed + TIMEOUT_LEAST_US / 2;
}
