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

/* Length of the prefix around the address for which it is meant, 0 for one
 * that is meant for all; -1: not for this address. */
static int
closeness(const struct credential *credential, const struct ip_address *ip)
{
	return credential->prefixes.count == 0
		? 0
		: prefix_list_match(&credential->prefixes, ip);
}

bool
keyring_has_one(const struct keyring *ring, const struct ip_address *ip)
{
	for (size_t i = 0; i < ring->count; i++)
		if (closeness(credentials_at(ring->credentials, i), ip) >= 0)
			return true;
	return false;
}

/* Behind those that are as close or closer. */
static size_t
insert(struct keyring *ring, size_t count, const struct credential *credential,
	const struct ip_address *ip)
{
	int close = closeness(credential, ip);
	size_t at = count;

	if (close < 0)
		return count;
	while (at > 0 && closeness(ring->order[at - 1], ip) < close)
		at--;
	memmove(&ring->order[at + 1], &ring->order[at],
		(count - at) * sizeof(struct credential *));
	ring->order[at] = credential;
	return count + 1;
}

static void
move_to_front(
	struct keyring *ring, size_t count, const struct credential *credential)
{
	size_t at = 0;

	while (at < count && ring->order[at] != credential)
		at++;
	if (at == count)
		return; /* not meant for this address */
	memmove(&ring->order[1], &ring->order[0],
		at * sizeof(struct credential *));
	ring->order[0] = credential;
}

const struct credential *const *
keyring_order(struct keyring *ring, const struct ip_address *ip, size_t *count)
{
	*count = 0;
	for (size_t i = 0; i < ring->count; i++)
		*count = insert(
			ring, *count, credentials_at(ring->credentials, i), ip);
	move_to_front(ring, *count, ring->last);
	move_to_front(ring, *count,
		lookup_find(ring->by_subnet, ip->bytes, subnet_length(ip)));
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
