/* services_parts.h -- what the loop, its doors and its guests share. */
#ifndef SAMPLES_SERVICES_PARTS_H
#define SAMPLES_SERVICES_PARTS_H

#include <stdbool.h>

#include "services.h"

/* First member of whatever the loop calls. */
struct watch {
	int fd;
	void (*on_ready)(struct services *, struct watch *);
};

struct door;
struct guest;

struct services {
	int epoll, signals;
	struct door *doors;
	struct guest *guests;
	size_t door_count, guest_count;
};

/* -1 after logging. */
int services_watch(struct services *, struct watch *);
/* Called when the socket can send; otherwise when something came. */
void services_wait_to_send(struct services *, struct watch *, bool);

void doors_free(struct services *);

/* Takes the socket. */
void guest_welcome(struct services *, const struct host *,
	const struct protocol *, int fd);
/* Shows out who stayed too long. */
void guests_expire(struct services *);
void guests_free(struct services *);

#endif
