/* loop.c -- one loop for all conversations. */
#include "loop.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "memory.h"

enum { TICK_US = 200 * 1000 }; /* how soon a stop is noticed */

struct loop {
	int epoll;
	struct timers *timers;
	int watches;
};

struct loop *
loop_create(void)
{
	int epoll = epoll_create1(EPOLL_CLOEXEC);
	struct loop *loop;

	if (epoll < 0) {
		log_error("epoll: %s", strerror(errno));
		return NULL;
	}
	loop = memory_zeroed(sizeof(*loop));
	loop->epoll = epoll;
	loop->timers = timers_create();
	return loop;
}

void
loop_free(struct loop *loop)
{
	if (loop == NULL)
		return;
	timers_free(loop->timers);
	close(loop->epoll);
	free(loop);
}

void
loop_watch(struct loop *loop, struct watch *watch, uint32_t events)
{
	struct epoll_event event = { events, { .ptr = watch } };
	int operation = EPOLL_CTL_MOD;

	if (events == watch->events)
		return;
	if (watch->events == 0)
		operation = EPOLL_CTL_ADD;
	else if (events == 0)
		operation = EPOLL_CTL_DEL;
	loop->watches += (events != 0) - (watch->events != 0);
	watch->events = events;
	if (epoll_ctl(loop->epoll, operation, watch->descriptor, &event) != 0)
		log_error("epoll: %s", strerror(errno));
}

void
loop_set(struct loop *loop, struct deadline *deadline, int64_t at)
{
	timers_set(loop->timers, &deadline->timer, at);
}

void
loop_cancel(struct loop *loop, struct deadline *deadline)
{
	timers_cancel(loop->timers, &deadline->timer);
}

static int
wait_ms(const struct loop *loop)
{
	const struct timer *first = timers_first(loop->timers);
	int64_t left = TICK_US;

	if (first != NULL && first->at - clock_us() < left)
		left = first->at - clock_us();
	return left <= 0 ? 0 : (int)((left + 999) / 1000);
}

/* One event at a time: its callback may close what the next one is about. */
static void
run_watches(const struct loop *loop)
{
	struct epoll_event event;

	if (epoll_wait(loop->epoll, &event, 1, wait_ms(loop)) == 1) {
		struct watch *watch = event.data.ptr;

		watch->ready(watch, event.events);
	}
}

static void
run_deadlines(struct loop *loop)
{
	struct timer *timer = timers_due(loop->timers, clock_us());

	if (timer != NULL) {
		struct deadline *deadline = (struct deadline *)timer;

		deadline->due(deadline);
	}
}

int
loop_run(struct loop *loop, bool (*should_stop)(void))
{
	while (loop->watches > 0 || timers_first(loop->timers) != NULL) {
		if (should_stop())
			return -1;
		run_watches(loop);
		run_deadlines(loop);
	}
	return 0;
}
