/* sockets.h -- datagrams to and from many agents over a few sockets.
 *
 * Messages are sent and received in batches of 64. The sockets are not
 * connected: who answers is told, and is the caller's to check. */
#ifndef DISCOVER_SOCKETS_H
#define DISCOVER_SOCKETS_H

#include <stddef.h>
#include <stdint.h>

#include "address.h"
#include "ber.h"

struct datagram {
	struct ip_address address; /* of the other side */
	uint16_t port;
	uint8_t *bytes;
	size_t length;
};

struct sockets;

struct sockets_user {
	void (*received)(void *context, const struct datagram *);
	/* The message with this id did not leave, or was refused on its way;
	 * `error` is an errno. */
	void (*failed)(void *context, uint32_t id, int error);
	void *context;
};

/* NULL after logging, when not even one family has sockets. */
struct sockets *sockets_create(const struct sockets_user *);
void sockets_free(struct sockets *);

struct message {
	const struct ip_address *address;
	uint16_t port;
	struct octets octets;
	uint32_t id; /* for `failed` */
};

/* Copies the message; it leaves with the next batch. */
void sockets_send(struct sockets *, const struct message *);
void sockets_flush(struct sockets *);
/* Waits for datagrams and failures, and tells the user. */
void sockets_wait(struct sockets *, int timeout_ms);

#endif
