/* connections.c -- which connections are served, and until when. */
#include "connections.h"

#include <stdlib.h>

#include "memory.h"
#include "progress.h"
#include "socket_address.h"

struct connection {
	bool open; /* and not cut */
	bool busy;
	struct ip_address address;
	int64_t since; /* idle or busy */
	int64_t deadline;
	int64_t looked_at; /* when it had taken so much of its answer: */
	int64_t arrived;
};

struct connections {
	struct connection_limits limits;
	int size;
	struct connection items[]; /* by descriptor */
};

struct connections *
connections_create(struct connection_limits limits, int descriptor_limit)
{
	struct connections *all = memory_zeroed(sizeof(*all) +
		(size_t)descriptor_limit * sizeof(all->items[0]));

	all->limits = limits;
	all->size = descriptor_limit;
	return all;
}

void
connections_free(struct connections *all)
{
	free(all);
}

struct ip_address
connections_peer(const struct connections *all, int descriptor)
{
	return all->items[descriptor].address;
}

int
connections_count(const struct connections *all)
{
	int count = 0;

	for (int i = 0; i < all->size; i++)
		count += all->items[i].open ? 1 : 0;
	return count;
}

/* What a slow one has not taken yet is thrown away: else the kernel would keep
 * offering it. */
static void
cut(struct connections *all, int descriptor)
{
	const struct linger at_once = { .l_onoff = 1 };

	if (all->items[descriptor].busy)
		setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &at_once,
			sizeof(at_once));
	all->items[descriptor].open = false;
	shutdown(descriptor, SHUT_RDWR);
}

/* Counts the open ones, those of one address if one is given. */
static int
count_open(const struct connections *all, const struct ip_address *address)
{
	int count = 0;

	for (int i = 0; i < all->size; i++)
		if (all->items[i].open &&
			(address == NULL ||
				ip_equal(&all->items[i].address, address)))
			count++;
	return count;
}

static bool
cut_longest_idle(struct connections *all, const struct ip_address *address)
{
	int oldest = -1;

	for (int i = 0; i < all->size; i++) {
		const struct connection *item = &all->items[i];

		if (!item->open || item->busy ||
			(address != NULL && !ip_equal(&item->address, address)))
			continue;
		if (oldest < 0 || item->since < all->items[oldest].since)
			oldest = i;
	}
	if (oldest < 0)
		return false;
	cut(all, oldest);
	return true;
}

static bool
make_room(struct connections *all, const struct ip_address *address, int limit)
{
	return count_open(all, address) < limit ||
		cut_longest_idle(all, address);
}

static void
tell(const struct connections *all, enum refusal reason,
	const struct ip_address *client, int64_t now)
{
	if (all->limits.refusals != NULL)
		refusals_tell(all->limits.refusals, reason, client, now);
}

static bool
is_proxy(const struct connections *all, const struct ip_address *address)
{
	return all->limits.proxies != NULL &&
		proxies_have(all->limits.proxies, address);
}

bool
connections_admit(struct connections *all, int descriptor,
	const struct sockaddr_storage *from, int64_t now)
{
	struct connection item = {
		.open = true,
		.since = now,
		.deadline = now + all->limits.idle_ms,
	};

	socket_address_ip(from, &item.address);
	if (descriptor < all->size &&
		(is_proxy(all, &item.address) ||
			make_room(
				all, &item.address, all->limits.per_address)) &&
		make_room(all, NULL, all->limits.total)) {
		all->items[descriptor] = item;
		return true;
	}
	tell(all, REFUSED_NO_ROOM, &item.address, now);
	return false;
}

void
connections_forget(struct connections *all, int descriptor)
{
	all->items[descriptor] = (struct connection){ 0 };
}

void
connections_busy(struct connections *all, int descriptor, int64_t answer_length,
	int64_t now)
{
	struct connection *item = &all->items[descriptor];

	item->busy = true;
	item->since = now;
	item->looked_at = now;
	item->arrived = 0;
	item->deadline = now + all->limits.idle_ms +
		answer_length * 1000 / all->limits.bytes_per_second;
}

void
connections_idle(struct connections *all, int descriptor, int64_t now)
{
	struct connection *item = &all->items[descriptor];

	item->busy = false;
	item->since = now;
	item->deadline = now + all->limits.idle_ms;
}

/* One that takes a long answer is looked at now and then: its deadline is far
 * away. Time in which there was nothing for it to take does not count. */
static bool
has_stalled(const struct connections *all, struct connection *item, int64_t now)
{
	int64_t window = now - item->looked_at;
	int64_t before = item->arrived;
	struct progress progress;

	if (!item->busy || window < all->limits.idle_ms ||
		!progress_of((int)(item - all->items), &progress))
		return false;
	item->looked_at = now;
	item->arrived = progress.arrived;
	return progress.is_waiting &&
		progress.arrived - before <
		all->limits.bytes_per_second * window / 1000;
}

void
connections_cut_late(struct connections *all, int64_t now)
{
	for (int i = 0; i < all->size; i++) {
		struct connection *item = &all->items[i];

		if (!item->open ||
			(now < item->deadline && !has_stalled(all, item, now)))
			continue;
		if (item->busy) /* else it had nothing to ask: no news */
			tell(all, REFUSED_SLOW, &item->address, now);
		cut(all, i);
	}
}
