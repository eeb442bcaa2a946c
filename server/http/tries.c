/* tries.c -- how often passwords may be tried: a guesser has to wait.
 *
 * A debt is the time at which all is forgiven; each failure puts it off by one
 * interval, and whose debt lies too far ahead must wait. */
#include "tries.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum { GUESSERS = 512, IPV6_BITS = 64, ALL_BITS = 128 };

struct guesser {
	struct ip_address address;
	int64_t debt;
};

struct tries {
	struct try_limits limits;
	int64_t total_debt;
	struct guesser guessers[GUESSERS];
};

struct tries *
tries_create(struct try_limits limits)
{
	struct tries *tries = memory_zeroed(sizeof(*tries));

	tries->limits = limits;
	return tries;
}

void
tries_free(struct tries *tries)
{
	free(tries);
}

static bool
is_same_guesser(const struct ip_address *a, const struct ip_address *b)
{
	return a->family == b->family &&
		bits_equal(a->bytes, b->bytes,
			a->family == 6 ? IPV6_BITS : ALL_BITS);
}

static int64_t
debt_of(const struct tries *tries, const struct ip_address *address)
{
	for (size_t i = 0; i < GUESSERS; i++)
		if (is_same_guesser(&tries->guessers[i].address, address))
			return tries->guessers[i].debt;
	return 0;
}

bool
tries_allow(const struct tries *tries, const struct ip_address *address,
	int64_t now)
{
	const struct try_limits *limits = &tries->limits;
	int64_t own = debt_of(tries, address) - now;
	int64_t total = tries->total_debt - now;

	return own <= (limits->burst - 1) * limits->interval_ms &&
		total <= (limits->total_burst - 1) * limits->total_interval_ms;
}

/* The one of this address, else the one that owes least. */
static struct guesser *
find_guesser(struct tries *tries, const struct ip_address *address)
{
	struct guesser *least = &tries->guessers[0];

	for (size_t i = 0; i < GUESSERS; i++) {
		struct guesser *guesser = &tries->guessers[i];

		if (is_same_guesser(&guesser->address, address))
			return guesser;
		if (guesser->debt < least->debt)
			least = guesser;
	}
	*least = (struct guesser){ .address = *address };
	return least;
}

static int64_t
deeper(int64_t debt, int64_t interval, int64_t now)
{
	return (debt > now ? debt : now) + interval;
}

void
tries_failed(struct tries *tries, const struct ip_address *address, int64_t now)
{
	struct guesser *guesser = find_guesser(tries, address);

	guesser->debt = deeper(guesser->debt, tries->limits.interval_ms, now);
	tries->total_debt =
		deeper(tries->total_debt, tries->limits.total_interval_ms, now);
}
