/* handshakes.c -- TLS handshakes that wait for their client. */
#include "handshakes.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "log.h"
#include "memory.h"

enum { BURST = 64 };

struct handshake {
	struct handshakes *all;
	void *connection; /* NULL: none, or its handshake is over */
	bool is_watched; /* epoll knows its socket */
	bool waits;
};

struct handshakes {
	struct handshake_turns turns;
	int epoll;
	int limit;
	bool is_ending;
	struct handshake items[]; /* by descriptor */
};

struct handshakes *
handshakes_create(struct handshake_turns turns, int limit)
{
	struct handshakes *all = memory_zeroed(
		sizeof(*all) + (size_t)limit * sizeof(all->items[0]));

	all->turns = turns;
	all->limit = limit;
	all->epoll = epoll_create1(EPOLL_CLOEXEC);
	if (all->epoll >= 0)
		return all;
	log_error("epoll: %s", strerror(errno));
	free(all);
	return NULL;
}

void
handshakes_free(struct handshakes *all)
{
	if (all == NULL)
		return;
	close(all->epoll);
	free(all);
}

struct handshake *
handshakes_begin(struct handshakes *all, int descriptor, void *connection)
{
	all->items[descriptor] = (struct handshake){
		.all = all,
		.connection = connection,
	};
	return &all->items[descriptor];
}

/* The socket is still open: it is closed after this. */
void
handshakes_forget(struct handshakes *all, int descriptor)
{
	struct handshake *item = &all->items[descriptor];

	if (item->is_watched)
		epoll_ctl(all->epoll, EPOLL_CTL_DEL, descriptor, NULL);
	*item = (struct handshake){ 0 };
}

int
handshakes_descriptor(const struct handshakes *all)
{
	return all->epoll;
}

static void
go_on(struct handshake *item)
{
	if (!item->waits)
		return;
	item->waits = false;
	item->all->turns.go_on(item->connection);
}

void
handshakes_go_on(struct handshakes *all)
{
	struct epoll_event events[BURST];
	int count = epoll_wait(all->epoll, events, BURST, 0);

	for (int i = 0; i < count; i++)
		go_on(&all->items[events[i].data.fd]);
}

void
handshakes_end(struct handshakes *all)
{
	all->is_ending = true;
	for (int i = 0; i < all->limit; i++)
		go_on(&all->items[i]);
}

int
handshake_socket(const struct handshake *item)
{
	return (int)(item - item->all->items);
}

void
handshake_waits(struct handshake *item)
{
	struct handshakes *all = item->all;
	int descriptor = handshake_socket(item);
	struct epoll_event event = { .events = EPOLLIN | EPOLLONESHOT,
		.data.fd = descriptor };
	int how = item->is_watched ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;

	if (item->connection == NULL || item->waits || all->is_ending ||
		epoll_ctl(all->epoll, how, descriptor, &event) != 0)
		return;
	item->is_watched = true;
	item->waits = true;
	all->turns.put_off(item->connection);
}

void
handshake_is_over(struct handshake *item)
{
	item->connection = NULL;
}
