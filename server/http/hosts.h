/* hosts.h -- the names by which a browser may ask this server.
 *
 * A foreign page whose name is made to lead to this host (DNS rebinding) would
 * else be let in by the browser as one of ours, and could read the archive. */
#ifndef SERVER_HOSTS_H
#define SERVER_HOSTS_H

#include <stdbool.h>
#include <stddef.h>

#include "address.h"

enum { HOST_LIMIT = 48, HOST_NAME_SIZE = 253 + 1 };

struct hosts {
	char names[HOST_LIMIT]
		  [HOST_NAME_SIZE]; /* IPv6 in brackets, as in URLs */
	size_t count;
};

/* A DNS name or an address of either family. -1 after logging. */
int hosts_add(struct hosts *, const char *name);
int hosts_add_address(struct hosts *, const struct ip_address *);
/* `field` is a request's Host, NULL when it has none. Its port does not count:
 * it is another one at the far end of a tunnel. */
bool hosts_have(const struct hosts *, const char *field);

#endif
