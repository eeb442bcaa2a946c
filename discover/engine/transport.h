/* transport.h -- how messages travel between the engine and the agents.
 *
 * sockets.c carries them over UDP. Whoever has the agents in the same process
 * gives the engine a transport of its own, and no network is touched. A
 * transport is the first member of what stands behind it. */
#ifndef DISCOVER_TRANSPORT_H
#define DISCOVER_TRANSPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "address.h"
#include "ber.h"

struct message {
	const struct ip_address *address;
	uint16_t port;
	struct octets octets;
	uint32_t id; /* for `failed` */
};

struct datagram {
	struct ip_address address; /* of the other side */
	uint16_t port;
	uint8_t *bytes;
	size_t length;
};

/* What `failed` may be told instead of an errno: nobody will ever answer. */
enum { TRANSPORT_SILENCE = 0 };

/* Who is told; may send from within. */
struct transport_user {
	void (*received)(void *context, const struct datagram *);
	/* The message with this id did not leave, or was refused on its way;
	 * `error` is an errno. */
	void (*failed)(void *context, uint32_t id, int error);
	void *context;
};

struct transport {
	/* Copies the message; it leaves with the next batch. */
	void (*send)(struct transport *, const struct message *);
	void (*flush)(struct transport *);
	/* Waits for datagrams and failures, and tells the user. */
	void (*wait)(struct transport *, int timeout_ms);
	void (*free)(struct transport *);
	/* Nothing travels: how long an answer takes says nothing. */
	bool is_instant;
};

/* Opens one; NULL after logging. */
struct transport_source {
	struct transport *(*open)(
		const void *context, const struct transport_user *);
	const void *context;
};

#endif
