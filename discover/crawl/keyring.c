/* keyring.c -- in which order to try credentials at an address. */
#include "keyring.h"

#include <stdlib.h>
#include <string.h>

#include "credentials.h"
#include "lookup.h"
#include "memory.h"

struct keyring {
	const struct credentials *credentials;
	size_t count;
	const struct credential **order;
	struct lookup *by_subnet;
	const struct credential *last;
};

struct keyring *
keyring_create(const struct credentials *credentials)
{
	struct keyring *ring = memory_zeroed(sizeof(*ring));

	ring->credentials = credentials;
	ring->count = credentials_count(credentials);
	ring->order = memory_zeroed(ring->count * sizeof(void *) + 1);
	ring->by_subnet = lookup_create();
	return ring;
}

void
keyring_free(struct keyring *ring)
{
	if (ring == NULL)
		return;
	lookup_free(ring->by_subnet);
	free(ring->order);
	free(ring);
}

/* Octets of the key that are the /24 (behind the 12 of a mapped address) or
 * the /64. */
static size_t
subnet_length(const struct ip_address *ip)
{
	return ip->family == 4 ? 15 : 8;
}

static void
move_to_front(struct keyring *ring, const struct credential *credential)
{
	size_t at = 0;

	if (credential == NULL)
		return;
	while (ring->order[at] != credential)
		at++;
	memmove(&ring->order[1], &ring->order[0], at * sizeof(void *));
	ring->order[0] = credential;
}

const struct credential *const *
keyring_order(struct keyring *ring, const struct ip_address *ip, size_t *count)
{
	for (size_t i = 0; i < ring->count; i++)
		ring->order[i] = credentials_at(ring->credentials, i);
	move_to_front(ring, ring->last);
	move_to_front(ring,
		lookup_find(ring->by_subnet, ip->bytes, subnet_length(ip)));
	*count = ring->count;
	return ring->order;
}

void
keyring_worked(struct keyring *ring, const struct ip_address *ip,
	const struct credential *credential)
{
	void **place =
		lookup_place(ring->by_subnet, ip->bytes, subnet_length(ip));

	/* The table keeps places for objects, it never changes them. */
	*place = (void *)(uintptr_t)credential;
	ring->last = credential;
}
