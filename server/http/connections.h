/* connections.h -- which connections are served, and until when.
 *
 * A descriptor is idle while no whole request has come, and busy from the
 * request to the end of the answer. The library's own timeout starts again with
 * each byte; here an idle connection has until its deadline, and a busy one as
 * long as the slowest line we wait for would take, and no longer than it takes
 * at least so much in each idle time. Who is cut is shut down, and the library
 * then closes it. Times are milliseconds of one clock that never goes back. */
#ifndef SERVER_CONNECTIONS_H
#define SERVER_CONNECTIONS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>

#include "address.h"
#include "proxies.h"
#include "refusals.h"

struct connections;

struct connection_limits {
	int total;
	int per_address;
	int64_t idle_ms;
	int64_t bytes_per_second; /* the slowest line we wait for */
	const struct proxies
		*proxies; /* no limit for their addresses, or NULL */
	struct refusals *refusals; /* who hears of it, or NULL */
};

/* For descriptors below `descriptor_limit`. */
struct connections *connections_create(
	struct connection_limits, int descriptor_limit);
void connections_free(struct connections *);

/* Takes in a new connection. Where there are too many, of its address or in
 * all, the one that has been idle longest goes; false when none is idle. */
bool connections_admit(struct connections *, int descriptor,
	const struct sockaddr_storage *, int64_t now);
struct ip_address connections_peer(const struct connections *, int descriptor);
void connections_forget(struct connections *, int descriptor);
int connections_count(const struct connections *);

void connections_busy(struct connections *, int descriptor,
	int64_t answer_length, int64_t now);
void connections_idle(struct connections *, int descriptor, int64_t now);

/* Cuts all that are past their deadline. */
void connections_cut_late(struct connections *, int64_t now);

#endif
