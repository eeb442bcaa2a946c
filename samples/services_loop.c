/* services_loop.c -- waits for whoever comes, until a signal or the end. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "log.h"
#include "memory.h"
#include "services_parts.h"
#include "times.h"

enum { TURN_MS = 1000 }; /* how often somebody looks at the clock */

int
services_watch(struct services *services, struct watch *watch)
{
	struct epoll_event event = { .events = EPOLLIN, .data.ptr = watch };

	if (epoll_ctl(services->epoll, EPOLL_CTL_ADD, watch->fd, &event) == 0)
		return 0;
	log_error("epoll: %s", strerror(errno));
	return -1;
}

void
services_wait_to_send(
	struct services *services, struct watch *watch, bool to_send)
{
	struct epoll_event event = { .data.ptr = watch };

	event.events = to_send ? EPOLLOUT : EPOLLIN;
	epoll_ctl(services->epoll, EPOLL_CTL_MOD, watch->fd, &event);
}

/* They end the loop, not the process: what is open is closed. */
static int
take_signals(struct services *services)
{
	struct epoll_event event = { .events = EPOLLIN };
	sigset_t signals;

	sigemptyset(&signals);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGTERM);
	if (sigprocmask(SIG_BLOCK, &signals, NULL) != 0)
		return -1;
	services->signals = signalfd(-1, &signals, SFD_CLOEXEC);
	if (services->signals < 0)
		return -1;
	return epoll_ctl(
		services->epoll, EPOLL_CTL_ADD, services->signals, &event);
}

struct services *
services_create(void)
{
	struct services *services = memory_zeroed(sizeof(*services));

	services->signals = -1;
	services->epoll = epoll_create1(EPOLL_CLOEXEC);
	if (services->epoll >= 0 && take_signals(services) == 0)
		return services;
	log_error("cannot wait for signals: %s", strerror(errno));
	services_free(services);
	return NULL;
}

void
services_free(struct services *services)
{
	if (services == NULL)
		return;
	guests_free(services);
	doors_free(services);
	if (services->signals >= 0)
		close(services->signals);
	if (services->epoll >= 0)
		close(services->epoll);
	free(services);
}

size_t
services_door_count(const struct services *services)
{
	return services->door_count;
}

/* One event a turn: whoever is called may free itself, and nobody holds an
 * event of what is gone. */
int
services_run(struct services *services, int64_t seconds)
{
	const int64_t end_ms = clock_ms() + seconds * 1000;
	struct epoll_event event;
	struct watch *watch;
	int count;

	signal(SIGPIPE, SIG_IGN);
	while (seconds == 0 || clock_ms() < end_ms) {
		count = epoll_wait(services->epoll, &event, 1, TURN_MS);
		if (count < 0 && errno != EINTR) {
			log_error("epoll: %s", strerror(errno));
			return -1;
		}
		guests_expire(services);
		if (count < 1)
			continue;
		watch = event.data.ptr;
		if (watch == NULL)
			return 0; /* a signal */
		watch->on_ready(services, watch);
	}
	return 0;
}
