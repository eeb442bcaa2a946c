/* proxies.h -- the proxies whose word counts: who asks, and from where.
 *
 * A proxy that is trusted names the address of its client in X-Forwarded-For,
 * and may name the user in a field of its own. From anybody else both are
 * ignored. */
#ifndef SERVER_PROXIES_H
#define SERVER_PROXIES_H

#include <stdbool.h>
#include <stddef.h>

#include "address.h"

enum { PROXY_LIMIT = 16 };

struct proxies {
	struct ip_address prefixes[PROXY_LIMIT];
	size_t count;
	const char *user_field; /* NULL: it names none */
};

/* An address or a prefix of either family; -1 after logging. */
int proxies_add(struct proxies *, const char *address);
bool proxies_have(const struct proxies *, const struct ip_address *);

/* `field` is X-Forwarded-For, NULL when there is none. What stands left of the
 * last address that is no proxy, anybody may have written. */
struct ip_address proxies_client(const struct proxies *,
	const struct ip_address *peer, const char *field);

#endif
