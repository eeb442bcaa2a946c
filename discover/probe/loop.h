/* loop.h -- one loop for all conversations: sockets that are ready, deadlines
 * that have come.
 *
 * Times are microseconds of clock_us(). Watches and deadlines belong to whoever
 * waits, start as { 0 } but for their callback, and must be taken back before
 * they are freed; callbacks may do so, and may add others. */
#ifndef DISCOVER_LOOP_H
#define DISCOVER_LOOP_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/epoll.h>

#include "timers.h"

struct loop;

struct watch {
	void (*ready)(struct watch *, uint32_t events);
	int descriptor;
	uint32_t events; /* EPOLLIN, EPOLLOUT; 0: not watched */
};

struct deadline {
	struct timer timer; /* first, so that it leads back to here */
	void (*due)(struct deadline *);
};

/* NULL after logging. */
struct loop *loop_create(void);
void loop_free(struct loop *);

/* Waits for these events from now on; 0 forgets the descriptor, which must be
 * done before it is closed. */
void loop_watch(struct loop *, struct watch *, uint32_t events);
void loop_set(struct loop *, struct deadline *, int64_t at);
void loop_cancel(struct loop *, struct deadline *);

/* Until nothing is waited for: 0; or until `should_stop` says so: -1. */
int loop_run(struct loop *, bool (*should_stop)(void));

#endif
