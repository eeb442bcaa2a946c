/* sockets.h -- datagrams to and from many agents over a few sockets.
 *
 * Messages are sent and received in batches of 64. The sockets are not
 * connected: who answers is told, and is the caller's to check. */
#ifndef DISCOVER_SOCKETS_H
#define DISCOVER_SOCKETS_H

#include "transport.h"

/* NULL after logging, when not even one family has sockets. The context is
 * not used. */
struct transport *sockets_open(
	const void *context, const struct transport_user *);

#endif
