/* replay_transport.h -- recordings answer the engine in its own process.
 *
 * What the engine sends is answered at once and delivered by its next wait: no
 * socket, no time passes. An address that nobody has is silent at once. */
#ifndef DISCOVER_REPLAY_TRANSPORT_H
#define DISCOVER_REPLAY_TRANSPORT_H

#include "replay.h"
#include "transport.h"

/* The context is a struct replay_addresses that was settled; who asks with
 * the community "public" is answered. */
struct transport *replay_transport_open(
	const void *addresses, const struct transport_user *);

#define REPLAY_COMMUNITY "public"

#endif
