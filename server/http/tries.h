/* tries.h -- how often passwords may be tried: a guesser has to wait.
 *
 * Each try that failed costs its address a token, and so does it all addresses
 * together, since to check a password holds up everybody. Of IPv6 the /64
 * counts: who has one address has them all.
 * Times are milliseconds of one clock that never goes back. */
#ifndef SERVER_TRIES_H
#define SERVER_TRIES_H

#include <stdbool.h>
#include <stdint.h>

#include "address.h"

struct tries;

struct try_limits {
	int burst; /* failures at once */
	int64_t interval_ms; /* later one in each such time */
	int total_burst; /* of all addresses */
	int64_t total_interval_ms;
};

struct tries *tries_create(struct try_limits);
void tries_free(struct tries *);

bool tries_allow(const struct tries *, const struct ip_address *, int64_t now);
void tries_failed(struct tries *, const struct ip_address *, int64_t now);

#endif
