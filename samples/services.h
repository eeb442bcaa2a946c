/* services.h -- sockets of the sample's services, in one loop.
 *
 * A door listens at one address and port; a guest came in through it. Both are
 * watches: the loop knows no more of them than whom to call. Everything is
 * bounded: guests, how long one may stay, and what one may say. */
#ifndef SAMPLES_SERVICES_H
#define SAMPLES_SERVICES_H

#include <stddef.h>
#include <stdint.h>

#include "address.h"

struct protocol;
struct services;
struct tls_identity;
struct zones;

/* One device as its services know it. */
struct host {
	const char *name; /* "mail1.marlin.example" */
	const struct zones *zones;
	struct tls_identity *identity; /* NULL: nothing of it is secret */
};

/* NULL after logging. */
struct services *services_create(void);
void services_free(struct services *);

/* Listens there, over UDP too if the protocol is spoken over it; `host` must
 * live as long. -1 after logging. */
int services_listen(struct services *, const struct host *,
	const struct protocol *, const struct ip_address *);
size_t services_door_count(const struct services *);

/* Until a signal comes or the time is over; 0: for ever. -1 after logging. */
int services_run(struct services *, int64_t seconds);

#endif
