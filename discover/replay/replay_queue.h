/* replay_queue.h -- answers that wait until they are due. */
#ifndef DISCOVER_REPLAY_QUEUE_H
#define DISCOVER_REPLAY_QUEUE_H

#include <netinet/in.h>
#include <stdalign.h>
#include <stdbool.h>
#include <sys/socket.h>

#include "replay.h"

union peer {
	struct sockaddr any;
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;
};

/* The address that a packet was sent to comes in a control message; the same
 * message, sent back, makes it the source. */
struct control {
	alignas(struct cmsghdr)
		uint8_t bytes[CMSG_SPACE(sizeof(struct in6_pktinfo))];
};

struct reply {
	int64_t due_ns;
	union peer peer;
	struct control control;
	bool from_other_port;
	size_t length;
	uint8_t *bytes; /* the place's own, for what it holds next too */
};

/* Starts as { 0 }. */
struct reply_queue {
	struct reply *replies; /* a ring */
	size_t capacity; /* a power of two */
	size_t sent, queued; /* counted for ever; the difference waits */
};

void reply_queue_free(struct reply_queue *);
struct reply *reply_at(const struct reply_queue *, size_t number);
/* A free place at the end, which is not queued yet; NULL when too many wait:
 * more are lost, as UDP is. */
struct reply *reply_take_place(struct reply_queue *);
void reply_write(struct reply *, struct octets message);
/* Queues what was written there, before those that are due later. */
void reply_queue_up(struct reply_queue *);

#endif
