/* connections.c -- which connections are served, and until when. */
#include "connections.h"

#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

struct connection {
	bool open; /* and not cut */
	bool busy;
	uint8_t address[16]; /* IPv4 as ::ffff:a.b.c.d */
	int64_t since; /* idle or busy */
	int64_t deadline;
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

static void
take_address(const struct sockaddr_storage *from, uint8_t address[16])
{
	static const uint8_t mapped[12] = { [10] = 0xff, [11] = 0xff };
	const void *any = from;

	if (from->ss_family == AF_INET6) {
		const struct sockaddr_in6 *ipv6 = any;

		memcpy(address, &ipv6->sin6_addr, 16);
	} else {
		const struct sockaddr_in *ipv4 = any;

		memcpy(address, mapped, 12);
		memcpy(address + 12, &ipv4->sin_addr, 4);
	}
}

static void
cut(struct connections *all, int descriptor)
{
	all->items[descriptor].open = false;
	shutdown(descriptor, SHUT_RDWR);
}

/* Counts the open ones, those of one address if one is given. */
static int
count_open(const struct connections *all, const uint8_t *address)
{
	int count = 0;

	for (int i = 0; i < all->size; i++)
		if (all->items[i].open &&
			(address == NULL ||
				memcmp(all->items[i].address, address, 16) ==
					0))
			count++;
	return count;
}

static bool
cut_longest_idle(struct connections *all, const uint8_t *address)
{
	int oldest = -1;

	for (int i = 0; i < all->size; i++) {
		const struct connection *item = &all->items[i];

		if (!item->open || item->busy ||
			(address != NULL &&
				memcmp(item->address, address, 16) != 0))
			continue;
		if (oldest < 0 || item->since < all->items[oldest].since)
			oldest = i;
	}
	if (oldest < 0)
		return false;
	cut(all, oldest);
	return true;
}

bool
connections_admit(struct connections *all, int descriptor,
	const struct sockaddr_storage *from, int64_t now)
{
	struct connection item = { .open = true, .since = now };

	if (descriptor >= all->size)
		return false;
	take_address(from, item.address);
	item.deadline = now + all->limits.idle_ms;
	if (count_open(all, item.address) >= all->limits.per_address &&
		!cut_longest_idle(all, item.address))
		return false;
	if (count_open(all, NULL) >= all->limits.total &&
		!cut_longest_idle(all, NULL))
		return false;
	all->items[descriptor] = item;
	return true;
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

void
connections_cut_late(struct connections *all, int64_t now)
{
	for (int i = 0; i < all->size; i++)
		if (all->items[i].open && now >= all->items[i].deadline)
			cut(all, i);
}
